/// What each level word stands for in one scope (层级词所指): made once for a scope, asked for every 市 and 州 of its text.
public struct LevelTable: Sendable {
    public struct Entry: Sendable {
        /// Index in `Divisions.regions`; nil where the scope does not say.
        public let region: Int?
        public let level: Level?
    }

    /// By index in `BodyLexicon.levelWords`.
    public let entries: [Entry]
    /// Index of the issuer's and the item's divisions, the widest first.
    let around: [Int]
    /// Near which of several divisions of one name the right one is looked for.
    let near: Int?

    public init(_ ontology: Ontology, _ scope: Scope) {
        let divisions = ontology.divisions
        var known: [String: Entry] = [:]
        entries = ontology.lexicon.levelWords.map { use in
            if let entry = known[use.word] { return entry }
            let region = divisions.region(for: use.word, in: scope)
            let entry = Entry(region: region, level: region.map { divisions.regions[$0].level } ?? use.onlyLevel)
            known[use.word] = entry
            return entry
        }
        around = scope.divisions.reversed().compactMap { divisions.index(of: $0) }
        near = scope.divisions.first.flatMap { divisions.index(of: $0) }
    }
}
