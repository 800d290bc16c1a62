import Links
import Provenance
import Queries

/// What is dropped, weakened and added on the way down as tables (承接情况表).
extension Reports {
    func cascade(_ report: CascadeReport) -> Report {
        let columns = [
            Column(wording(.colKind), share: 2), Column(wording(.colUpper), share: 6), Column(wording(.colLower), share: 6),
            Column(wording(.colDifference), share: 5),
        ]
        let sections = report.pairs.enumerated().map { index, pair in
            Section(
                "pair-\(index + 1)",
                title: wording.document(pair.lower) + " → " + wording.document(pair.upper) + "　"
                    + wording(.cascadeCarried(pair.carried, of: pair.requirements)),
                columns: columns,
                rows: pair.findings.map { row in
                    [
                        .text(wording.name(row.kind)), .lines(row.upper.flatMap(clause)), .lines(row.lower.flatMap(clause)),
                        .lines(row.why.map { wording($0) }),
                    ]
                },
                empty: wording(.cascadeEmpty))
        }
        let kinds = CascadeFinding.Kind.allCases.map { (wording.name($0), String(report.count($0))) }
        return Report(
            title: wording(.cascadeTitle),
            facts: [(wording(.asOf), wording.asOf(report.today)), (wording(.cascadePairs), String(report.pairs.count))] + kinds,
            sections: sections.isEmpty ? [Section("pairs", columns: columns, rows: [], empty: wording(.cascadeNoPairs))] : sections,
            ledger: ledger(report), notes: report.pairs.isEmpty ? [] : [wording(.cascadeNote)])
    }

    private func clause(_ row: RequirementRow) -> [String] { [row.text, "[" + wording.place(row.place) + "]"] }

    /// One row for each finding.
    private func ledger(_ report: CascadeReport) -> Section {
        let rows = report.pairs.flatMap(\.findings)
        return Section(
            "cascade",
            columns: [
                .colNumber, .colKind, .colDifference, .colUpperDocument, .colUpper, .colBody, .colDeadline, .colUpperPlace, .colLowerDocument,
                .colLower, .colBody, .colDeadline, .colLowerPlace, .colUpperID, .colLowerID,
            ].map { (message: Message) in Column(wording(message)) },
            rows: rows.enumerated().map { index, row in
                [.number(index + 1), .text(wording.name(row.kind)), .lines(row.why.map { wording($0) }), .text(wording.document(row.upperDocument))]
                    + side(row.upper) + [.text(wording.document(row.lowerDocument))] + side(row.lower)
                    + [.lines(row.upper.map(\.id)), .lines(row.lower.map(\.id))]
            },
            empty: wording(.cascadeEmpty))
    }

    private func side(_ rows: [RequirementRow]) -> [Report.Cell] {
        [
            .lines(rows.map(\.text)), .lines(rows.first.map { [wording.owners($0)] } ?? []), .lines(Set(rows.flatMap(\.deadlines)).sorted()),
            .lines(rows.map { wording.exactPlace($0.place) }),
        ]
    }
}
