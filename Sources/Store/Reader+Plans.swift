import Facts
import GRDB
import Links
import Provenance

extension Reader {
    /// The plans that stand in the same paragraph, or in the same row of a table, as some evidence (同段计划), in printed order.
    public func plans(beside evidence: StoredEvidence, among documents: DocumentSet) throws -> [StoredPlan] {
        guard let document = documents[id: evidence.evidence.id.document] else { return [] }
        let rows = try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT p.key, p.element, p.text, p.start, p.end, p.line, p.col, p.page, p.headings, p.place FROM fact p
                    WHERE p.kind = 'plan' AND p.document = ?1 AND (p.directive = ?4 OR EXISTS (
                      SELECT 1 FROM block b WHERE b.document = ?1
                      AND b.start <= min(p.start, ?2) AND b.end >= max(p.end, ?3)))
                    ORDER BY p.key
                    """),
            arguments: [document.key, evidence.evidence.span.start, evidence.evidence.span.end, evidence.evidence.directive])
        return try rows.map { row in
            let key: Int64 = row[0]
            return StoredPlan(
                key: key, id: FactID(document: document.id, element: row[1]), text: row[2], span: Span(row[3], row[4]),
                headings: Joined.parts(row[8]), document: document.context,
                position: StoredPosition(line: row[5], column: row[6], page: row[7], place: row[9]), figures: try FactLoader(database).figures(of: key))
        }
    }
}
