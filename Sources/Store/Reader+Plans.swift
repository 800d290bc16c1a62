import Facts
import GRDB
import Links
import Provenance

extension Reader {
    /// The plans that stand in the same paragraph, or in the same row of a table, as some evidence (同段计划), in printed order.
    public func plans(beside evidence: StoredEvidence, among documents: DocumentSet) throws -> [StoredPlan] {
        guard let document = documents[id: evidence.evidence.id.document] else { return [] }
        guard document.plans > 0 else { return [] }
        let span = evidence.evidence.span
        // Paragraphs and cells do not overlap: there is one around the evidence, mostly.
        let around = try Stepped(
            database, "SELECT start, end FROM block WHERE document = ? AND start <= ? AND end >= ?", [document.key, span.start, span.end])
        var blocks: [(start: Int64, end: Int64)] = []
        while try around.step() { blocks.append((around[0], around[1])) }
        let rows = try Stepped(
            database,
            """
            SELECT key, element, text, start, end, line, col, page, headings, place, directive FROM fact
            WHERE kind = 'plan' AND document = ? ORDER BY key
            """, [document.key])
        var plans: [StoredPlan] = []
        while try rows.step() {
            let (start, end) = (rows[3], rows[4])
            let isOfClause = evidence.evidence.directive != nil && rows.text(10) == evidence.evidence.directive
            guard isOfClause || blocks.contains(where: { $0.start <= start && $0.end >= end }) else { continue }
            plans.append(
                StoredPlan(
                    key: rows[0], id: FactID(document: document.id, element: rows.text(1) ?? ""), text: rows.text(2) ?? "",
                    span: Span(Int(start), Int(end)), headings: Joined.parts(rows.text(8)), document: document.context,
                    position: StoredPosition(line: rows.optional(5), column: rows.optional(6), page: rows.optional(7), place: rows.text(9)), figures: []))
        }
        for place in plans.indices { plans[place].figures = try FactLoader(database).figures(of: plans[place].key) }
        return plans
    }
}
