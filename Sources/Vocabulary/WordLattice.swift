/// The words of a stretch of text by where they begin.
public struct WordLattice: Sendable {
    public let range: Range<Int>
    private var heads: [Int32]
    private var next: [Int32] = []
    private var words: [BodyLexicon.Word] = []

    public init(range: Range<Int>) {
        self.range = range
        heads = [Int32](repeating: -1, count: range.count)
    }

    public mutating func insert(_ word: BodyLexicon.Word) {
        let place = word.range.lowerBound - range.lowerBound
        guard heads.indices.contains(place) else { return }
        // Words come in order of their ends, so that the longest stands first.
        next.append(heads[place])
        heads[place] = Int32(truncatingIfNeeded: words.count)
        words.append(word)
    }

    /// Visits the words that begin at a place, longer before shorter, until the visitor says that it has enough.
    @inline(__always)
    public func forEach(at index: Int, _ visit: (BodyLexicon.Word) -> Bool) {
        let place = index - range.lowerBound
        guard place >= 0, place < heads.count else { return }
        var at = heads[place]
        while at >= 0 {
            if visit(words[Int(at)]) { return }
            at = next[Int(at)]
        }
    }

    /// The longest word at a place that satisfies the condition.
    public func first(at index: Int, where condition: (BodyLexicon.Word) -> Bool) -> BodyLexicon.Word? {
        var found: BodyLexicon.Word?
        forEach(at: index) { word in
            guard condition(word) else { return false }
            found = word
            return true
        }
        return found
    }
}
