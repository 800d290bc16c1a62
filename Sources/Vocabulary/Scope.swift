/// Where a text speaks from (语境): it settles what 省, 州, 市, 县 stand for, and bare names without a division.
public struct Scope: Hashable, Sendable {
    /// Ids of the divisions from the nearest to the widest: the item's own subject, then the issuer's.
    public var divisions: [String]

    /// `item`: the division that the item is about; `issuer`: that of the office that issues the document. Ids (`CN-5301`); what
    /// is not known is left out.
    public init(issuer: String? = nil, item: String? = nil) {
        divisions = [item, issuer].compactMap { $0 }
    }

    public static let unknown = Scope()
}
