/// The name of an element or attribute: namespace and local part (限定名). Prefixes are not kept, they mean nothing.
public struct XMLName: Hashable, Sendable {
    /// Namespace URI; nil where the name is in none.
    public let namespace: String?
    public let local: String

    public init(_ local: String, namespace: String? = nil) {
        self.local = local
        self.namespace = namespace
    }
}
