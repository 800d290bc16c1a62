import Facts
import Provenance

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

    private var shared: SharedValue<Fields>

    public var id: String {
        get { shared.value.id }
        set { shared.value.id = newValue }
    }
    /// What stays the same from version to version: `PolicyDocument.work`.
    public var work: String {
        get { shared.value.work }
        set { shared.value.work = newValue }
    }
    public var kind: DocumentKind {
        get { shared.value.kind }
        set { shared.value.kind = newValue }
    }
    /// The document's own date, ISO 8601, where known.
    public var date: String? {
        get { shared.value.date }
        set { shared.value.date = newValue }
    }
    public var title: String? {
        get { shared.value.title }
        set { shared.value.title = newValue }
    }
    /// 发文字号 as printed.
    public var number: String? {
        get { shared.value.number }
        set { shared.value.number = newValue }
    }
    /// The bodies that issued it, in printed order.
    public var issuers: [BodyMention] {
        get { shared.value.issuers }
        set { shared.value.issuers = newValue }
    }

    public init(
        id: String, work: String = "", kind: DocumentKind = .other, date: String? = nil, title: String? = nil,
        number: String? = nil, issuers: [BodyMention] = []
    ) {
        shared = SharedValue(Fields(id: id, work: work, kind: kind, date: date, title: title, number: number, issuers: issuers))
    }
}
