import XMLTree

/// Prints a `Datum` as XML in the namespace of answers: records become elements, lists repeat one element, null leaves it out.
enum DatumXML {
    static let namespace: StaticString = "urn:suyuan:answer:1"

    static func print(_ datum: Datum, root: StaticString) -> [UInt8] {
        var writer = XMLWriter()
        writer.declaration()
        writer.start(root)
        writer.attribute("xmlns", literal: namespace)
        content(datum, to: &writer)
        writer.end()
        return writer.bytes
    }

    private static func content(_ datum: Datum, to writer: inout XMLWriter) {
        switch datum {
        case .null: break
        case .flag(let value): writer.text(value ? "true" : "false")
        case .integer(let value): writer.text(String(value))
        case .decimal(let text), .text(let text): writer.text(text)
        case .list(let item, let items): for entry in items { element(item, entry, to: &writer) }
        case .record(let entries): for entry in entries { element(entry.key, entry.value, to: &writer) }
        case .named(let entries):
            for entry in entries {
                writer.start("entry")
                writer.attribute("name", entry.name)
                content(entry.value, to: &writer)
                writer.end()
            }
        }
    }

    private static func element(_ name: StaticString, _ datum: Datum, to writer: inout XMLWriter) {
        switch datum {
        case .null: return
        case .list(_, let items) where items.isEmpty: return
        case .list, .record, .named: writer.start(name)
        case .flag, .integer, .decimal, .text: writer.start(name, mixed: true)
        }
        content(datum, to: &writer)
        writer.end()
    }
}
