import Facts
import Provenance
import XMLTree

/// Writes a document as XML of the policy vocabulary (公文写出). The same document gives the same bytes, always;
/// `DocumentParser` gives the same document back.
public struct DocumentWriter: ~Copyable {
    private var xml: XMLWriter

    /// - Throws: `Fault` where marks cross, leave their text or cut a code point, so that no XML can say what the model says.
    public static func bytes(of document: PolicyDocument) throws(Fault) -> [UInt8] {
        var writer = DocumentWriter(xml: XMLWriter(reserving: document.source.bytes * 4 + 4096))
        try writer.write(document)
        return writer.xml.bytes
    }

    private mutating func write(_ document: PolicyDocument) throws(Fault) {
        xml.declaration()
        xml.start("document")
        xml.attribute("xmlns", PolicyVocabulary.namespace)
        xml.attribute("id", document.id)
        xml.attribute("work", document.work)
        xml.attribute("kind", document.kind.rawValue)
        xml.attribute("type", document.type)
        xml.attribute("lang", document.language)
        xml.attribute("date", document.date)
        write(document.source)
        xml.start("front")
        for field in document.front { try write(field) }
        xml.end()
        xml.start("text")
        for block in document.body { try write(block) }
        xml.end()
        xml.start("back")
        for field in document.back { try write(field) }
        xml.end()
        write(document.findings)
        xml.end()
    }

    private mutating func write(_ source: SourceDescription) {
        xml.start("source")
        xml.attribute("name", source.name)
        xml.attribute("mediaType", source.mediaType)
        xml.attribute("encoding", source.encoding)
        xml.attribute("sha256", source.sha256)
        xml.attribute("bytes", source.bytes)
        xml.attribute("characters", source.characters)
        xml.attribute("pages", source.pages)
        xml.attribute("reader", source.reader)
        for line in source.map?.lines ?? [] {
            xml.start("map", mixed: true)
            xml.attribute("unit", line.unit)
            xml.attribute("name", line.name)
            xml.text(line.marks)
            xml.end()
        }
        xml.end()
    }

    private mutating func write(_ findings: [Finding]) {
        guard !findings.isEmpty else { return }
        xml.start("findings")
        for finding in findings {
            xml.start("finding")
            xml.attribute("severity", finding.severity.rawValue)
            xml.attribute("key", finding.message.key)
            xml.attribute("element", finding.element)
            xml.attribute("start", finding.span?.start)
            xml.attribute("end", finding.span?.end)
            for language in Language.allCases {
                xml.start("message", mixed: true)
                xml.attribute("lang", language.rawValue)
                xml.text(finding.message.text(language))
                xml.end()
            }
            xml.end()
        }
        xml.end()
    }

    // MARK: Structure

    private mutating func write(_ block: Block) throws(Fault) {
        switch block {
        case .division(let division): try write(division)
        case .directive(let directive): try write(directive)
        case .paragraph(let paragraph): try write(paragraph, as: "p")
        case .table(let table): try write(table)
        case .closing(let fields):
            xml.start("closing")
            for field in fields { try write(field) }
            xml.end()
        case .furniture(let furniture):
            xml.start("furniture", mixed: true)
            write(furniture.span)
            xml.text(furniture.text)
            xml.end()
        }
    }

    private mutating func write(_ division: Division) throws(Fault) {
        xml.start(division.kind.tag)
        xml.attribute("id", division.id)
        xml.attribute("number", division.number)
        xml.attribute("level", division.level)
        if let heading = division.heading { try write(heading, as: "heading") }
        for block in division.blocks { try write(block) }
        xml.end()
    }

    /// - Parameter row: the table row that states the directive, where one does.
    private mutating func write(_ directive: Directive, row: Row? = nil) throws(Fault) {
        xml.start("directive")
        xml.attribute("id", directive.id)
        xml.attribute("number", directive.number)
        xml.attribute("level", directive.level)
        if directive.reported { xml.attribute("reported", literal: "true") }
        xml.attribute("of", directive.of)
        if let heading = directive.heading { try write(heading, as: "heading") }
        for assignment in directive.assignments { write(assignment) }
        for deadline in directive.deadlines {
            xml.start("deadline")
            xml.attribute("when", deadline.when)
            xml.attribute("basis", deadline.basis)
            xml.end()
        }
        for target in directive.targets { write(target) }
        for block in directive.blocks { try write(block) }
        if let row { try write(cellsOf: row) }
        xml.end()
    }

    private mutating func write(_ assignment: Assignment) {
        xml.start("assignment")
        xml.attribute("body", assignment.body)
        xml.attribute("name", assignment.name)
        xml.attribute("role", assignment.role.rawValue)
        xml.attribute("basis", assignment.basis)
        if assignment.isOpen { xml.attribute("open", literal: "true") }
        xml.end()
    }

    private mutating func write(_ target: Target) {
        xml.start("target")
        xml.attribute("indicator", target.indicator)
        xml.attribute("comparator", target.comparator)
        xml.attribute("value", target.value)
        xml.attribute("unit", target.unit)
        xml.attribute("when", target.when)
        xml.attribute("reference", target.reference)
        xml.attribute("basis", target.basis)
        xml.end()
    }

    private mutating func write(_ table: Table) throws(Fault) {
        xml.start("table")
        xml.attribute("id", table.id)
        for row in table.rows {
            if let directive = row.directive {
                try write(directive, row: row)
            } else {
                try write(cellsOf: row)
            }
        }
        xml.end()
    }

    private mutating func write(cellsOf row: Row) throws(Fault) {
        xml.start("row")
        for cell in row.cells { try write(cell, as: "cell") }
        xml.end()
    }

    // MARK: Text

    private mutating func write(_ field: Field) throws(Fault) {
        xml.start(field.name.tag, mixed: true)
        writePlace(of: field.content)
        xml.attribute("when", field.when)
        xml.attribute("ref", field.ref)
        if field.name == .issuer { xml.attribute("name", field.content.firstBodyName) }
        xml.attribute("direction", field.direction)
        try InlineWriter.write(field.content, to: &xml)
        xml.end()
    }

    private mutating func write(_ block: TextBlock, as tag: StaticString) throws(Fault) {
        xml.start(tag, mixed: true)
        writePlace(of: block)
        try InlineWriter.write(block, to: &xml)
        xml.end()
    }

    private mutating func writePlace(of block: TextBlock) {
        xml.attribute("id", block.id)
        write(block.span)
        xml.attribute("page", block.page)
    }

    private mutating func write(_ span: Span) {
        xml.attribute("start", span.start)
        xml.attribute("end", span.end)
    }
}

extension TextBlock {
    /// The issuer's name is what its first `body` says; the attribute repeats it for readers of 版头 alone.
    fileprivate var firstBodyName: String? {
        for mark in marks {
            if case .body(let body) = mark.fact { return body.name }
        }
        return nil
    }
}

extension Division.Kind {
    fileprivate var tag: StaticString {
        switch self {
        case .part: "part"
        case .section: "section"
        case .item: "item"
        }
    }
}

extension Field.Name {
    fileprivate var tag: StaticString {
        switch self {
        case .copyNumber: "copyNumber"
        case .classification: "classification"
        case .urgency: "urgency"
        case .issuer: "issuer"
        case .number: "number"
        case .issueNumber: "issueNumber"
        case .signer: "signer"
        case .title: "title"
        case .addressee: "addressee"
        case .date: "date"
        case .contents: "contents"
        case .note: "note"
        case .attachment: "attachment"
        case .annex: "annex"
        case .copies: "copies"
        case .printer: "printer"
        case .masthead: "masthead"
        }
    }
}
