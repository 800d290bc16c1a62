import GRDB
import Links
import Provenance

/// Reads links back: those whose two facts stand in the given documents.
struct LinkLoader {
    private let database: Database
    private let ids: [Int64: String]

    init(_ database: Database, _ documents: [StoredDocument]) {
        self.database = database
        ids = Dictionary(documents.map { ($0.key, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    private static let columns = """
        SELECT l.key, r.document, r.element, e.document, e.element, l.relation, l.strength, l.status, l.verdict, l.reasons
        FROM link l JOIN fact r ON r.key = l.requirement JOIN fact e ON e.key = l.evidence
        """
    private static let strongestFirst =
        " ORDER BY l.requirement, l.status = 'confirmed' OR (l.strength >= 0.5 AND l.status <> 'rejected') DESC, l.evidence"
    private static let order = " ORDER BY l.requirement, l.evidence"

    /// By the documents of the requirements.
    func links(of some: [StoredDocument], reasons: Bool, deciding: Bool) throws -> [Link] {
        var found: [Link] = []
        for document in some where document.requirements > 0 {
            let bounds = try Record.fetchOne(
                database.cachedStatement(sql: "SELECT min(key), max(key) FROM fact WHERE kind = 'requirement' AND document = ?"),
                arguments: [document.key])
            guard let first: Int64 = bounds?[0], let last: Int64 = bounds?[1] else { continue }
            found += try links(
                Self.columns + " WHERE l.requirement BETWEEN ? AND ?" + (deciding ? Self.strongestFirst : Self.order), [first, last], reasons: reasons, deciding: deciding)
        }
        return found
    }

    func restatements() throws -> Set<FactID> {
        let cursor = try Record.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT r.document, e.document, e.element
                    FROM link l JOIN fact r ON r.key = l.requirement JOIN fact e ON e.key = l.evidence
                    WHERE l.relation = 'restates' AND l.status <> 'rejected' AND l.strength >= ?
                    """),
            arguments: [Link.strong])
        var found: Set<FactID> = []
        while let row = try cursor.next() {
            if ids[row[0]] != nil, let document = ids[row[1]] { found.insert(FactID(document: document, element: row[2])) }
        }
        return found
    }

    func links(of key: Int64) throws -> [Link] {
        try links(Self.columns + " WHERE l.requirement = ?" + Self.order, [key], reasons: true)
            + links(Self.columns + " WHERE l.evidence = ?" + Self.order, [key], reasons: true)
    }

    private func links(
        _ sql: String, _ arguments: StatementArguments, reasons: Bool, deciding: Bool = false
    ) throws -> [Link] {
        let cursor = try Record.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
        var found: [Link] = []
        var decided: (element: String, isDecided: Bool) = ("", false)
        while let row = try cursor.next() {
            guard let requirement = ids[row[1]], let evidence = ids[row[3]] else { continue }
            let status = Link.Status(rawValue: row[7]) ?? .proposed
            let element: String = row[2]
            if deciding {
                // The strong links of a requirement come before its weak ones.
                let counts = status == .confirmed || (row[6] >= Link.strong && status != .rejected)
                if decided.element != element { decided = (element, false) }
                let bearsOnOthers = row[5] == Link.Relation.derives.rawValue || row[5] == Link.Relation.restates.rawValue
                if counts, !bearsOnOthers { decided.isDecided = true }
                if !counts, decided.isDecided { continue }
            }
            found.append(
                Link(
                    requirement: FactID(document: requirement, element: element),
                    evidence: FactID(document: evidence, element: row[4]), strength: row[6], status: status,
                    verdict: Link.Verdict(rawValue: row[8]) ?? .supports,
                    relation: Link.Relation(rawValue: row[5]) ?? .reports, reasons: reasons ? Joined.reasons(row[9]) : []))
        }
        return found
    }
}
