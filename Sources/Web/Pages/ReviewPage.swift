import Exports
import Facts
import Links
import Provenance
import Queries

/// 复核: what waits for a person, requirement and evidence side by side, one key a decision.
struct ReviewPage {
    /// What was decided last, to be undone.
    struct Last: Sendable {
        let requirement: FactID
        let evidence: FactID
        let decision: Review.Decision

        init(requirement: FactID, evidence: FactID, decision: Review.Decision) {
            self.requirement = requirement
            self.evidence = evidence
            self.decision = decision
        }

        init?(_ text: String) {
            let parts = text.split(separator: " ")
            guard parts.count == 3, let decision = Review.Decision(rawValue: String(parts[0])), let requirement = FactID(String(parts[1])),
                let evidence = FactID(String(parts[2]))
            else { return nil }
            self.init(requirement: requirement, evidence: evidence, decision: decision)
        }

        var text: String { "\(decision.rawValue) \(requirement) \(evidence)" }
    }

    let frame: PageFrame
    let queue: ReviewQueue
    let skipped: Int
    let question: ClauseQuestion
    let passages: [String: ShownPassage]
    let last: Last?

    static let size = 12

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.webReview), in: .review) { html in
            frame.title(
                wording(.reviewTitle), today: queue.today,
                facts: [(wording(.reviewWaiting), String(queue.waiting)), (wording(.reviewChanged), String(queue.changed))], to: &html)
            filter(to: &html)
            if let last { undo(last, to: &html) }
            guard let row = queue.rows.dropFirst(skipped).first else {
                html.element("p", [.class("none")], text: wording(.reviewEmpty))
                return
            }
            pair(row, to: &html)
            rest(to: &html)
        }
    }

    private func address(skip: Int) -> String {
        Address.review + QuestionForm(question).values.setting("skip", skip > 0 ? String(skip) : nil).query
    }

    private func filter(to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<form class=\"filter slim\" action=\"/review\">")
        for (name, label, value) in [("body", Message.colBody, question.filter.body), ("region", .webRegion, question.filter.region), ("document", .colDocument, question.filter.document), ("text", .pageText, question.filter.text)] {
            html.raw("<label>")
            html.element("span", text: wording(label))
            html.open("input", [.init("name", name), .init("value", value ?? ""), .init("autocomplete", "off")])
            html.raw("</label>")
        }
        html.raw("<div class=\"buttons\">")
        html.element("button", [.class("main")], text: wording(.pageFilter))
        html.element("a", [.class("button"), .init("href", "/review/log")], text: wording(.reviewLogTitle))
        html.raw("</div></form>\n")
    }

    private func undo(_ last: Last, to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<div class=\"notice good\" role=\"status\"><form method=\"post\" action=\"/review/decide\" class=\"row\">")
        frame.token(to: &html)
        for (name, value) in [("requirement", last.requirement.description), ("evidence", last.evidence.description), ("back", address(skip: skipped))] {
            html.open("input", [.init("type", "hidden"), .init("name", name), .init("value", value)])
        }
        html.element("span") { html in
            html.text(wording(.webRecorded) + wording(.labelColon) + wording(wording.message(last.decision)) + " ")
            html.element("a", [.init("href", Address.trace(last.requirement.description))], text: last.requirement.description)
        }
        html.element(
            "button", [.init("name", "decision"), .init("value", Review.Decision.withdraw.rawValue), .init("data-undo", ""), .init("aria-keyshortcuts", "z")]
        ) { html in
            html.text(wording(.webUndo))
            html.element("kbd", text: "z")
        }
        html.raw("</form></div>\n")
    }

    private func pair(_ row: WaitingRow, to html: inout HTMLWriter) {
        let wording = frame.wording
        let requirement = row.requirement
        let evidence = row.link.evidence
        html.open("article", [.class("pair"), .init("data-link", row.link.id), .init("tabindex", "-1")])
        html.raw("<div class=\"side\">")
        html.element("h2", text: wording(.traceRequirement))
        html.element("p", [.class("words")]) { $0.element("a", [.init("href", Address.trace(requirement.id))], text: requirement.text) }
        quote("requirement", to: &html)
        html.raw("<dl>")
        html.element("dt", text: wording(.traceState))
        html.element("dd") { frame.state(row.state, to: &$0) }
        field(.traceOwners, wording.owners(requirement), to: &html)
        field(.colDeadline, wording.list(requirement.deadlines), to: &html)
        field(.colTarget, wording.clauses(requirement.targets.map(wording.target)), to: &html)
        field(.colClause, wording.clause(requirement), to: &html)
        place(requirement.place, to: &html)
        html.raw("</dl></div>\n<div class=\"side\">")
        html.element("h2", text: wording(.colEvidence))
        html.element("p", [.class("words")]) { $0.element("a", [.init("href", Address.trace(evidence.id))], text: evidence.text) }
        quote("evidence", to: &html)
        html.raw("<dl>")
        field(.colDate, wording.date(evidence), to: &html)
        field(.colActors, wording.list(evidence.actors.map(wording.name)), to: &html)
        field(.colFigures, wording.clauses(evidence.figures.map(wording.figure)), to: &html)
        field(.colHeadings, evidence.headings.joined(separator: " › "), to: &html)
        field(.colStrength, wording.strength(row.link), to: &html)
        place(evidence.place, to: &html)
        html.raw("</dl></div>\n<div class=\"why\">")
        html.element("p") { html in
            for look in row.looks { html.element("span", [.class("badge")], text: wording.look(look)) }
        }
        html.raw("<ul>")
        for reason in row.link.reasons { html.element("li", text: wording.reason(reason)) }
        html.raw("</ul>")
        if !row.link.reviews.isEmpty {
            html.raw("<ul class=\"reviews\">")
            for review in row.link.reviews { html.element("li", text: wording.review(review)) }
            html.raw("</ul>")
        }
        html.raw("<div class=\"decide-bar\">")
        DecisionForm(frame: frame, link: row.link, back: address(skip: skipped)).write(to: &html)
        html.element("a", [.class("button"), .init("href", address(skip: skipped + 1)), .init("data-skip", ""), .init("aria-keyshortcuts", "s")]) { html in
            html.text(wording(.webSkipOne))
            html.element("kbd", text: "s")
        }
        html.raw("</div></div></article>\n")
    }

    private func quote(_ name: String, to html: inout HTMLWriter) {
        guard let passage = passages[name] else { return }
        html.raw("<blockquote>")
        passage.write(to: &html)
        html.raw("</blockquote>")
    }

    private func place(_ place: SourcePlace, to html: inout HTMLWriter) {
        html.element("dt", text: frame.wording(.colPlace))
        html.element("dd") { html in
            html.text(frame.wording.document(place.document) + " ")
            frame.place(place, to: &html)
        }
    }

    private func field(_ label: Message, _ value: String, to html: inout HTMLWriter) {
        guard !value.isEmpty else { return }
        html.element("dt", text: frame.wording(label))
        html.element("dd", text: value)
    }

    private func rest(to html: inout HTMLWriter) {
        let wording = frame.wording
        let rows = queue.rows.enumerated().dropFirst(skipped + 1)
        guard !rows.isEmpty else { return }
        html.element("h2", text: wording(.webNextInLine))
        html.raw("<ol class=\"list\">")
        for (index, row) in rows {
            html.raw("<li>")
            frame.state(row.state, label: false, to: &html)
            html.raw(" ")
            html.element("a", [.init("href", address(skip: index))], text: row.requirement.text)
            html.element("span", [.class("at")], text: wording.evidence(row.link))
            html.raw("</li>")
        }
        html.raw("</ol>\n")
    }
}

/// 核实日志: every decision ever taken.
struct ReviewLogPage {
    let frame: PageFrame
    let log: ReviewLog

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.reviewLogTitle), in: .review) { html in
            frame.title(wording(.reviewLogTitle), today: log.today, facts: [(wording(.colCount), String(log.entries.count))], to: &html)
            if log.entries.isEmpty { html.element("p", [.class("none")], text: wording(.reviewLogEmpty)) }
            html.raw("<table class=\"cards\"><thead><tr>")
            for column in [Message.colNumber, .colDate, .colBy, .colDecision, .traceRequirement, .colEvidence, .colNote, .colStands] {
                html.element("th", [.init("scope", "col")], text: wording(column))
            }
            html.raw("</tr></thead><tbody>\n")
            for entry in log.entries.reversed().prefix(500) {
                let review = entry.logged.review
                html.raw("<tr>")
                cell(.colNumber, String(entry.logged.number), to: &html)
                cell(.colDate, review.at, to: &html)
                cell(.colBy, review.by, to: &html)
                cell(.colDecision, wording(wording.message(review.decision)), to: &html)
                for (label, id, text) in [(Message.traceRequirement, review.requirement.description, entry.logged.requirementText), (.colEvidence, review.evidence.description, entry.logged.evidenceText)] {
                    html.element("td", [.init("data-label", wording(label))]) { $0.element("a", [.init("href", Address.trace(id))], text: text) }
                }
                cell(.colNote, review.note ?? "", to: &html)
                cell(.colStands, entry.status.map(wording.name) ?? "", to: &html)
                html.raw("</tr>\n")
            }
            html.raw("</tbody></table>\n")
        }
    }

    private func cell(_ label: Message, _ text: String, to html: inout HTMLWriter) {
        html.element("td", [.init("data-label", frame.wording(label))], text: text)
    }
}
