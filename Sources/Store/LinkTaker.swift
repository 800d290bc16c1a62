import GRDB
import Links
import Provenance

/// Takes the links of a package into the base (接收关联): millions of them, most in the order of their requirements and most of them the
/// same that the engine here has proposed, so that what is known is looked up once and what is the same is not written.
public final class LinkTaker {
    /// What became of a link that was received.
    public enum Outcome: Sendable, Equatable {
        /// One of its facts is not in the base.
        case dangling
        case taken
        case known
        /// A person here decided otherwise.
        case disputed(own: Link.Status)
    }

    private let writer: Writer
    private var documents: [String: Int64] = [:]
    private var last: (id: FactID, key: Int64?, hasDecisions: Bool)?
    private var names = LinkNames()
    /// The links that the sender has, by the keys of their facts.
    private var kept: [Pair] = []

    private struct Pair: Comparable {
        let requirement, evidence: Int64

        static func < (left: Pair, right: Pair) -> Bool { (left.requirement, left.evidence) < (right.requirement, right.evidence) }
    }

    init(_ writer: Writer) { self.writer = writer }

    /// Takes a link with its reviews. What a person decided here is never touched; where nobody did, the sender's reviews are taken.
    /// - Parameter isNew: both documents came with it, so that the sender's words stand for what the engine here proposes.
    public func take(_ link: Link, reviews: [Review], isNew: Bool) throws -> Outcome {
        guard let requirement = try requirement(link.requirement), let evidence = try key(of: link.evidence) else { return .dangling }
        kept.append(Pair(requirement: requirement, evidence: evidence))
        guard let own = try held(requirement, evidence) else {
            try writer.insert(link, from: evidence, to: requirement)
            names.add(link.requirement, link.evidence, requirement, evidence)
            if names.bytes.count > 1 << 16 { try keepNames() }
            try writer.take(reviews, on: requirement, evidence, status: link.status)
            return .taken
        }
        if last?.hasDecisions ?? true {
            let decided = try Int.fetchOne(
                writer.database.cachedStatement(sql: "SELECT count(*) FROM decided WHERE requirement = ? AND evidence = ?"),
                arguments: [requirement, evidence]) ?? 0
            if decided > 0 { return own.status == link.status || reviews.isEmpty ? .known : .disputed(own: own.status) }
        }
        if isNew {
            if own.relation != link.relation.rawValue || own.strength != link.strength || own.verdict != link.verdict.rawValue || own.status != link.status {
                try writer.run(
                    "UPDATE link SET relation = ?3, strength = ?4, verdict = ?5, status = ?6 WHERE requirement = ?1 AND evidence = ?2",
                    [requirement, evidence, link.relation.rawValue, link.strength, link.verdict.rawValue, link.status.rawValue])
            }
            if !Joined.says(own.reasons, link.reasons) {
                try writer.run(
                    "UPDATE because SET reasons = ?3 WHERE requirement = ?1 AND evidence = ?2",
                    [requirement, evidence, Joined.text(reasons: link.reasons)])
            }
            try takeReviews(reviews, requirement, evidence, link.status)
            return .taken
        }
        guard !reviews.isEmpty || link.status != .proposed else { return .known }
        try writer.run("UPDATE link SET status = ? WHERE requirement = ? AND evidence = ?", [link.status.rawValue, requirement, evidence])
        try takeReviews(reviews, requirement, evidence, link.status)
        return .taken
    }

    /// Forgets what the engine proposes between the documents that one reception brought, save for the links that its sender has too.
    public func forgetOtherLinks(within reception: Int64) throws {
        try keepNames()
        kept.sort()
        let facts = """
            SELECT f.key FROM fact f JOIN document d ON d.key = f.document JOIN received c ON c.subject = d.id
            WHERE c.reception = ?1 AND c.kind = 'document' AND c.outcome = 'taken'
            """
        let rows = try Stepped(
            writer.database,
            """
            SELECT requirement, evidence FROM link WHERE status = 'proposed' AND requirement IN (\(facts)) AND evidence IN (\(facts))
            ORDER BY requirement, evidence
            """, [reception])
        var others: [Pair] = []
        var next = 0
        while try rows.step() {
            let pair = Pair(requirement: rows[0], evidence: rows[1])
            while next < kept.count, kept[next] < pair { next += 1 }
            if next == kept.count || kept[next] != pair { others.append(pair) }
        }
        for pair in others { try writer.run("DELETE FROM link WHERE requirement = ? AND evidence = ?", [pair.requirement, pair.evidence]) }
    }

    // MARK: What is here

    private struct Held {
        let relation: String
        let strength: Double
        let verdict: String
        let status: Link.Status
        let reasons: String?
    }

    private func held(_ requirement: Int64, _ evidence: Int64) throws -> Held? {
        let rows = try Stepped(
            writer.database,
            """
            SELECT l.relation, l.strength, l.verdict, l.status, b.reasons FROM link l
            LEFT JOIN because b ON b.evidence = l.evidence AND b.requirement = l.requirement WHERE l.requirement = ? AND l.evidence = ?
            """, [requirement, evidence])
        var held: Held?
        while try rows.step() {
            held = Held(
                relation: rows.text(0) ?? "", strength: rows.double(1), verdict: rows.text(2) ?? "", status: rows.status(3), reasons: rows.text(4))
        }
        return held
    }

    private func requirement(_ id: FactID) throws -> Int64? {
        if let last, last.id == id { return last.key }
        let key = try key(of: id)
        var count = 0
        if let key {
            count = try Int.fetchOne(
                writer.database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM decided WHERE requirement = ?)"), arguments: [key]) ?? 0
        }
        last = (id, key, count > 0)
        return key
    }

    private func key(of fact: FactID) throws -> Int64? {
        var document = documents[fact.document]
        if document == nil {
            document = try Int64.fetchOne(
                writer.database.cachedStatement(sql: "SELECT key FROM document WHERE id = ?"), arguments: [fact.document])
            documents[fact.document] = document
        }
        guard let document else { return nil }
        let rows = try Stepped(writer.database, "SELECT key FROM fact WHERE document = ? AND element = ?", [document, fact.element])
        var key: Int64?
        while try rows.step() { key = rows[0] }
        return key
    }

    private func takeReviews(_ reviews: [Review], _ requirement: Int64, _ evidence: Int64, _ status: Link.Status) throws {
        if reviews.isEmpty { return }
        try writer.take(reviews, on: requirement, evidence, status: status)
        last?.hasDecisions = true
    }

    private func keepNames() throws {
        try writer.keep(names)
        names = LinkNames()
    }
}
