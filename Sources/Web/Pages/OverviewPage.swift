import Exports
import Links
import Provenance
import Queries

/// 总览: the base at a glance; every figure leads to the rows behind it.
struct OverviewPage {
    let frame: PageFrame
    let overview: Overview
    /// What falls due in 30 days and is not done, soonest first.
    let due: ClausePage
    let dueQuestion: ClauseQuestion
    let changes: Changes

    private static let shownBodies = 15

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.webOverview), in: .overview) { html in
            frame.title(wording(.matrixTitle), today: overview.today, to: &html)
            tiles(to: &html)
            standing(to: &html)
            html.raw("<div class=\"columns\">\n<div>")
            documents(to: &html)
            html.raw("</div>\n<div>")
            dueSoon(to: &html)
            bodies(to: &html)
            changed(to: &html)
            html.raw("</div>\n</div>\n")
        }
    }

    private func tiles(to html: inout HTMLWriter) {
        let summary = overview.summary
        var verified = ClauseQuestion()
        verified.isVerified = true
        var bare = ClauseQuestion()
        bare.gap = .bare
        var indirect = ClauseQuestion()
        indirect.gap = .indirectOnly
        var overdue = ClauseQuestion()
        overdue.filter.states = [.overdue]
        let late = summary.states.first { $0.state == .overdue }?.claimed ?? 0
        let figures: [(Message, Int, String, StaticString)] = [
            (.summaryDocuments, summary.documents, Address.documents, ""),
            (.summaryRequirements, summary.requirements, Address.clauses, ""),
            (.summaryBare, summary.bare, Address.clauses(bare), "bad"),
            (.summaryIndirect, summary.indirectOnly, Address.clauses(indirect), ""),
            (.webOverdue, late, Address.clauses(overdue), "bad"),
            (.webDueSoon, due.total, Address.clauses(dueQuestion), ""),
            (.webVerifiedRequirements, summary.verified, Address.clauses(verified), "good"),
        ]
        html.raw("<ul class=\"tiles\">")
        for (label, count, address, kind) in figures {
            html.open("li", [.class(kind.description)])
            html.element("a", [.init("href", address)]) { html in
                html.element("b", text: String(count))
                html.element("span", text: frame.wording(label))
            }
            html.raw("</li>")
        }
        html.raw("</ul>\n")
    }

    private func standing(to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<section class=\"standing\">")
        html.element("h2", text: wording(.summaryStates))
        frame.bar(overview.summary.states, to: &html)
        html.raw("<ul class=\"legend\">")
        for count in overview.summary.states {
            var question = ClauseQuestion()
            question.filter.states = [count.state]
            html.raw("<li>")
            html.element("a", [.init("href", Address.clauses(question))]) { html in
                frame.state(count.state, to: &html)
                html.element("span", [.class("figure")], text: String(count.claimed))
                html.element("small", text: wording(.webOfThemVerified(count.verified)))
            }
            html.raw("</li>")
        }
        html.raw("</ul>")
        html.element("p", [.class("note")], text: wording(.pageClaimedNote))
        html.raw("</section>\n")
    }

    private func documents(to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<section>")
        html.element("h2", text: wording(.webByDocument))
        guard !overview.documents.isEmpty else {
            html.element("p", [.class("none")], text: wording(.documentsEmpty))
            html.raw("</section>")
            return
        }
        html.raw("<ol class=\"coverage\">")
        for document in overview.documents.reversed().prefix(Self.mostDocuments) {
            var question = ClauseQuestion()
            question.filter.document = document.label.id
            html.raw("<li>")
            html.element("div", [.class("name")]) { frame.document(document.label, to: &$0) }
            frame.bar(document.states, to: &html)
            html.element("div", [.class("figures")]) { html in
                html.element("a", [.init("href", Address.clauses(question))], text: wording(.webRequirementCount(document.requirements)))
                frame.states(document.states, question: question, to: &html)
            }
            html.raw("</li>")
        }
        html.raw("</ol>")
        if overview.documents.count > Self.mostDocuments {
            html.element("p") { html in
                html.element("a", [.init("href", Address.documents)], text: wording(.documentsTitle) + wording.bracketed(String(overview.documents.count)))
            }
        }
        html.raw("</section>\n")
    }

    /// The latest are shown here, all of them on a page of their own.
    private static let mostDocuments = 60

    private func dueSoon(to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<section>")
        html.element("h2") { html in
            html.text(wording(.webDueSoon))
            html.element("small", text: String(due.total))
        }
        if due.rows.isEmpty {
            html.element("p", [.class("none")], text: wording(.gapsEmpty))
        } else {
            html.raw("<ul class=\"list\">")
            for row in due.rows {
                html.raw("<li>")
                html.element("span", [.class("when")], text: row.requirement.deadlines.last ?? "")
                frame.state(row.state, label: false, to: &html)
                html.element("a", [.init("href", Address.trace(row.requirement.id))], text: row.requirement.text)
                html.element("span", [.class("at")], text: wording.owners(row.requirement))
                html.raw("</li>")
            }
            html.raw("</ul>")
            if due.total > due.rows.count { html.element("a", [.class("more"), .init("href", Address.clauses(dueQuestion))], text: wording(.webAll(due.total))) }
        }
        html.raw("</section>\n")
    }

    private func bodies(to html: inout HTMLWriter) {
        let wording = frame.wording
        let lacking = overview.bodies.filter { $0.gaps > 0 }
        html.raw("<section>")
        html.element("h2", text: wording(.webGapsByBody))
        if lacking.isEmpty {
            html.element("p", [.class("none")], text: wording(.gapsEmpty))
        } else {
            html.raw("<table class=\"tight\"><thead><tr>")
            for column in [Message.colBody, .webOwed, .webWithoutProgress, .webOverdue] {
                html.element("th", column == .colBody ? [.init("scope", "col")] : [.init("scope", "col"), .class("n")], text: wording(column))
            }
            html.raw("</tr></thead><tbody>")
            for one in lacking.prefix(Self.shownBodies) {
                var question = ClauseQuestion()
                question.filter.body = one.body.id ?? one.body.name
                var overdue = question
                overdue.filter.states = [.overdue]
                html.raw("<tr>")
                html.element("td") { frame.body(one.body, to: &$0) }
                count(one.requirements, Address.clauses(question), to: &html)
                count(one.gaps, Address.body(one.body) + "#gaps", to: &html)
                count(one.states.first { $0.state == .overdue }?.claimed ?? 0, Address.clauses(overdue), to: &html)
                html.raw("</tr>")
            }
            html.raw("</tbody></table>")
            if lacking.count > Self.shownBodies {
                html.element("a", [.class("more"), .init("href", Address.bodies)], text: wording(.webAll(overview.bodies.count)))
            }
        }
        html.raw("</section>\n")
    }

    private func count(_ count: Int, _ address: String, to html: inout HTMLWriter) {
        html.element("td", [.class("n")]) { html in
            if count > 0 { html.element("a", [.init("href", address)], text: String(count)) } else { html.text("0") }
        }
    }

    private func changed(to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<section>")
        html.element("h2", text: wording(.webChanges))
        if changes.documents.isEmpty, changes.decisions.isEmpty {
            html.element("p", [.class("none")], text: wording(.webNoChanges))
        } else {
            html.raw("<ul class=\"list\">")
            for row in changes.documents {
                html.raw("<li>")
                html.element("span", [.class("when")], text: wording(row.version > 1 ? .webNewVersion : .webNewDocument))
                html.element("a", [.init("href", Address.document(row.label.id))], text: row.label.title)
                html.element(
                    "span", [.class("at")],
                    text: wording(.webFound(requirements: row.requirements, actions: row.actions, problems: row.problems)))
                html.raw("</li>")
            }
            for one in changes.decisions {
                html.raw("<li>")
                html.element("span", [.class("when")], text: wording(wording.message(one.review.decision)))
                html.element("a", [.init("href", Address.trace(one.review.requirement.description))], text: one.requirementText)
                html.element("span", [.class("at")], text: wording.review(one))
                html.raw("</li>")
            }
            html.raw("</ul>")
        }
        html.raw("</section>\n")
    }
}
