import Links
import Provenance
import Queries

/// What is dropped, weakened and added on the way down as data (承接情况数据).
extension Datum {
    static func cascade(_ report: CascadeReport, _ wording: Wording) -> Datum {
        .record([
            today(report.today), Entry("dropped", .integer(report.count(.dropped))), Entry("weakened", .integer(report.count(.weakened))),
            Entry("added", .integer(report.count(.added))),
            Entry(
                "pairs",
                .list(
                    of: "pair",
                    report.pairs.map { pair in
                        .record([
                            Entry("upper", document(pair.upper)), Entry("lower", document(pair.lower)), Entry("cited", .flag(pair.isCited)),
                            Entry("requirements", .integer(pair.requirements)), Entry("carried", .integer(pair.carried)),
                            differences(pair.findings, wording),
                        ])
                    })),
        ])
    }

    static func differences(_ rows: [CascadeRow], _ wording: Wording) -> Entry {
        Entry(
            "differences",
            .list(
                of: "difference",
                rows.map { row in
                    .record([
                        Entry("kind", .text(row.kind.rawValue)), Entry("kindLabel", .text(wording.name(row.kind))), why(row.why, wording),
                        Entry("upperDocument", document(row.upperDocument)), Entry("upper", .list(of: "requirement", row.upper.map(requirement))),
                        Entry("lowerDocument", document(row.lowerDocument)), Entry("lower", .list(of: "requirement", row.lower.map(requirement))),
                    ])
                }))
    }
}
