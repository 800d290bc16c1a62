import GRDB
import Links
import Provenance

extension KnowledgeBase {
    /// Appends a decision to the log and lets the link follow it, in one transaction.
    /// - Throws: where one of the two facts is not in the base, or where there is no link to decide on; only `add` makes one.
    public func record(_ review: Review) throws(Fault) {
        try Self.guarded(path) {
            try database.write { db in
                let writer = Writer(database: db)
                guard let requirement = try writer.reader.key(of: review.requirement) else {
                    throw Fault(.storeNoFact(review.requirement.description))
                }
                guard let evidence = try writer.reader.key(of: review.evidence) else {
                    throw Fault(.storeNoFact(review.evidence.description))
                }
                let status: Link.Status
                switch review.decision {
                case .confirm, .add: status = .confirmed
                case .reject: status = .rejected
                case .clear: status = .proposed
                }
                try writer.run(
                    "UPDATE link SET status = ? WHERE requirement = ? AND evidence = ?", [status.rawValue, requirement, evidence])
                if db.changesCount == 0 {
                    guard review.decision == .add else {
                        throw Fault(.storeNoLink(review.requirement.description, review.evidence.description))
                    }
                    try writer.insert(
                        Link(requirement: review.requirement, evidence: review.evidence, strength: 1, status: .confirmed))
                }
                try writer.run(
                    """
                    INSERT INTO review (requirement, evidence, decision, reviewer, day, note, requirement_text, evidence_text)
                    SELECT r.key, e.key, ?3, ?4, ?5, ?6, r.text, e.text FROM fact r, fact e WHERE r.key = ?1 AND e.key = ?2
                    """,
                    [requirement, evidence, review.decision.rawValue, review.by, review.at, review.note])
            }
        }
    }
}

extension Reader {
    /// What was decided on the links of a requirement, in the order in which it was decided.
    public func reviews(of requirement: FactID) throws -> [Review] {
        guard let key = try key(of: requirement) else { return [] }
        return try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT d.id, e.element, v.decision, v.reviewer, v.day, v.note FROM review v
                    JOIN fact e ON e.key = v.evidence JOIN document d ON d.key = e.document
                    WHERE v.requirement = ? ORDER BY v.key
                    """),
            arguments: [key]
        ).compactMap { row in
            Review.Decision(rawValue: row[2]).map {
                Review(
                    requirement: requirement, evidence: FactID(document: row[0], element: row[1]), decision: $0, by: row[3],
                    at: row[4], note: row[5])
            }
        }
    }
}
