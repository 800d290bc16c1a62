/// Where a fact stands in the base (事实标识): `docId#elementId`, the form that a trace prints.
public struct FactID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Id of the document.
    public let document: String
    /// Id of the element, unique in its document.
    public let element: String

    public init(document: String, element: String) {
        self.document = document
        self.element = element
    }

    /// Nil unless the text has a `#` with something on both of its sides.
    public init?(_ text: String) {
        guard let hash = text.firstIndex(of: "#"), hash != text.startIndex, text.index(after: hash) != text.endIndex
        else { return nil }
        self.init(document: String(text[..<hash]), element: String(text[text.index(after: hash)...]))
    }

    public var description: String { document + "#" + element }

    public static func < (left: FactID, right: FactID) -> Bool {
        left.document != right.document ? left.document < right.document : left.element < right.element
    }
}
