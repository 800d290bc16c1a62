import Provenance

/// Gives the elements of one document their ids (标识): a letter for the kind and a hash of the words, so that a clause keeps its
/// id when text before it changes; equal words are counted in printed order.
struct IdentityRegister {
    /// Letters and hashes that were given, and how often each.
    private var given = HashIndex(capacity: 96)
    private var counts: [Int] = []
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
        let key = UInt64(letter.utf8Start.pointee) << 40 | hash
        // The hash in the index is the key itself: what has the same is the same.
        guard let number = given.number(of: key, where: { _ in true }) else {
            given.append(key)
            counts.append(1)
            return name
        }
        counts[number] += 1
        return "\(name)-\(counts[number])"
    }
}
