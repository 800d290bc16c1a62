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
        var entries = ontology.lexicon.unscopedLevels
        // The nearest region of the scope that a word can stand for; what holds it comes later in its chain.
        for id in scope.divisions {
            guard let start = divisions.index(of: id) else { continue }
            for region in divisions.chain(from: start) where region != 0 {
                guard let word = divisions.levelWord(of: region) else { continue }
                for use in ontology.lexicon.levelUses[word] where entries[use].region == nil {
                    entries[use] = Entry(region: region, level: divisions.regions[region].level)
                }
            }
        }
        self.entries = entries
        around = scope.divisions.reversed().compactMap { divisions.index(of: $0) }
        near = scope.divisions.first.flatMap { divisions.index(of: $0) }
    }
}
