import Vocabulary

/// From where a text speaks, and whom it has named so far (机构语境).
struct BodyMemory: Sendable {
    private let ontology: Ontology
    /// The issuer's division, for the whole document.
    var issuer: Place? {
        didSet {
            issuerLevels = LevelTable(ontology, issuer: issuer?.region)
            settleLevels()
        }
    }
    /// The division that the item is about.
    private(set) var item: Place?
    /// Bodies named in this item, the latest last.
    private(set) var named: [FoundBody] = []
    /// How many passages have been read, and in which of them each of `named` stood.
    private var passage = 0
    private var passages: [Int] = []
    /// Divisions of the headings above, with their levels.
    private var above: [(level: Int, division: Place?)] = []
    /// Nothing of the item has been read that could say what it is about.
    var isFresh = false
    /// What level words stand for here, and what they stand for before it is known what the item is about.
    private(set) var levels: LevelTable
    private(set) var issuerLevels: LevelTable

    /// A division by its id, and by its index in `Divisions.regions` where it has one.
    struct Place: Equatable, Sendable {
        let id: String
        let region: Int?

        init(_ id: String, _ ontology: Ontology) {
            self.id = id
            region = ontology.divisions.index(of: id)
        }

        init(region: Int, _ ontology: Ontology) {
            id = ontology.divisions.regions[region].id
            self.region = region
        }
    }

    init(_ ontology: Ontology, issuer: String?) {
        self.ontology = ontology
        self.issuer = issuer.map { Place($0, ontology) }
        levels = LevelTable(ontology, issuer: self.issuer?.region)
        issuerLevels = levels
    }

    /// An item or section begins: what 该公司 or 工会 points at is named anew.
    mutating func enter(item division: Place?, level: Int) {
        above.removeAll { $0.level >= level }
        above.append((level, division))
        named.removeAll(keepingCapacity: true)
        passages.removeAll(keepingCapacity: true)
        isFresh = true
        settle()
    }

    /// The item's text says at its beginning what it is about.
    mutating func concern(_ division: Place) {
        if above.isEmpty { above.append((1, division)) } else { above[above.count - 1].division = division }
        settle()
    }

    private mutating func settle() {
        let division = above.last { $0.division != nil }?.division
        guard division != item else { return }
        item = division
        settleLevels()
    }

    private mutating func settleLevels() {
        levels = item == nil ? issuerLevels : LevelTable(ontology, issuer: issuer?.region, item: item?.region)
    }

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
