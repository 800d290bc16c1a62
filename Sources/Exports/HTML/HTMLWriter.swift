import Provenance

/// Writes HTML as bytes (网页写出): tags are constants of the program, everything that comes from data goes through `text` or an
/// attribute and is escaped there.
package struct HTMLWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Markup that the program itself holds.
    package mutating func raw(_ markup: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    package mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"": append("&quot;")
            case "'": append("&#39;")
            case "\t", "\n": bytes.append(utf8Of: scalar)
            case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{202A}"..<"\u{202F}", "\u{2066}"..<"\u{206A}": bytes.append(utf8Of: "\u{FFFD}")
            default: bytes.append(utf8Of: scalar)
            }
        }
    }

    /// An element around what `content` writes.
    package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout HTMLWriter) -> Void) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    package mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
        raw("<")
        raw(name)
        for attribute in attributes {
            raw(" ")
            raw(attribute.name)
            raw("=\"")
            text(attribute.value)
            raw("\"")
        }
        raw(">")
    }

    package mutating func close(_ name: StaticString) {
        raw("</")
        raw(name)
        raw(">")
    }

    /// What was written since the last time.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    package mutating func newLine() { bytes.append(0x0A) }

    private mutating func append(_ text: StaticString) { raw(text) }

    package struct Attribute: Sendable {
        let name: StaticString
        let value: String

        package init(_ name: StaticString, _ value: String) {
            self.name = name
            self.value = value
        }

        package static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    }
}
