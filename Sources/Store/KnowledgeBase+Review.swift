import GRDB
import Links
import Provenance

extension KnowledgeBase {
    /// Appends a decision to the log and lets the link follow it, in one transaction.
    /// - Throws: where one of the two facts is not in the base or has been superseded, where they are of the wrong sort, or where
    ///   there is nothing to decide on; only `add` makes a link.
    public func record(_ review: Review) throws(Fault) { try record([review]) }

    /// Several decisions: either all of them are recorded or none.
    public func record(_ reviews: [Review]) throws(Fault) {
        try change { writer in for review in reviews { try writer.record(review) } }
    }
}

extension Writer {
    func record(_ review: Review) throws {
        let requirement = try fact(review.requirement)
        let evidence = try fact(review.evidence)
        guard requirement.kind == "requirement" else { throw Fault(.reviewNoRequirement(review.requirement.description)) }
        guard ["action", "problem", "requirement"].contains(evidence.kind), evidence.key != requirement.key else {
            throw Fault(.reviewNoEvidence(review.evidence.description))
        }
        let link = try Record.fetchOne(
            database.cachedStatement(sql: """
                    SELECT l.status, b.reasons FROM link l LEFT JOIN because b ON b.requirement = l.requirement AND b.evidence = l.evidence
                    WHERE l.requirement = ? AND l.evidence = ?
                    """),
            arguments: [requirement.key, evidence.key])
        let ruling = try Record.fetchOne(
            database.cachedStatement(sql: "SELECT status, change, review FROM decided WHERE requirement = ? AND evidence = ?"),
            arguments: [requirement.key, evidence.key])
        if link == nil, review.decision != .add {
            throw Fault(.storeNoLink(review.requirement.description, review.evidence.description), advice: .storeNoLinkAdvice)
        }
        var status: Link.Status?
        switch review.decision {
        case .note: break
        case .confirm, .add: status = .confirmed
        case .reject: status = .rejected
        case .clear:
            guard let ruling, (ruling[1] as String) != "" else {
                throw Fault(.reviewNothingToClear(review.requirement.description, review.evidence.description), advice: .reviewNothingToClearAdvice)
            }
            status = Link.Status(rawValue: ruling[0]) ?? .confirmed
        case .withdraw:
            guard ruling != nil else {
                throw Fault(.reviewNothingToWithdraw(review.requirement.description, review.evidence.description))
            }
        }
        if link == nil { try insert(named: byHand(review, from: evidence), from: evidence.key, to: requirement.key) }
        let number = try append(review, requirement.key, evidence.key, after: ruling?[2])
        if let status {
            try stand(requirement.key, evidence.key, status: status, changes: [], entry: number)
        } else if review.decision == .withdraw {
            try run("DELETE FROM decided WHERE requirement = ? AND evidence = ?", [requirement.key, evidence.key])
            let isByHand = link.map { Joined.reasons($0[1] ?? "").contains { $0.feature == .byHand } } ?? false
            try run(
                isByHand
                    ? "DELETE FROM link WHERE requirement = ? AND evidence = ?"
                    : "UPDATE link SET status = 'proposed' WHERE requirement = ? AND evidence = ?", [requirement.key, evidence.key])
        }
    }

    private struct DecidedFact {
        let key: Int64
        let kind: String
        let isReported: Bool
    }

    private func fact(_ id: FactID) throws -> DecidedFact {
        let row = try Record.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT f.key, f.kind, f.reported, EXISTS (
                      SELECT 1 FROM document n WHERE n.work = d.work AND n.version > d.version)
                    FROM fact f JOIN document d ON d.key = f.document WHERE d.id = ? AND f.element = ?
                    """),
            arguments: [id.document, id.element])
        guard let row else { throw Fault(.storeNoFact(id.description)) }
        if row[3] { throw Fault(.reviewSuperseded(id.description), advice: .reviewSupersededAdvice) }
        return DecidedFact(key: row[0], kind: row[1], isReported: row[2])
    }

    /// A problem contradicts; a requirement at the other end restates this one, or carries it out.
    private func byHand(_ review: Review, from evidence: DecidedFact) -> Link {
        Link(
            requirement: review.requirement, evidence: review.evidence, strength: 1, status: .confirmed,
            verdict: evidence.kind == "problem" ? .contradicts : .supports,
            relation: evidence.kind != "requirement" ? .reports : evidence.isReported ? .restates : .derives,
            reasons: [Reason(.byHand, weight: 1, requirementWords: review.by, evidenceWords: review.note ?? "")])
    }

    /// Takes the decisions that a partner has sent with a link, as the log of them tells; the link is there.
    func take(_ reviews: [Review], on requirement: Int64, _ evidence: Int64, status: Link.Status) throws {
        var last: Int64?
        for review in reviews { last = try append(review, requirement, evidence, after: last) }
        guard let last, status != .proposed else { return }
        // Which text has changed the sender does not say.
        try stand(
            requirement, evidence, status: status == .rejected ? .rejected : .confirmed, changes: status == .suspect ? [.wording] : [], entry: last)
    }

    /// - Returns: the number of the entry.
    private func append(_ review: Review, _ requirement: Int64, _ evidence: Int64, after last: Int64?) throws -> Int64 {
        try run(
            """
            INSERT INTO review (requirement, evidence, decision, reviewer, day, note, requirement_stamp, evidence_stamp, follows)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                review.requirement.description, review.evidence.description, review.decision.rawValue, review.by, review.at,
                review.note, try reader.stamp(of: requirement).encoded, try reader.stamp(of: evidence).encoded, last,
            ])
        return database.lastInsertedRowID
    }

    /// Lets a link that is there stand under a decision.
    private func stand(_ requirement: Int64, _ evidence: Int64, status: Link.Status, changes: [TextChange], entry: Int64) throws {
        // What was rejected stays so until a person says otherwise; what was confirmed is in doubt where a text has changed.
        let shown = changes.isEmpty || status == .rejected ? status : .suspect
        try run("UPDATE link SET status = ? WHERE requirement = ? AND evidence = ?", [shown.rawValue, requirement, evidence])
        try run(
            "INSERT OR REPLACE INTO decided (requirement, evidence, status, change, review) VALUES (?, ?, ?, ?, ?)",
            [requirement, evidence, status.rawValue, changes.map(\.rawValue).joined(separator: " "), entry])
    }

    // MARK: New versions

    /// Hands the decisions on the facts of a document on to those of its new version, once that has been linked. Costs by the
    /// decisions on the document, and by the document itself where there are any.
    public func carryDecisions(to added: AddedDocument, version: Int) throws {
        guard version > 1, let new = try reader.document(key: added.key) else { return }
        let previous = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT key FROM document WHERE work = ? AND version = ?"), arguments: [new.context.work, version - 1])
        guard let previous, let old = try reader.document(key: previous) else { return }
        let decisions = try decisions(of: previous)
        guard !decisions.isEmpty else { return }
        let (before, after) = (try reader.linkableFacts(of: old), try reader.linkableFacts(of: new))
        var successors: [FactID: FactID] = [:]
        let requirements = FactSuccession.requirements(of: after, after: before)
        for one in before.requirements { successors[one.id] = requirements.successor(of: one) }
        let evidence = FactSuccession.evidence(of: after, after: before)
        for one in before.evidence { successors[one.id] = evidence.successor(of: one) }
        for decision in decisions {
            func present(_ key: Int64, _ fact: FactID) throws -> Int64? {
                guard fact.document == old.id else { return key }
                return try successors[fact].flatMap { try reader.key(of: $0) }
            }
            guard let requirement = try present(decision.requirement.key, decision.requirement.id),
                let evidence = try present(decision.evidence.key, decision.evidence.id)
            else { continue }
            try carry(decision, to: requirement, evidence)
        }
    }

    struct Decision {
        let requirement: (key: Int64, id: FactID)
        let evidence: (key: Int64, id: FactID)
        let status: Link.Status
        let entry: Int64
    }

    /// Those whose requirement or evidence stands in the document.
    func decisions(of document: Int64) throws -> [Decision] {
        let range = try Record.fetchOne(
            database.cachedStatement(sql: "SELECT min(key), max(key) FROM fact WHERE document = ?"), arguments: [document])
        guard let first: Int64 = range?[0], let last: Int64 = range?[1] else { return [] }
        return try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT x.requirement, rd.id, r.element, x.evidence, ed.id, e.element, x.status, x.review FROM decided x
                    JOIN fact r ON r.key = x.requirement JOIN document rd ON rd.key = r.document
                    JOIN fact e ON e.key = x.evidence JOIN document ed ON ed.key = e.document
                    WHERE (x.requirement BETWEEN ?1 AND ?2 OR x.evidence BETWEEN ?1 AND ?2)
                      AND NOT EXISTS (SELECT 1 FROM document n WHERE n.work = rd.work AND n.version > rd.version AND rd.key <> ?3)
                      AND NOT EXISTS (SELECT 1 FROM document n WHERE n.work = ed.work AND n.version > ed.version AND ed.key <> ?3)
                    ORDER BY x.requirement, x.evidence
                    """),
            arguments: [first, last, document]
        ).map {
            Decision(
                requirement: ($0[0], FactID(document: $0[1], element: $0[2])), evidence: ($0[3], FactID(document: $0[4], element: $0[5])),
                status: Link.Status(rawValue: $0[6]) ?? .confirmed, entry: $0[7])
        }
    }

    private func carry(_ decision: Decision, to requirement: Int64, _ evidence: Int64) throws {
        // Where the engine has not found the pair again, it is as it was found before; what the evidence says of the state is read anew.
        let keys: [any Bindable] = [requirement, evidence, decision.requirement.key, decision.evidence.key]
        try run(
            """
            INSERT INTO link (requirement, evidence, source, relation, strength, status, verdict)
            SELECT ?1, ?2, f.document, l.relation, l.strength, l.status, l.verdict FROM link l, fact f
            WHERE l.requirement = ?3 AND l.evidence = ?4 AND f.key = ?2
            ON CONFLICT (requirement, evidence) DO NOTHING
            """, keys)
        try run(
            """
            INSERT INTO because (requirement, evidence, reasons)
            SELECT ?1, ?2, reasons FROM because WHERE requirement = ?3 AND evidence = ?4
            ON CONFLICT (evidence, requirement) DO NOTHING
            """, keys)
        if let asked = try reader.id(ofFact: requirement), let given = try reader.id(ofFact: evidence) {
            var names = LinkNames()
            names.add(asked, given, requirement, evidence)
            try keep(names)
        }
        try reinstate(decision, on: requirement, evidence)
    }

    /// Lets a link that is there stand under a decision on what its facts were before, by what has changed since.
    func reinstate(_ decision: Decision, on requirement: Int64, _ evidence: Int64) throws {
        let stamps = try Record.fetchOne(
            database.cachedStatement(sql: "SELECT requirement_stamp, evidence_stamp FROM review WHERE key = ?"), arguments: [decision.entry])
        guard let stamps else { return }
        let found =
            FactStamp(decoding: stamps[0]).changes(to: try reader.stamp(of: requirement))
            + FactStamp(decoding: stamps[1]).changes(to: try reader.stamp(of: evidence))
        try stand(
            requirement, evidence, status: decision.status, changes: TextChange.allCases.filter(found.contains), entry: decision.entry)
    }
}
