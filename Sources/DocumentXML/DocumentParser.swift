import Facts
import Provenance
import XMLTree

/// Reads XML of the policy vocabulary back into a document (公文读入): the inverse of `DocumentWriter`.
///
/// What the vocabulary does not know is a fault and is never dropped in silence; attributes of other namespaces are passed over.
public struct DocumentParser {
    /// An element with an id and the line of its start tag, for messages.
    public struct Line: Hashable, Sendable {
        public let id: String
        /// From 1.
        public let line: Int
    }

    var source: ElementSource
    /// UTF-8 of the block that is being read.
    var buffer: [UInt8] = []
    var lines: [Line] = []

    private init(_ events: XMLEvents) { source = ElementSource(events) }

    /// - Parameter file: the name that faults give.
    /// - Throws: `Fault` with the line where the bytes are no safe, well-formed XML of the vocabulary.
    public static func parse(_ bytes: [UInt8], file: String) throws(Fault) -> PolicyDocument {
        try parse(XMLEvents.parse(bytes, file: file)).document
    }

    /// - Returns: the document, and every id with its line in the order of the file.
    public static func parse(_ events: XMLEvents) throws(Fault) -> (document: PolicyDocument, lines: [Line]) {
        var parser = DocumentParser(events)
        let document = try parser.document()
        return (document, parser.lines)
    }

    private mutating func document() throws(Fault) -> PolicyDocument {
        let root = try source.root(.document)
        let id = try source.string(.id, root)
        let work = try source.string(.work, root)
        let kind: DocumentKind = try source.choice(.kind, root)
        let type = source.optional(.type, root)
        let language = try source.string(.lang, root)
        let date = source.optional(.date, root)
        try source.endOfAttributes(root)
        let description = try sourceDescription(root)
        _ = try start(.front, in: root)
        let front = try fields(in: .front)
        let text = try start(.text, in: root)
        let body = try blocks(in: text)
        _ = try start(.back, in: root)
        let back = try fields(in: .back)
        var found: [Finding] = []
        if let next = try source.child(of: root) {
            guard source.tag(next) == .findings else { throw source.unexpected(next, in: root) }
            found = try findings(next)
            if let extra = try source.child(of: root) { throw source.unexpected(extra, in: root) }
        }
        return PolicyDocument(
            id: id, work: work, kind: kind, type: type, language: language, source: description, date: date, front: front,
            body: body, back: back, findings: found)
    }

    /// The next child, which must be this one and bear no attributes.
    private mutating func start(_ tag: PolicyVocabulary.Tag, in parent: XMLEvents.Event) throws(Fault) -> XMLEvents.Event {
        let child = try source.child(of: parent, mustBe: tag)
        try source.endOfAttributes(child)
        return child
    }

    private mutating func sourceDescription(_ root: XMLEvents.Event) throws(Fault) -> SourceDescription {
        let element = try source.child(of: root, mustBe: .source)
        var description = SourceDescription(
            name: try source.string(.name, element), mediaType: try source.string(.mediaType, element),
            encoding: try source.string(.encoding, element), sha256: try source.string(.sha256, element),
            bytes: try source.int(.bytes, element), characters: try source.int(.characters, element),
            pages: try source.optionalInt(.pages, element), reader: source.optional(.reader, element))
        try source.endOfAttributes(element)
        description.map = try sourceMap(in: element)
        return description
    }

    private mutating func sourceMap(in element: XMLEvents.Event) throws(Fault) -> SourceMap? {
        var lines: [SourceMap.Line] = []
        while let child = try source.child(of: element) {
            guard source.tag(child) == .map else { throw source.unexpected(child, in: element) }
            let unit = try source.string(.unit, child)
            let name = source.optional(.name, child)
            try source.endOfAttributes(child)
            lines.append(SourceMap.Line(unit: unit, name: name, marks: try source.plainText(of: child)))
        }
        guard !lines.isEmpty else { return nil }
        guard let map = SourceMap(lines) else {
            throw Fault(.attributeIsInvalid("unit", of: "map", value: lines.map(\.unit).joined(separator: " ")), at: source.events.place(of: element))
        }
        return map
    }

    private mutating func findings(_ element: XMLEvents.Event) throws(Fault) -> [Finding] {
        try source.endOfAttributes(element)
        var result: [Finding] = []
        while let child = try source.child(of: element) {
            guard source.tag(child) == .finding else { throw source.unexpected(child, in: element) }
            let severity: Severity = try source.choice(.severity, child)
            let key = try source.string(.key, child)
            let about = source.optional(.element, child)
            let start = try source.optionalInt(.start, child)
            let end = try source.optionalInt(.end, child)
            try source.endOfAttributes(child)
            var texts: [Language: String] = [:]
            while let message = try source.child(of: child) {
                guard source.tag(message) == .message else { throw source.unexpected(message, in: child) }
                let language: Language = try source.choice(.lang, message)
                try source.endOfAttributes(message)
                texts[language] = try source.plainText(of: message)
            }
            let span: Span? = if let start, let end { Span(start, end) } else { nil }
            let message = Message(key, zh: texts[.zh] ?? "", en: texts[.en] ?? "")
            result.append(Finding(severity, message, element: about, span: span))
        }
        return result
    }

    mutating func note(_ id: String, _ element: XMLEvents.Event) {
        lines.append(Line(id: id, line: Int(element.line)))
    }
}
