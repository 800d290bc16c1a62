import Facts
import Links
import Provenance
import Queries

/// Prints a trace for a terminal (追溯树): each requirement with where it stands, who owes it, its state and why, and below it
/// the evidence with its own words, place and reasons.
struct TraceTree {
    let wording: Wording
    let width: Int
    private var lines: [String] = []

    static func print(_ report: TraceReport, _ wording: Wording, width: Int) -> String {
        var tree = TraceTree(wording: wording, width: width)
        tree.write(report)
        return tree.lines.joined(separator: "\n") + "\n"
    }

    private init(wording: Wording, width: Int) {
        self.wording = wording
        self.width = width
    }

    private mutating func write(_ report: TraceReport) {
        put("", wording(.traceTitle) + " " + wording.quoted(report.query) + " · " + wording(.asOf) + " " + wording.asOf(report.today))
        if report.requirements.isEmpty, report.evidence.isEmpty { put("", wording(.traceEmpty)) }
        for trace in report.requirements {
            lines.append("")
            write(trace)
        }
        for trace in report.evidence {
            lines.append("")
            write(trace)
        }
        if report.more > 0 {
            lines.append("")
            put("", wording(.exportMore(report.more)))
        }
    }

    private mutating func write(_ trace: RequirementTrace) {
        let row = trace.row
        let requirement = row.requirement
        put("■ ", requirement.text, further: "  ")
        field("│ ", .colDocument, wording.document(requirement.place.document))
        field("│ ", .colClause, wording.clause(requirement))
        field("│ ", .colPlace, wording.exactPlace(requirement.place))
        field("│ ", .traceOwners, wording.owners(requirement))
        field("│ ", .colDeadline, wording.list(requirement.deadlines))
        field("│ ", .colTarget, wording.clauses(requirement.targets.map(wording.target)))
        let why = wording.why(row.why)
        field("│ ", .traceState, "【" + wording.label(row.state) + "】" + (why.isEmpty ? "" : " " + why))
        for body in row.bodies where row.bodies.count > 1 {
            field("│   ", wording.name(body.owner.body), wording.label(body.state) + " · " + wording.counts(body.counts))
        }
        for pace in row.paces { field("│ ", .colPace, wording.pace(pace)) }
        field("│ ", .traceClaims, wording.counts(row.counts))
        if requirement.isReported {
            field("│ ", .wordReportedClause, requirement.reportedDocument.map(wording.document) ?? requirement.reportedOf ?? "")
        }
        field("│ ", .colID, requirement.id)
        write(trace.chain)
        if !trace.differences.isEmpty {
            put("│ ", wording(.cascadeTitle) + wording.bracketed(String(trace.differences.count)))
            for row in trace.differences.prefix(Wording.levelsShown) {
                put("│   └─ ", wording.difference(row, beside: requirement.id), further: "│      ")
            }
        }
        let groups: [(Message, [LinkRow])] = [
            (.traceProgress, row.progress), (.traceProblems, row.problems), (.traceIndirect, row.indirect),
        ].filter { !$0.1.isEmpty }
        for (index, group) in groups.enumerated() {
            let isLast = index == groups.count - 1 && trace.related.isEmpty && trace.plans.isEmpty
            put(isLast ? "└─ " : "├─ ", wording(group.0) + wording.bracketed(String(group.1.count)))
            write(group.1, margin: isLast ? "   " : "│  ")
        }
        if !trace.plans.isEmpty {
            let isLast = trace.related.isEmpty
            put(isLast ? "└─ " : "├─ ", wording(.tracePlans) + wording.bracketed(String(trace.plans.count)))
            for (index, plan) in trace.plans.enumerated() {
                let margin = isLast ? "   " : "│  "
                let deeper = margin + (index == trace.plans.count - 1 ? "   " : "│  ")
                put(margin + (index == trace.plans.count - 1 ? "└─ " : "├─ "), wording.quoted(plan.text), further: deeper)
                details(plan, margin: deeper)
            }
        }
        if !trace.related.isEmpty {
            put("└─ ", wording(.traceRelated) + wording.bracketed(String(trace.related.count)))
            for (index, related) in trace.related.enumerated() {
                write(related, margin: "   ", isLast: index == trace.related.count - 1)
            }
        } else if groups.isEmpty, trace.plans.isEmpty {
            put("└─ ", wording(.traceNone))
        }
    }

    private mutating func write(_ chain: [ChainRow]) {
        guard !chain.isEmpty else { return }
        put("│ ", wording(.traceChain) + wording.bracketed(String(chain.count)))
        for row in chain.prefix(Wording.levelsShown) {
            let margin = "│   " + String(repeating: "   ", count: row.depth)
            put(margin + (row.isSubject ? "◆ " : "└─ "), wording.level(row), further: margin + "   ")
            if !row.isSubject { put(margin + "   ", wording.quoted(row.requirement.text), further: margin + "   ") }
        }
        if chain.count > Wording.levelsShown { put("│   ", wording(.traceMoreLevels(chain.count - Wording.levelsShown))) }
    }

    private mutating func write(_ links: [LinkRow], margin: String) {
        for (index, link) in links.enumerated() {
            let isLast = index == links.count - 1
            let deeper = margin + (isLast ? "   " : "│  ")
            put(margin + (isLast ? "└─ " : "├─ "), wording.date(link.evidence) + "　" + wording.strength(link), further: deeper)
            put(deeper, wording.quoted(link.evidence.text), further: deeper)
            details(link.evidence, margin: deeper)
            reasons(link.reasons, margin: deeper)
            review(link, margin: deeper)
        }
    }

    /// What a person needs to decide on the link, and what was decided.
    private mutating func review(_ link: LinkRow, margin: String) {
        field(margin, .colChange, wording.changes(link.changes))
        for one in link.reviews { field(margin, .colReview, wording.review(one)) }
        field(margin, .colLink, link.id)
    }

    private mutating func details(_ evidence: EvidenceRow, margin: String) {
        field(margin, .colDocument, wording.document(evidence.place.document))
        field(margin, .colHeadings, evidence.headings.joined(separator: " › "))
        field(margin, .colPlace, wording.exactPlace(evidence.place))
        field(margin, .colActors, wording.list(evidence.actors.map(wording.name)))
        field(margin, .colFigures, wording.clauses(evidence.figures.map(wording.figure)))
    }

    private mutating func reasons(_ reasons: [Reason], margin: String) {
        for reason in reasons { field(margin, .colReasons, wording.reason(reason)) }
    }

    private mutating func write(_ related: RelatedRow, margin: String, isLast: Bool) {
        let deeper = margin + (isLast ? "   " : "│  ")
        let strength = Decimals.strength(related.strength)
        put(
            margin + (isLast ? "└─ " : "├─ "),
            wording.relation(related) + " " + strength + " · " + wording.name(related.status), further: deeper)
        put(deeper, wording.quoted(related.requirement.text), further: deeper)
        field(deeper, .colDocument, wording.document(related.requirement.place.document))
        field(deeper, .colClause, wording.clause(related.requirement))
        field(deeper, .colPlace, wording.exactPlace(related.requirement.place))
        reasons(related.reasons, margin: deeper)
    }

    private mutating func write(_ trace: EvidenceTrace) {
        put("■ ", wording.name(trace.evidence.kind) + " · " + wording.date(trace.evidence), further: "  ")
        put("│ ", wording.quoted(trace.evidence.text), further: "│ ")
        details(trace.evidence, margin: "│ ")
        put("└─ ", wording(.traceAnswers) + wording.bracketed(String(trace.answers.count)))
        for (index, answer) in trace.answers.enumerated() {
            let isLast = index == trace.answers.count - 1
            let deeper = isLast ? "      " : "   │  "
            put(isLast ? "   └─ " : "   ├─ ", wording.strength(answer.link), further: deeper)
            put(deeper, answer.requirement.text, further: deeper)
            field(deeper, .colClause, wording.clause(answer.requirement))
            field(deeper, .traceOwners, wording.owners(answer.requirement))
            field(deeper, .colPlace, wording.exactPlace(answer.requirement.place))
            reasons(answer.link.reasons, margin: deeper)
            review(answer.link, margin: deeper)
        }
    }

    // MARK: Lines

    private mutating func field(_ margin: String, _ label: Message, _ value: String) { field(margin, wording(label), value) }

    private mutating func field(_ margin: String, _ label: String, _ value: String) {
        guard !value.isEmpty else { return }
        let head = CellWidth.harmless(label) + wording(.labelColon)
        put(margin + head, value, further: margin + String(repeating: " ", count: CellWidth.of(head)))
    }

    private mutating func put(_ margin: String, _ text: String, further: String = "") {
        let room = max(20, width - CellWidth.of(margin))
        for (index, line) in CellWidth.wrap(text, width: room).enumerated() { lines.append((index == 0 ? margin : further) + line) }
    }
}
