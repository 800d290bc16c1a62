import GRDB
import Links
import Provenance

extension Reader {
    /// What was decided on the links of a requirement, in the order in which it was decided; by the id of the version that it was
    /// decided on.
    public func reviews(of requirement: FactID) throws -> [Review] {
        try log(where: "requirement = ?", [requirement.description]).map(\.review)
    }

    /// Whether anything was ever decided on a link of a requirement, under its own id.
    public func isReviewed(_ requirement: FactID) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM review WHERE requirement = ?)"), arguments: [requirement.description]) ?? false
    }

    /// What was decided on the links of a document's requirements, by requirement, then evidence, oldest first; what was decided on an
    /// older version and holds for this one as well, as if it had been decided on this one.
    public func reviews(ofDocument id: String) throws -> [Review] {
        // `$` is what follows `#`.
        var found = try log(where: "requirement >= ? AND requirement < ?", [id + "#", id + "$"])
        let known = Set(found.map(\.number))
        if let document = try document(id: id) {
            for ruling in try rulings(of: document) where !known.contains(ruling.entry) {
                for var one in try reviews(of: ruling.requirement, ruling.evidence, under: ruling.entry) where !known.contains(one.number) {
                    (one.review.requirement, one.review.evidence) = (ruling.requirement, ruling.evidence)
                    found.append(one)
                }
            }
        }
        return found.sorted { left, right in
            let (first, second) = (left.review, right.review)
            if first.requirement != second.requirement { return first.requirement < second.requirement }
            return first.evidence != second.evidence ? first.evidence < second.evidence : left.number < right.number
        }.map(\.review)
    }

    /// Every decision ever taken, in order.
    public func reviewLog() throws -> [LoggedReview] { try log(where: "1", []) }

    /// Those behind an entry of the log.
    public func reviewLog(after number: Int) throws -> [LoggedReview] { try log(where: "key > ?", [number]) }

    /// What was decided on one link, in order: the entry that it stands under and those before it, be it on an older version, and
    /// those on these two facts themselves.
    public func reviews(of requirement: FactID, _ evidence: FactID, under entry: Int?) throws -> [LoggedReview] {
        try log(
            where: """
                (requirement = ?1 AND evidence = ?2) OR key IN (
                  WITH RECURSIVE chain (key) AS (
                    SELECT ?3 UNION SELECT r.follows FROM review r JOIN chain c ON c.key = r.key WHERE r.follows IS NOT NULL)
                  SELECT key FROM chain)
                """,
            [requirement.description, evidence.description, entry ?? -1])
    }

    private func log(where condition: String, _ arguments: StatementArguments) throws -> [LoggedReview] {
        try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT key, requirement, evidence, decision, reviewer, day, note, requirement_stamp, evidence_stamp FROM review
                    WHERE (\(condition)) \(past.map { "AND day <= '\($0.day)' " } ?? "")ORDER BY key
                    """),
            arguments: arguments
        ).compactMap { row in
            guard let requirement = FactID(row[1] as String), let evidence = FactID(row[2] as String),
                let decision = Review.Decision(rawValue: row[3])
            else { return nil }
            return LoggedReview(
                number: row[0],
                review: Review(requirement: requirement, evidence: evidence, decision: decision, by: row[4], at: row[5], note: row[6]),
                requirementText: FactStamp(decoding: row[7]).text, evidenceText: FactStamp(decoding: row[8]).text)
        }
    }

    /// The decisions that the links between these documents stand under, in order of requirement and evidence.
    public func rulings(among documents: DocumentSet) throws -> [Ruling] {
        try rulings(where: "1", []).filter { documents.place(ofID: $0.requirement.document) != nil && documents.place(ofID: $0.evidence.document) != nil }
    }

    /// Those of the links of one fact, on either side.
    public func rulings(of fact: FactID) throws -> [Ruling] {
        guard let key = try key(of: fact) else { return [] }
        return try rulings(where: "x.requirement = ?1 OR x.evidence = ?1", [key])
    }

    /// Those of the links of a document's requirements.
    private func rulings(of document: StoredDocument) throws -> [Ruling] {
        let range = try Record.fetchOne(
            database.cachedStatement(sql: "SELECT min(key), max(key) FROM fact WHERE document = ?"), arguments: [document.key])
        guard let first: Int64 = range?[0], let last: Int64 = range?[1] else { return [] }
        return try rulings(where: "x.requirement BETWEEN ? AND ?", [first, last])
    }

    private func rulings(where condition: String, _ arguments: StatementArguments) throws -> [Ruling] {
        try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT rd.id, r.element, ed.id, e.element, x.status, x.change, x.review FROM decided x
                    JOIN fact r ON r.key = x.requirement JOIN document rd ON rd.key = r.document
                    JOIN fact e ON e.key = x.evidence JOIN document ed ON ed.key = e.document
                    WHERE (\(condition)) \(past.map { "AND x.review IN (SELECT key FROM review WHERE day <= '\($0.day)') " } ?? "")
                    ORDER BY x.requirement, x.evidence
                    """),
            arguments: arguments
        ).map { row in
            Ruling(
                requirement: FactID(document: row[0], element: row[1]), evidence: FactID(document: row[2], element: row[3]),
                status: Link.Status(rawValue: row[4]) ?? .confirmed,
                changes: (row[5] as String).split(separator: " ").compactMap { TextChange(rawValue: String($0)) }, entry: row[6])
        }
    }

    /// What is reported on a requirement, without reasons and words.
    public func links(reportedOn requirement: Int64, among documents: DocumentSet) throws -> [(link: Link, evidence: Int64, isProblem: Bool)] {
        try LinkLoader(database, documents, past).bare(requirement: requirement)
    }

    /// The link between two facts by their keys, with its reasons.
    public func links(between requirement: Int64, _ evidence: Int64, among documents: DocumentSet) throws -> [Link] {
        try LinkLoader(database, documents, past).links(of: requirement, from: evidence, reasons: true)
    }

    /// Keys of the requirements of links whose text has changed since a person decided.
    public func changedRequirements() throws -> Set<Int64> {
        try Int64.fetchSet(database.cachedStatement(sql: "SELECT requirement FROM decided WHERE change <> ''"))
    }

    func id(ofFact key: Int64) throws -> FactID? {
        try Record.fetchOne(
            database.cachedStatement(sql: "SELECT d.id, f.element FROM fact f JOIN document d ON d.key = f.document WHERE f.key = ?"), arguments: [key]
        ).map { FactID(document: $0[0], element: $0[1]) }
    }

    func stamp(of key: Int64) throws -> FactStamp {
        let owner = try Int64.fetchOne(database.cachedStatement(sql: "SELECT document FROM fact WHERE key = ?"), arguments: [key])
        guard let owner, let document = try document(key: owner) else { throw Fault(.storeCorrupt("fact \(key)")) }
        let loader = FactLoader(database)
        if let requirement = try loader.requirement(key: key, in: document) { return FactStamp(requirement.requirement) }
        if let evidence = try loader.evidence(key: key, in: document) { return FactStamp(evidence.evidence) }
        throw Fault(.storeCorrupt("fact \(key)"))
    }
}
