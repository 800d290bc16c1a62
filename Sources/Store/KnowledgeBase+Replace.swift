import Facts
import GRDB
import Links
import Provenance

extension KnowledgeBase {
    /// Puts a document that is in the base already there as it reads now, by this program and ontology (重新转换), in one transaction. What
    /// persons decided on its facts is handed on to the facts that it has now; its links are to be made anew by whoever calls this.
    /// - Returns: false where the base does not hold these bytes under this id: nothing was changed.
    public func replace(_ addition: Addition) throws(Fault) -> Bool {
        try change { writer in try writer.replace(addition) }
    }
}

extension Writer {
    func replace(_ addition: Addition) throws -> Bool {
        guard let old = try reader.document(id: addition.document.id), old.source.sha256 == addition.document.source.sha256 else { return false }
        let before = try reader.linkableFacts(of: old)
        let documents = DocumentSet(try reader.documents())
        let decisions = try decisions(of: old.key).map { decision in
            (decision, try reader.links(of: decision.requirement.id, among: documents).first { $0.evidence == decision.evidence.id })
        }
        try forget(old.key)
        // Links are made of all documents together, the next time that any are made.
        try run("DELETE FROM setting WHERE name = ?", [Reader.Setting.linking.rawValue])
        guard let added = try insert(addition).1 else { return false }
        if let new = try reader.document(key: added.key), new.context.work == old.context.work {
            try run("UPDATE document SET version = ? WHERE key = ?", [old.version, added.key])
        }
        let requirements = FactSuccession.requirements(of: addition.facts, after: before)
        let evidence = FactSuccession.evidence(of: addition.facts, after: before)
        var successors: [FactID: FactID] = [:]
        for one in before.requirements { successors[one.id] = requirements.successor(of: one) }
        for one in before.evidence { successors[one.id] = evidence.successor(of: one) }
        for (decision, link) in decisions {
            func present(_ fact: FactID) throws -> Int64? {
                try (fact.document == old.id ? successors[fact] : fact).flatMap { try reader.key(of: $0) }
            }
            guard let link, let requirement = try present(decision.requirement.id), let evidence = try present(decision.evidence.id) else { continue }
            var kept = link
            kept.signal = nil
            let ids = try (reader.id(ofFact: requirement), reader.id(ofFact: evidence))
            kept.requirement = ids.0 ?? kept.requirement
            kept.evidence = ids.1 ?? kept.evidence
            try insert(named: kept, from: evidence, to: requirement)
            try reinstate(decision, on: requirement, evidence)
        }
        return true
    }

    /// Takes every row of a document out of the base; the log of reviews, which names facts by their ids, stays.
    private func forget(_ document: Int64) throws {
        // Keys are given anew.
        try Changes(database: database).touchEverything()
        for row in try Record.fetchAll(database.cachedStatement(sql: "SELECT key, text FROM block WHERE document = ?"), arguments: [document]) {
            try run("INSERT INTO passage (passage, rowid, grams) VALUES ('delete', ?, ?)", [row[0] as Int64, Grams.indexed(row[1])])
        }
        let facts = "(SELECT key FROM fact WHERE document = ?1)"
        for sql in ["decided", "link"].map({ "DELETE FROM \($0) WHERE requirement IN \(facts) OR evidence IN \(facts)" })
            + ["assignment", "deadline", "target", "mention", "quantity", "citation", "scope"].map({ "DELETE FROM \($0) WHERE fact IN \(facts)" })
            + ["duty", "fact", "block", "issuer", "cited", "entry", "archive", "nearest"].map({ "DELETE FROM \($0) WHERE document = ?1" })
            + ["DELETE FROM document WHERE key = ?1"]
        {
            try run(sql, [document])
        }
    }
}
