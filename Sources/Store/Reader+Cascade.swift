import GRDB
import Links

extension Reader {
    /// Keys of the requirements that carry out this one, by strong links that nobody has rejected, in ascending order.
    public func lower(of requirement: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT evidence FROM link WHERE requirement = ?1 AND " + Self.derives + " ORDER BY evidence"),
            arguments: [requirement, Link.strong])
    }

    /// Keys of those that it carries out.
    public func upper(of requirement: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT requirement FROM link WHERE evidence = ?1 AND " + Self.derives + " ORDER BY requirement"),
            arguments: [requirement, Link.strong])
    }

    private static let derives = "relation = 'derives' AND status <> 'rejected' AND (strength >= ?2 OR status = 'confirmed')"
}
