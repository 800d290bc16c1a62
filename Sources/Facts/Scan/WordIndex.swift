/// Words by the scalar with which they begin, or end (词首索引): those that stand at a place of a text, in the order in which
/// they were given.
struct WordIndex: Sendable {
    private struct Word: Sendable {
        /// The second scalar, or the last but one; most words are told apart by it.
        let second: Unicode.Scalar
        /// Where it stands in `letters`.
        let start: Int32
        let count: Int32
        /// Its place among the words that were given.
        let entry: Int32
    }

    private var letters: [Unicode.Scalar] = []
    /// Words with one key stand together.
    private var words: [Word] = []
    /// Where each group begins in `words`, and where the last ends.
    private var bounds: [Int32] = [0]
    /// The group of each scalar by its low bits, 0 for none; words are compared whole, so that scalars may share one.
    private var slots = [UInt16](repeating: 0, count: 0x10000)
    private let isByLast: Bool

    /// Empty words are left out; `isByLast`: they are looked for by where they end.
    init(_ given: [[Unicode.Scalar]], isByLast: Bool = false) {
        self.isByLast = isByLast
        var entries: [Int: [Int]] = [:]
        for (entry, word) in given.enumerated() {
            guard let key = isByLast ? word.last : word.first else { continue }
            entries[Int(key.value & 0xFFFF), default: []].append(entry)
        }
        for (slot, members) in entries.sorted(by: { $0.key < $1.key }) {
            for entry in members {
                let word = given[entry]
                words.append(
                    Word(
                        second: word.count == 1 ? "\0" : isByLast ? word[word.count - 2] : word[1], start: Int32(letters.count),
                        count: Int32(word.count), entry: Int32(entry)))
                letters += word
            }
            slots[slot] = UInt16(bounds.count)
            bounds.append(Int32(words.count))
        }
    }

    /// Scalars with which a word begins, or ends.
    var keys: Set<Unicode.Scalar> { Set(words.map { letters[Int(isByLast ? $0.start + $0.count - 1 : $0.start)] }) }

    /// The first word that begins at `place`, or ends before it, inside the window, and that passes the test.
    @inline(__always)
    func first(at place: Int, in text: TextWindow, where fits: (Int) -> Bool) -> Int? {
        let key = isByLast ? place - 1 : place
        guard key >= text.start, key < text.end else { return nil }
        let slot = Int(slots[Int(text.scalars[key].value & 0xFFFF)])
        guard slot > 0 else { return nil }
        let second = text.at(isByLast ? key - 1 : key + 1)
        var next = Int(bounds[slot - 1])
        while next < Int(bounds[slot]) {
            let word = words[next]
            if word.second == second || word.count == 1, stands(word, at: isByLast ? place - Int(word.count) : place, in: text), fits(Int(word.entry)) { return Int(word.entry) }
            next += 1
        }
        return nil
    }

    @inline(__always)
    private func stands(_ word: Word, at place: Int, in text: TextWindow) -> Bool {
        let count = Int(word.count)
        guard place >= text.start, place + count <= text.end else { return false }
        var offset = 0
        while offset < count, letters[Int(word.start) + offset] == text.scalars[place + offset] { offset += 1 }
        return offset == count
    }
}
