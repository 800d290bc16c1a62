import Exports
import Facts
import Links
import Provenance
import Queries

/// Requirements as rows (要求列表), on the pages that list them. On a narrow screen a row becomes a card.
struct ClauseTable {
    let frame: PageFrame
    /// Shows the state of this body in place of that of the whole.
    var body: String?
    /// Heads that sort: the address of the page in each order; nil: the order cannot be changed.
    var sorted: ((ClauseQuestion.Order) -> String)?
    var order: ClauseQuestion.Order?
    var isDescending = false

    func write(_ rows: [MatrixRow], from first: Int = 0, to html: inout HTMLWriter) {
        let wording = frame.wording
        guard !rows.isEmpty else {
            html.element("p", [.class("none")], text: wording(.matrixEmpty))
            return
        }
        html.raw("<table class=\"clauses cards\"><thead><tr>")
        head(.colNumber, nil, to: &html)
        head(.colTask, .place, to: &html)
        head(.colBody, nil, to: &html)
        head(.colDeadline, .deadline, to: &html)
        head(.colState, .state, to: &html)
        head(.webLatest, .latest, to: &html)
        head(.colVerified, nil, to: &html)
        html.raw("</tr></thead>\n<tbody>\n")
        var document: String?
        for (index, row) in rows.enumerated() {
            let label = row.requirement.place.document
            if label.id != document, order == nil || order == .place {
                html.raw("<tr class=\"band\"><th colspan=\"7\" scope=\"colgroup\">")
                frame.document(label, to: &html)
                html.raw("</th></tr>\n")
            }
            document = label.id
            write(row, number: first + index + 1, to: &html)
        }
        html.raw("</tbody></table>\n")
    }

    private func head(_ title: Message, _ key: ClauseQuestion.Order?, to html: inout HTMLWriter) {
        let isSorted = key != nil && key == order
        html.open("th", [.init("scope", "col")] + (isSorted ? [.init("aria-sort", isDescending ? "descending" : "ascending")] : []))
        if let key, let sorted {
            html.element("a", [.init("href", sorted(key))]) { html in
                html.text(frame.wording(title))
                if isSorted { html.text(isDescending ? " ▾" : " ▴") }
            }
        } else {
            html.text(frame.wording(title))
        }
        html.raw("</th>")
    }

    private func write(_ row: MatrixRow, number: Int, to html: inout HTMLWriter) {
        let wording = frame.wording
        let requirement = row.requirement
        html.raw("<tr>")
        cell(.colNumber, "no", to: &html) { $0.text(String(number)) }
        cell(.colTask, "task", to: &html) { html in
            let clause = wording.clause(requirement)
            if !clause.isEmpty { html.element("span", [.class("path")], text: clause) }
            html.element("a", [.class("words"), .init("href", Address.trace(requirement.id))], text: requirement.text)
            if !requirement.targets.isEmpty {
                html.element("span", [.class("at")], text: wording(.colTarget) + wording(.labelColon) + wording.clauses(requirement.targets.map(wording.target)))
            }
        }
        cell(.colBody, "owners", to: &html) { owners(row, to: &$0) }
        cell(.colDeadline, "d", to: &html) { html in
            for (index, day) in requirement.deadlines.enumerated() {
                if index > 0 { html.raw("<br>") }
                html.text(day)
            }
        }
        cell(.colState, "d", to: &html) { html in
            let own = body.flatMap { id in row.bodies.first { $0.owner.body.id == id || $0.owner.body.name == id } }
            frame.state(own?.state ?? row.state, to: &html)
        }
        cell(.webLatest, "latest", to: &html) { latest(row, to: &$0) }
        cell(.colVerified, "d", to: &html) { html in
            html.element("span", [.class("count")], text: wording(.pageClaimed) + " \(row.counts.claimed)")
            html.element("span", [.class("count")], text: wording(.pageVerified) + " \(row.counts.verified)")
        }
        html.raw("</tr>\n")
    }

    private func cell(_ label: Message, _ style: String, to html: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void) {
        html.element("td", [.class(style), .init("data-label", frame.wording(label))], content)
    }

    /// Each body with its role, and with its own state where a duty is joint.
    private func owners(_ row: MatrixRow, to html: inout HTMLWriter) {
        let wording = frame.wording
        guard !row.requirement.owners.isEmpty else {
            html.element("span", [.class("none")], text: wording(.wordNoOwner))
            return
        }
        html.raw("<ul>")
        for owner in row.requirement.owners {
            html.raw("<li>")
            html.element("small", text: wording.name(owner.role))
            if owner.isClass { html.text(wording.name(owner.body)) } else { frame.body(owner.body, to: &html) }
            if row.bodies.count > 1, let state = row.bodies.first(where: { $0.owner == owner }) { frame.state(state.state, label: false, to: &html) }
            html.raw("</li>")
        }
        if row.requirement.isOpenList { html.element("li", [.class("none")], text: wording(.wordOpenList)) }
        html.raw("</ul>")
    }

    private func day(_ link: LinkRow) -> String { link.evidence.date.flatMap { $0.split(separator: "/").last.map(String.init) } ?? "" }

    private func latest(_ row: MatrixRow, to html: inout HTMLWriter) {
        let wording = frame.wording
        // Both begin with the latest.
        let newest = [row.progress.first, row.problems.first].compactMap(\.self).max { day($0) < day($1) }
        if let newest {
            html.element("span", [.class("when")], text: wording.day(newest.evidence))
            if newest.verdict == .contradicts { html.element("span", [.class("mark")], text: wording.name(newest.verdict) + " ") }
            html.element("q", text: newest.evidence.text)
            frame.place(newest.evidence.place, to: &html)
        } else if row.gap == .indirectOnly {
            html.element("span", [.class("none")], text: wording(.gapsIndirect) + wording.bracketed(String(row.indirectCount)))
        } else if row.gap == .bare {
            html.element("span", [.class("none")], text: wording(.gapsBare))
        }
    }
}
