import Exports
import Provenance
import Queries

/// 单位: all bodies that owe something.
struct BodiesPage {
    let frame: PageFrame
    let overview: Overview
    let directory: BodyDirectory

    func render() -> [UInt8] {
        let wording = frame.wording
        let bodies = overview.bodies.map { (one: $0, place: directory.place(of: $0.body)) }.sorted { $0.place < $1.place }.map(\.one)
        return frame.page(wording(.webBodies), in: .bodies) { html in
            frame.title(wording(.webBodies), today: overview.today, facts: [(wording(.colCount), String(bodies.count))], to: &html)
            guard !bodies.isEmpty else {
                html.element("p", [.class("none")], text: wording(.matrixEmpty))
                return
            }
            html.raw("<table class=\"bodies cards\"><thead><tr>")
            for (column, isNumber) in [(Message.colBody, false), (.webOwed, true), (.webWithoutProgress, true), (.summaryStates, false)] {
                html.element("th", [.init("scope", "col")] + (isNumber ? [.class("n")] : []), text: wording(column))
            }
            html.raw("</tr></thead><tbody>\n")
            for one in bodies {
                var question = ClauseQuestion()
                question.filter.body = one.body.id ?? one.body.name
                html.raw("<tr>")
                html.element("td", [.class("name"), .init("data-label", wording(.colBody))]) { html in
                    frame.body(one.body, to: &html)
                    if let official = one.body.official, official != one.body.name { html.element("span", [.class("at")], text: official) }
                }
                html.element("td", [.class("n"), .init("data-label", wording(.webOwed))]) { html in
                    html.element("a", [.init("href", Address.clauses(question))], text: String(one.requirements))
                }
                html.element("td", [.class("n"), .init("data-label", wording(.webWithoutProgress))]) { html in
                    html.element("a", [.init("href", Address.body(one.body) + "#gaps")], text: String(one.gaps))
                }
                html.element("td", [.init("data-label", wording(.summaryStates))]) { html in
                    frame.bar(one.states, to: &html)
                    frame.states(one.states, question: question, to: &html)
                }
                html.raw("</tr>\n")
            }
            html.raw("</tbody></table>\n")
        }
    }
}

/// What is known of one body (单位答复).
struct BodyAnswer: Sendable {
    /// The first of the requirements that it owes, and of those that are late.
    let all: ClausePage
    let overdue: ClausePage
    let arrears: Arrears
    /// Those that it is to deal with, or the latest of them.
    let problems: [ProblemRow]
}

/// One body: what it owes, what it has reported, what is late, what is wrong.
struct BodyPage {
    let frame: PageFrame
    let name: String
    /// As the ontology knows it.
    let body: BodyName?
    let answer: BodyAnswer

    static let size = 50

    func render() -> [UInt8] {
        let wording = frame.wording
        let title = body.map { $0.official ?? wording.name($0) } ?? name
        var question = ClauseQuestion()
        question.filter.body = name
        return frame.page(title, in: .bodies) { html in
            frame.title(title, today: all.today, facts: [(wording(.colID), body?.id ?? "")], to: &html)
            tiles(question, to: &html)
            section("overdue", .webOverdue, overdue.total, to: &html) { html in
                ClauseTable(frame: frame, body: name).write(overdue.rows, to: &html)
            }
            html.open("section", [.init("id", "gaps")])
            var bare = question
            bare.gap = .bare
            var indirect = question
            indirect.gap = .indirectOnly
            let groups: [(Message, Arrears.Part, ClauseQuestion?)] = [
                (.gapsBare, arrears.bare, bare), (.gapsIndirect, arrears.indirectOnly, indirect), (.gapsNotByThisBody, arrears.notByThisBody, nil),
            ]
            html.element("h2") { html in
                html.text(wording(.webArrears))
                html.element("small", text: String(groups.reduce(0) { $0 + $1.1.count }))
            }
            if groups.allSatisfy({ $0.1.count == 0 }) { html.element("p", [.class("none")], text: wording(.gapsEmpty)) }
            for (title, part, all) in groups where part.count > 0 {
                html.element("h3") { html in
                    html.text(wording(title))
                    html.element("small", text: String(part.count))
                }
                list(part.rows, to: &html)
                guard part.count > part.rows.count else { continue }
                if let all {
                    html.element("a", [.class("more"), .init("href", Address.clauses(all))], text: wording(.webAll(part.count)))
                } else {
                    html.element("p", [.class("note")], text: wording(.exportMore(part.count - part.rows.count)))
                }
            }
            html.raw("</section>\n")
            reported(to: &html)
            section("all", .webOwed, all.total, to: &html) { html in
                ClauseTable(frame: frame, body: name).write(all.rows, to: &html)
                if all.total > all.rows.count {
                    html.element("a", [.class("more"), .init("href", Address.clauses(question))], text: wording(.webAll(all.total)))
                }
            }
        }
    }

    private func tiles(_ question: ClauseQuestion, to html: inout HTMLWriter) {
        html.raw("<div class=\"bar-line\">")
        frame.states(all.states, question: question, to: &html)
        html.raw("<span class=\"exports\">")
        let query = QuestionForm(question).values.query
        html.element("a", [.init("href", Address.clauses + query)], text: frame.wording(.webClauses))
        html.element("a", [.init("href", Address.matrix + query)], text: frame.wording(.webMatrix))
        html.element("a", [.init("href", Address.clauses + ".xlsx" + query), .init("download", "")], text: "Excel")
        html.raw("</span></div>\n")
        frame.bar(all.states, to: &html)
    }

    private func section(_ id: String, _ title: Message, _ count: Int, to html: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void) {
        html.open("section", [.init("id", id)])
        html.element("h2") { html in
            html.text(frame.wording(title))
            html.element("small", text: String(count))
        }
        if count == 0 { html.element("p", [.class("none")], text: frame.wording(.gapsEmpty)) } else { content(&html) }
        html.raw("</section>\n")
    }

    private func list(_ rows: [GapRow], to html: inout HTMLWriter) {
        html.raw("<ol class=\"list gaps-list\">")
        for row in rows {
            html.raw("<li>")
            frame.state(row.state, to: &html)
            html.raw(" ")
            html.element("a", [.init("href", Address.trace(row.requirement.id))], text: row.requirement.text)
            html.element(
                "span", [.class("at")],
                text: [wording.document(row.requirement.place.document), wording.clause(row.requirement), wording.list(row.requirement.deadlines)]
                    .filter { !$0.isEmpty }.joined(separator: " · "))
            html.raw("</li>")
        }
        html.raw("</ol>")
    }

    private var wording: Wording { frame.wording }
    private var all: ClausePage { answer.all }
    private var overdue: ClausePage { answer.overdue }
    private var arrears: Arrears { answer.arrears }

    private func reported(to html: inout HTMLWriter) {
        let rows = answer.problems
        html.raw("<section id=\"problems\">")
        html.element("h2") { html in
            html.text(wording(.colProblems))
            html.element("small", text: String(rows.count))
        }
        if rows.isEmpty { html.element("p", [.class("none")], text: wording(.gapsEmpty)) }
        html.raw("<ol class=\"list\">")
        for row in rows {
            html.raw("<li>")
            html.element("span", [.class("when")], text: wording.day(row.problem))
            html.element("span", [.class("badge")], text: wording.name(row.stage))
            html.raw(" ")
            html.element("a", [.init("href", Address.trace(row.problem.id))], text: row.problem.text)
            for step in row.course { html.element("span", [.class("at")], text: wording.step(step)) }
            html.raw("</li>")
        }
        html.raw("</ol></section>\n")
    }
}
