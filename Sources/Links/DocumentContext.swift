import Facts

/// What the linker has to know of the document that a fact stands in (所在公文). All facts of a document share it: a copy costs as little as a
/// number.
public struct DocumentContext: Hashable, Sendable {
    private struct Fields: Hashable, Sendable {
        var id: String
        var work: String
        var kind: DocumentKind
        var date: String?
        var title: String?
        var number: String?
        var issuers: [BodyMention]
    }

    private final class Storage: Sendable {
        let fields: Fields

        init(_ fields: Fields) { self.fields = fields }
    }

    private var storage: Storage

    public var id: String {
        get { storage.fields.id }
        set { change { $0.id = newValue } }
    }
    /// What stays the same from version to version: `PolicyDocument.work`.
    public var work: String {
        get { storage.fields.work }
        set { change { $0.work = newValue } }
    }
    public var kind: DocumentKind {
        get { storage.fields.kind }
        set { change { $0.kind = newValue } }
    }
    /// The document's own date, ISO 8601, where known.
    public var date: String? {
        get { storage.fields.date }
        set { change { $0.date = newValue } }
    }
    public var title: String? {
        get { storage.fields.title }
        set { change { $0.title = newValue } }
    }
    /// 发文字号 as printed.
    public var number: String? {
        get { storage.fields.number }
        set { change { $0.number = newValue } }
    }
    /// The bodies that issued it, in printed order.
    public var issuers: [BodyMention] {
        get { storage.fields.issuers }
        set { change { $0.issuers = newValue } }
    }

    public init(
        id: String, work: String = "", kind: DocumentKind = .other, date: String? = nil, title: String? = nil,
        number: String? = nil, issuers: [BodyMention] = []
    ) {
        storage = Storage(Fields(id: id, work: work, kind: kind, date: date, title: title, number: number, issuers: issuers))
    }

    private mutating func change(_ body: (inout Fields) -> Void) {
        var fields = storage.fields
        body(&fields)
        storage = Storage(fields)
    }

    public static func == (left: DocumentContext, right: DocumentContext) -> Bool {
        left.storage === right.storage || left.storage.fields == right.storage.fields
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(storage.fields) }
}
