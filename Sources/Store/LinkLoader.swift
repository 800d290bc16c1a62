import GRDB
import Links
import Provenance

/// Reads links back: those whose two facts stand in the given documents.
struct LinkLoader {
    private let database: Database
    private let documents: DocumentSet
    private let past: PastDecisions?

    init(_ database: Database, _ documents: DocumentSet, _ past: PastDecisions?) {
        self.database = database
        self.documents = documents
        self.past = past
    }

    private static let columns = """
        SELECT r.document, r.element, l.source, e.element, l.relation, l.strength, l.status, l.verdict, l.day, l.signal, l.accomplished,
          l.reporters, b.says, b.reasons, l.evidence, l.tie, l.requirement
        FROM link l JOIN fact r ON r.key = l.requirement JOIN fact e ON e.key = l.evidence
          LEFT JOIN because b ON b.requirement = l.requirement AND b.evidence = l.evidence
        """
    private static let order = " ORDER BY l.requirement, l.evidence"

    /// Of all requirements of some documents.
    func links(of some: [StoredDocument], reasons: Bool) throws -> [Link] {
        var found: [Link] = []
        for document in some where document.requirements > 0 {
            let bounds = try Record.fetchOne(
                database.cachedStatement(sql: "SELECT min(key), max(key) FROM fact WHERE kind = 'requirement' AND document = ?"),
                arguments: [document.key])
            guard let first: Int64 = bounds?[0], let last: Int64 = bounds?[1] else { continue }
            found += try links(Self.columns + " WHERE l.requirement BETWEEN ? AND ?" + Self.order, [first, last], reasons: reasons)
        }
        return found
    }

    /// Of one requirement, with the keys of the evidence.
    func reported(requirement key: Int64, reasons: Bool) throws -> [(link: Link, evidence: Int64)] {
        try rows(
            Self.columns + " WHERE l.requirement = ? AND l.relation IN ('reports', 'implements')" + Self.order, [key], reasons: reasons)
    }

    /// Keys of the second-hand requirements whose originals stand in these documents.
    func restatements() throws -> Set<Int64> {
        let cursor = try Record.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT r.document, l.source, l.evidence, l.requirement, l.status FROM link l JOIN fact r ON r.key = l.requirement
                    WHERE l.relation = 'restates' AND l.strength >= ?
                    """),
            arguments: [Link.strong])
        var found: Set<Int64> = []
        while let row = try cursor.next() {
            guard let status = status(row[3], row[2], row[4]), status != .rejected else { continue }
            if documents.place(ofKey: row[0]) != nil, documents.place(ofKey: row[1]) != nil { found.insert(row[2]) }
        }
        return found
    }

    func links(of key: Int64) throws -> [Link] {
        try links(Self.columns + " WHERE l.requirement = ?" + Self.order, [key], reasons: true)
            + links(Self.columns + " WHERE l.evidence = ?" + Self.order, [key], reasons: true)
    }

    /// As it was on the day of the question; nil where the link was not there.
    private func status(_ requirement: Int64, _ evidence: Int64, _ now: String) -> Link.Status? {
        let now = Link.Status(rawValue: now) ?? .proposed
        return past.map { $0.status(requirement, evidence, now: now) } ?? now
    }

    private func links(_ sql: String, _ arguments: StatementArguments, reasons: Bool) throws -> [Link] {
        try rows(sql, arguments, reasons: reasons).map(\.link)
    }

    private func rows(_ sql: String, _ arguments: StatementArguments, reasons: Bool) throws -> [(link: Link, evidence: Int64)] {
        let cursor = try Record.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
        var found: [(link: Link, evidence: Int64)] = []
        while let row = try cursor.next() {
            guard let requirement = documents[key: row[0]]?.id, let evidence = documents[key: row[2]]?.id,
                let status = status(row[16], row[14], row[6])
            else { continue }
            var link = Link(
                requirement: FactID(document: requirement, element: row[1]), evidence: FactID(document: evidence, element: row[3]),
                strength: row[5], status: status, verdict: Link.Verdict(rawValue: row[7]) ?? .supports,
                relation: Link.Relation(rawValue: row[4]) ?? .reports, reasons: reasons ? Joined.reasons(row[13] ?? "") : [])
            if let code: Int = row[9] {
                link.signal = LinkSignal(
                    day: row[8], tie: row[15] ?? 0, code: code, accomplished: row[10], reporters: row[11], says: row[12] ?? "")
            }
            found.append((link, row[14]))
        }
        return found
    }
}
