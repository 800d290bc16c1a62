import Facts
import FoundationEssentials
import GRDB
import Links
import Provenance

/// One consistent view of the base.
public struct Reader {
    let database: Database
    /// Of a question about a day in the past.
    let past: PastDecisions?

    init(database: Database, past: PastDecisions? = nil) {
        self.database = database
        self.past = past
    }

    // MARK: Documents

    /// Every document, in order of date (unknown last), then id.
    public func documents() throws -> [StoredDocument] {
        try documents(where: "1")
    }

    public func document(id: String) throws -> StoredDocument? {
        try documents(where: "id = ?", [id]).first
    }

    func document(key: Int64) throws -> StoredDocument? {
        try documents(where: "key = ?", [key]).first
    }

    /// The latest version of each work, in the same order.
    public func currentDocuments() throws -> [StoredDocument] { try documents(where: Self.isCurrent) }

    static let isCurrent =
        "NOT EXISTS (SELECT 1 FROM document n WHERE n.work = document.work AND n.version > document.version)"

    /// - Parameter key: of an `AddedDocument`.
    public func linkableFacts(key: Int64) throws -> LinkableFacts? {
        try document(key: key).map { try linkableFacts(of: $0) }
    }

    /// What the linker needs of a document: the same as when it was read.
    public func linkableFacts(of document: StoredDocument) throws -> LinkableFacts {
        LinkableFacts(
            document: document.context, requirements: try requirements(of: [document]).map(\.requirement),
            evidence: try evidence(of: [document]).map(\.evidence))
    }

    private func documents(where condition: String, _ arguments: StatementArguments = StatementArguments()) throws -> [StoredDocument] {
        var issuers: [Int64: [BodyMention]] = [:]
        let named = try Record.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT document, ref, name, official, is_class FROM issuer
                    WHERE document IN (SELECT key FROM document WHERE \(condition)) ORDER BY document, ordinal
                    """),
            arguments: arguments)
        while let row = try named.next() {
            issuers[row[0], default: []].append(BodyMention(ref: row[1], name: row[2], official: row[3], isClass: row[4]))
        }
        let cursor = try Record.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT key, id, work, version, sha256, name, media_type, encoding, bytes, characters, pages, path, kind, type,
                      title, number, date, day, directives, requirements, actions, plans, problems, findings
                    FROM document WHERE \(condition) ORDER BY day IS NULL, day, id
                    """),
            arguments: arguments)
        var found: [StoredDocument] = []
        while let row = try cursor.next() {
            let key: Int64 = row[0]
            let day: String? = row[17]
            found.append(
                StoredDocument(
                    key: key,
                    context: DocumentContext(
                        id: row[1], work: row[2], kind: DocumentKind(rawValue: row[12]) ?? .other, date: row[16], title: row[14],
                        number: row[15], issuers: issuers[key] ?? []),
                    source: SourceDescription(
                        name: row[5], mediaType: row[6], encoding: row[7], sha256: row[4], bytes: row[8], characters: row[9],
                        pages: row[10]),
                    type: row[13], version: row[3], path: row[11], directives: row[18], requirements: row[19], actions: row[20],
                    plans: row[21], problems: row[22], findings: row[23], day: day.flatMap { CalendarDay(iso: $0, last: true) }))
        }
        return found
    }

    /// The XML of a document as it was stored, UTF-8.
    public func xml(of id: String) throws -> [UInt8]? {
        let data = try Data.fetchOne(database.cachedStatement(sql: "SELECT xml FROM document WHERE id = ?"), arguments: [id])
        return data.map { [UInt8]($0) }
    }

    /// Official names of the bodies that documents name, by their ids in the ontology.
    public func officialNames() throws -> [String: String] {
        let rows = try Record.fetchAll(database.cachedStatement(sql: "SELECT ref, official FROM body"))
        return Dictionary(rows.map { ($0[0] as String, $0[1] as String) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Facts

    func key(of fact: FactID) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(
                sql: "SELECT f.key FROM fact f JOIN document d ON d.key = f.document WHERE d.id = ? AND f.element = ?"),
            arguments: [fact.document, fact.element])
    }

    /// The requirements of these documents, in the order of the documents and of their places.
    public func requirements(of documents: [StoredDocument]) throws -> [StoredRequirement] {
        try FactLoader(database).requirements(of: documents)
    }

    /// The evidence of these documents, in the order of the documents and of their places.
    public func evidence(of documents: [StoredDocument]) throws -> [StoredEvidence] {
        try FactLoader(database).evidence(of: documents)
    }

    /// The facts whose id is this one, or begins with it, at most `limit` of them, in order of id. An id is
    /// `docId#elementId`; what stands before the `#` may itself be a beginning.
    public func facts(beginning prefix: String, limit: Int = 50) throws -> [FactID] {
        let parts = prefix.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else { return [] }
        let rows = try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT d.id, f.element FROM document d CROSS JOIN fact f ON f.document = d.key
                    WHERE d.id >= ?1 AND d.id < ?3 AND f.element >= ?2 AND f.element < ?4
                    ORDER BY (d.id = ?1 AND f.element = ?2) DESC, d.id, f.element LIMIT ?5
                    """),
            arguments: [parts[0], parts[1], Self.end(of: parts[0]), Self.end(of: parts[1]), limit])
        return rows.map { FactID(document: $0[0], element: $0[1]) }
    }

    /// The facts with this element id in any document, at most `limit`.
    public func facts(element: String, limit: Int = 50) throws -> [FactID] {
        let rows = try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT d.id, f.element FROM document d CROSS JOIN fact f ON f.document = d.key
                    WHERE f.element >= ?1 AND f.element < ?2 ORDER BY d.id, f.element LIMIT ?3
                    """),
            arguments: [element, Self.end(of: element), limit])
        return rows.map { FactID(document: $0[0], element: $0[1]) }
    }

    /// Behind everything that begins with a text, so that an index finds it.
    private static func end(of beginning: String) -> String { beginning + "\u{10FFFF}" }

    // MARK: Links

    /// The links of the requirements of some documents to facts of all of `documents`, in order of requirement and evidence.
    /// - Parameter reasons: whether to read why; it takes some time for each link.
    public func links(of some: [StoredDocument], among documents: DocumentSet, reasons: Bool) throws -> [Link] {
        try LinkLoader(database, documents, past).links(of: some, reasons: reasons)
    }

    /// What is reported on some requirements, by their keys, each in order of evidence; with the evidence.
    /// - Parameters:
    ///   - keys: in ascending order.
    ///   - reasons: whether to read why, and what the evidence says of the state.
    ///   - shelf: what was read for other requirements of the same view.
    public func reported(
        on keys: [Int64], among documents: DocumentSet, reasons: Bool, shelf: EvidenceShelf = EvidenceShelf()
    ) throws -> [Int64: [ReportedFact]] {
        let loader = LinkLoader(database, documents, past)
        var links: [Int64: [(link: Link, evidence: Int64)]] = [:]
        var wanted: Set<Int64> = []
        for key in keys {
            let found = try loader.reported(requirement: key, reasons: reasons)
            guard !found.isEmpty else { continue }
            links[key] = found
            for one in found { wanted.insert(one.evidence) }
        }
        let evidence = try shelf.facts(wanted.sorted()) { try self.evidence(keys: $0, among: documents) }
        return links.mapValues { $0.compactMap { one in evidence[one.evidence].map { ReportedFact(one.link, $0) } } }
    }

    public func links(among documents: [StoredDocument], reasons: Bool) throws -> [Link] {
        try links(of: documents, among: DocumentSet(documents), reasons: reasons)
    }

    /// The second-hand requirements whose originals are in these documents (转述): who counts both counts twice.
    public func restatementKeys(among documents: DocumentSet) throws -> Set<Int64> {
        try LinkLoader(database, documents, past).restatements()
    }

    /// Keys of the requirements on which a problem was reported.
    public func requirementsWithProblems() throws -> Set<Int64> {
        try Int64.fetchSet(
            database.cachedStatement(
                sql: "SELECT DISTINCT l.requirement FROM fact e JOIN link l ON l.evidence = e.key WHERE e.kind = 'problem'"
                    + (past == nil ? " AND l.status <> 'rejected'" : "")))
    }

    /// One requirement or one piece of evidence of these documents; nil where the id names none.
    public func requirement(_ id: FactID, among documents: DocumentSet) throws -> StoredRequirement? {
        guard let document = documents[id: id.document], let key = try key(of: id) else { return nil }
        return try FactLoader(database).requirement(key: key, in: document)
    }

    public func evidence(_ id: FactID, among documents: DocumentSet) throws -> StoredEvidence? {
        guard let document = documents[id: id.document], let key = try key(of: id) else { return nil }
        return try FactLoader(database).evidence(key: key, in: document)
    }

    /// All links of one fact, on either side, with their reasons.
    public func links(of fact: FactID, among documents: DocumentSet) throws -> [Link] {
        guard let key = try key(of: fact) else { return [] }
        return try LinkLoader(database, documents, past).links(of: key)
    }

    /// The links of a requirement to other requirements, on either side, with their reasons.
    public func related(to requirement: StoredRequirement, among documents: DocumentSet) throws -> [Link] {
        try LinkLoader(database, documents, past).related(to: requirement.key)
    }
}
