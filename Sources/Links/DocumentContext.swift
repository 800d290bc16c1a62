import Facts

/// What the linker has to know of the document that a fact stands in (所在公文).
public struct DocumentContext: Hashable, Sendable {
    public var id: String
    /// What stays the same from version to version: `PolicyDocument.work`.
    public var work: String
    public var kind: DocumentKind
    /// The document's own date, ISO 8601, where known.
    public var date: String?
    public var title: String?
    /// 发文字号 as printed.
    public var number: String?
    /// The bodies that issued it, in printed order.
    public var issuers: [BodyMention]

    public init(
        id: String, work: String = "", kind: DocumentKind = .other, date: String? = nil, title: String? = nil,
        number: String? = nil, issuers: [BodyMention] = []
    ) {
        self.id = id
        self.work = work
        self.kind = kind
        self.date = date
        self.title = title
        self.number = number
        self.issuers = issuers
    }
}
