import GRDB
import GRDBSQLite
import Links
import Provenance

/// A passage that holds the words of a question (命中文段), by its key.
public struct FoundPassage: Sendable, Hashable {
    public var key: Int64
    /// How often the words stand in it, without overlaps.
    public var occurrences: Int
}

/// The passages of a document, which have the keys from one to another.
public struct PassageRange: Sendable, Hashable {
    /// Key of the document.
    public var document: Int64
    public var first: Int64
    public var last: Int64
}

/// A requirement, action or problem by where it stands (文段内事实).
public struct PlacedFact: Sendable, Hashable {
    public var key: Int64
    public var element: String
    public var span: Span
    public var text: String
}

extension Reader {
    /// The passages that hold the words literally, in the order of their keys, and how often: from the index alone, unless the words may overlap
    /// themselves (人人), or have letters of which the index knows fewer forms than `Grams`.
    public func found(_ words: String) throws -> [FoundPassage] {
        guard let pattern = Grams.pattern(words) else { return [] }
        let statement = try database.cachedStatement(sql: "SELECT rowid, occurrences(passage) FROM passage WHERE passage MATCH ?")
        try statement.setArguments([pattern])
        let handle = statement.sqliteStatement
        sqlite3_reset(handle)
        defer { sqlite3_reset(handle) }
        var found: [FoundPassage] = []
        var code = sqlite3_step(handle)
        while code == SQLITE_ROW {
            found.append(FoundPassage(key: sqlite3_column_int64(handle, 0), occurrences: Int(sqlite3_column_int64(handle, 1))))
            code = sqlite3_step(handle)
        }
        guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: statement.sql) }
        let folded = Grams.folded(words)
        guard Grams.overlapsItself(folded) || folded.contains(where: { $0.value >= 0x80 && $0.properties.isCased }) else { return found }
        return try found.compactMap { one in
            let text = try String.fetchOne(database.cachedStatement(sql: "SELECT text FROM block WHERE key = ?"), arguments: [one.key]) ?? ""
            let count = Grams.matches(of: folded, in: text).count
            return count == 0 ? nil : FoundPassage(key: one.key, occurrences: count)
        }
    }

    /// Where the passages of each document are, in the order of their keys. A document is written at once, so that they follow each other.
    public func passageRanges() throws -> [PassageRange] {
        try Record.fetchAll(
            database.cachedStatement(sql: "SELECT document, min(key), max(key) FROM block GROUP BY document")
        ).map { PassageRange(document: $0[0], first: $0[1], last: $0[2]) }.sorted { $0.first < $1.first }
    }

    /// A passage; nil where none has this key.
    /// - Parameter id: of its document.
    public func passage(_ key: Int64, of id: String) throws -> StoredPassage? {
        try Record.fetchOne(
            database.cachedStatement(
                sql: "SELECT element, role, directive, headings, start, end, line, col, page, text, place FROM block WHERE key = ?"),
            arguments: [key]
        ).map { row in
            StoredPassage(
                document: id, element: row[0], role: row[1], directive: row[2], headings: Joined.parts(row[3]), span: Span(row[4], row[5]),
                position: StoredPosition(line: row[6], column: row[7], page: row[8], place: row[10]), text: row[9])
        }
    }

    /// The requirements, actions and problems that stand in a span of a document, in printed order.
    public func facts(in span: Span, ofDocument key: Int64) throws -> [PlacedFact] {
        try Record.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT key, element, start, end, text FROM fact
                    WHERE document = ?1 AND start >= ?2 AND start < ?3 AND end <= ?3 AND kind IN ('requirement', 'action', 'problem')
                    """),
            arguments: [key, span.start, span.end]
        ).map { PlacedFact(key: $0[0], element: $0[1], span: Span($0[2], $0[3]), text: $0[4]) }.sorted { ($0.span, $0.element) < ($1.span, $1.element) }
    }

    /// The passages of these documents that hold the words literally, in order of document and place.
    public func passages(holding words: String, in documents: [StoredDocument]) throws -> [StoredPassage] {
        let places = Dictionary(documents.enumerated().map { ($1.key, (index: $0, id: $1.id)) }, uniquingKeysWith: { first, _ in first })
        var placed: [(index: Int, key: Int64, passage: StoredPassage)] = []
        for one in try found(words) {
            let document = try Int64.fetchOne(database.cachedStatement(sql: "SELECT document FROM block WHERE key = ?"), arguments: [one.key])
            guard let document, let place = places[document], let held = try passage(one.key, of: place.id) else { continue }
            placed.append((place.index, one.key, held))
        }
        return placed.sorted { ($0.index, $0.key) < ($1.index, $1.key) }.map(\.passage)
    }
}
