import Links
import Provenance
import Queries

/// What the main job prints (汇总报告): what was read, how things stand, and what is missing at whom.
public struct RunSummary: Sendable {
    public var matrix: Matrix
    public var gaps: GapReport
    public var documents: [DocumentRow]
    /// What the documents cite and the base does not hold.
    public var missing: [MissingDocument]
    /// What lower documents drop, weaken and add.
    public var cascade: CascadeReport?
    public var strongLinks: Int
    public var weakLinks: Int
    /// Inputs that could not be read.
    public var unread: Int
    /// Where files were written.
    public var folder: String

    public init(
        matrix: Matrix, gaps: GapReport, documents: [DocumentRow], missing: [MissingDocument] = [], cascade: CascadeReport? = nil,
        strongLinks: Int, weakLinks: Int, unread: Int, folder: String
    ) {
        self.matrix = matrix
        self.gaps = gaps
        self.documents = documents
        self.missing = missing
        self.cascade = cascade
        self.strongLinks = strongLinks
        self.weakLinks = weakLinks
        self.unread = unread
        self.folder = folder
    }

    /// - Parameters:
    ///   - width: cells of a line.
    ///   - limit: how many gaps are listed for one body.
    public func text(_ wording: Wording, width: Int, limit: Int = 12) -> String {
        var printer = SummaryPrinter(wording: wording, width: width, limit: limit)
        printer.write(self)
        return printer.lines.joined(separator: "\n") + "\n"
    }
}

private struct SummaryPrinter {
    let wording: Wording
    let width: Int
    let limit: Int
    var lines: [String] = []

    mutating func write(_ run: RunSummary) {
        let summary = run.matrix.summary
        put("", wording(.matrixTitle))
        lines.append(String(repeating: "═", count: min(width, 60)))
        fact(.asOf, wording.asOf(run.matrix.today))
        let kinds = wording.list(summary.kinds.map { wording.name($0.kind) + " \($0.documents)" })
        fact(.summaryDocuments, "\(summary.documents)" + (kinds.isEmpty ? "" : wording.bracketed(kinds)))
        let permissions = wording(.summaryPermissions) + " \(summary.permissions)"
        let restated = summary.restated > 0 ? [wording(.summaryRestated) + " \(summary.restated)"] : []
        fact(.summaryRequirements, "\(summary.requirements)" + wording.bracketed(wording.clauses([permissions] + restated)))
        fact(.summaryActions, "\(summary.actions)")
        fact(.summaryProblems, "\(summary.problems)")
        fact(.wordLinks, wording(.commandLinks(strong: run.strongLinks, weak: run.weakLinks)))
        missing(run.missing)
        documents(run.documents)
        states(summary)
        contradictions(run.matrix)
        if let cascade = run.cascade { differences(cascade) }
        gaps(run.gaps)
        indirect(run.gaps)
        lines.append("")
        if run.unread > 0 { put("", wording(.commandUnread(run.unread))) }
        put("", wording(.commandWritten(run.folder)))
    }

    /// How many documents are cited and not held, and those cited most often.
    private mutating func missing(_ documents: [MissingDocument]) {
        guard !documents.isEmpty else { return }
        let named = documents.prefix(3).map { $0.title.isEmpty ? $0.number ?? "" : "《" + $0.title + "》" }
        let rest = documents.count > named.count ? wording(.missingMore(documents.count - named.count)) : ""
        fact(.missingTitle, "\(documents.count)" + wording.bracketed(wording.list(named) + rest))
    }

    private mutating func documents(_ rows: [DocumentRow]) {
        title(.documentsTitle, rows.count)
        for row in rows {
            let counts = [
                (Message.summaryRequirements, row.requirements), (.colActions, row.actions), (.colPlans, row.plans),
                (.colProblemCount, row.problems),
            ].filter { $0.1 > 0 }.map { wording($0.0) + " \($0.1)" }
            let superseded = row.isSuperseded ? [wording(.wordSuperseded)] : []
            put("  · ", ([wording.document(row.label)] + counts + superseded).joined(separator: "　"), further: "    ")
        }
    }

    private mutating func states(_ summary: Summary) {
        title(.summaryStates, nil)
        let names = summary.states.map { "【" + wording.mark($0.state) + "】" + wording.label($0.state) }
        let room = names.map(CellWidth.of).max() ?? 0
        let most = max(1, summary.states.map(\.claimed).max() ?? 1)
        for (name, count) in zip(names, summary.states) {
            let digits = String(count.claimed)
            let bar = String(repeating: "█", count: count.claimed == 0 ? 0 : max(1, count.claimed * 30 / most))
            let verified = count.verified > 0 ? "　" + wording(.colVerifiedCount) + " \(count.verified)" : ""
            lines.append(
                "  " + name + String(repeating: " ", count: room - CellWidth.of(name)) + String(repeating: " ", count: max(1, 6 - digits.count))
                    + digits + "  " + bar + verified)
        }
        put("  ", wording(.summaryClaimed) + " \(summary.claimed)　" + wording(.summaryVerified) + " \(summary.verified)")
    }

    private mutating func contradictions(_ matrix: Matrix) {
        let rows = matrix.rows.filter { !$0.problems.isEmpty }
        guard !rows.isEmpty else { return }
        title(.traceProblems, rows.count)
        for row in rows.prefix(limit) {
            put("  · ", row.requirement.text + "　[" + wording.place(row.requirement.place) + "]", further: "    ")
            for link in row.problems.prefix(2) {
                let verdict = link.verdict == .contradicts ? wording.name(link.verdict) : wording.name(link.evidence.kind)
                put("    → ", verdict + " " + wording.evidence(link), further: "      ")
            }
        }
        if rows.count > limit { put("    ", wording(.commandMoreProblems(rows.count - limit))) }
    }

    /// What was dropped and weakened; what was added is told by its number.
    private mutating func differences(_ report: CascadeReport) {
        guard !report.pairs.isEmpty else { return }
        let rows = report.pairs.flatMap(\.findings).filter { $0.kind != .added }
        title(.cascadeTitle, nil)
        put("  ", wording.clauses(CascadeFinding.Kind.allCases.map { wording.name($0) + " \(report.count($0))" }))
        for row in rows.prefix(limit) {
            put("  · ", "【" + wording.name(row.kind) + "】" + wording.document(row.lowerDocument), further: "    ")
            for one in row.upper { put("    ", wording.quoted(one.text) + " [" + wording.place(one.place) + "]", further: "      ") }
            for one in row.lower { put("    → ", wording.quoted(one.text) + " [" + wording.place(one.place) + "]", further: "      ") }
            put("    ", wording.clauses(row.why.map { wording($0) }), further: "    ")
        }
        if rows.count > limit { put("    ", wording(.cascadeMore(rows.count - limit))) }
    }

    private mutating func gaps(_ report: GapReport) {
        title(.gapsTitle, report.bare.count)
        put("  ", wording(.gapsByBody) + wording(.labelColon) + wording(.gapsPermissions), further: "  ")
        var isEmpty = true
        for body in report.bodies where !body.bare.isEmpty || !body.notByThisBody.isEmpty {
            isEmpty = false
            let counts = wording(
                .exportBodyGaps(bare: body.bare.count, indirect: body.indirectOnly.count, others: body.notByThisBody.count))
            put("  ■ ", (body.body.map(wording.name) ?? wording(.gapsNobody)) + "　" + counts, further: "    ")
            for gap in body.bare.prefix(limit) { item(gap, mark: "") }
            more(body.bare.count - limit)
            guard !body.notByThisBody.isEmpty else { continue }
            put("    ", wording(.gapsNotByThisBody) + wording(.labelColon))
            for gap in body.notByThisBody.prefix(limit / 4) { item(gap, mark: "") }
            more(body.notByThisBody.count - limit / 4)
        }
        if isEmpty { put("  ", wording(.gapsEmpty)) }
    }

    private mutating func indirect(_ report: GapReport) {
        title(.gapsIndirect, report.indirectOnly.count)
        for gap in report.indirectOnly.prefix(limit * 2) {
            item(gap, mark: "　" + wording.owners(gap.requirement))
            if let link = gap.indirect.first { put("      → ", wording.evidence(link), further: "        ") }
        }
        more(report.indirectOnly.count - limit * 2)
        if report.indirectOnly.isEmpty { put("  ", wording(.gapsEmpty)) }
    }

    private mutating func item(_ gap: GapRow, mark: String) {
        let requirement = gap.requirement
        let deadline = requirement.deadlines.isEmpty ? "" : "　" + wording.list(requirement.deadlines)
        put(
            "    【" + wording.mark(gap.state) + "】",
            number(requirement) + requirement.text + deadline + mark + "　[" + wording.place(requirement.place) + "]",
            further: "        ")
    }

    /// The clause's number as printed; a bare one, as in tables, is set off from the text.
    private func number(_ requirement: RequirementRow) -> String {
        guard let number = requirement.number, let last = number.unicodeScalars.last else { return "" }
        return ("0"..."9").contains(last) ? number + "  " : number
    }

    private mutating func more(_ count: Int) {
        if count > 0 { put("      ", wording(.commandMoreGaps(count))) }
    }

    private mutating func title(_ message: Message, _ count: Int?) {
        lines.append("")
        put("", "▌" + wording(message) + (count.map { wording.bracketed(String($0)) } ?? ""))
    }

    private mutating func fact(_ label: Message, _ value: String) {
        let head = wording(label) + wording(.labelColon)
        put(head, value, further: String(repeating: " ", count: CellWidth.of(head)))
    }

    private mutating func put(_ margin: String, _ text: String, further: String = "") {
        for (index, line) in CellWidth.wrap(text, width: max(20, width - CellWidth.of(margin))).enumerated() {
            lines.append((index == 0 ? margin : further) + line)
        }
    }
}
