/// What each level word stands for in one scope (层级词所指): made once for a scope, asked for every 市 and 州 of its text.
public struct LevelTable: Sendable {
    public struct Entry: Sendable {
        /// Index in `Divisions.regions`; nil where the scope does not say.
        public let region: Int?
        public let level: Level?
    }

    /// By index in `BodyLexicon.levelWords`.
    public let entries: [Entry]
    /// Index of the issuer's and the item's divisions.
    let issuer, item: Int?

    /// Near which of several divisions of one name the right one is looked for.
    var near: Int? { item ?? issuer }

    public init(_ ontology: Ontology, issuer: Int? = nil, item: Int? = nil) {
        let (divisions, lexicon) = (ontology.divisions, ontology.lexicon)
        var entries = lexicon.unscopedLevels
        // The nearest region of the scope that a word can stand for; what holds it comes later in its chain.
        for start in [item, issuer] {
            guard var region = start else { continue }
            while region != 0 {
                if let word = divisions.levelWord(of: region) {
                    for use in lexicon.levelUses[word] where entries[use].region == nil {
                        entries[use] = Entry(region: region, level: divisions.regions[region].level)
                    }
                }
                region = divisions.parent(of: region)
            }
        }
        self.entries = entries
        self.issuer = issuer
        self.item = item
    }

    public init(_ ontology: Ontology, _ scope: Scope) {
        self.init(
            ontology, issuer: scope.issuer.flatMap { ontology.divisions.index(of: $0) }, item: scope.item.flatMap { ontology.divisions.index(of: $0) })
    }
}
