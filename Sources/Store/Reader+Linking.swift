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
    /// - Parameters:
    ///   - first: keys of documents that are left out, up to this one.
    ///   - wanted: the only keys that are read; nil: all.
    public func linkEntries(after first: Int64 = 0, keeping wanted: KeyFilter? = nil, _ body: (AddedDocument, LinkEntry) throws -> Void) throws {
        let rows = try Stepped(database, "SELECT document, first_fact, data FROM entry WHERE document > ? ORDER BY document", [first])
        defer { rows.end() }
        while try rows.step() {
            try body(AddedDocument(key: rows[0], firstFact: rows[1]), try LinkEntry(decoding: rows.bytes(2), keeping: wanted))
        }
    }

    /// Gives a book all documents that were kept for linking: those of segments with the keys that it wants, and those behind them.
    public func resume(_ book: LinkBook) throws {
        let covered = try covered()
        if covered > 0 {
            // Keys of documents go up by one, mostly; some more may follow in a run.
            book.expect(documents: Int(covered) + 1_024)
            let catalogues = try Stepped(database, "SELECT key, data, ends FROM segment ORDER BY key")
            defer { catalogues.end() }
            var places: [Int64: Int] = [:]
            while try catalogues.step() { places[catalogues[0]] = try book.resume(catalogue: catalogues.data(1), ends: catalogues.data(2)) }
            func resume(_ postings: Stepped, of code: UInt32) throws {
                guard let place = places[postings[0]] else { throw Fault(.storeCorrupt("segment \(postings[0])")) }
                try book.resume(postings: postings.data(1), of: code, segment: place)
            }
            if let wanted = book.wanted {
                let postings = try Stepped(database, "SELECT segment, data FROM posting WHERE code = ? ORDER BY segment")
                defer { postings.end() }
                for code in wanted.sorted {
                    try postings.begin(Int64(code))
                    while try postings.step() { try resume(postings, of: code) }
                }
            } else {
                let postings = try Stepped(database, "SELECT segment, data, code FROM posting ORDER BY code, segment")
                defer { postings.end() }
                while try postings.step() { try resume(postings, of: UInt32(truncatingIfNeeded: postings[2])) }
            }
        }
        try linkEntries(after: covered, keeping: book.wanted) { place, entry in book.resume(entry, key: place.key, firstFact: place.firstFact) }
    }

    /// The key of the last document of the last segment; 0 where there is no segment.
    func covered() throws -> Int64 {
        try Int64.fetchOne(database.cachedStatement(sql: "SELECT last FROM segment ORDER BY key DESC LIMIT 1")) ?? 0
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
