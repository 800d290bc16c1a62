/// The words of a stretch of text by where they begin (词格). One lattice serves one stretch after the other: the room of its tables
/// is kept when a new one begins.
public struct WordLattice: Sendable {
    public private(set) var range: Range<Int>
    /// By place the first of the words that begin there, and their kinds.
    private var places: [Place] = []
    private var words: [BodyLexicon.Word] = []
    /// By word the next one at its place; -1 for none.
    private var following: [Int32] = []

    private struct Place {
        var first: Int32 = -1
        var kinds = BodyLexicon.Kinds()
    }

    public init(range: Range<Int> = 0..<0) {
        self.range = range
        places = [Place](repeating: Place(), count: range.count)
    }

    /// Forgets its words; those of another stretch follow.
    public mutating func begin(_ range: Range<Int>) {
        self.range = range
        places.removeAll(keepingCapacity: true)
        places.append(contentsOf: repeatElement(Place(), count: range.count))
        words.removeAll(keepingCapacity: true)
        following.removeAll(keepingCapacity: true)
    }

    /// Words come in order of their ends, so that the longest stands first; of equally long ones the last.
    public mutating func insert(_ word: BodyLexicon.Word) {
        let place = Int(word.start) - range.lowerBound
        guard places.indices.contains(place) else { return }
        following.append(places[place].first)
        places[place].first = Int32(truncatingIfNeeded: words.count)
        places[place].kinds.insert(BodyLexicon.Kinds(word.kind))
        words.append(word)
    }

    /// The kinds of the words that begin at a place.
    public func kinds(at index: Int) -> BodyLexicon.Kinds {
        let place = index - range.lowerBound
        return place >= 0 && place < places.count ? places[place].kinds : []
    }

    /// The words that begin at a place, longer before shorter.
    func words(at index: Int) -> Words {
        let place = index - range.lowerBound
        return Words(words: words, following: following, at: place >= 0 && place < places.count ? places[place].first : -1)
    }

    /// The longest word at a place that satisfies the condition.
    public func first(at index: Int, where condition: (BodyLexicon.Word) -> Bool) -> BodyLexicon.Word? {
        for word in words(at: index) where condition(word) { return word }
        return nil
    }

    struct Words: Sequence, IteratorProtocol {
        fileprivate let words: [BodyLexicon.Word]
        fileprivate let following: [Int32]
        fileprivate var at: Int32

        @inline(__always)
        mutating func next() -> BodyLexicon.Word? {
            guard at >= 0 else { return nil }
            let word = words[Int(at)]
            at = following[Int(at)]
            return word
        }
    }
}
