import Facts

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

    /// Every requirement in order of its key, by its element, with who owes it: once for each of them, once without where nobody does.
    public func assignments(_ each: (Int64, String, Assignment?, _ isClass: Bool) throws -> Void) throws {
        let rows = try Stepped(
            database,
            """
            SELECT f.key, f.element, a.body, a.name, a.role, a.is_open, a.is_class FROM fact f LEFT JOIN assignment a ON a.fact = f.key
            WHERE f.kind = 'requirement' ORDER BY f.key, a.ordinal
            """)
        defer { rows.end() }
        while try rows.step() {
            let assignment = rows.text(3).map { name in
                Assignment(body: rows.text(2), name: name, role: rows.text(4).flatMap(Role.init(rawValue:)) ?? .responsible, isOpen: rows[5] != 0)
            }
            try each(rows[0], rows.text(1) ?? "", assignment, rows[6] != 0)
        }
    }
}
