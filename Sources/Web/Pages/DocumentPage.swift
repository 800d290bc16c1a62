import Exports
import Facts
import Links
import Provenance
import Queries

/// 原文: a document as it was read, its facts marked by kind, its structure at the side.
struct DocumentPage {
    let frame: PageFrame
    let shown: ShownDocument
    /// What the address points at, in code points of the source.
    let span: Span?

    func render() -> [UInt8] {
        let wording = frame.wording
        let row = shown.row
        return frame.page(row.label.title, in: .documents) { html in
            frame.title(
                row.label.title,
                facts: [
                    (wording(.colDocNumber), row.label.number ?? ""), (wording(.colDate), row.label.date ?? ""),
                    (wording(.colKind), row.type ?? wording.name(row.label.kind)), (wording(.colIssuer), row.issuer.map(wording.name) ?? ""),
                    (wording(.colFile), row.source.name),
                ], to: &html)
            if row.isSuperseded { html.element("p", [.class("notice")], text: wording(.wordSuperseded)) }
            html.raw("<div class=\"reader\">\n<aside>")
            side(to: &html)
            html.raw("</aside>\n")
            html.open("article", [.class("source"), .init("id", "source"), .init("data-document", row.label.id)])
            var writer = DocumentText(frame: frame, document: row.label.id, span: span)
            writer.write(shown.document, to: &html)
            html.raw("</article>\n</div>\n")
        }
    }

    private func side(to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<details open><summary>")
        html.text(wording(.webOutline))
        html.raw("</summary><ol class=\"outline\">")
        for entry in Outline.of(shown.document) {
            html.element("li", [.class("level-\(min(entry.level, 4))")]) { html in
                html.element("a", [.init("href", "#" + entry.id)], text: entry.title)
            }
        }
        html.raw("</ol></details>")
        html.element("h3", text: wording(.webMarks))
        html.raw("<ul class=\"marks\">")
        for kind in FactKind.allCases {
            html.raw("<li>")
            html.open("label", [.class("fact-key k-" + kind.rawValue)])
            html.open("input", [.init("type", "checkbox"), .init("checked", ""), .init("data-marks", kind.rawValue)])
            html.element("span", [.class("f k-" + kind.rawValue)], text: wording(kind.title))
            html.raw("</label></li>")
        }
        html.raw("</ul>")
        if !shown.document.findings.isEmpty {
            html.element("h3", text: wording(.findingsTitle) + wording.bracketed(String(shown.document.findings.count)))
            html.raw("<ul class=\"findings\">")
            for finding in shown.document.findings {
                html.raw("<li>")
                if let span = finding.span {
                    html.element("a", [.init("href", Address.span(span, of: shown.row.label.id))], text: wording(finding.message))
                } else {
                    html.text(wording(finding.message))
                }
                html.raw("</li>")
            }
            html.raw("</ul>")
        }
        html.raw("<p class=\"links\">")
        var question = ClauseQuestion()
        question.filter.document = shown.row.label.id
        if shown.row.requirements > 0 {
            html.element("a", [.class("button"), .init("href", Address.clauses(question))], text: wording(.webClausesOf(shown.row.requirements)))
        }
        html.element("a", [.class("button"), .init("href", Address.document(shown.row.label.id) + ".xml"), .init("download", "")], text: "XML")
        html.raw("</p>")
        html.element("p", [.class("at")], text: "SHA-256 " + shown.row.source.sha256)
    }
}

/// What a mark is called and how it is shown (标注类别).
enum FactKind: String, CaseIterable {
    case requirement, action, plan, problem, body, date, quantity, cite

    init(_ fact: Fact) {
        self =
            switch fact {
            case .requirement: .requirement
            case .action: .action
            case .plan: .plan
            case .problem: .problem
            case .body: .body
            case .date: .date
            case .quantity: .quantity
            case .cite: .cite
            }
    }

    var title: Message {
        switch self {
        case .requirement: .traceRequirement
        case .action: .evidenceAction
        case .plan: .evidencePlan
        case .problem: .evidenceProblem
        case .body: .webKindBody
        case .date: .colDate
        case .quantity: .colFigures
        case .cite: .webKindCitation
        }
    }

    /// A sentence that can be traced.
    var isUnit: Bool {
        switch self {
        case .requirement, .action, .problem: true
        case .plan, .body, .date, .quantity, .cite: false
        }
    }
}

/// The headings of a document (提纲).
struct Outline {
    struct Entry {
        let id: String
        let level: Int
        let title: String
    }

    static func of(_ document: PolicyDocument) -> [Entry] {
        var entries: [Entry] = []
        if let title = document.front.first(where: { $0.name == .title }) { entries.append(Entry(id: title.content.id, level: 1, title: title.content.text)) }
        visit(document.body, 1, &entries)
        return entries
    }

    private static func visit(_ blocks: [Block], _ level: Int, _ entries: inout [Entry]) {
        for block in blocks {
            switch block {
            case .division(let division):
                if let heading = division.heading { entries.append(Entry(id: heading.id, level: level, title: heading.text)) }
                visit(division.blocks, level + 1, &entries)
            case .directive(let directive):
                if let heading = directive.heading { entries.append(Entry(id: heading.id, level: level, title: heading.text)) }
                visit(directive.blocks, level + 1, &entries)
            case .table(let table): entries.append(Entry(id: table.id, level: level, title: "▦"))
            case .paragraph, .closing, .furniture: continue
            }
        }
    }
}
