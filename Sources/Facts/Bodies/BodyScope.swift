import Vocabulary

/// From where a text speaks, and whom it has named so far (机构语境): it goes along as headings and paragraphs are read in order.
public struct BodyScope: Sendable {
    /// Id of the issuer's division, for the whole document.
    public var issuer: String? { didSet { levels = nil } }
    /// Id of the division that the item is about.
    public private(set) var item: String?
    /// Bodies named in this item, the latest last.
    var named: [FoundBody] = []

    public init(issuer: String? = nil, item: String? = nil) {
        self.issuer = issuer
        self.item = item
    }

    /// A new item begins: what 该公司 or 工会 points at is named anew.
    public mutating func enter(item division: String?) {
        item = division
        named = []
        levels = nil
    }

    /// What level words stand for here; made when it is first asked for.
    private var levels: LevelTable?

    mutating func levels(_ ontology: Ontology) -> LevelTable {
        if let levels { return levels }
        let table = LevelTable(ontology, Scope(issuer: issuer, item: item))
        levels = table
        return table
    }

    /// Keeps enough of the past for what points back; a chapter's worth of names.
    mutating func remember(_ found: FoundBody) {
        if named.count >= 64 { named.removeFirst(32) }
        named.append(found)
    }
}
