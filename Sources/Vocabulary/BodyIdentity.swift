/// Who a body is by the ontology (机构身份): each part where it is known.
public struct BodyIdentity: Hashable, Sendable {
    /// `CN-53/hrss`, or the id of a listed body.
    public var id: String?
    /// Full official name.
    public var official: String?
    /// Id of the division that the body belongs to.
    public var division: String?

    public init(id: String? = nil, official: String? = nil, division: String? = nil) {
        self.id = id
        self.official = official
        self.division = division
    }
}
