import GRDB

extension Reader {
    /// Who owes each requirement, in order of its key and of the printed list, without classes of bodies (各州市); no other word is read.
    /// - Parameter each: takes the requirement's key, the body's id in the ontology where it has one, and its name.
    public func owners(_ each: (Int64, String?, String) throws -> Void) throws {
        let cursor = try Record.fetchCursor(
            database.cachedStatement(sql: "SELECT fact, body, name FROM assignment WHERE NOT is_class ORDER BY fact, ordinal"))
        while let row = try cursor.next() { try each(row[0], row[1], row[2]) }
    }
}
