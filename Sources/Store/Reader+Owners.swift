extension Reader {
    /// Who owes each requirement, in order of its key and of the printed list; no other word is read.
    /// - Parameters:
    ///   - last: key of the last requirement that is left out.
    ///   - each: takes the requirement's key, the body's id in the ontology where it has one, its name, and whether it is a class of bodies.
    public func owners(after last: Int64, _ each: (Int64, String?, String, Bool) throws -> Void) throws {
        let rows = try Stepped(
            database, "SELECT fact, body, name, is_class FROM assignment WHERE fact > ? ORDER BY fact, ordinal", [last])
        while try rows.step() { try each(rows[0], rows.text(1), rows.text(2) ?? "", rows[3] != 0) }
    }
}
