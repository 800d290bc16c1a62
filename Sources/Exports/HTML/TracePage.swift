import Links
import Provenance
import Queries

/// A trace as a page (追溯页面): one card for each requirement, below it its evidence with words, places and reasons.
struct TracePage {
    let wording: Wording
    private let shell: PageShell

    init(wording: Wording) {
        self.wording = wording
        shell = PageShell(wording: wording)
    }

    func print(_ report: TraceReport) -> [UInt8] {
        let title = wording(.traceTitle) + " " + wording.quoted(report.query)
        return shell.page(title) { html in
            shell.masthead(title, facts: [(wording(.asOf), wording.asOf(report.today))], to: &html)
            if report.requirements.isEmpty, report.evidence.isEmpty {
                html.element("p", [.class("none")], text: wording(.traceEmpty))
            }
            for trace in report.requirements { write(trace, to: &html) }
            for trace in report.evidence { write(trace, to: &html) }
            if report.more > 0 { html.element("p", [.class("note")], text: wording(.exportMore(report.more))) }
        }
    }

    private func write(_ trace: RequirementTrace, to html: inout HTMLWriter) {
        let row = trace.row
        html.open("article", [.class("card"), .init("id", row.requirement.id)])
        html.element("p", [.class("words")], text: row.requirement.text)
        html.raw("<dl>")
        html.element("dt", text: wording(.traceState))
        html.element("dd") { html in
            shell.state(row.state, to: &html)
            html.text(" " + wording.why(row.why))
        }
        requirement(row.requirement, to: &html)
        for body in row.bodies where row.bodies.count > 1 {
            html.element("dt", text: wording.name(body.owner.body))
            html.element("dd") { html in
                shell.state(body.state, to: &html)
                html.text(" " + wording.counts(body.counts))
            }
        }
        for pace in row.paces { field(.colPace, wording.pace(pace), to: &html) }
        field(.traceClaims, wording.counts(row.counts), to: &html)
        html.raw("</dl>\n")
        write(trace.chain, to: &html)
        if !trace.differences.isEmpty {
            html.element("h3", text: wording(.cascadeTitle) + wording.bracketed(String(trace.differences.count)))
            html.raw("<ul>")
            for difference in trace.differences.prefix(Wording.levelsShown) {
                html.element("li", text: wording.difference(difference, beside: row.requirement.id))
            }
            html.raw("</ul>\n")
        }
        let groups: [(Message, [LinkRow])] = [
            (.traceProgress, row.progress), (.traceProblems, row.problems), (.traceIndirect, row.indirect),
        ]
        for (title, links) in groups where !links.isEmpty {
            html.element("h3", text: wording(title) + wording.bracketed(String(links.count)))
            for link in links { write(link, to: &html) }
        }
        if !trace.plans.isEmpty {
            html.element("h3", text: wording(.tracePlans) + wording.bracketed(String(trace.plans.count)))
            for plan in trace.plans { write(plan, to: &html) }
        }
        if !trace.related.isEmpty {
            html.element("h3", text: wording(.traceRelated) + wording.bracketed(String(trace.related.count)))
            for related in trace.related { write(related, to: &html) }
        }
        if groups.allSatisfy({ $0.1.isEmpty }), trace.related.isEmpty {
            html.element("p", [.class("none")], text: wording(.traceNone))
        }
        html.raw("</article>\n")
    }

    private func write(_ link: LinkRow, to html: inout HTMLWriter) {
        html.raw("<div class=\"link\">")
        html.element("span", [.class("when")], text: wording.date(link.evidence))
        html.element("span", [.class(link.verdict == .contradicts ? "mark" : "note")], text: wording.strength(link))
        html.element("div") { $0.element("q", text: link.evidence.text) }
        html.raw("<dl>")
        details(link.evidence, to: &html)
        reasons(link.reasons, to: &html)
        review(link, to: &html)
        html.raw("</dl></div>\n")
    }

    private func write(_ plan: EvidenceRow, to html: inout HTMLWriter) {
        html.raw("<div class=\"link\">")
        html.element("div") { $0.element("q", text: plan.text) }
        html.raw("<dl>")
        details(plan, to: &html)
        html.raw("</dl></div>\n")
    }

    private func write(_ chain: [ChainRow], to html: inout HTMLWriter) {
        guard !chain.isEmpty else { return }
        html.element("h3", text: wording(.traceChain) + wording.bracketed(String(chain.count)))
        var depth = -1
        for row in chain.prefix(Wording.levelsShown) {
            while depth < row.depth {
                html.raw("<ul>")
                depth += 1
            }
            while depth > row.depth {
                html.raw("</ul>")
                depth -= 1
            }
            html.element("li") { html in
                html.text((row.isSubject ? "◆ " : "") + wording.level(row))
                if !row.isSubject { html.element("div") { $0.element("q", text: row.requirement.text) } }
            }
        }
        for _ in 0...depth { html.raw("</ul>") }
        if chain.count > Wording.levelsShown {
            html.element("p", [.class("note")], text: wording(.traceMoreLevels(chain.count - Wording.levelsShown)))
        }
        html.raw("\n")
    }

    private func write(_ related: RelatedRow, to html: inout HTMLWriter) {
        html.raw("<div class=\"link\">")
        let strength = Decimals.strength(related.strength)
        html.element(
            "span", [.class("note")],
            text: wording.relation(related) + " · " + strength + " · " + wording.name(related.status))
        html.element("div") { $0.element("q", text: related.requirement.text) }
        html.raw("<dl>")
        requirement(related.requirement, to: &html)
        reasons(related.reasons, to: &html)
        html.raw("</dl></div>\n")
    }

    private func write(_ trace: EvidenceTrace, to html: inout HTMLWriter) {
        html.open("article", [.class("card"), .init("id", trace.evidence.id)])
        html.element("p", [.class("words")], text: wording.quoted(trace.evidence.text))
        html.raw("<dl>")
        field(.colKind, wording.name(trace.evidence.kind), to: &html)
        field(.colDate, wording.date(trace.evidence), to: &html)
        details(trace.evidence, to: &html)
        html.raw("</dl>\n")
        html.element("h3", text: wording(.traceAnswers) + wording.bracketed(String(trace.answers.count)))
        for answer in trace.answers {
            html.raw("<div class=\"link\">")
            html.element("span", [.class("note")], text: wording.strength(answer.link))
            html.element("div") { $0.element("q", text: answer.requirement.text) }
            html.raw("<dl>")
            requirement(answer.requirement, to: &html)
            reasons(answer.link.reasons, to: &html)
            review(answer.link, to: &html)
            html.raw("</dl></div>\n")
        }
        html.raw("</article>\n")
    }

    private func requirement(_ row: RequirementRow, to html: inout HTMLWriter) {
        field(.colDocument, wording.document(row.place.document), to: &html)
        field(.colClause, wording.clause(row), to: &html)
        field(.colPlace, wording.exactPlace(row.place), to: &html)
        field(.traceOwners, wording.owners(row), to: &html)
        field(.colDeadline, wording.list(row.deadlines), to: &html)
        field(.colTarget, wording.clauses(row.targets.map(wording.target)), to: &html)
        field(.colID, row.id, to: &html)
    }

    private func details(_ evidence: EvidenceRow, to html: inout HTMLWriter) {
        field(.colDocument, wording.document(evidence.place.document), to: &html)
        field(.colHeadings, evidence.headings.joined(separator: " › "), to: &html)
        field(.colPlace, wording.exactPlace(evidence.place), to: &html)
        field(.colActors, wording.list(evidence.actors.map(wording.name)), to: &html)
        field(.colFigures, wording.clauses(evidence.figures.map(wording.figure)), to: &html)
        field(.colID, evidence.id, to: &html)
    }

    private func reasons(_ reasons: [Reason], to html: inout HTMLWriter) {
        guard !reasons.isEmpty else { return }
        html.element("dt", text: wording(.colReasons))
        html.element("dd") { html in
            for (index, reason) in reasons.enumerated() {
                if index > 0 { html.raw("<br>") }
                html.text(wording.reason(reason))
            }
        }
    }

    private func review(_ link: LinkRow, to html: inout HTMLWriter) {
        field(.colChange, wording.changes(link.changes), to: &html)
        for one in link.reviews { field(.colReview, wording.review(one), to: &html) }
        field(.colLink, link.id, to: &html)
    }

    private func field(_ label: Message, _ value: String, to html: inout HTMLWriter) {
        guard !value.isEmpty else { return }
        html.element("dt", text: wording(label))
        html.element("dd", text: value)
    }
}
