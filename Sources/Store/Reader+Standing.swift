import Facts
import GRDB
import GRDBSQLite
import Links
import Provenance

/// A requirement as far as it decides on its state (责任要素).
public struct StoredDuty: Sendable, Hashable {
    public let key: Int64
    /// Key of its document.
    public let document: Int64
    public let duty: Duty

    public init(key: Int64, document: Int64, duty: Duty) {
        self.key = key
        self.document = document
        self.duty = duty
    }
}

/// A link as far as it decides on a state (报送要素).
public struct StoredReport: Sendable, Hashable {
    public let evidence: Int64
    /// Key of the document of the evidence.
    public let source: Int64
    public let strength: Double
    public let status: Link.Status
    public let isContradiction: Bool
    /// Nil where nobody has worked it out yet.
    public let signal: LinkSignal?
}

extension Reader {
    private static let reported = """
        SELECT requirement, evidence, source, strength, status, verdict = 'contradicts', day, signal, accomplished, reporters, tie FROM link
        WHERE relation IN ('reports', 'implements')
        """

    /// All requirements of the base in order of their keys, each with what was reported on it: no text is read for it.
    public func standings(_ body: (StoredDuty, [StoredReport]) throws -> Void) throws {
        let duties = try Stepped(
            database, "SELECT requirement, document, needed, due, is_permission, owners FROM duty ORDER BY requirement")
        let links = try Stepped(
            database,
            Self.reported + " ORDER BY requirement, evidence")
        var reports: [StoredReport] = []
        var isLeft = try links.step()
        while try duties.step() {
            let key = duties[0]
            while isLeft, links[0] < key { isLeft = try links.step() }
            reports.removeAll(keepingCapacity: true)
            while isLeft, links[0] == key {
                if let report = links.report(past) { reports.append(report) }
                isLeft = try links.step()
            }
            let duty = Duty(
                needed: LinkSignal.Parts(bits: UInt64(bitPattern: duties[2])), due: duties.optional(3), isPermission: duties[4] != 0,
                owners: Int(duties[5]))
            try body(StoredDuty(key: key, document: duties[1], duty: duty), reports)
        }
    }

    /// What was reported on one requirement.
    public func reports(on requirement: Int64) throws -> [StoredReport] {
        let links = try Stepped(
            database,
            Self.reported + " AND requirement = ? ORDER BY evidence", [requirement])
        var reports: [StoredReport] = []
        while try links.step() { if let report = links.report(past) { reports.append(report) } }
        return reports
    }

    /// What a link's evidence says, its words included; nil where that was not kept.
    public func signal(of evidence: Int64, for requirement: Int64) throws -> LinkSignal? {
        let row = try Record.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT l.day, l.tie, l.signal, l.accomplished, l.reporters, b.says FROM link l
                    LEFT JOIN because b ON b.requirement = l.requirement AND b.evidence = l.evidence
                    WHERE l.requirement = ? AND l.evidence = ? AND l.signal IS NOT NULL
                    """),
            arguments: [requirement, evidence])
        return row.map { row in
            LinkSignal(day: row[0], tie: row[1] ?? 0, code: row[2], accomplished: row[3], reporters: row[4], says: row[5] ?? "")
        }
    }

    /// The documents some of whose requirements have no duty kept, as where nothing was linked.
    public func documentsWithoutDuties() throws -> Set<Int64> {
        let kept = try Record.fetchAll(database.cachedStatement(sql: "SELECT document, count(*) FROM duty GROUP BY document"))
        let counts = Dictionary(kept.map { ($0[0] as Int64, $0[1] as Int) }, uniquingKeysWith: { first, _ in first })
        let all = try Record.fetchAll(database.cachedStatement(sql: "SELECT key, requirements FROM document WHERE requirements > 0"))
        return Set(all.compactMap { row in (counts[row[0]] ?? 0) == row[1] ? nil : row[0] as Int64 })
    }

    /// The requirements of these keys, which are in ascending order, with those documents at hand.
    public func requirements(keys: [Int64], among documents: DocumentSet) throws -> [StoredRequirement] {
        try byDocument(keys, documents) { loader, range, document in try loader.requirements(keys: range, in: document) } key: { $0.key }
    }

    public func evidence(keys: [Int64], among documents: DocumentSet) throws -> [StoredEvidence] {
        try byDocument(keys, documents) { loader, range, document in try loader.evidence(keys: range, in: document) } key: { $0.key }
    }

    /// Neighbouring keys of one document are read at once.
    private func byDocument<Fact>(
        _ keys: [Int64], _ documents: DocumentSet, _ load: (FactLoader, ClosedRange<Int64>, StoredDocument) throws -> [Fact],
        key: (Fact) -> Int64
    ) throws -> [Fact] {
        let loader = FactLoader(database)
        let owner = try database.cachedStatement(sql: "SELECT document FROM fact WHERE key = ?")
        let last = try database.cachedStatement(sql: "SELECT max(key) FROM fact WHERE document = ?")
        var found: [Fact] = []
        var start = 0
        while start < keys.count {
            guard let document = try Int64.fetchOne(owner, arguments: [keys[start]]), let end = try Int64.fetchOne(last, arguments: [document])
            else {
                start += 1
                continue
            }
            let next = keys[start...].firstIndex { $0 > end } ?? keys.count
            if let stored = documents[key: document] {
                let wanted = Set(keys[start..<next])
                found += try load(loader, keys[start]...keys[next - 1], stored).filter { wanted.contains(key($0)) }
            }
            start = next
        }
        return found
    }
}

/// The rows of a statement by their numbers, straight from SQLite: half a million of them in a question.
private struct Stepped {
    private let statement: Statement
    private let handle: SQLiteStatement

    init(_ database: Database, _ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        statement = try database.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
        sqlite3_reset(handle)
        try statement.setArguments(arguments)
    }

    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: statement.sql)
        }
    }

    subscript(column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func optional(_ column: Int32) -> Int? { sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : Int(self[column]) }

    /// Nil where the link was not there on the day of the question.
    func report(_ past: PastDecisions?) -> StoredReport? {
        guard let past else { return report(status) }
        return past.status(self[0], self[1], now: status).map(report)
    }

    private func report(_ status: Link.Status) -> StoredReport {
        StoredReport(
            evidence: self[1], source: self[2], strength: sqlite3_column_double(handle, 3), status: status, isContradiction: self[5] != 0,
            signal: optional(7).map { LinkSignal(day: optional(6), tie: self[10], code: $0, accomplished: self[8], reporters: self[9]) })
    }

    private var status: Link.Status {
        sqlite3_column_text(handle, 4).flatMap { Link.Status(rawValue: String(cString: $0)) } ?? .proposed
    }
}
