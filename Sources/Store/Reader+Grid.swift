import GRDB
import Links
import Provenance

/// Who owes a requirement, without its words (责任单位).
public struct StoredOwner: Sendable, Hashable {
    public let body: String?
    public let name: String

    public init(body: String?, name: String) {
        self.body = body
        self.name = name
    }

    public var key: String { body ?? name }
}

/// What a requirement is narrowed by (筛选要素).
public struct RequirementWords: Sendable {
    public let key: Int64
    public let text: String
    public let headings: [String]
    public fileprivate(set) var owners: [StoredOwner] = []
    public fileprivate(set) var scope: [String] = []
}

/// Where a fact stands (出处).
public struct StoredPlace: Sendable, Hashable {
    public let id: FactID
    public let span: Span
    public let position: StoredPosition
}

extension Reader {
    /// The owners of all requirements between two keys, in their order.
    public func owners(_ keys: ClosedRange<Int64>) throws -> [Int64: [StoredOwner]] {
        var found: [Int64: [StoredOwner]] = [:]
        // Few bodies owe many duties.
        var known: [String: StoredOwner] = [:]
        let cursor = try Record.fetchCursor(
            database.cachedStatement(sql: "SELECT fact, body, name FROM assignment WHERE fact BETWEEN ? AND ? ORDER BY fact, ordinal"),
            arguments: [keys.lowerBound, keys.upperBound])
        while let row = try cursor.next() {
            let (body, name): (String?, String) = (row[1], row[2])
            let key = (body ?? "") + "\u{1F}" + name
            let owner = known[key] ?? StoredOwner(body: body, name: name)
            known[key] = owner
            found[row[0], default: []].append(owner)
        }
        return found
    }

    /// The words and owners of a document's requirements, and where they hold, in order of their keys; nothing else of them is read.
    public func requirementWords(of document: Int64) throws -> [RequirementWords] {
        let rows = try Stepped(
            database, "SELECT key, text, headings FROM fact WHERE kind = 'requirement' AND document = ? ORDER BY key", [document])
        var found: [RequirementWords] = []
        while try rows.step() { found.append(RequirementWords(key: rows[0], text: rows.text(1) ?? "", headings: Joined.parts(rows.text(2)))) }
        guard let first = found.first?.key, let last = found.last?.key else { return [] }
        func each(_ sql: String, _ take: (Stepped, Int) -> Void) throws {
            let rows = try Stepped(database, sql + " WHERE fact BETWEEN ? AND ? ORDER BY fact, ordinal", [first, last])
            var place = 0
            while try rows.step() {
                while place < found.count, found[place].key < rows[0] { place += 1 }
                if place < found.count, found[place].key == rows[0] { take(rows, place) }
            }
        }
        try each("SELECT fact, body, name FROM assignment") { found[$1].owners.append(StoredOwner(body: $0.text(1), name: $0.text(2) ?? "")) }
        try each("SELECT fact, division FROM scope") { found[$1].scope.append($0.text(1) ?? "") }
        return found
    }

    /// Ids of all requirements by their keys.
    public func requirementIDs(among documents: DocumentSet) throws -> [Int64: FactID] {
        let rows = try Stepped(database, "SELECT key, document, element FROM fact WHERE kind = 'requirement' ORDER BY document")
        var found: [Int64: FactID] = [:]
        found.reserveCapacity(documents.reduce(0) { $0 + $1.requirements })
        while try rows.step() {
            if let document = documents[key: rows[1]] { found[rows[0]] = FactID(document: document.id, element: rows.text(2) ?? "") }
        }
        return found
    }

    /// Divisions that a fact speaks of.
    public func scope(of fact: Int64) throws -> [String] {
        try String.fetchAll(
            database.cachedStatement(sql: "SELECT division FROM scope WHERE fact = ? ORDER BY ordinal"), arguments: [fact])
    }

    public func place(of fact: Int64, among documents: DocumentSet) throws -> StoredPlace? {
        let row = try Record.fetchOne(
            database.cachedStatement(sql: "SELECT document, element, start, end, line, col, page FROM fact WHERE key = ?"), arguments: [fact])
        guard let row, let document = documents[key: row[0]] else { return nil }
        return StoredPlace(
            id: FactID(document: document.id, element: row[1]), span: Span(row[2], row[3]),
            position: StoredPosition(line: row[4], column: row[5], page: row[6]))
    }
}
