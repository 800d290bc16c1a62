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
        try report(inquiry, before)
        let gaps = try inquiry.gaps()
        print("  \(gaps.asked) requirements asked about, \(gaps.bare.count) without any evidence, \(gaps.indirectOnly.count) with indirect material only")
        try compare("gap list", base, Self.gaps) { _ = try inquiry.gaps() }
        if let id = try base.read({ reader throws in try reader.plain(Self.busiest, []).first?[0] }) {
            let parts = id.split(separator: "#").map(String.init)
            try compare("trace", base, Self.trace, parts) { _ = try inquiry.trace(id) }
        }
        try Stopwatch.report("  summary") { _ = try inquiry.summary() }
        try Stopwatch.report("  search of four characters") { _ = try inquiry.search("技能竞赛") }
    }

    /// Every row of the matrix with all that is shown of it, document by document.
    private func report(_ inquiry: Inquiry, _ before: Double) throws {
        var rows = 0
        let time = try Stopwatch.processor {
            try inquiry.survey { survey in for document in survey.documents { rows += try survey.rows(of: document).count } }
        }
        print(
            String(
                format: "  coverage and matrix of %d requirements: %.2f s, peak memory %.0f MB (%.0f MB before)", rows, time, Stopwatch.peak, before))
    }

    private func compare(_ name: String, _ base: KnowledgeBase, _ sql: String, _ arguments: [String] = [], _ ask: () throws -> Void) throws {
        try ask()
        let own = try Stopwatch.processor(runs: 3, ask)
        var rows = 0
        let plain = try Stopwatch.processor(runs: 3) {
            rows = try base.read { reader throws in try reader.plain(sql, arguments).count }
        }
        print(String(format: "  %@: %.1f ms, plain SQL %.1f ms for %d rows: %.2f times", name, own * 1000, plain * 1000, rows, own / plain))
    }

    /// The requirements without a strong link that counts, with words, place, document, bodies and days.
    private static let gaps = """
        SELECT d.id, d.title, d.number, d.day, f.element, f.text, f.headings, f.number, f.start, f.end, f.line, f.col, f.modality,
          (SELECT group_concat(a.name || '|' || a.role || '|' || coalesce(a.body, '')) FROM assignment a WHERE a.fact = f.key),
          (SELECT group_concat(t.due) FROM deadline t WHERE t.fact = f.key),
          (SELECT group_concat(t.indicator || t.comparator || t.value || t.unit) FROM target t WHERE t.fact = f.key),
          (SELECT group_concat(e.text || '|' || coalesce(e.day, '') || '|' || l.strength, char(10)) FROM link l JOIN fact e ON e.key = l.evidence
            WHERE l.requirement = f.key AND l.relation IN ('reports', 'implements') AND l.status <> 'rejected')
        FROM fact f JOIN document d ON d.key = f.document
        WHERE f.kind = 'requirement' AND f.modality <> 'may'
        AND NOT EXISTS (SELECT 1 FROM document n WHERE n.work = d.work AND n.version > d.version)
        AND NOT EXISTS (SELECT 1 FROM link l WHERE l.requirement = f.key AND l.relation IN ('reports', 'implements')
          AND l.status <> 'rejected' AND (l.strength >= 0.5 OR l.status <> 'proposed'))
        AND NOT EXISTS (SELECT 1 FROM link l WHERE l.evidence = f.key AND l.relation = 'restates' AND l.status <> 'rejected')
        ORDER BY d.day, d.id, f.key
        """

    private static let busiest = """
        SELECT d.id || '#' || f.element FROM fact f JOIN document d ON d.key = f.document WHERE f.key =
          (SELECT requirement FROM link WHERE relation = 'reports' GROUP BY requirement ORDER BY count(*) = 12 DESC, requirement LIMIT 1)
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
