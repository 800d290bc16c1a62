import Facts
import Provenance
import XMLTree

/// A document as Akoma Ntoso 3.0 (AKN 导出): metadata in FRBR terms, clauses with `eId`s by the naming convention, organisations as
/// `TLCOrganization`, citations as references. Folios and running heads, which AKN has no place for, are left out.
public struct AkomaWriter: ~Copyable {
    private var xml = XMLWriter()
    private var ids = AkomaIdentifier()
    private let document: PolicyDocument
    private let references: AkomaReferences

    public static func bytes(of document: PolicyDocument) -> [UInt8] {
        var writer = AkomaWriter(document)
        writer.write()
        return writer.xml.bytes
    }

    private init(_ document: PolicyDocument) {
        self.document = document
        references = AkomaReferences(document)
    }

    private mutating func write() {
        xml.declaration()
        xml.start("akomaNtoso")
        xml.attribute("xmlns", literal: "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")
        xml.start("doc")
        xml.attribute("name", document.kind.rawValue)
        meta()
        if !document.front.isEmpty {
            xml.start("preface")
            for field in document.front { write(field, in: "preface") }
            xml.end()
        }
        xml.start("mainBody")
        let blocks = document.body.filter { if case .furniture = $0 { false } else { true } }
        if blocks.isEmpty {
            xml.start("p")
            xml.end()
        }
        for block in blocks { write(block, in: "", depth: 0) }
        xml.end()
        if !document.back.isEmpty {
            xml.start("conclusions")
            for field in document.back { write(field, in: "conclusions") }
            xml.end()
        }
        xml.end()
        xml.end()
    }

    // MARK: Metadata

    private var day: String { document.date.flatMap { CalendarDay(iso: $0)?.description } ?? "0001-01-01" }
    private var work: String { "/akn/cn/doc/" + day + "/" + AkomaReferences.escaped(document.id) }

    private var author: String {
        for field in document.front where field.name == .issuer {
            for mark in field.content.marks {
                if case .body(let body) = mark.fact, let entry = references.organisations[AkomaReferences.key(body)] { return "#" + entry.id }
            }
        }
        return "#suyuan"
    }

    private mutating func meta() {
        xml.start("meta")
        xml.start("identification")
        xml.attribute("source", literal: "#suyuan")
        let language = document.language == "zh-Hant" ? "zho-Hant" : "zho"
        xml.start("FRBRWork")
        core(this: work + "/!main", uri: work, alias: document.work, day: day, name: "issued", author: author)
        value("FRBRcountry", "cn")
        if let type = document.type { value("FRBRsubtype", type) }
        if let number = document.front.first(where: { $0.name == .number || $0.name == .issueNumber }) { value("FRBRnumber", number.content.text) }
        if let title = document.front.first(where: { $0.name == .title }) { value("FRBRname", title.content.text) }
        xml.end()
        let expression = work + "/" + language + "@" + day
        xml.start("FRBRExpression")
        core(this: expression + "/!main", uri: expression, alias: nil, day: day, name: "issued", author: author)
        xml.start("FRBRlanguage")
        xml.attribute("language", language)
        xml.end()
        xml.end()
        xml.start("FRBRManifestation")
        core(this: expression + "/!main.xml", uri: expression + ".akn", alias: nil, day: day, name: "issued", author: "#suyuan")
        value("FRBRformat", "application/akn+xml")
        xml.end()
        xml.end()
        xml.start("references")
        xml.attribute("source", literal: "#suyuan")
        entry("original", .init(id: "original", href: "urn:sha256:" + document.source.sha256, label: document.source.name))
        for cited in references.documents.values.sorted(by: { $0.id < $1.id }) { entry("activeRef", cited) }
        for body in references.organisations.values.sorted(by: { $0.id < $1.id }) { entry("TLCOrganization", body) }
        entry("TLCOrganization", .init(id: "suyuan", href: "/akn/ontology/organization/suyuan", label: "Suyuan 溯源"))
        entry("TLCConcept", .init(id: "quantity", href: "/akn/ontology/concept/quantity", label: "quantity"))
        xml.end()
        xml.end()
    }

    private mutating func core(this: String, uri: String, alias: String?, day: String, name: StaticString, author: String) {
        value("FRBRthis", this)
        value("FRBRuri", uri)
        if let alias {
            xml.start("FRBRalias")
            xml.attribute("value", alias)
            xml.attribute("name", literal: "work")
            xml.end()
        }
        xml.start("FRBRdate")
        xml.attribute("date", day)
        xml.attribute("name", literal: name)
        xml.end()
        xml.start("FRBRauthor")
        xml.attribute("href", author)
        xml.end()
    }

    private mutating func value(_ name: StaticString, _ value: String) {
        xml.start(name)
        xml.attribute("value", value)
        xml.end()
    }

    private mutating func entry(_ name: StaticString, _ entry: AkomaReferences.Entry) {
        xml.start(name)
        xml.attribute("eId", entry.id)
        xml.attribute("href", entry.href)
        xml.attribute("showAs", entry.label)
        xml.end()
    }

    // MARK: Structure

    private mutating func write(_ block: Block, in parent: String, depth: Int) {
        switch block {
        case .division(let division): write(division, in: parent, depth: depth)
        case .directive(let directive): write(directive, in: parent, depth: depth)
        case .paragraph(let text): paragraph(text, in: parent)
        case .table(let table): write(table, in: parent)
        case .closing(let fields): for field in fields { write(field, in: parent) }
        case .furniture: break
        }
    }

    private mutating func write(_ division: Division, in parent: String, depth: Int) {
        let (element, short): (StaticString, String) =
            switch division.kind {
            case .part: ("part", "part")
            case .item: ("hcontainer", "hcontainer")
            case .section: Self.name(depth, division.number)
            }
        let id = ids.make(short, in: Self.isWhole(short) ? "" : parent, number: division.number)
        xml.start(element)
        xml.attribute("eId", id)
        if division.kind == .item { xml.attribute("name", literal: "item") }
        if division.kind == .section, short == "hcontainer" { xml.attribute("name", literal: "section") }
        hierarchy(division.number, division.heading, division.blocks, in: id, depth: division.kind == .section ? depth + 1 : depth)
        xml.end()
    }

    private mutating func write(_ directive: Directive, in parent: String, depth: Int) {
        let (element, short) = Self.name(depth, directive.number)
        let id = ids.make(short, in: Self.isWhole(short) ? "" : parent, number: directive.number)
        xml.start(element)
        xml.attribute("eId", id)
        if short == "hcontainer" { xml.attribute("name", literal: "directive") }
        hierarchy(directive.number, directive.heading, directive.blocks, in: id, depth: depth + 1)
        xml.end()
    }

    /// 第…章 is a chapter and 第…条 an article; other numbering goes by its depth: 一、（一） 1. （1）.
    private static func name(_ depth: Int, _ number: String?) -> (StaticString, String) {
        if let number, number.hasPrefix("第") {
            if number.contains("章") { return ("chapter", "chp") }
            if number.contains("条") { return ("article", "art") }
        }
        return switch depth {
        case 0: ("section", "sec")
        case 1: ("subsection", "subsec")
        case 2: ("paragraph", "para")
        case 3: ("subparagraph", "subpara")
        case 4: ("point", "point")
        default: ("hcontainer", "hcontainer")
        }
    }

    /// Articles are numbered through the whole document, so their ids need no path.
    private static func isWhole(_ short: String) -> Bool { short == "art" }

    private mutating func hierarchy(_ number: String?, _ heading: TextBlock?, _ blocks: [Block], in id: String, depth: Int) {
        if let number {
            xml.start("num", mixed: true)
            xml.text(number)
            xml.end()
        }
        if let heading {
            xml.start("heading", mixed: true)
            xml.attribute("eId", ids.only("heading", in: id))
            inline(heading, without: number, in: id)
            xml.end()
        }
        let blocks = blocks.filter { if case .furniture = $0 { false } else { true } }
        func isNested(_ block: Block) -> Bool {
            switch block {
            case .division, .directive: true
            case .paragraph, .table, .closing, .furniture: false
            }
        }
        guard let first = blocks.firstIndex(where: isNested), let last = blocks.lastIndex(where: isNested) else {
            // Text alone; AKN wants something in it.
            contain("content", blocks, in: id, number: heading == nil ? number : nil)
            return
        }
        if first > 0 { contain("intro", Array(blocks[..<first]), in: id, number: heading == nil ? number : nil) }
        var loose: [Block] = []
        for block in blocks[first...last] {
            if isNested(block) {
                interlude(&loose, in: id)
                write(block, in: id, depth: depth)
            } else {
                loose.append(block)
            }
        }
        interlude(&loose, in: id)
        if last + 1 < blocks.count { contain("wrapUp", Array(blocks[(last + 1)...]), in: id, number: nil) }
    }

    /// Paragraphs between two clauses, which AKN allows in a container only.
    private mutating func interlude(_ blocks: inout [Block], in parent: String) {
        guard !blocks.isEmpty else { return }
        let id = ids.make("hcontainer", in: parent)
        xml.start("hcontainer")
        xml.attribute("eId", id)
        xml.attribute("name", literal: "text")
        contain("content", blocks, in: id, number: nil)
        xml.end()
        blocks = []
    }

    /// - Parameter number: the printed number that the first paragraph repeats, where there is no heading.
    private mutating func contain(_ name: StaticString, _ blocks: [Block], in parent: String, number: String?) {
        xml.start(name)
        let id = ids.only(name.description == "wrapUp" ? "wrapup" : name.description, in: parent)
        xml.attribute("eId", id)
        if blocks.isEmpty {
            xml.start("p")
            xml.end()
        }
        var number = number
        for block in blocks {
            if case .paragraph(let text) = block {
                paragraph(text, in: parent, without: number)
            } else {
                write(block, in: parent, depth: 0)
            }
            number = nil
        }
        xml.end()
    }

    private mutating func write(_ table: Table, in parent: String) {
        guard !table.rows.isEmpty else { return }
        let id = ids.make("table", in: parent)
        xml.start("table")
        xml.attribute("eId", id)
        for row in table.rows {
            let tr = ids.make("tr", in: id)
            xml.start("tr")
            xml.attribute("eId", tr)
            for cell in row.cells {
                let td = ids.make("td", in: tr)
                xml.start("td")
                xml.attribute("eId", td)
                paragraph(cell, in: td)
                xml.end()
            }
            if row.cells.isEmpty {
                xml.start("td")
                xml.end()
            }
            xml.end()
        }
        xml.end()
    }

    // MARK: Text

    private mutating func write(_ field: Field, in parent: String) {
        let id = ids.make("p", in: parent)
        xml.start("p", mixed: true)
        xml.attribute("eId", id)
        switch field.name {
        case .title: wrap("docTitle", field.content, in: id)
        case .number, .issueNumber: wrap("docNumber", field.content, in: id)
        case .date where field.when?.utf8.count == 10:
            xml.start("docDate", mixed: true)
            xml.attribute("date", field.when)
            // Its own date element would say the same again.
            xml.text(field.content.text)
            xml.end()
        default: inline(field.content, in: id)
        }
        xml.end()
    }

    private mutating func wrap(_ name: StaticString, _ text: TextBlock, in id: String) {
        xml.start(name, mixed: true)
        inline(text, in: id)
        xml.end()
    }

    private mutating func paragraph(_ text: TextBlock, in parent: String, without number: String? = nil) {
        let id = ids.make("p", in: parent)
        xml.start("p", mixed: true)
        xml.attribute("eId", id)
        inline(text, without: number, in: id)
        xml.end()
    }

    /// - Parameter number: what `num` has said already.
    private mutating func inline(_ block: TextBlock, without number: String? = nil, in parent: String) {
        let bytes = Array(block.text.utf8)
        var start = 0
        if let number, block.text.hasPrefix(number) {
            let end = number.utf8.count
            if !block.marks.contains(where: { $0.range.lowerBound < end && $0.range.upperBound > end }) { start = end }
        }
        var index = block.marks.firstIndex { $0.range.lowerBound >= start } ?? block.marks.endIndex
        pieces(bytes, block.marks, &index, start..<bytes.count, in: parent)
    }

    private mutating func pieces(_ bytes: [UInt8], _ marks: [Mark], _ index: inout Int, _ range: Range<Int>, in parent: String) {
        var position = range.lowerBound
        while index < marks.count, marks[index].range.lowerBound < range.upperBound, marks[index].range.upperBound <= range.upperBound {
            let mark = marks[index]
            index += 1
            text(bytes[position..<max(position, mark.range.lowerBound)])
            open(mark, in: parent)
            pieces(bytes, marks, &index, mark.range, in: parent)
            xml.end()
            position = mark.range.upperBound
        }
        text(bytes[min(position, range.upperBound)..<range.upperBound])
    }

    private mutating func text(_ bytes: ArraySlice<UInt8>) { xml.text(String(decoding: bytes, as: UTF8.self)) }

    private mutating func open(_ mark: Mark, in parent: String) {
        func begin(_ name: StaticString, _ short: String) {
            xml.start(name, mixed: true)
            xml.attribute("eId", ids.make(short, in: parent))
        }
        switch mark.fact {
        case .body(let body):
            begin("organization", "org")
            xml.attribute("refersTo", references.organisations[AkomaReferences.key(body)].map { "#" + $0.id })
        case .date(let date) where date.value.text.utf8.count == 10:
            begin("date", "date")
            xml.attribute("date", date.value.text)
        case .date(let date):
            begin("inline", "inline")
            xml.attribute("name", literal: "period")
            xml.attribute("title", date.value.text)
        case .quantity(let quantity):
            begin("quantity", "quantity")
            xml.attribute("refersTo", literal: "#quantity")
            xml.attribute("normalized", quantity.comparator + quantity.value + quantity.unit)
        case .cite(let cite):
            begin("ref", "ref")
            xml.attribute("href", references.documents[cite.ref ?? cite.title].map { "#" + $0.id } ?? "#original")
        case .requirement:
            begin("inline", "inline")
            xml.attribute("name", literal: "requirement")
        case .action:
            begin("inline", "inline")
            xml.attribute("name", literal: "action")
        case .plan:
            begin("inline", "inline")
            xml.attribute("name", literal: "plan")
        case .problem:
            begin("inline", "inline")
            xml.attribute("name", literal: "problem")
        }
    }
}
