import Exports
import Facts
import Provenance

/// Writes the text of a document with everything that was found in it (原文标注).
struct DocumentText {
    let frame: PageFrame
    let document: String
    let span: Span?
    private var page: Int?
    private var isSpanFound = false

    init(frame: PageFrame, document: String, span: Span?) {
        self.frame = frame
        self.document = document
        self.span = span
    }

    mutating func write(_ document: PolicyDocument, to html: inout HTMLWriter) {
        html.raw("<header>")
        for field in document.front { write(field, to: &html) }
        html.raw("</header>\n")
        write(document.body, level: 2, to: &html)
        html.raw("<footer>")
        for field in document.back { write(field, to: &html) }
        html.raw("</footer>\n")
    }

    private mutating func write(_ blocks: [Block], level: Int, to html: inout HTMLWriter) {
        for block in blocks {
            switch block {
            case .division(let division):
                html.open("section", [.init("id", division.id)])
                if let heading = division.heading { self.heading(heading, level: level, to: &html) }
                write(division.blocks, level: level + 1, to: &html)
                html.raw("</section>\n")
            case .directive(let directive):
                html.open("section", [.class("directive"), .init("id", directive.id)])
                if let heading = directive.heading { self.heading(heading, level: level, to: &html) }
                write(directive.blocks, level: level + 1, to: &html)
                html.raw("</section>\n")
            case .paragraph(let text):
                newPage(text, to: &html)
                html.open("p", [.init("id", text.id)])
                write(text, to: &html)
                html.raw("</p>\n")
            case .table(let table): write(table, to: &html)
            case .closing(let fields):
                html.raw("<div class=\"closing\">")
                for field in fields { write(field, to: &html) }
                html.raw("</div>\n")
            case .furniture(let furniture): html.element("p", [.class("furniture")], text: furniture.text)
            }
        }
    }

    private mutating func heading(_ block: TextBlock, level: Int, to html: inout HTMLWriter) {
        newPage(block, to: &html)
        // A heading that runs in is as long as a paragraph.
        let style = block.text.unicodeScalars.count > 40 ? "heading long" : "heading"
        switch level {
        case 2: html.open("h2", [.init("id", block.id), .class(style)])
        case 3: html.open("h3", [.init("id", block.id), .class(style)])
        default: html.open("h4", [.init("id", block.id), .class(style)])
        }
        write(block, to: &html)
        switch level {
        case 2: html.raw("</h2>\n")
        case 3: html.raw("</h3>\n")
        default: html.raw("</h4>\n")
        }
    }

    private mutating func write(_ field: Field, to html: inout HTMLWriter) {
        html.open("p", [.class("field n-" + field.name.rawValue), .init("id", field.content.id)])
        write(field.content, to: &html)
        html.raw("</p>\n")
    }

    private mutating func write(_ table: Table, to html: inout HTMLWriter) {
        html.open("div", [.class("wide"), .init("id", table.id)])
        html.raw("<table>")
        for row in table.rows {
            html.open("tr", row.directive.map { [.init("id", $0.id)] } ?? [])
            for cell in row.cells {
                html.open("td", [.init("id", cell.id)])
                write(cell, to: &html)
                html.raw("</td>")
            }
            html.raw("</tr>\n")
        }
        html.raw("</table></div>\n")
    }

    private mutating func newPage(_ block: TextBlock, to html: inout HTMLWriter) {
        guard let next = block.page, next != page else { return }
        if page != nil || next > 1 { html.element("p", [.class("page-mark"), .init("id", "page-\(next)")], text: frame.wording(.exportPage(next))) }
        page = next
    }

    // MARK: Text with marks

    /// Cut at the ends of every mark and of the span that is pointed at, so that a span may cross marks.
    private mutating func write(_ block: TextBlock, to html: inout HTMLWriter) {
        let places = BlockPlaces(block)
        var pointed: Range<Int>?
        if let span, span.start < block.span.end, span.end > block.span.start { pointed = places.range(of: span) }
        var open: [Mark] = []
        var place = 0
        var next = 0
        func end(_ mark: Mark) -> Int { mark.range.upperBound }
        while true {
            while let last = open.last, end(last) <= place {
                html.raw("</span>")
                open.removeLast()
            }
            while next < block.marks.count, block.marks[next].range.lowerBound <= place {
                let mark = block.marks[next]
                next += 1
                // What was crossed before would break the nesting.
                guard !mark.range.isEmpty, end(mark) > place, open.last.map({ end($0) >= end(mark) }) ?? true else { continue }
                start(mark, to: &html)
                open.append(mark)
            }
            guard place < block.text.utf8.count else { break }
            var stop = min(open.last.map(end) ?? block.text.utf8.count, next < block.marks.count ? max(place + 1, block.marks[next].range.lowerBound) : .max)
            var isPointed = false
            if let pointed, !pointed.isEmpty {
                if place < pointed.lowerBound { stop = min(stop, pointed.lowerBound) }
                if place >= pointed.lowerBound, place < pointed.upperBound {
                    stop = min(stop, pointed.upperBound)
                    isPointed = true
                }
            }
            stop = min(stop, block.text.utf8.count)
            if isPointed {
                html.open("mark", isSpanFound ? [] : [.init("id", "span")])
                isSpanFound = true
                html.text(block.words(place..<stop))
                html.raw("</mark>")
            } else {
                html.text(block.words(place..<stop))
            }
            place = stop
        }
        for _ in open { html.raw("</span>") }
    }

    private func start(_ mark: Mark, to html: inout HTMLWriter) {
        let kind = FactKind(mark.fact)
        html.open(
            "span",
            [
                .class("f k-" + kind.rawValue), .init("title", description(mark, kind)), .init("data-start", String(mark.span.start)),
                .init("data-end", String(mark.span.end)),
            ] + (mark.id.map { [.init("id", $0)] } ?? []))
        if kind.isUnit, let id = mark.id {
            html.element(
                "a", [.class("unit"), .init("href", Address.trace(document + "#" + id)), .init("aria-label", frame.wording(.traceTitle) + " " + frame.wording(kind.title))],
                text: String(frame.wording(kind.title).prefix(1)))
        }
    }

    private func description(_ mark: Mark, _ kind: FactKind) -> String {
        let wording = frame.wording
        let more: String? =
            switch mark.fact {
            case .requirement(let modality): wording.name(modality)
            case .body(let body): body.official ?? body.ref
            case .quantity(let quantity): quantity.comparator + quantity.value + quantity.unit
            case .cite(let citation): citation.title
            case .action, .plan, .problem, .date: nil
            }
        return wording(kind.title) + (more.map { wording(.labelColon) + $0 } ?? "")
    }
}
