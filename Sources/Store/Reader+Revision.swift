import GRDB
import Provenance

extension Reader {
    /// Counts up with every transaction that wrote (修订号): what was worked out at the same revision still holds.
    public func revision() throws -> Int { try setting(.revision).flatMap(Int.init) ?? 0 }
}

extension Writer {
    func countRevision() throws { try set(.revision, to: String(reader.revision() + 1)) }
}
