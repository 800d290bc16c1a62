import Facts
import Provenance

/// A document or one of its elements as the base holds it (查看).
public struct ShownDocument: Sendable, Hashable {
    public var row: DocumentRow
    public var document: PolicyDocument
    /// The XML as it was stored, UTF-8.
    public var xml: [UInt8]
    /// Where one element was asked for: it.
    public var element: ShownElement?

    public init(row: DocumentRow, document: PolicyDocument, xml: [UInt8], element: ShownElement? = nil) {
        self.row = row
        self.document = document
        self.xml = xml
        self.element = element
    }
}

/// One element with its text and place.
public struct ShownElement: Sendable, Hashable {
    public var id: String
    /// The XML element's name: `requirement`, `directive`, `p` …
    public var name: String
    public var headings: [String]
    public var text: String
    /// Nil of an element without offsets, as a directive.
    public var place: SourcePlace?

    public init(id: String, name: String, headings: [String], text: String, place: SourcePlace?) {
        self.id = id
        self.name = name
        self.headings = headings
        self.text = text
        self.place = place
    }
}
