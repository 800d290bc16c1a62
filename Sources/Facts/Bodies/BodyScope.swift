import Vocabulary

/// From where a text speaks, and whom it has named so far (机构语境): it goes along as headings and paragraphs are read in order.
public struct BodyScope: Sendable {
    /// Id of the issuer's division, for the whole document.
    public var issuer: String? {
        didSet {
            levels = nil
            issuerLevels = nil
        }
    }
    /// Id of the division that the item is about.
    public private(set) var item: String?
    /// Bodies named in this item, the latest last.
    private(set) var named: [FoundBody] = []
    /// How many passages have been read, and in which of them each of `named` stood.
    private var passage = 0
    private var passages: [Int] = []
    /// Divisions of the headings above, with their levels.
    private var above: [(level: Int, division: String?)] = []
    /// Nothing of the item has been read that could say what it is about.
    var isFresh = false
    private var levels: LevelTable?
    private var issuerLevels: LevelTable?
    /// The tables for the passages of this text, while none is read.
    private var tables: BodyTables?

    public init(issuer: String? = nil) { self.issuer = issuer }

    /// An item or section begins: what 该公司 or 工会 points at is named anew.
    /// - Parameters:
    ///   - division: id of the division that its heading names; nil leaves that of the heading above.
    ///   - level: of the heading, 1 for the outermost.
    public mutating func enter(item division: String?, level: Int = 1) {
        above.removeAll { $0.level >= level }
        above.append((level, division))
        named = []
        passages = []
        isFresh = true
        settle()
    }

    /// The item's text says at its beginning what it is about.
    mutating func concern(_ division: String) {
        if above.isEmpty { above.append((1, division)) } else { above[above.count - 1].division = division }
        settle()
    }

    private mutating func settle() {
        let division = above.last { $0.division != nil }?.division
        guard division != item else { return }
        item = division
        levels = nil
    }

    /// What level words stand for here; made when it is first asked for.
    mutating func levels(_ ontology: Ontology) -> LevelTable {
        if let levels { return levels }
        let table = LevelTable(ontology, Scope(issuer: issuer, item: item))
        levels = table
        return table
    }

    /// The same for what an item is about, before that is known.
    mutating func issuerLevels(_ ontology: Ontology) -> LevelTable {
        if let issuerLevels { return issuerLevels }
        let table = LevelTable(ontology, Scope(issuer: issuer))
        issuerLevels = table
        return table
    }

    /// Hands out the tables for a passage. They are given back when it has been read, so that there is one copy of them only.
    mutating func takeTables(_ ontology: Ontology) -> BodyTables {
        if let tables = tables.take(), tables.passage.ontology === ontology { return tables }
        return BodyTables(BodyPassage(ontology, levels: issuerLevels(ontology)))
    }

    mutating func give(_ tables: consuming BodyTables) { self.tables = tables }

    mutating func beginPassage() { passage += 1 }

    /// The bodies named in this passage and the one before it.
    var recent: ArraySlice<FoundBody> { named[(passages.firstIndex { $0 >= passage - 1 } ?? named.count)...] }

    /// Keeps enough of the past for what points back; a chapter's worth of names.
    mutating func remember(_ found: FoundBody) {
        guard !found.body.isClass else { return }
        if named.count >= 64 {
            named.removeFirst(32)
            passages.removeFirst(32)
        }
        named.append(found)
        passages.append(passage)
    }
}
