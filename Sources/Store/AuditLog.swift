import GRDB
import Provenance

/// Who did what when (审计日志), beside what persons decide on links, which has a log of its own. Only ever appended to.
public struct AuditEntry: Sendable, Hashable {
    /// From 1, in the order in which it happened; nil before it is kept.
    public var number: Int?
    /// ISO 8601, as the caller gives it: the base knows no clock.
    public var at: String
    /// Who did it, and from where.
    public var user: String
    public var peer: String
    /// What was done: `login`, `import` …
    public var action: String
    /// To what; what no longer fits is cut off.
    public var subject: String

    public init(number: Int? = nil, at: String, user: String, peer: String = "", action: String, subject: String = "") {
        self.number = number
        self.at = at
        self.user = user
        self.peer = peer
        self.action = action
        self.subject = String(String.UnicodeScalarView(subject.unicodeScalars.prefix(2_000)))
    }
}

extension KnowledgeBase {
    /// Appends an entry. What was worked out of the base before still holds.
    public func audit(_ entry: AuditEntry) throws(Fault) {
        try Self.guarded(path) {
            try database.write { db in
                try db.execute(
                    sql: "INSERT INTO audit (at, user, peer, action, subject) VALUES (?, ?, ?, ?, ?)",
                    arguments: [entry.at, entry.user, entry.peer, entry.action, entry.subject])
            }
        }
    }
}

extension Reader {
    /// The latest entries first.
    public func auditLog(limit: Int = 500) throws -> [AuditEntry] {
        try Record.fetchAll(
            database.cachedStatement(sql: "SELECT key, at, user, peer, action, subject FROM audit ORDER BY key DESC LIMIT ?"), arguments: [limit]
        ).map { AuditEntry(number: $0[0], at: $0[1], user: $0[2], peer: $0[3], action: $0[4], subject: $0[5]) }
    }
}
