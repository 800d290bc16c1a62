/// The words of a stretch of text by where they begin (词格), and where no name may be cut. One lattice serves one stretch after the
/// other: the room of its tables is kept when a new one begins.
public struct WordLattice: Sendable {
    public private(set) var range: Range<Int>
    /// By place, the end of the range included; as many as `count` are of this stretch.
    private var places: [Place]
    private var count: Int
    private var entries: [Entry] = []

    private struct Place {
        /// First of `entries` that begins here; -1 for none.
        var first: Int32 = -1
        /// Of the words that begin here; `void` where one lies over the place.
        var kinds = BodyLexicon.Kinds()
    }

    private struct Entry {
        let word: BodyLexicon.Word
        /// The next one at its place; -1 for none.
        let next: Int32
    }

    /// A place in a list of words.
    struct Link {
        fileprivate var entry: Int32

        static let end = Link(entry: -1)
    }

    public init(range: Range<Int> = 0..<0) {
        self.range = range
        count = range.count + 1
        places = [Place](repeating: Place(), count: count)
    }

    /// Forgets its words; those of another stretch follow.
    public mutating func begin(_ range: Range<Int>) {
        self.range = range
        count = range.count + 1
        if places.count < count {
            places = [Place](repeating: Place(), count: max(count, places.count * 2, 256))
        } else {
            places.withUnsafeMutableBufferPointer { $0[..<count].update(repeating: Place()) }
        }
        entries.removeAll(keepingCapacity: true)
    }

    /// Words come in order of their ends, so that the longest stands first; of equally long ones the last.
    @inline(__always)
    public mutating func insert(_ word: BodyLexicon.Word) {
        let place = Int(word.start) - range.lowerBound
        guard place >= 0, place < count else { return }
        let before = places[place]
        places[place] = Place(first: Int32(truncatingIfNeeded: entries.count), kinds: before.kinds.union(BodyLexicon.Kinds(word.kind)))
        entries.append(Entry(word: word, next: before.first))
    }

    /// No name begins or ends inside a word.
    @inline(__always)
    public mutating func bar(_ word: BodyLexicon.Word) {
        let start = Int(word.start) - range.lowerBound
        let end = Int(word.end) - range.lowerBound
        guard start >= 0, start < end, end <= count else { return }
        for place in (start + 1)..<end { places[place].kinds.insert(BodyLexicon.Kinds(.void)) }
    }

    /// The kinds of the words that begin at a place.
    @inline(__always)
    func kinds(at index: Int) -> BodyLexicon.Kinds {
        let place = index - range.lowerBound
        return place >= 0 && place < count ? places[place].kinds : []
    }

    /// A name may begin or end at a place.
    @inline(__always)
    func mayCut(_ index: Int) -> Bool { !kinds(at: index).contains(BodyLexicon.Kinds(.void)) }

    /// The list of the words that begin at a place, longer before shorter.
    @inline(__always)
    func words(at index: Int) -> Link {
        let place = index - range.lowerBound
        return Link(entry: place >= 0 && place < count ? places[place].first : -1)
    }

    @inline(__always)
    func next(_ link: inout Link) -> BodyLexicon.Word? {
        guard link.entry >= 0 else { return nil }
        let entry = entries[Int(link.entry)]
        link.entry = entry.next
        return entry.word
    }

    /// The longest word of a kind at a place.
    func first(_ kind: BodyLexicon.Kind, at index: Int) -> BodyLexicon.Word? {
        guard kinds(at: index).contains(BodyLexicon.Kinds(kind)) else { return nil }
        var link = words(at: index)
        while let word = next(&link) { if word.kind == kind { return word } }
        return nil
    }
}
