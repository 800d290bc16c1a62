import GRDB
import Links
import Provenance

extension Reader {
    /// What was decided on the links of a document's requirements, by requirement, then evidence, oldest first.
    public func reviews(ofDocument id: String) throws -> [Review] {
        let rows = try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT r.element, d.id, e.element, v.decision, v.reviewer, v.day, v.note FROM review v
                    JOIN fact r ON r.key = v.requirement JOIN fact e ON e.key = v.evidence JOIN document d ON d.key = e.document
                    WHERE r.document = (SELECT key FROM document WHERE id = ?) ORDER BY r.element, d.id, e.element, v.key
                    """),
            arguments: [id])
        return rows.compactMap { row in
            Review.Decision(rawValue: row[3]).map {
                Review(
                    requirement: FactID(document: id, element: row[0]), evidence: FactID(document: row[1], element: row[2]), decision: $0,
                    by: row[4], at: row[5], note: row[6])
            }
        }
    }
}
