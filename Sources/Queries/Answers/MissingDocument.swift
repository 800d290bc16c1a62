import Provenance

/// A document that others cite and the base does not hold (引用而未收入的文件).
public struct MissingDocument: Sendable, Hashable {
    /// The title as cited, without 《》; empty where only a number is cited.
    public var title: String
    /// 文号, where one is printed beside the title, or alone.
    public var number: String?
    /// Where it is cited, in order of document and place.
    public var places: [SourcePlace]

    public init(title: String, number: String? = nil, places: [SourcePlace]) {
        self.title = title
        self.number = number
        self.places = places
    }

    public var times: Int { places.count }
}

/// All of them, most often cited first.
public struct MissingReport: Sendable, Hashable {
    public var today: Today
    public var documents: [MissingDocument]

    public init(today: Today, documents: [MissingDocument]) {
        self.today = today
        self.documents = documents
    }
}
