import GRDB
import Links

/// How much of a document carries out another (承接统计). Keys are those of the documents.
public struct StoredDerivation: Sendable, Hashable {
    public let upper: Int64
    public let lower: Int64
    /// How many requirements of the lower one carry out one of the upper.
    public let requirements: Int
}

/// That a requirement carries out another (承接关联), by their keys.
public struct StoredCarrying: Sendable, Hashable {
    public let upper: Int64
    public let lower: Int64
    public let status: Link.Status
}

extension Reader {
    /// Keys of the requirements that carry out this one, by strong links that nobody has rejected, in ascending order.
    public func lower(of requirement: Int64) throws -> [Int64] {
        try carrying("requirement = ? AND relation = 'derives' ORDER BY evidence", requirement).map(\.lower)
    }

    /// Keys of those that it carries out.
    public func upper(of requirement: Int64) throws -> [Int64] {
        try carrying("evidence = ? AND relation = 'derives' ORDER BY requirement", requirement).map(\.upper)
    }

    private func carrying(_ condition: String, _ key: Int64) throws -> [StoredCarrying] {
        try standing(
            Record.fetchAll(
                database.cachedStatement(sql: "SELECT requirement, evidence, status, strength FROM link WHERE \(condition)"), arguments: [key])
        ).filter { $0.status != .rejected }
    }

    /// Links that a person has decided on, or strong ones, as they stood on the day of the question.
    private func standing(_ rows: [Record]) -> [StoredCarrying] {
        rows.compactMap { row in
            let now = Link.Status(rawValue: row[2]) ?? .proposed
            guard let status = past.map({ $0.status(row[0], row[1], now: now) }) ?? now else { return nil }
            let counts = status == .rejected || status == .confirmed || row[3] >= Link.strong
            return counts ? StoredCarrying(upper: row[0], lower: row[1], status: status) : nil
        }
    }

    private static let derives = "l.relation = 'derives' AND l.status <> 'rejected' AND (l.strength >= :strong OR l.status = 'confirmed')"

    // MARK: By documents

    /// All documents that carry out others, by links that stand, in order of the lower, then of the upper.
    public func derivations() throws -> [StoredDerivation] { try derivations(where: "", ["strong": Link.strong]) }

    /// Those between a document and others, on either side.
    public func derivations(of document: Int64) throws -> [StoredDerivation] {
        try derivations(of: document, on: "l.requirement") + derivations(from: document)
    }

    /// What a document carries out of others.
    public func derivations(from document: Int64) throws -> [StoredDerivation] { try derivations(of: document, on: "l.evidence") }

    private func derivations(of document: Int64, on side: String) throws -> [StoredDerivation] {
        guard let facts = try facts(of: document) else { return [] }
        return try derivations(
            where: "\(side) BETWEEN :first AND :last AND ",
            ["first": facts.lowerBound, "last": facts.upperBound, "strong": Link.strong])
    }

    private func derivations(where condition: String, _ arguments: StatementArguments) throws -> [StoredDerivation] {
        try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT r.document, l.source, count(DISTINCT l.evidence) FROM link l JOIN fact r ON r.key = l.requirement
                    WHERE \(condition)\(Self.derives) GROUP BY l.source, r.document ORDER BY l.source, r.document
                    """),
            arguments: arguments
        ).map { StoredDerivation(upper: $0[0], lower: $0[1], requirements: $0[2]) }
    }

    /// The links by which requirements of one document carry out those of another, rejected ones too, in order of the upper, then of the lower.
    public func derived(from upper: Int64, by lower: Int64) throws -> [StoredCarrying] {
        guard let facts = try facts(of: upper) else { return [] }
        return standing(
            try Record.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT requirement, evidence, status, strength FROM link
                        WHERE requirement BETWEEN ? AND ? AND source = ? AND relation = 'derives' ORDER BY requirement, evidence
                        """),
                arguments: [facts.lowerBound, facts.upperBound, lower]))
    }

    /// The keys of a document's facts lie between these.
    func facts(of document: Int64) throws -> ClosedRange<Int64>? {
        let row = try Record.fetchOne(
            database.cachedStatement(sql: "SELECT min(key), max(key) FROM fact WHERE document = ?"), arguments: [document])
        guard let first: Int64 = row?[0], let last: Int64 = row?[1] else { return nil }
        return first...last
    }
}
