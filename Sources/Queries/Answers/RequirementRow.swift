import Facts
import Links
import Provenance

/// A requirement (要求) as answers show it.
public struct RequirementRow: Sendable, Hashable {
    /// `docId#elementId`.
    public var id: String
    public var place: SourcePlace
    /// The clause that it stands in; nil in a text without clauses.
    public var directive: String?
    /// The clause's number as printed: `（三）`.
    public var number: String?
    /// Headings from the outermost section down to the clause.
    public var headings: [String]
    public var text: String
    public var modality: Modality
    /// Second-hand: told of another document, `reportedOf` where that is named.
    public var isReported: Bool
    public var reportedOf: String?
    /// That document, where the base holds it.
    public var reportedDocument: DocumentLabel?
    /// Lead first, then responsible, then support; each in printed order.
    public var owners: [Owner]
    /// The list of owners goes on beyond what it names (等部门): no matrix may call it complete.
    public var isOpenList: Bool
    /// ISO 8601 days, ascending.
    public var deadlines: [String]
    public var targets: [Target]

    public init(
        id: String, place: SourcePlace, directive: String?, number: String?, headings: [String], text: String,
        modality: Modality, isReported: Bool, reportedOf: String?, reportedDocument: DocumentLabel? = nil, owners: [Owner], isOpenList: Bool, deadlines: [String],
        targets: [Target]
    ) {
        self.id = id
        self.place = place
        self.directive = directive
        self.number = number
        self.headings = headings
        self.text = text
        self.modality = modality
        self.isReported = isReported
        self.reportedOf = reportedOf
        self.reportedDocument = reportedDocument
        self.owners = owners
        self.isOpenList = isOpenList
        self.deadlines = deadlines
        self.targets = targets
    }
}

/// A body that owes a requirement (责任单位).
public struct Owner: Sendable, Hashable {
    public var body: BodyName
    public var role: Role
    /// A class of bodies (各州市) and no single one: it has no id.
    public var isClass: Bool

    public init(body: BodyName, role: Role, isClass: Bool = false) {
        self.body = body
        self.role = role
        self.isClass = isClass
    }
}
