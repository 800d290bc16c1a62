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

    /// The same without what they say, each with whether its evidence is a problem.
    func bare(requirement key: Int64) throws -> [(link: Link, evidence: Int64, isProblem: Bool)] {
        let rows = try Stepped(
            database,
            """
            SELECT r.document, r.element, l.source, e.element, l.relation, l.strength, l.status, l.verdict, l.evidence, e.kind = 'problem'
            FROM link l JOIN fact r ON r.key = l.requirement JOIN fact e ON e.key = l.evidence
            WHERE l.requirement = ? AND l.relation IN ('reports', 'implements') ORDER BY l.evidence
            """, [key])
        var found: [(link: Link, evidence: Int64, isProblem: Bool)] = []
        while try rows.step() {
            guard let requirement = documents[key: rows[0]]?.id, let evidence = documents[key: rows[2]]?.id,
                let status = status(key, rows[8], rows.status(6))
            else { continue }
            let link = Link(
                requirement: FactID(document: requirement, element: rows.text(1) ?? ""),
                evidence: FactID(document: evidence, element: rows.text(3) ?? ""), strength: rows.double(5), status: status,
                verdict: rows.text(7).flatMap(Link.Verdict.init(rawValue:)) ?? .supports,
                relation: rows.text(4).flatMap(Link.Relation.init(rawValue:)) ?? .reports)
            found.append((link, rows[8], rows[9] != 0))
        }
        return found
    }

    /// Keys of the second-hand requirements whose originals stand in these documents.
    func restatements() throws -> Set<Int64> {
        let rows = try Stepped(
            database,
            """
            SELECT r.document, l.source, l.evidence, l.requirement, l.status FROM link l JOIN fact r ON r.key = l.requirement
            WHERE l.relation = 'restates' AND l.strength >= ?
            """, [Link.strong])
        var found: Set<Int64> = []
        while try rows.step() {
            guard let status = status(rows[3], rows[2], rows.status(4)), status != .rejected else { continue }
            if documents.place(ofKey: rows[0]) != nil, documents.place(ofKey: rows[1]) != nil { found.insert(rows[2]) }
        }
        return found
    }

    func links(of key: Int64) throws -> [Link] {
        try links(Self.columns + " WHERE l.requirement = ?" + Self.order, [key], reasons: true)
            + links(Self.columns + " WHERE l.evidence = ?" + Self.order, [key], reasons: true)
    }

    /// Those to other requirements, on either side: what carries it out, what it retells, and the reverse.
    func related(to key: Int64) throws -> [Link] {
        let relations = " AND l.relation IN ('derives', 'restates')"
        return try links(Self.columns + " WHERE l.requirement = ?" + relations + Self.order, [key], reasons: true)
            + links(Self.columns + " WHERE l.evidence = ?" + relations + Self.order, [key], reasons: true)
    }

    /// The one between two facts, where there is one.
    func links(of requirement: Int64, from evidence: Int64, reasons: Bool) throws -> [Link] {
        try links(Self.columns + " WHERE l.requirement = ? AND l.evidence = ?", [requirement, evidence], reasons: reasons)
    }

    /// As it was on the day of the question; nil where the link was not there.
    private func status(_ requirement: Int64, _ evidence: Int64, _ now: Link.Status) -> Link.Status? {
        past.map { $0.status(requirement, evidence, now: now) } ?? now
    }

    private func links(_ sql: String, _ arguments: [any Bindable], reasons: Bool) throws -> [Link] {
        try rows(sql, arguments, reasons: reasons).map(\.link)
    }

    private func rows(_ sql: String, _ arguments: [any Bindable], reasons: Bool) throws -> [(link: Link, evidence: Int64)] {
        let rows = try Stepped(database, sql, arguments)
        var found: [(link: Link, evidence: Int64)] = []
        while try rows.step() {
            guard let requirement = documents[key: rows[0]]?.id, let evidence = documents[key: rows[2]]?.id,
                let status = status(rows[16], rows[14], rows.status(6))
            else { continue }
            var link = Link(
                requirement: FactID(document: requirement, element: rows.text(1) ?? ""),
                evidence: FactID(document: evidence, element: rows.text(3) ?? ""),
                strength: rows.double(5), status: status, verdict: rows.text(7).flatMap(Link.Verdict.init(rawValue:)) ?? .supports,
                relation: rows.text(4).flatMap(Link.Relation.init(rawValue:)) ?? .reports, reasons: reasons ? Joined.reasons(rows.text(13) ?? "") : [])
            if let code = rows.optional(9) {
                link.signal = LinkSignal(
                    day: rows.optional(8), tie: rows[15], code: code, accomplished: rows[10], reporters: rows[11], says: rows.text(12) ?? "")
            }
            found.append((link, rows[14]))
        }
        return found
    }
}
