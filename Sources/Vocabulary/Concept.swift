/// A subject of policy (主题概念) in SKOS terms.
public struct Concept: Hashable, Sendable {
    public let id: String
    /// Id of the scheme (叙词表) that it is in.
    public let scheme: String
    /// Id of the field (改革领域) that it belongs to; empty for none.
    public let field: String
    public let prefLabel: String
    public let altLabels: [String]
    /// Ids of wider concepts.
    public let broader: [String]
    public let related: [String]
    /// Nearly every document mentions it (培训, 宣传): says little by itself, so linking discounts it.
    public let isGeneral: Bool
    /// It is a whole field of policy (就业创业, 住房保障), or a means of all of them: that two texts speak of it is not yet that one answers the other.
    public let isWide: Bool

    public init(
        id: String, scheme: String = "", field: String = "", prefLabel: String, altLabels: [String] = [], broader: [String] = [],
        related: [String] = [], isGeneral: Bool = false, isWide: Bool = false
    ) {
        self.id = id
        self.scheme = scheme
        self.field = field
        self.prefLabel = prefLabel
        self.altLabels = altLabels
        self.broader = broader
        self.related = related
        self.isGeneral = isGeneral
        self.isWide = isWide
    }
}

/// A field of a scheme: 思想引领, 建功立业.
public struct ConceptField: Hashable, Sendable {
    public let id: String
    public let label: String
    public let scheme: String

    public init(id: String, label: String, scheme: String) {
        self.id = id
        self.label = label
        self.scheme = scheme
    }
}
