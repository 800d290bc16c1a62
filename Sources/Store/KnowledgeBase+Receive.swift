import Facts
import FoundationEssentials
import GRDB
import Links
import Provenance

extension Writer {
    /// Adds a document inside a greater transaction.
    public func add(_ addition: Addition) throws -> (outcome: KnowledgeBase.Outcome, added: AddedDocument?) { try insert(addition) }

    /// Begins the record of what is received.
    /// - Returns: its key.
    public func begin(_ reception: Reception) throws -> Int64 {
        try run(
            "INSERT INTO reception (kind, name, sha256, made_by, day, signer) VALUES (?, ?, ?, ?, ?, ?)",
            [reception.kind.rawValue, reception.name, reception.sha256, reception.by, reception.day, reception.signer])
        return database.lastInsertedRowID
    }

    public func add(_ item: ReceivedItem, to reception: Int64) throws {
        try run(
            """
            INSERT INTO received (reception, kind, subject, outcome, reason_key, reason_zh, reason_en, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                reception, item.kind.rawValue, item.subject, item.outcome.rawValue, item.reason?.key, item.reason?.zh, item.reason?.en,
                item.content,
            ])
    }

    /// Keeps an original, so that it can be sent on.
    public func keep(original bytes: [UInt8], sha256: String) throws {
        try run("INSERT OR IGNORE INTO original VALUES (?, ?)", [sha256, bytes])
    }

    /// For the links of a package, one after the other.
    public func taker() -> LinkTaker { LinkTaker(self) }
}

extension Reader {
    /// The name under which these bytes were received; nil where they never were.
    public func reception(of sha256: String) throws -> String? {
        try String.fetchOne(database.cachedStatement(sql: "SELECT name FROM reception WHERE sha256 = ?"), arguments: [sha256])
    }

    /// Everything that was received, oldest first.
    public func receptions() throws -> [(reception: Reception, items: [ReceivedItem])] {
        try Record.fetchAll(
            database.cachedStatement(sql: "SELECT key, kind, name, sha256, made_by, day, signer FROM reception ORDER BY key")
        ).map { row in
            let key: Int64 = row[0]
            let items = try Record.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT kind, subject, outcome, reason_key, reason_zh, reason_en, content FROM received
                        WHERE reception = ? ORDER BY key
                        """),
                arguments: [key])
            let reception = Reception(
                kind: Reception.Kind(rawValue: row[1]) ?? .package, name: row[2], sha256: row[3], by: row[4], day: row[5], signer: row[6])
            return (reception, items.compactMap(Self.item))
        }
    }

    private static func item(_ row: Record) -> ReceivedItem? {
        guard let kind = ReceivedItem.Kind(rawValue: row[0]), let outcome = ReceivedItem.Outcome(rawValue: row[2]) else { return nil }
        let key: String? = row[3]
        return ReceivedItem(
            kind, row[1], outcome, reason: key.map { Message($0, zh: row[4] ?? "", en: row[5] ?? "") },
            content: (row[6] as Data?).map { [UInt8]($0) } ?? [])
    }

    /// The notes that came with sheets, by requirement, oldest first.
    public func notes() throws -> [String: [String]] {
        let rows = try Record.fetchAll(
            database.cachedStatement(sql: "SELECT subject, content FROM received WHERE kind = 'note' AND outcome = 'taken' ORDER BY key"))
        var notes: [String: [String]] = [:]
        for row in rows { notes[row[0], default: []].append(String(decoding: row[1] as Data, as: UTF8.self)) }
        return notes
    }

    /// An original that was received with its document.
    public func original(sha256: String) throws -> [UInt8]? {
        try Data.fetchOne(database.cachedStatement(sql: "SELECT bytes FROM original WHERE sha256 = ?"), arguments: [sha256]).map { [UInt8]($0) }
    }

    /// The latest version of a work.
    public func latest(ofWork work: String) throws -> StoredDocument? {
        guard
            let id = try String.fetchOne(
                database.cachedStatement(sql: "SELECT id FROM document WHERE work = ? ORDER BY version DESC LIMIT 1"), arguments: [work])
        else { return nil }
        return try document(id: id)
    }

    /// The office whose one package is all that the base holds; nil where there is more, or it does not say who made it.
    public func soleSender() throws -> String? {
        let receptions = try Record.fetchAll(database.cachedStatement(sql: "SELECT made_by, kind FROM reception"))
        guard receptions.count == 1, let only = receptions.first, only[1] == "package" else { return nil }
        let own = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT count(*) FROM document d WHERE NOT EXISTS (
                      SELECT 1 FROM received c WHERE c.kind = 'document' AND c.outcome = 'taken' AND c.subject = d.id)
                    """))
        return own == 0 ? only[0] : nil
    }
}

extension Writer {
    /// Takes a decision that a person sent in, as one made here, unless somebody decided otherwise before.
    /// - Returns: whether it was taken.
    public func decide(_ review: Review) throws -> Bool {
        guard let requirement = try reader.key(of: review.requirement), let evidence = try reader.key(of: review.evidence) else { return false }
        let ruling = try String.fetchOne(
            database.cachedStatement(sql: "SELECT status FROM decided WHERE requirement = ? AND evidence = ?"), arguments: [requirement, evidence])
        let new: Link.Status = review.decision == .reject ? .rejected : .confirmed
        if let ruling, ruling != new.rawValue { return false }
        if review.decision != .add {
            let link = try String.fetchOne(
                database.cachedStatement(sql: "SELECT status FROM link WHERE requirement = ? AND evidence = ?"), arguments: [requirement, evidence])
            if link == nil { return false }
        }
        try record(review)
        return true
    }
}
