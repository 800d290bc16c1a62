import FoundationEssentials
import GRDB
import Provenance

/// Of which requirements the links change in a transaction (变动记录). Triggers of the connection see every change, whichever statement
/// makes it; they write to a table in memory, and the transaction ends with one row for all of them.
struct Changes {
    /// Stands for every requirement of the base.
    private static let everything: Int64 = -1
    /// A transaction that changes more is one that changes everything; so many revisions are told apart.
    private static let most = 20_000
    private static let revisions = 1_000

    let database: Database

    func begin() throws {
        for sql in ["CREATE TEMP TABLE IF NOT EXISTS touching (requirement INTEGER PRIMARY KEY)"]
            + [("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")].map({ event, row in
                """
                CREATE TEMP TRIGGER IF NOT EXISTS link_\(event) AFTER \(event) ON main.link
                BEGIN
                  INSERT INTO touching SELECT \(row).requirement WHERE NOT EXISTS (SELECT 1 FROM touching t WHERE t.requirement = \(row).requirement);
                END
                """
            })
        { try database.run(sql, []) }
    }

    /// What documents say, or how links are made, is another than before.
    func touchEverything() throws {
        try database.run("INSERT OR IGNORE INTO touching VALUES (?)", [Self.everything])
        // Nothing more is to be learned of single links; `begin` makes the triggers anew.
        for event in ["INSERT", "UPDATE", "DELETE"] { try database.execute(sql: "DROP TRIGGER IF EXISTS temp.link_\(event)") }
    }

    func end(_ revision: Int) throws {
        let keys = try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT requirement FROM touching ORDER BY requirement LIMIT ?"), arguments: [Self.most + 1])
        let isEverything = keys.count > Self.most || keys.first == Self.everything
        try database.run(
            "INSERT OR REPLACE INTO touched VALUES (?, ?)", [revision, isEverything ? nil : keys.flatMap { key in (0..<8).map { UInt8(truncatingIfNeeded: key >> ($0 * 8)) } }])
        try database.run("DELETE FROM touched WHERE revision <= ?", [revision - Self.revisions])
        try database.run("DELETE FROM touching", [])
    }
}

extension Reader {
    /// The requirements whose links have changed after a revision, and up to this one.
    /// - Returns: nil where that is not known of each revision between, or where everything has changed.
    public func touched(after revision: Int) throws -> Set<Int64>? {
        let now = try self.revision()
        guard now >= revision else { return nil }
        var touched: Set<Int64> = []
        var known = 0
        let cursor = try Record.fetchCursor(
            database.cachedStatement(sql: "SELECT requirements FROM touched WHERE revision > ?"), arguments: [revision])
        while let row = try cursor.next() {
            guard let bytes: Data = row[0] else { return nil }
            known += 1
            var (key, place): (Int64, Int64) = (0, 0)
            for byte in bytes {
                key |= Int64(byte) << (place * 8)
                place += 1
                if place == 8 {
                    touched.insert(key)
                    (key, place) = (0, 0)
                }
            }
        }
        return known == now - revision ? touched : nil
    }

    /// All documents, as `documents()` gives them, where most of them were read before and nothing of them has changed.
    public func documents(following known: [StoredDocument]) throws -> [StoredDocument] {
        let keys = try Int64.fetchSet(database.cachedStatement(sql: "SELECT key FROM document"))
        let kept = known.filter { keys.contains($0.key) }
        let new = try keys.subtracting(kept.map(\.key)).sorted().compactMap { try document(key: $0) }.sorted(by: Self.isBefore)
        guard !new.isEmpty else { return kept }
        var merged: [StoredDocument] = []
        merged.reserveCapacity(kept.count + new.count)
        var place = 0
        for document in kept {
            while place < new.count, Self.isBefore(new[place], document) {
                merged.append(new[place])
                place += 1
            }
            merged.append(document)
        }
        return merged + new[place...]
    }

    /// The order of `documents()`: by day, unknown last, then by id in the order of its bytes.
    private static func isBefore(_ left: StoredDocument, _ right: StoredDocument) -> Bool {
        switch (left.day, right.day) {
        case let (first?, second?) where first != second: first < second
        case (_?, nil): true
        case (nil, _?): false
        default: left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        }
    }

    /// Keys of the requirements that facts of a document are linked to.
    public func requirements(linkedFrom document: StoredDocument) throws -> Set<Int64> {
        guard let facts = try facts(of: document.key) else { return [] }
        return try Int64.fetchSet(
            database.cachedStatement(sql: "SELECT requirement FROM link WHERE evidence BETWEEN ? AND ?"),
            arguments: [facts.lowerBound, facts.upperBound])
    }
}
