import GRDB
import Provenance

extension Reader {
    /// Counts up with every transaction that wrote (修订号): what was worked out at the same revision still holds.
    public func revision() throws -> Int { try setting(.revision).flatMap(Int.init) ?? 0 }
}

extension Writer {
    func countRevision() throws {
        let revision = try reader.revision() + 1
        try set(.revision, to: String(revision))
        try Changes(database: database).end(revision)
    }
}
