import Exports
import Foundation
import Provenance
import Queries
import Store
import Vocabulary

/// Questions to a base beside the same in plain indexed SQL, in one process after opening; then the whole report.
struct QuestionBench {
    let ontology: Ontology
    let path: String

    func run() throws {
        let base = try KnowledgeBase.open(path)
        let before = Stopwatch.peak
        let inquiry = Inquiry(base, ontology: ontology)
        var asked: GapReport?
        let first = try Stopwatch.processor { asked = try inquiry.gaps() }
        print(String(format: "  gap list, the first question after opening: %.0f ms of processor", first * 1000))
        if let gaps = asked {
            print("  \(gaps.asked) requirements asked about, \(gaps.bare.count) without any evidence, \(gaps.indirectOnly.count) with indirect material only")
        }
        asked = nil
        try compare("gap list", base, Self.gaps) { _ = try inquiry.gaps() }
        let grid = try inquiry.grid(rows: .bodies, columns: .states)
        try compare("matrix of \(grid.rows.count) bodies by state", base, Self.bodiesByState) { _ = try inquiry.grid(rows: .bodies, columns: .states) }
        if let id = try base.read({ reader throws in try reader.plain(Self.busiest, []).first?[0] }) {
            let parts = id.split(separator: "#").map(String.init)
            try compare("trace", base, Self.trace, parts) { _ = try inquiry.trace(id) }
        }
        try Stopwatch.report("  first page of what waits for review") { _ = try inquiry.waiting(limit: 12) }
        try Stopwatch.report("  summary") { _ = try inquiry.summary() }
        try Stopwatch.report("  search of four characters") { _ = try inquiry.search("技能竞赛") }
        try report(inquiry, before)
    }

    /// The whole table as it is written out: the ledger of all rows in CSV.
    private func report(_ inquiry: Inquiry, _ before: Double) throws {
        let printer = AnswerPrinter(Wording(.zh, ontology))
        var bytes = 0
        let start = Stopwatch.processor
        let wall = try Stopwatch.time {
            try inquiry.matrix(as: .printed) { head in
                let stream = try MatrixStream(printer, as: .csv, head.summary) { () throws(Fault) in (try head.outline(), try inquiry.gaps()) }
                return { rows, first in stream?.rows(rows, from: first) ?? [] }
            } take: {
                bytes += $0.count
            }
        }
        print(
            String(
                format: "  coverage and matrix as CSV, %.1f MB: %.2f s, %.2f s of processor, peak memory %.0f MB (%.0f MB before)", Double(bytes) / 1e6,
                wall, Stopwatch.processor - start, Stopwatch.peak, before))
    }

    private func compare(_ name: String, _ base: KnowledgeBase, _ sql: String, _ arguments: [String] = [], _ ask: () throws -> Void) throws {
        try ask()
        let own = try Stopwatch.processor(runs: 5, ask)
        var rows = 0
        let plain = try Stopwatch.processor(runs: 5) {
            rows = try base.read { reader throws in try reader.plain(sql, arguments).count }
        }
        print(String(format: "  %@: %.2f ms, plain SQL %.2f ms for %d rows: %.2f times", name, own * 1000, plain * 1000, rows, own / plain))
        fflush(nil)
    }

    /// What is shown of a requirement: words, place, document, bodies, days, targets.
    private static let words = """
        SELECT d.id, d.title, d.number, d.day, f.element, f.text, f.headings, f.number, f.start, f.end, f.line, f.col, f.modality,
          (SELECT group_concat(a.name || '|' || a.role || '|' || coalesce(a.body, '')) FROM assignment a WHERE a.fact = f.key),
          (SELECT group_concat(t.due) FROM deadline t WHERE t.fact = f.key),
          (SELECT group_concat(t.indicator || t.comparator || t.value || t.unit) FROM target t WHERE t.fact = f.key)
        """
    private static let asked = """
        FROM fact f JOIN document d ON d.key = f.document
        WHERE f.kind = 'requirement' AND f.modality <> 'may'
        AND NOT EXISTS (SELECT 1 FROM document n WHERE n.work = d.work AND n.version > d.version)
        AND NOT EXISTS (SELECT 1 FROM link l WHERE l.evidence = f.key AND l.relation = 'restates' AND l.status <> 'rejected')
        """
    private static let counting = """
        SELECT 1 FROM link l WHERE l.requirement = f.key AND l.relation IN ('reports', 'implements')
          AND l.status <> 'rejected' AND (l.strength >= 0.5 OR l.status <> 'proposed')
        """

    /// The requirements without a strong link that counts, with their weak ones; and the joint duties that one body reported on, with the
    /// bodies that did not.
    private static let gaps = """
        \(words),
          (SELECT group_concat(e.text || '|' || coalesce(e.day, '') || '|' || l.strength, char(10)) FROM link l JOIN fact e ON e.key = l.evidence
            WHERE l.requirement = f.key AND l.relation IN ('reports', 'implements') AND l.status <> 'rejected')
        \(asked) AND NOT EXISTS (\(counting))
        UNION ALL
        \(words),
          (SELECT group_concat(a.body) FROM assignment a WHERE a.fact = f.key AND a.body IS NOT NULL AND NOT EXISTS (
            \(counting) AND l.reporters >> a.ordinal & 1))
        \(asked) AND EXISTS (\(counting) AND l.reporters <> 0)
        AND (SELECT count(*) FROM assignment a WHERE a.fact = f.key) > 1
        AND EXISTS (SELECT 1 FROM assignment a WHERE a.fact = f.key AND a.body IS NOT NULL AND NOT EXISTS (\(counting) AND l.reporters >> a.ordinal & 1))
        ORDER BY 4, 1, 5
        """

    /// Who owes how many requirements in which state, and which: of each body the reports that are its own. Plain SQL has no rules: the worst
    /// that was reported on the last day decides, a deadline that is past makes it overdue, long silence stale.
    private static let bodiesByState = """
        WITH today (day) AS (SELECT CAST(julianday(max(day)) - julianday('1970-01-01') AS INTEGER) FROM document),
        owed AS (
          SELECT coalesce(a.body, a.name) AS body, d.due, a.fact, max(l.day) AS latest, max(l.day * 8 + l.signal) % 8 AS kind,
            count(l.evidence) AS reports, sum(l.status = 'confirmed') AS verified
          FROM assignment a JOIN duty d ON d.requirement = a.fact
          LEFT JOIN link l ON l.requirement = a.fact AND l.relation IN ('reports', 'implements') AND l.status <> 'rejected'
            AND (l.strength >= 0.5 OR l.status <> 'proposed') AND l.reporters >> a.ordinal & 1
          GROUP BY a.fact, a.ordinal)
        SELECT owed.body, CASE WHEN owed.due < today.day THEN 'overdue' WHEN owed.reports = 0 THEN 'noReport' WHEN owed.kind >= 6 THEN 'problem' WHEN owed.kind >= 4 THEN 'notStarted'
          WHEN today.day - owed.latest > 180 THEN 'stale' ELSE 'underWay' END AS state,
          count(*), sum(owed.reports), sum(owed.verified), group_concat(x.id || '#' || f.element)
        FROM owed, today JOIN fact f ON f.key = owed.fact JOIN document x ON x.key = f.document GROUP BY 1, 2 ORDER BY 1, 2
        """

    private static let busiest = """
        SELECT d.id || '#' || f.element
        FROM (SELECT requirement, count(*) AS reports FROM link WHERE relation = 'reports' GROUP BY requirement) l
        CROSS JOIN fact f ON f.key = l.requirement CROSS JOIN document d ON d.key = f.document
        WHERE NOT EXISTS (SELECT 1 FROM document n WHERE n.work = d.work AND n.version > d.version)
        ORDER BY l.reports = 12 DESC, l.requirement LIMIT 1
        """

    /// One requirement, its bodies, and all evidence with words, place, document, figures and reasons.
    private static let trace = """
        SELECT r.text, r.headings, d.title, l.strength, l.status, l.verdict, b.reasons, e.text, e.headings, e.day, e.line, e.col, x.title, x.date,
          (SELECT group_concat(q.words) FROM quantity q WHERE q.fact = e.key), (SELECT group_concat(m.name) FROM mention m WHERE m.fact = e.key),
          (SELECT group_concat(a.name) FROM assignment a WHERE a.fact = r.key)
        FROM document d JOIN fact r ON r.document = d.key
        LEFT JOIN link l ON l.requirement = r.key LEFT JOIN because b ON b.requirement = l.requirement AND b.evidence = l.evidence
        LEFT JOIN fact e ON e.key = l.evidence LEFT JOIN document x ON x.key = e.document
        WHERE d.id = ?1 AND r.element = ?2 ORDER BY l.strength DESC
        """
}
