import Exports
import Facts
import Links
import Provenance
import Queries

/// 追溯: one requirement in its place, who owes it, what was reported on it on a time line, and why each link is held to be one.
struct RequirementPage {
    let frame: PageFrame
    let report: TraceReport
    /// The passages around the requirements shown, by `docId#elementId`: the clause that each stands in.
    let passages: [String: ShownPassage]
    /// Where a decision leads back to.
    let title: String

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(title, in: .clauses) { html in
            let isOne = report.requirements.count + report.evidence.count == 1
            if !isOne {
                frame.title(wording(.traceTitle) + " " + wording.quoted(report.query), today: report.today, to: &html)
                SearchForm(frame: frame, words: report.query, isTrace: true).write(to: &html)
            }
            if report.requirements.isEmpty, report.evidence.isEmpty { html.element("p", [.class("none")], text: wording(.traceEmpty)) }
            for trace in report.requirements { write(trace, isOne: isOne, to: &html) }
            for trace in report.evidence { write(trace, isOne: isOne, to: &html) }
            if report.more > 0 { html.element("p", [.class("note")], text: wording(.exportMore(report.more))) }
        }
    }

    // MARK: A requirement

    private func write(_ trace: RequirementTrace, isOne: Bool, to html: inout HTMLWriter) {
        let wording = frame.wording
        let row = trace.row
        html.open("article", [.class("trace"), .init("data-keys", isOne ? "trace" : "")])
        html.raw("<div class=\"subject\">")
        html.element("p", [.class("crumbs")]) { html in
            html.element("a", [.init("href", Address.document(row.requirement.place.document.id))], text: row.requirement.place.document.title)
            for heading in row.requirement.headings { html.text(" › " + heading) }
        }
        html.element(isOne ? "h1" : "h2", [.class("words")]) { html in
            if isOne {
                html.text(row.requirement.text)
            } else {
                html.element("a", [.init("href", Address.trace(row.requirement.id))], text: row.requirement.text)
            }
        }
        html.element("p", [.class("verdict")]) { html in
            frame.state(row.state, to: &html)
            html.element("span", text: wording.why(row.why))
        }
        if let passage = passages[row.requirement.id] {
            html.raw("<blockquote>")
            passage.write(to: &html)
            html.raw("</blockquote>")
        }
        html.raw("<dl>")
        field(.colDocument, wording.document(row.requirement.place.document), to: &html)
        html.element("dt", text: wording(.colPlace))
        html.element("dd") { html in
            html.element("a", [.init("href", Address.place(row.requirement.place))], text: wording.exactPlace(row.requirement.place))
        }
        field(.colDeadline, wording.list(row.requirement.deadlines), to: &html)
        field(.colTarget, wording.clauses(row.requirement.targets.map(wording.target)), to: &html)
        field(.traceClaims, wording.counts(row.counts), to: &html)
        if row.requirement.isReported {
            field(.wordReportedClause, row.requirement.reportedDocument?.title ?? row.requirement.reportedOf ?? wording(.wordReportedClause), to: &html)
        }
        for note in row.notes { field(.colRemarks, note, to: &html) }
        field(.colID, row.requirement.id, to: &html)
        html.raw("</dl>")
        bodies(row, to: &html)
        html.raw("</div>\n")
        timeline(trace, to: &html)
        chain(trace.chain, to: &html)
        differences(trace.differences, of: row.requirement, to: &html)
        related(trace.related, to: &html)
        html.raw("</article>\n")
    }

    private func bodies(_ row: MatrixRow, to html: inout HTMLWriter) {
        let wording = frame.wording
        html.element("h3", text: wording(.colBody))
        guard !row.requirement.owners.isEmpty else {
            html.element("p", [.class("none")], text: wording(.wordNoOwner))
            return
        }
        html.raw("<table class=\"tight\"><thead><tr>")
        for column in [Message.colBody, .colRole, .colState, .traceClaims] { html.element("th", [.init("scope", "col")], text: wording(column)) }
        html.raw("</tr></thead><tbody>")
        for owner in row.requirement.owners {
            let own = row.bodies.first { $0.owner == owner }
            html.raw("<tr>")
            html.element("td") { html in
                if owner.isClass { html.text(wording.name(owner.body)) } else { frame.body(owner.body, to: &html) }
                if let official = owner.body.official, official != owner.body.name { html.element("span", [.class("at")], text: official) }
            }
            html.element("td", text: wording.name(owner.role))
            html.element("td") { html in frame.state(own?.state ?? row.state, to: &html) }
            html.element("td", text: own.map { wording.counts($0.counts) } ?? "")
            html.raw("</tr>")
        }
        html.raw("</tbody></table>")
        if row.requirement.isOpenList { html.element("p", [.class("note")], text: wording(.wordOpenList)) }
    }

    /// Of each sort of link; all are a click away.
    static let mostLinks = 60

    /// Everything linked in the order of its days, the latest first; weak links and plans stand apart.
    private func timeline(_ trace: RequirementTrace, to html: inout HTMLWriter) {
        let wording = frame.wording
        let strong = (trace.row.progress + trace.row.problems).enumerated().sorted { left, right in
            let (first, second) = (left.element.evidence.date ?? "", right.element.evidence.date ?? "")
            return first != second ? first > second : left.offset < right.offset
        }.map(\.element)
        html.raw("<section class=\"timeline\">")
        html.element("h2") { html in
            html.text(wording(.webTimeline))
            html.element("small", text: wording.counts(trace.row.counts))
        }
        if strong.isEmpty, trace.row.indirect.isEmpty { html.element("p", [.class("none")], text: wording(.traceNone)) }
        if !strong.isEmpty { html.raw("<ol>") }
        for link in strong { EvidenceItem(frame: frame, link: link).write(to: &html) }
        if !strong.isEmpty { html.raw("</ol>") }
        if trace.row.omitted.all > 0 {
            let all = Address.trace(trace.row.requirement.id) + FormValues([("all", "yes")]).query
            html.element("a", [.class("more"), .init("href", all)], text: wording(.webAll(trace.row.counts.claimed + trace.row.counts.indirect)))
        }
        if !trace.row.indirect.isEmpty {
            html.element("h3", text: wording(.traceIndirect) + wording.bracketed(String(trace.row.indirectCount)))
            html.element("p", [.class("note")], text: wording(.gapsIndirectNote))
            html.raw("<ol class=\"weak\">")
            for link in trace.row.indirect { EvidenceItem(frame: frame, link: link).write(to: &html) }
            html.raw("</ol>")
        }
        if !trace.plans.isEmpty {
            html.element("h3", text: wording(.tracePlans) + wording.bracketed(String(trace.plans.count)))
            html.raw("<ul class=\"list\">")
            for plan in trace.plans {
                html.raw("<li>")
                html.element("q", text: plan.text)
                frame.place(plan.place, to: &html)
                html.raw("</li>")
            }
            html.raw("</ul>")
        }
        html.raw("</section>\n")
    }

    private func chain(_ chain: [ChainRow], to html: inout HTMLWriter) {
        guard !chain.isEmpty else { return }
        let wording = frame.wording
        html.raw("<section class=\"chain\">")
        html.element("h2", text: wording(.traceChain) + wording.bracketed(String(chain.count)))
        html.raw("<ol>")
        for row in chain.prefix(Wording.levelsShown) {
            html.open("li", [.class("depth-\(min(row.depth, 6))" + (row.isSubject ? " subject" : ""))])
            frame.state(row.state, to: &html)
            if row.deep != row.state {
                html.element("span", [.class("note")], text: wording(.traceDeep))
                frame.state(row.deep, label: false, to: &html)
            }
            html.raw(" ")
            if row.isSubject {
                html.element("b", text: row.requirement.text)
            } else {
                html.element("a", [.init("href", Address.trace(row.requirement.id))], text: row.requirement.text)
            }
            html.element("span", [.class("at")], text: wording.document(row.requirement.place.document) + " · " + wording.counts(row.counts))
            html.raw("</li>")
        }
        html.raw("</ol>")
        if chain.count > Wording.levelsShown {
            html.element("p", [.class("note")], text: wording(.traceMoreLevels(chain.count - Wording.levelsShown)))
        }
        html.raw("</section>\n")
    }

    /// What lower documents leave out, weaken or add (逐级比对).
    private func differences(_ rows: [CascadeRow], of requirement: RequirementRow, to html: inout HTMLWriter) {
        guard !rows.isEmpty else { return }
        let wording = frame.wording
        html.raw("<section>")
        html.element("h2", text: wording(.cascadeTitle) + wording.bracketed(String(rows.count)))
        html.raw("<ul class=\"list\">")
        for row in rows {
            html.raw("<li>")
            html.element("span", [.class("badge bad")], text: wording.name(row.kind))
            html.text(wording.why(row.why))
            for other in row.upper + row.lower where other.id != requirement.id {
                html.raw("<br>")
                html.element("a", [.init("href", Address.trace(other.id))], text: other.text)
                html.element("span", [.class("at")], text: wording.document(other.place.document))
            }
            html.raw("</li>")
        }
        html.raw("</ul></section>\n")
    }

    private func related(_ rows: [RelatedRow], to html: inout HTMLWriter) {
        guard !rows.isEmpty else { return }
        let wording = frame.wording
        html.raw("<section>")
        html.element("h2", text: wording(.traceRelated) + wording.bracketed(String(rows.count)))
        html.raw("<ul class=\"list\">")
        for row in rows {
            html.raw("<li>")
            html.element("span", [.class("when")], text: wording.relation(row))
            html.element("a", [.init("href", Address.trace(row.requirement.id))], text: row.requirement.text)
            html.element("span", [.class("at")], text: wording.document(row.requirement.place.document) + " · " + wording.owners(row.requirement))
            html.raw("</li>")
        }
        html.raw("</ul></section>\n")
    }

    // MARK: A piece of evidence

    private func write(_ trace: EvidenceTrace, isOne: Bool, to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<article class=\"trace\"><div class=\"subject\">")
        html.element("p", [.class("crumbs")], text: wording.name(trace.evidence.kind) + " · " + wording.document(trace.evidence.place.document))
        html.element(isOne ? "h1" : "h2", [.class("words")], text: trace.evidence.text)
        html.raw("<dl>")
        field(.colDate, wording.date(trace.evidence), to: &html)
        field(.colHeadings, trace.evidence.headings.joined(separator: " › "), to: &html)
        field(.colActors, wording.list(trace.evidence.actors.map(wording.name)), to: &html)
        field(.colFigures, wording.clauses(trace.evidence.figures.map(wording.figure)), to: &html)
        html.element("dt", text: wording(.colPlace))
        html.element("dd") { html in
            html.element("a", [.init("href", Address.place(trace.evidence.place))], text: wording.exactPlace(trace.evidence.place))
        }
        html.raw("</dl></div>")
        html.raw("<section>")
        html.element("h2", text: wording(.traceAnswers) + wording.bracketed(String(trace.answers.count)))
        html.raw("<ul class=\"list\">")
        for answer in trace.answers {
            html.raw("<li>")
            html.element("span", [.class("when")], text: wording.strength(answer.link))
            html.element("a", [.init("href", Address.trace(answer.requirement.id))], text: answer.requirement.text)
            html.element("span", [.class("at")], text: wording.document(answer.requirement.place.document) + " · " + wording.owners(answer.requirement))
            html.raw("</li>")
        }
        html.raw("</ul></section></article>\n")
    }

    private func field(_ label: Message, _ value: String, to html: inout HTMLWriter) {
        guard !value.isEmpty else { return }
        html.element("dt", text: frame.wording(label))
        html.element("dd", text: value)
    }
}
