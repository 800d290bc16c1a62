/// Where a text speaks from (语境): it settles what 省, 州, 市, 县 stand for, and bare names without a division.
public struct Scope: Hashable, Sendable {
    /// Id (`CN-5301`) of the division of the office that issues the document; nil where it is not known.
    public var issuer: String?
    /// Id of the division that the item is about.
    public var item: String?

    public init(issuer: String? = nil, item: String? = nil) {
        self.issuer = issuer
        self.item = item
    }

    /// Ids of the divisions from the nearest to the widest.
    var divisions: [String] { [item, issuer].compactMap { $0 } }

    public static let unknown = Scope()
}
