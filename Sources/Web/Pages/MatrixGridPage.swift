import Exports
import Facts
import Links
import Provenance
import Queries

/// 矩阵: requirements × bodies, regions or periods; states by colour and letter, heads that stay, to be printed on A3.
struct MatrixGridPage {
    let frame: PageFrame
    let fields: QuestionFields
    let question: ClauseQuestion
    let kind: MatrixGrid.Columns
    let directory: BodyDirectory
    let answer: Result<ClausePage, Fault>

    static let size = 200

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.matrixTitle), in: .matrix, isWide: true) { html in
            let page = try? answer.get()
            frame.title(
                wording(.matrixTitle), today: page?.today,
                facts: page.map { [(label: wording(.summaryRequirements), value: String($0.total))] } ?? [], to: &html)
            fields.write(to: &html)
            switch answer {
            case .failure(let fault): frame.fault(fault, to: &html)
            case .success(let page): write(page, to: &html)
            }
        }
    }

    private func write(_ page: ClausePage, to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<div class=\"bar-line\">")
        html.open("span", [.class("tabs"), .init("role", "group"), .init("aria-label", wording(.webColumns))])
        for (one, title) in [(MatrixGrid.Columns.body, Message.webByBody), (.region, .webByRegion), (.period, .webByPeriod)] {
            html.element(
                "a", [.init("href", address(one, page: 1))] + (one == kind ? [.init("aria-current", "true")] : []), text: wording(title))
        }
        html.raw("</span>")
        html.raw("<span class=\"exports\">")
        html.element("a", [.init("href", Address.matrix + ".xlsx" + QuestionForm(question).values.query), .init("download", "")], text: "Excel（A3）")
        html.element("a", [.init("href", Address.matrix + ".html" + QuestionForm(question).values.query)], text: wording(.webLedger))
        html.element("button", [.init("type", "button"), .class("plain js"), .init("data-print", "")], text: wording(.pagePrint))
        html.raw("</span></div>\n")
        legend(to: &html)
        guard !page.rows.isEmpty else {
            html.element("p", [.class("none")], text: wording(.matrixEmpty))
            return
        }
        table(page, to: &html)
        Pager(frame: frame, total: page.total, offset: page.offset, size: Self.size) { address(kind, page: $0) }.write(to: &html)
    }

    private func address(_ kind: MatrixGrid.Columns, page: Int) -> String {
        Address.matrix
            + QuestionForm(question).values.setting("by", kind == .body ? nil : kind.rawValue).setting("page", page > 1 ? String(page) : nil).query
    }

    private func legend(to html: inout HTMLWriter) {
        html.raw("<p class=\"legend-line\">")
        for state in RequirementState.allCases { frame.state(state, to: &html) }
        if kind == .body {
            for role in Role.allCases {
                html.element("span", [.class("role-key")]) { html in
                    html.element("small", text: String(frame.wording.name(role).prefix(1)))
                    html.text(frame.wording.name(role))
                }
            }
        }
        html.raw("</p>\n")
    }

    private func table(_ page: ClausePage, to html: inout HTMLWriter) {
        let wording = frame.wording
        let grid = MatrixGrid(page, by: kind, directory, wording)
        html.open("div", [.class("grid"), .init("tabindex", "0"), .init("role", "region"), .init("aria-label", wording(.matrixTitle))])
        html.raw("<table><thead><tr>")
        html.element("th", [.init("scope", "col"), .class("fixed no")], text: wording(.colNumber))
        html.element("th", [.init("scope", "col"), .class("fixed task")], text: wording(.colTask))
        html.element("th", [.init("scope", "col"), .class("due")], text: wording(.colDeadline))
        html.element("th", [.init("scope", "col"), .class("all")], text: wording(.colState))
        for column in grid.columns {
            html.element("th", [.init("scope", "col"), .class(kind == .period ? "period" : "upright")]) { html in
                html.element("span") { html in
                    if kind == .body {
                        html.element("a", [.init("href", Address.bodies + "/of" + FormValues([("body", column.id)]).query)], text: column.title)
                    } else {
                        html.text(column.title)
                    }
                }
            }
        }
        html.raw("</tr></thead>\n<tbody>\n")
        var document: String?
        for (index, row) in page.rows.enumerated() {
            let label = row.requirement.place.document
            if label.id != document {
                html.raw("<tr class=\"band\"><th class=\"fixed\" scope=\"colgroup\" colspan=\"2\">")
                frame.document(label, to: &html)
                html.raw("</th>")
                html.open("td", [.init("colspan", String(grid.columns.count + 2))])
                html.raw("</td></tr>\n")
            }
            document = label.id
            html.raw("<tr>")
            html.element("td", [.class("fixed no")], text: String(page.offset + index + 1))
            html.element("th", [.init("scope", "row"), .class("fixed task")]) { html in
                html.element("a", [.init("href", Address.trace(row.requirement.id)), .init("title", row.requirement.text)], text: row.requirement.text)
            }
            html.element("td", [.class("due")], text: row.requirement.deadlines.last ?? "")
            html.element("td", [.class("all")]) { frame.state(row.state, label: false, to: &$0) }
            for column in grid.columns { cell(grid.cells[index][column.id], to: &html) }
            html.raw("</tr>\n")
        }
        html.raw("</tbody></table></div>\n")
    }

    private func cell(_ cell: MatrixGrid.Cell?, to html: inout HTMLWriter) {
        guard let cell else {
            html.raw("<td class=\"off\"></td>")
            return
        }
        html.open("td", [.class("on")])
        frame.state(cell.state, label: false, to: &html)
        if let role = cell.role { html.element("small", [.init("title", frame.wording.name(role))], text: String(frame.wording.name(role).prefix(1))) }
        if let reports = cell.reports, reports > 1 { html.element("small", text: String(reports)) }
        html.raw("</td>")
    }
}
