import Provenance

/// Prints a `Datum` as JSON (RFC 8259): UTF-8, two spaces of indent, keys in their order, text as it stands.
package struct JSONPrinter {
    private(set) var bytes: [UInt8] = []

    package static func print(_ datum: Datum) -> [UInt8] {
        var printer = JSONPrinter()
        printer.write(datum, depth: 0)
        printer.bytes.append(0x0A)
        return printer.bytes
    }

    private mutating func write(_ datum: Datum, depth: Int) {
        switch datum {
        case .null: append("null")
        case .flag(let value): append(value ? "true" : "false")
        case .integer(let value): append(String(value))
        case .decimal(let text): append(text)
        case .text(let text): string(text)
        case .list(_, let items): items.isEmpty ? append("[]") : list(items, depth: depth)
        case .record(let entries): entries.isEmpty ? append("{}") : record(entries.map { ($0.key.description, $0.value) }, depth: depth)
        case .named(let entries): entries.isEmpty ? append("{}") : record(entries.map { ($0.name, $0.value) }, depth: depth)
        }
    }

    private mutating func list(_ items: [Datum], depth: Int) {
        append("[")
        for (index, item) in items.enumerated() {
            newLine(depth + 1, after: index > 0)
            write(item, depth: depth + 1)
        }
        newLine(depth, after: false)
        append("]")
    }

    private mutating func record(_ entries: [(key: String, value: Datum)], depth: Int) {
        append("{")
        for (index, entry) in entries.enumerated() {
            newLine(depth + 1, after: index > 0)
            string(entry.key)
            append(": ")
            write(entry.value, depth: depth + 1)
        }
        newLine(depth, after: false)
        append("}")
    }

    private mutating func newLine(_ depth: Int, after isFollowing: Bool) {
        if isFollowing { append(",") }
        bytes.append(0x0A)
        for _ in 0..<depth { append("  ") }
    }

    /// U+2028 and U+2029 end a line in JavaScript, and `<` opens a tag where JSON stands in a page: both are escaped too.
    private mutating func string(_ text: String) {
        append("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": append("\\\"")
            case "\\": append("\\\\")
            case "\n": append("\\n")
            case "\r": append("\\r")
            case "\t": append("\\t")
            case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}", "<": escape(scalar)
            default: bytes.append(utf8Of: scalar)
            }
        }
        append("\"")
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
