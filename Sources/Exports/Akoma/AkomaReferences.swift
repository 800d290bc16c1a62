import Facts
import Provenance

/// What a document refers to, as Akoma Ntoso lists it before the text (引用的机构与文件): organisations by their ids, documents by title.
struct AkomaReferences {
    struct Entry {
        let id: String
        let href: String
        let label: String
    }

    /// By the key of the body.
    private(set) var organisations: [String: Entry] = [:]
    /// By title.
    private(set) var documents: [String: Entry] = [:]

    init(_ document: PolicyDocument) {
        for field in document.front + document.back { add(field.content) }
        document.body.forEach { add($0) }
    }

    static func key(_ body: BodyMention) -> String { body.ref ?? "name:" + body.name }

    private mutating func add(_ block: Block) {
        switch block {
        case .division(let division):
            if let heading = division.heading { add(heading) }
            division.blocks.forEach { add($0) }
        case .directive(let directive):
            if let heading = directive.heading { add(heading) }
            directive.blocks.forEach { add($0) }
        case .paragraph(let text): add(text)
        case .table(let table): for row in table.rows { row.cells.forEach { add($0) } }
        case .closing(let fields): for field in fields { add(field.content) }
        case .furniture: break
        }
    }

    private mutating func add(_ text: TextBlock) {
        for mark in text.marks {
            switch mark.fact {
            case .body(let body):
                let key = Self.key(body)
                guard organisations[key] == nil else { continue }
                let path = body.ref.map { "cn/" + Self.escaped($0) } ?? "cn/named/" + Self.escaped(body.name)
                organisations[key] = Entry(
                    id: "org_" + (body.ref.map { String(scalars: $0.unicodeScalars.map { $0 == "/" ? "_" : $0 }) } ?? ContentHash.shortName(body.name)),
                    href: "/akn/ontology/organization/" + path, label: body.official ?? body.name)
            case .cite(let cite):
                let title = cite.ref ?? cite.title
                guard documents[title] == nil else { continue }
                documents[title] = Entry(
                    id: "doc_" + ContentHash.shortName(title), href: "/akn/cn/doc/~" + Self.escaped(title), label: title)
            case .requirement, .action, .plan, .problem, .date, .quantity: continue
            }
        }
    }

    /// A text as a part of a URI: everything but letters and digits of ASCII, `-`, `.`, `_` and `/` by its bytes.
    static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x2F: result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
