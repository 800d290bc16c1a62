import Provenance

/// Gives the elements of one document their ids (标识): a letter for the kind and a hash of the words, so that a clause keeps its
/// id when text before it changes; equal words are counted in printed order.
struct IdentityRegister {
    /// How often the letter and hash were given.
    private var used = [UInt64: Int](minimumCapacity: 48)
    /// The paragraph named last: the clause that it is has the same words.
    private var paragraph: (range: Range<Int>, hash: UInt64)?

    /// - Parameter text: of the one reading text of the document.
    mutating func id(_ letter: StaticString, for text: ArraySlice<Unicode.Scalar>) -> String {
        if let paragraph, paragraph.range == text.indices { return id(letter, paragraph.hash) }
        let hash = ContentHash.shortHash(text)
        if letter.utf8Start.pointee == UInt8(ascii: "p") { paragraph = (text.indices, hash) }
        return id(letter, hash)
    }

    mutating func id(_ letter: StaticString, for text: String) -> String { id(letter, ContentHash.shortHash(text)) }

    private mutating func id(_ letter: StaticString, _ hash: UInt64) -> String {
        let name = ContentHash.name(of: hash, prefix: letter)
        let count = Self.increment(&used[UInt64(letter.utf8Start.pointee) << 40 | hash, default: 0])
        return count == 1 ? name : "\(name)-\(count)"
    }

    private static func increment(_ count: inout Int) -> Int {
        count += 1
        return count
    }
}
