/// The concepts (主题词表) and how to find them in a text.
public struct Thesaurus: Sendable {
    public struct Match: Hashable, Sendable {
        /// Index in `concepts`.
        public let concept: Int
        public let range: Range<Int>
    }

    public let concepts: [Concept]
    public let fields: [ConceptField]
    private let byID: [String: Int]
    private let automaton: TermAutomaton

    public init(concepts: [Concept] = [], fields: [ConceptField] = []) {
        self.concepts = concepts
        self.fields = fields
        var byID: [String: Int] = [:]
        var terms: [(String, Int32)] = []
        for (index, concept) in concepts.enumerated() {
            byID[concept.id] = byID[concept.id] ?? index
            for label in [concept.prefLabel] + concept.altLabels { terms.append((label, Int32(index))) }
        }
        self.byID = byID
        automaton = TermAutomaton(terms: terms)
    }

    /// The thesaurus as an office without one has it.
    public static let empty = Thesaurus()

    public func index(of id: String) -> Int? { byID[id] }

    public subscript(id: String) -> Concept? { byID[id].map { concepts[$0] } }

    public func field(_ id: String) -> ConceptField? { fields.first { $0.id == id } }

    /// The concepts named in a text: the longest label at the leftmost place, then behind it; matches do not overlap. Ranges are
    /// offsets from the first scalar given.
    public func concepts(in scalars: some RandomAccessCollection<Unicode.Scalar>) -> [Match] {
        guard !concepts.isEmpty else { return [] }
        return automaton.longestMatches(in: Array(scalars)).map { Match(concept: Int($0.value), range: $0.range) }
    }

    public func concepts(in text: String) -> [Match] { concepts(in: Array(text.unicodeScalars)) }

    /// Whether the chain of wider concepts leads back to where it began.
    func isBelowItself(_ index: Int) -> Bool {
        var seen: Set<Int> = []
        var front = concepts[index].broader.compactMap { byID[$0] }
        while let next = front.popLast() {
            if next == index { return true }
            if seen.insert(next).inserted { front += concepts[next].broader.compactMap { byID[$0] } }
        }
        return false
    }

    /// Indices of the concepts above one, nearest first, each once; cycles end where they close.
    public func ancestors(of index: Int) -> [Int] {
        var order: [Int] = []
        var seen: Set<Int> = [index]
        var front = [index]
        while !front.isEmpty {
            front = front.flatMap { concepts[$0].broader }.compactMap { byID[$0] }.filter { seen.insert($0).inserted }
            order += front
        }
        return order
    }
}
