import Provenance
import XMLTree

/// What an XPath expression found in some documents (查询结果).
public struct QueryAnswer: Sendable {
    public struct Part: Sendable {
        /// Id of the document, or name of the file.
        public var document: String
        public var value: XPathQuery.Value

        public init(document: String, value: XPathQuery.Value) {
            self.document = document
            self.value = value
        }
    }

    public enum Format: String, Sendable, CaseIterable { case text, xml, json }

    public var parts: [Part] = []

    public init() {}

    public var isEmpty: Bool { parts.isEmpty }

    /// Adds what one document gave; an empty node set is left out.
    public mutating func add(_ value: XPathQuery.Value, of document: String) {
        if case .nodes(let nodes) = value, nodes.isEmpty { return }
        parts.append(Part(document: document, value: value))
    }

    /// UTF-8. As text: document, `#` and id, a tab, and the words in one line.
    public func print(_ format: Format) -> [UInt8] {
        switch format {
        case .text: Array(text.utf8)
        case .json: JSONPrinter.print(.list(of: "result", rows.map { .record($0.map { Datum.Entry($0.0, $0.1) }) }))
        case .xml: xml
        }
    }

    private var text: String {
        var lines = ""
        for part in parts {
            switch part.value {
            case .nodes(let nodes):
                for node in nodes {
                    let words = node.text.split(whereSeparator: { $0 == "\n" || $0 == "\t" || $0 == " " }).joined(separator: " ")
                    lines += part.document + (node.id.map { "#" + $0 } ?? "") + "\t" + words + "\n"
                }
            default: lines += part.document + "\t" + Self.words(part.value) + "\n"
            }
        }
        return lines
    }

    private static func words(_ value: XPathQuery.Value) -> String {
        switch value {
        case .nodes(let nodes): nodes.map(\.text).joined(separator: "\n")
        case .text(let text): text
        case .number(let number): number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
        case .flag(let flag): flag ? "true" : "false"
        }
    }

    private var rows: [[(StaticString, Datum)]] {
        parts.flatMap { part -> [[(StaticString, Datum)]] in
            switch part.value {
            case .nodes(let nodes):
                nodes.map {
                    [
                        ("document", .text(part.document)), ("id", .optional($0.id)), ("name", .text($0.name)), ("line", .integer($0.line)),
                        ("text", .text($0.text)), ("xml", .text($0.xml)),
                    ]
                }
            case .number(let number): [[("document", .text(part.document)), ("value", .decimal(number.isFinite ? Self.words(.number(number)) : "null"))]]
            case .flag(let flag): [[("document", .text(part.document)), ("value", .flag(flag))]]
            case .text(let text): [[("document", .text(part.document)), ("value", .text(text))]]
            }
        }
    }

    /// Nodes as they stand, in an element that declares the namespace that they inherit.
    private var xml: [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<results xmlns=\"urn:suyuan:policy:1\">\n"
        for part in parts {
            let document = Self.escaped(part.document)
            switch part.value {
            case .nodes(let nodes):
                for node in nodes {
                    let id = node.id.map { " id=\"" + Self.escaped($0) + "\"" } ?? ""
                    let isElement = node.line > 0
                    text += "<result document=\"\(document)\"\(id)>" + (isElement ? node.xml : Self.escaped(node.text)) + "</result>\n"
                }
            default: text += "<result document=\"\(document)\">" + Self.escaped(Self.words(part.value)) + "</result>\n"
            }
        }
        return Array((text + "</results>\n").utf8)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
