import FoundationEssentials
import GRDB
import Links
import Provenance

extension Reader {
    public enum Setting: String, Sendable {
        /// By which ontology and by which linker the links were made.
        case linking
        /// Counts up with every transaction.
        case revision
    }

    public func setting(_ name: Setting) throws -> String? {
        try String.fetchOne(database.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"), arguments: [name.rawValue])
    }

    /// Changes whenever another connection has changed the base.
    public func changeMark() throws -> Int {
        try Int.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    }

    public func document(added place: AddedDocument) throws -> StoredDocument? { try document(key: place.key) }

    /// The rows of a question in SQL, each value as text: for measuring what an answer costs beside the plain question.
    package func plain(_ sql: String, _ arguments: [String]) throws -> [[String?]] {
        var rows: [[String?]] = []
        let cursor = try Record.fetchCursor(database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
        while let row = try cursor.next() { rows.append((0..<row.count).map { row[$0] }) }
        return rows
    }

    /// Every document that was kept for linking, in ascending order of keys.
    /// - Parameter wanted: the only keys that are read; nil: all.
    public func linkEntries(keeping wanted: KeyFilter? = nil, _ body: (AddedDocument, LinkEntry) throws -> Void) throws {
        let cursor = try Record.fetchCursor(database.cachedStatement(sql: "SELECT document, first_fact, data FROM entry ORDER BY document"))
        while let row = try cursor.next() {
            let entry = try row.withUnsafeData(atIndex: 2) { data throws in try LinkEntry(decoding: [UInt8](data ?? Data()), keeping: wanted) }
            try body(AddedDocument(key: row[0], firstFact: row[1]), entry)
        }
    }

    /// Every document in ascending order of keys, with the key of its first fact.
    public func addedDocuments() throws -> [AddedDocument] {
        let rows = try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT d.key, coalesce((SELECT min(f.key) FROM fact f WHERE f.document = d.key),
                      (SELECT coalesce(max(f.key), 0) + 1 FROM fact f WHERE f.document < d.key)) FROM document d ORDER BY d.key
                    """))
        return rows.map { AddedDocument(key: $0[0], firstFact: $0[1]) }
    }
}
