import Facts
import Links
import Provenance
import Queries

/// The table of implementation as one page (落实情况对照表页面) that an inspector reads, filters and prints. It is written piece by piece, since
/// there may be a hundred thousand rows.
struct MatrixPage: Sendable {
    let wording: Wording
    private let shell: PageShell
    private let reports: Reports
    private let keys: FilterKeys
    private let summary: Summary
    private let gaps: GapReport
    /// Of each row the place of its document.
    private let documents: [Int32]
    /// Of each row the place of its first body in the order of the directory.
    private let ranks: [Int32]

    init(_ summary: Summary, _ outline: MatrixOutline, gaps: GapReport, _ wording: Wording, _ directory: BodyDirectory) {
        self.wording = wording
        self.summary = summary
        self.gaps = gaps
        shell = PageShell(wording: wording)
        reports = Reports(wording: wording)
        keys = FilterKeys(outline, gaps, wording)
        documents = outline.rows.map { Int32($0.document) }
        let placed = outline.rows.indices.compactMap { row in outline.rows[row].owners.first.map { (row, directory.place(of: $0.body)) } }
        var ranks = [Int32](repeating: Int32(outline.rows.count), count: outline.rows.count)
        let ordered = placed.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : outline.rows[$0.0].id < outline.rows[$1.0].id }
        for (rank, one) in ordered.enumerated() { ranks[one.0] = Int32(rank) }
        self.ranks = ranks
    }

    static func print(_ matrix: Matrix, gaps: GapReport, _ wording: Wording, _ directory: BodyDirectory = BodyDirectory()) -> [UInt8] {
        let page = MatrixPage(matrix.summary, MatrixOutline(matrix), gaps: gaps, wording, directory)
        return page.head + page.rows(matrix.rows, from: 0) + page.end
    }

    /// Up to the first row.
    var head: [UInt8] {
        var html = HTMLWriter()
        shell.begin(wording(.matrixTitle), isInteractive: true, to: &html)
        html.raw("<style>\n")
        html.raw(PageStyle.matrix)
        html.raw(PageStyle.print)
        html.raw("</style>\n")
        shell.masthead(
            wording(.matrixTitle),
            facts: [
                (wording(.asOf), wording.asOf(summary.today)), (wording(.summaryDocuments), String(summary.documents)),
                (wording(.summaryRequirements), String(documents.count)),
            ], to: &html)
        overview(summary, to: &html)
        legend(summary, to: &html)
        filter(summary, to: &html)
        beginTable(to: &html)
        return html.bytes
    }

    /// - Parameter first: the place of the first of these rows among all, from 0.
    func rows(_ rows: [MatrixRow], from first: Int) -> [UInt8] {
        var html = HTMLWriter()
        for (number, row) in zip(first..., rows) where documents.indices.contains(number) {
            if number == 0 || documents[number - 1] != documents[number] { band(row.requirement.place.document, to: &html) }
            write(row, number: number + 1, rank: Int(ranks[number]), to: &html)
        }
        return html.bytes
    }

    /// Behind the last row.
    var end: [UInt8] {
        var html = HTMLWriter()
        if !documents.isEmpty { html.raw("</tbody></table></div></section>\n") }
        GapSection(wording: wording, shell: shell, keys: keys).write(gaps, to: &html)
        shell.end(isInteractive: true, to: &html)
        return html.bytes
    }

    // MARK: Above the table

    private func overview(_ summary: Summary, to html: inout HTMLWriter) {
        html.raw("<div class=\"overview\">")
        let counts: [(Message, Int)] = [
            (.summaryRequirements, summary.requirements), (.summaryClaimed, summary.claimed), (.summaryVerified, summary.verified),
            (.summaryBare, summary.bare), (.summaryIndirect, summary.indirectOnly), (.summaryActions, summary.actions),
            (.summaryProblems, summary.problems),
        ]
        for (label, count) in counts {
            html.raw("<div>")
            html.element("b", text: String(count))
            html.element("span", text: wording(label))
            html.raw("</div>")
        }
        html.raw("</div>\n")
    }

    private func legend(_ summary: Summary, to html: inout HTMLWriter) {
        html.raw("<div class=\"legend\">")
        for count in summary.states {
            html.raw("<span>")
            shell.state(count.state, to: &html)
            html.element("small", text: " \(count.claimed)")
            html.raw("</span>")
        }
        html.raw("</div>\n")
        html.element("p", [.class("note")], text: wording(.pageClaimedNote))
    }

    private func filter(_ summary: Summary, to html: inout HTMLWriter) {
        html.raw("<form class=\"filter\" id=\"filter\">\n")
        select("doc", .colDocument, .pageAllDocuments, keys.documents, to: &html)
        select("body", .colBody, .pageAllBodies, keys.bodies, to: &html)
        let states = summary.states.filter { $0.claimed > 0 }.map { ($0.state.rawValue, wording.label($0.state)) }
        select("state", .colState, .pageAllStates, states, to: &html)
        select(
            "sort", .pageSort, .pageSortNumber,
            [
                ("rank", wording(.pageSortProtocol)), ("pinyin", wording(.pageSortPinyin)), ("stroke", wording(.pageSortStroke)),
                ("due", wording(.colDeadline)), ("latest", wording(.sheetLatest)),
            ], to: &html)
        html.raw("<label>")
        html.text(wording(.pageText))
        html.raw("<input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n<button type=\"reset\">")
        html.text(wording(.pageReset))
        html.raw("</button><button type=\"button\" id=\"print\">")
        html.text(wording(.pagePrint))
        html.raw("</button>")
        html.element("span", [.class("note")]) { html in
            html.text(wording(.pageShown))
            html.raw(" <output id=\"shown\"></output>")
        }
        html.raw("</form>\n")
    }

    private func select(
        _ name: String, _ label: Message, _ all: Message, _ options: [(key: String, label: String)], to html: inout HTMLWriter
    ) {
        html.raw("<label>")
        html.text(wording(label))
        html.open("select", [.init("name", name)])
        html.element("option", [.init("value", "")], text: wording(all))
        for option in options { html.element("option", [.init("value", option.key)], text: option.label) }
        html.raw("</select></label>\n")
    }

    // MARK: The table

    /// Title and share of the width of each column, in hundredths.
    private static let columns: [(title: Message, share: StaticString)] = [
        (.colNumber, "3.2%"), (.colDocument, "6%"), (.colClause, "7.2%"), (.colTask, "15.4%"), (.colLead, "6.4%"),
        (.colOthers, "7.4%"), (.colDeadline, "5.4%"), (.colTarget, "5.7%"), (.colProgress, "18%"), (.colState, "6%"),
        (.colVerified, "4%"), (.colProblems, "11%"), (.colRemarks, "4.3%"),
    ]

    private func beginTable(to html: inout HTMLWriter) {
        html.raw("<section class=\"matrix\" id=\"matrix\">\n")
        guard !documents.isEmpty else {
            html.element("p", [.class("none")], text: wording(.matrixEmpty))
            html.raw("</section>\n")
            return
        }
        html.raw("<div class=\"wide\"><table>\n<colgroup>")
        for column in Self.columns {
            html.raw("<col style=\"width:")
            html.raw(column.share)
            html.raw("\">")
        }
        html.raw("</colgroup>\n<thead><tr>")
        for column in Self.columns { html.element("th", [.init("scope", "col")], text: wording(column.title)) }
        html.raw("</tr></thead>\n<tbody>\n")
    }

    /// A line with the whole title above the rows of a document, so that each of them needs its number only.
    private func band(_ label: DocumentLabel, to html: inout HTMLWriter) {
        html.open("tr", [.class("band"), .init("data-band", keys.key(of: label))])
        html.raw("<th colspan=\"13\" scope=\"colgroup\">")
        html.element("b", text: label.title)
        html.text([label.number, label.date].compactMap(\.self).map { "　" + $0 }.joined())
        html.raw("</th></tr>\n")
    }

    private func write(_ row: MatrixRow, number: Int, rank: Int, to html: inout HTMLWriter) {
        let requirement = row.requirement
        let order: [HTMLWriter.Attribute] = [
            .init("data-n", String(number)), .init("data-rank", String(rank)),
            .init("data-lead", requirement.owners.first.map { wording.name($0.body) } ?? ""),
            .init("data-due", requirement.deadlines.first ?? ""), .init("data-latest", row.latest?.description ?? ""),
        ]
        html.open("tr", [.init("id", "r\(number)"), .init("data-row", "")] + keys.attributes(requirement, row.state) + order)
        cell(.colNumber, "c", to: &html) { $0.text(String(number)) }
        cell(.colDocument, "doc", to: &html) { html in
            let label = requirement.place.document
            html.text(label.number ?? label.title)
            if let date = label.date { html.element("small", text: date) }
        }
        cell(.colClause, "", to: &html) { html in
            for (index, heading) in requirement.headings.enumerated() {
                html.element("div", index < requirement.headings.count - 1 ? [.class("less")] : [], text: heading)
            }
            if requirement.headings.isEmpty { html.text(requirement.number ?? "") }
        }
        cell(.colTask, "task", to: &html) { html in
            html.text(requirement.text)
            html.element("span", [.class("at")], text: wording.place(requirement.place))
        }
        cell(.colLead, "", to: &html) { owners(row, [.lead], to: &$0) }
        cell(.colOthers, "", to: &html) { html in
            owners(row, [.responsible, .support], to: &html)
            if requirement.isOpenList { html.element("div", [.class("less")], text: wording(.wordOpenList)) }
        }
        cell(.colDeadline, "c", to: &html) { list(requirement.deadlines, to: &$0) }
        cell(.colTarget, "", to: &html) { html in
            list(requirement.targets.map(wording.target), to: &html)
            for pace in row.paces { html.element("div", [.class("less")], text: wording.pace(pace)) }
        }
        cell(.colProgress, "", to: &html) { html in
            evidence(row.progress, of: row.progressCount, limit: 2, to: &html)
            if row.progress.isEmpty { indirect(row, to: &html) }
        }
        cell(.colState, "c", to: &html) { shell.state(row.state, to: &$0) }
        cell(.colVerified, "", to: &html) { html in
            html.element("span", [.class("count")], text: wording(.pageClaimed) + " \(row.counts.claimed)")
            html.element("span", [.class("count")], text: wording(.pageVerified) + " \(row.counts.verified)")
        }
        cell(.colProblems, "", to: &html) { evidence(row.problems, of: row.problemsCount, limit: 2, to: &$0) }
        cell(.colRemarks, "", to: &html) { list(reports.remarks(row).filter { $0 != wording(.wordOpenList) }, to: &$0) }
        html.raw("</tr>\n")
    }

    private func cell(_ label: Message, _ style: String, to html: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void) {
        html.element("td", (style.isEmpty ? [] : [.class(style)]) + [.init("data-label", wording(label))], content)
    }

    /// The bodies of some roles; where a duty is joint, each with its own state.
    private func owners(_ row: MatrixRow, _ roles: [Role], to html: inout HTMLWriter) {
        let owners = row.requirement.owners.filter { roles.contains($0.role) }
        guard !owners.isEmpty else { return }
        html.raw("<ul>")
        for owner in owners {
            html.raw("<li>")
            html.text(wording.name(owner.body))
            if row.bodies.count > 1, let state = row.bodies.first(where: { $0.owner == owner }) {
                html.raw(" ")
                shell.state(state.state, label: false, to: &html)
            }
            html.raw("</li>")
        }
        html.raw("</ul>")
    }

    private func list(_ lines: [String], to html: inout HTMLWriter) {
        for (index, line) in lines.enumerated() {
            if index > 0 { html.raw("<br>") }
            html.text(line)
        }
    }

    private func evidence(_ links: [LinkRow], of count: Int, limit: Int, to html: inout HTMLWriter) {
        for link in links.prefix(limit) {
            html.raw("<div class=\"evidence\">")
            html.element("span", [.class("when")], text: wording.day(link.evidence))
            if link.verdict == .contradicts { html.element("span", [.class("mark")], text: wording.name(link.verdict) + " ") }
            html.element("q", text: link.evidence.text)
            for figure in link.evidence.figures where figure.isComputed {
                html.element("div", [.class("less")], text: wording.figure(figure))
            }
            html.element("span", [.class("at")], text: wording.place(link.evidence.place))
            html.raw("</div>")
        }
        if count > limit { html.element("span", [.class("at")], text: wording(.exportShown(count))) }
    }

    private func indirect(_ row: MatrixRow, to html: inout HTMLWriter) {
        guard !row.indirect.isEmpty else { return }
        html.element("div", [.class("less")], text: wording(.gapsIndirect) + wording.bracketed(String(row.indirectCount)))
        for link in row.indirect.prefix(1) {
            html.raw("<div class=\"evidence less\">")
            html.element("span", [.class("when")], text: wording.day(link.evidence))
            html.element("q", text: link.evidence.text)
            html.element("span", [.class("at")], text: wording.place(link.evidence.place))
            html.raw("</div>")
        }
    }
}
