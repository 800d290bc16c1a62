import Links
import Provenance
import Queries

/// Any report as a page (报表页面).
struct ReportPage {
    let wording: Wording

    func print(_ report: Report, marking search: SearchReport? = nil) -> [UInt8] {
        let shell = PageShell(wording: wording)
        return shell.page(report.title) { html in
            shell.masthead(report.title, facts: report.facts, to: &html)
            for section in report.sections { write(section, shell, search?.hits, to: &html) }
            for note in report.notes { html.element("p", [.class("note")], text: note) }
        }
    }

    private func write(_ section: Report.Section, _ shell: PageShell, _ hits: [SearchHit]?, to html: inout HTMLWriter) {
        html.open("section", [.init("id", section.id)])
        if let title = section.title { html.element("h2", text: title) }
        if section.rows.isEmpty {
            html.element("p", [.class("none")], text: section.empty)
        } else {
            html.raw("<div class=\"wide\"><table>\n<thead><tr>")
            for column in section.columns { html.element("th", column.isNumber ? [.class("n")] : [], text: column.title) }
            html.raw("</tr></thead>\n<tbody>\n")
            for (index, cells) in section.rows.enumerated() {
                html.raw("<tr>")
                for (column, cell) in zip(section.columns, cells) {
                    html.open("td", column.isNumber ? [.class("n")] : isDay(cell) ? [.class("d")] : [])
                    write(cell, shell, hits.map { $0[index] }, to: &html)
                    html.raw("</td>")
                }
                html.raw("</tr>\n")
            }
            html.raw("</tbody></table></div>\n")
        }
        html.raw("</section>\n")
    }

    /// Days are not broken at their hyphens.
    private func isDay(_ cell: Report.Cell) -> Bool {
        let text = cell.text(wording)
        return text.utf8.count >= 10 && CalendarDay(iso: text.prefix(10)) != nil && text.utf8.count % 11 == 10
    }

    private func write(_ cell: Report.Cell, _ shell: PageShell, _ hit: SearchHit?, to html: inout HTMLWriter) {
        switch cell {
        case .state(let state): shell.state(state, to: &html)
        case .text(let text):
            if let hit, text == hit.text { marked(hit, to: &html) } else { html.text(text) }
        case .lines(let lines):
            for (index, line) in lines.enumerated() {
                if index > 0 { html.raw("<br>") }
                html.text(line)
            }
        case .number(let value): html.text(String(value))
        case .graded(let state, let lines):
            shell.state(state, to: &html)
            for line in lines { html.element("div", [.class("at")], text: line) }
        }
    }

    /// The passage with the words that were searched for.
    private func marked(_ hit: SearchHit, to html: inout HTMLWriter) {
        let scalars = Array(hit.text.unicodeScalars)
        var position = 0
        for match in hit.matches where match.lowerBound >= position && match.upperBound <= scalars.count {
            html.text(String(scalars: scalars[position..<match.lowerBound]))
            html.element("mark", text: String(scalars: scalars[match]))
            position = match.upperBound
        }
        html.text(String(scalars: scalars[position...]))
    }
}
