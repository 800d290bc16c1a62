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
        try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT evidence FROM link l WHERE requirement = :key AND " + Self.derives + " ORDER BY evidence"),
            arguments: ["key": requirement, "strong": Link.strong])
    }

    /// Keys of those that it carries out.
    public func upper(of requirement: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT requirement FROM link l WHERE evidence = :key AND " + Self.derives + " ORDER BY requirement"),
            arguments: ["key": requirement, "strong": Link.strong])
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
        return try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT requirement, evidence, status FROM link
                    WHERE requirement BETWEEN ?1 AND ?2 AND source = ?3 AND relation = 'derives'
                    AND (strength >= ?4 OR status IN ('confirmed', 'rejected')) ORDER BY requirement, evidence
                    """),
            arguments: [facts.lowerBound, facts.upperBound, lower, Link.strong]
        ).map { StoredCarrying(upper: $0[0], lower: $0[1], status: Link.Status(rawValue: $0[2]) ?? .proposed) }
    }

    /// The keys of a document's facts lie between these.
    func facts(of document: Int64) throws -> ClosedRange<Int64>? {
        let row = try Record.fetchOne(
            database.cachedStatement(sql: "SELECT min(key), max(key) FROM fact WHERE document = ?"), arguments: [document])
        guard let first: Int64 = row?[0], let last: Int64 = row?[1] else { return nil }
        return first...last
    }
}
