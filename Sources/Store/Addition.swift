import Facts
import Links
import Provenance

/// One document ready to be added (待入库文件): everything that its transaction writes, worked out beforehand.
public struct Addition: Sendable {
    public let document: PolicyDocument
    /// The document in the XML of the contract, UTF-8.
    public let xml: [UInt8]
    /// The absolute path it was read from, so that `verify` can read it again.
    public let path: String?
    public let facts: LinkableFacts
    let passages: [Passage]
    let citations: [PlacedCitation]
    /// By element id: where facts stand and what figures they hold.
    let details: [String: FactDetail]
    /// In printed order.
    let plans: [PlanFact]
    let counts: Counts
    /// Official names of the bodies named in it, by id.
    let officials: [(ref: String, official: String)]
    /// Ids of the marks that name a class of bodies.
    let classMarks: Set<String>

    struct Counts: Sendable {
        var directives = 0
    }

    /// - Parameter lines: the lines of the source, where places should have them.
    public init(document: PolicyDocument, xml: [UInt8], path: String?, facts: LinkableFacts, lines: LineIndex?) {
        self.document = document
        self.xml = xml
        self.path = path
        self.facts = facts
        var walk = PassageWalk(lines: lines)
        walk.visit(document)
        passages = walk.passages
        citations = walk.citations
        details = walk.details
        plans = walk.plans
        counts = walk.counts
        classMarks = walk.classMarks
        officials = walk.officials.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

/// A paragraph, heading, cell or field with its place, as search finds it.
struct Passage: Sendable {
    var element: String
    /// The XML element's name.
    var role: String
    var directive: String?
    var headings: [String]
    var span: Span
    var position: (line: Int, column: Int)?
    var page: Int?
    var place: String?
    var text: String
}

/// What is announced or forecast (计划): no evidence of anything, but shown beside what is.
struct PlanFact: Sendable {
    var element: String
    var text: String
    var span: Span
    var directive: String?
    var headings: [String]
}

/// Where a document names another.
struct PlacedCitation: Sendable {
    var citation: Citation
    /// Of the paragraph, heading, cell or field.
    var element: String
    var span: Span
    var position: (line: Int, column: Int)?
    var page: Int?
    var place: String?
}

/// What a fact's own struct does not hold of it.
struct FactDetail: Sendable {
    var position: (line: Int, column: Int)?
    var page: Int?
    var place: String?
    var quantities: [Quantity]

    struct Quantity: Sendable {
        var element: String?
        var mention: QuantityMention
        var words: String
    }
}

/// One pass over a document in printed order that collects what is searched and shown.
struct PassageWalk {
    let lines: LineIndex?
    private var map: SourceMap?
    private(set) var passages: [Passage] = []
    private(set) var citations: [PlacedCitation] = []
    private(set) var details: [String: FactDetail] = [:]
    private(set) var plans: [PlanFact] = []
    private(set) var counts = Addition.Counts()
    private(set) var officials: [String: String] = [:]
    private(set) var classMarks: Set<String> = []

    init(lines: LineIndex?) {
        self.lines = lines
    }

    mutating func visit(_ document: PolicyDocument) {
        map = document.source.map
        for field in document.front { read(field.content, field.name.rawValue, [], nil) }
        visit(document.body, headings: [], directive: nil)
        for field in document.back { read(field.content, field.name.rawValue, [], nil) }
    }

    private mutating func visit(_ blocks: [Block], headings: [String], directive: String?) {
        for block in blocks {
            switch block {
            case .division(let division):
                var inner = headings
                if let heading = division.heading {
                    read(heading, "heading", headings, nil)
                    inner.append(heading.text)
                }
                visit(division.blocks, headings: inner, directive: nil)
            case .directive(let clause):
                counts.directives += 1
                var inner = headings
                if let heading = clause.heading {
                    read(heading, "heading", headings, clause.id)
                    inner.append(heading.text)
                }
                visit(clause.blocks, headings: inner, directive: clause.id)
            case .paragraph(let text): read(text, "p", headings, directive)
            case .table(let table):
                for row in table.rows {
                    if row.directive != nil { counts.directives += 1 }
                    for cell in row.cells { read(cell, "cell", headings, row.directive?.id ?? directive) }
                }
            case .closing(let fields):
                for field in fields { read(field.content, field.name.rawValue, headings, nil) }
            case .furniture: break
            }
        }
    }

    private mutating func read(_ block: TextBlock, _ role: String, _ headings: [String], _ directive: String?) {
        guard !block.text.isEmpty else { return }
        passages.append(
            Passage(
                element: block.id, role: role, directive: directive, headings: headings, span: block.span,
                position: lines?.position(of: block.span.start), page: block.page, place: place(block.span), text: block.text))
        for (index, mark) in block.marks.enumerated() {
            switch mark.fact {
            case .plan:
                guard let id = mark.id else { continue }
                plans.append(PlanFact(element: id, text: block.words(of: mark), span: mark.span, directive: directive, headings: headings))
            case .requirement, .action, .problem: break
            case .body(let body):
                if body.isClass, let id = mark.id { classMarks.insert(id) }
                if let ref = body.ref, let official = body.official { officials[ref] = official }
                continue
            case .cite(let citation):
                citations.append(
                    PlacedCitation(
                        citation: citation, element: block.id, span: mark.span, position: lines?.position(of: mark.span.start),
                        page: page(mark, in: block), place: place(mark.span)))
                continue
            default: continue
            }
            guard let id = mark.id else { continue }
            var quantities: [FactDetail.Quantity] = []
            for inner in block.marks[(index + 1)...] {
                guard inner.range.lowerBound < mark.range.upperBound else { break }
                if case .quantity(let mention) = inner.fact {
                    quantities.append(.init(element: inner.id, mention: mention, words: block.words(of: inner)))
                }
            }
            details[id] = FactDetail(
                position: lines?.position(of: mark.span.start), page: page(mark, in: block), place: place(mark.span), quantities: quantities)
        }
    }

    /// A paragraph may begin on the page before.
    private func page(_ mark: Mark, in block: TextBlock) -> Int? { map?.page(at: mark.span.start) ?? block.page }

    private func place(_ span: Span) -> String? { map?.locator(at: span.start)?.code }
}
