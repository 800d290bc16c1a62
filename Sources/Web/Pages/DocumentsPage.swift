import Exports
import Provenance
import Queries

/// 文件: everything that the base holds, and what is cited and not held.
struct DocumentsPage {
    let frame: PageFrame
    let rows: [DocumentRow]
    let missing: MissingReport?
    /// Place of the first row shown, the latest document being the first.
    var offset = 0

    static let size = 500
    /// More that are cited and not held are not listed.
    private static let mostMissing = 200

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.documentsTitle), in: .documents) { html in
            frame.title(wording(.documentsTitle), facts: [(wording(.colCount), String(rows.count))], to: &html)
            guard !rows.isEmpty else {
                html.element("p", [.class("none")], text: wording(.documentsEmpty))
                return
            }
            html.raw("<table class=\"documents cards\"><thead><tr>")
            for column in [Message.colDate, .colTitle, .colDocNumber, .colKind, .colIssuer] { html.element("th", [.init("scope", "col")], text: wording(column)) }
            for column in [Message.colRequirements, .colActions, .colProblemCount, .colFindings] {
                html.element("th", [.init("scope", "col"), .class("n")], text: wording(column))
            }
            html.raw("</tr></thead><tbody>\n")
            for row in rows.reversed().dropFirst(offset).prefix(Self.size) { write(row, to: &html) }
            html.raw("</tbody></table>\n")
            Pager(frame: frame, total: rows.count, offset: offset, size: Self.size) { number in
                Address.documents + (number > 1 ? FormValues([("page", String(number))]).query : "")
            }.write(to: &html)
            if offset == 0 { absent(to: &html) }
        }
    }

    private func write(_ row: DocumentRow, to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<tr>")
        cell(.colDate, "d", row.label.date ?? "", to: &html)
        html.element("td", [.class("name"), .init("data-label", wording(.colTitle))]) { html in
            html.element("a", [.init("href", Address.document(row.label.id))], text: row.label.title)
            if row.isSuperseded { html.element("span", [.class("badge")], text: wording(.wordSuperseded)) }
        }
        cell(.colDocNumber, "", row.label.number ?? "", to: &html)
        cell(.colKind, "d", row.type ?? wording.name(row.label.kind), to: &html)
        cell(.colIssuer, "", row.issuer.map(wording.name) ?? "", to: &html)
        for (label, count) in [(Message.colRequirements, row.requirements), (.colActions, row.actions), (.colProblemCount, row.problems), (.colFindings, row.findings)] {
            cell(label, "n", String(count), to: &html)
        }
        html.raw("</tr>\n")
    }

    private func cell(_ label: Message, _ style: String, _ text: String, to html: inout HTMLWriter) {
        html.element("td", (style.isEmpty ? [] : [.class(style)]) + [.init("data-label", frame.wording(label))], text: text)
    }

    private func absent(to html: inout HTMLWriter) {
        guard let missing, !missing.documents.isEmpty else { return }
        html.element("h2", text: frame.wording(.missingTitle))
        html.raw("<ul class=\"list\">")
        for one in missing.documents.prefix(Self.mostMissing) {
            html.raw("<li>")
            html.element("b", text: [one.title, one.number ?? ""].filter { !$0.isEmpty }.joined(separator: " "))
            html.raw(" ")
            for place in one.places.prefix(5) { frame.place(place, to: &html) }
            html.raw("</li>")
        }
        html.raw("</ul>\n")
    }
}
