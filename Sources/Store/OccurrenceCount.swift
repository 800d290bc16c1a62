import GRDB
import GRDBSQLite

/// The function `occurrences(passage)` of the full-text index (命中次数): how often the words of a question stand in a row, by the places that the
/// index keeps, so that no text is read to count.
enum OccurrenceCount {
    static func register(in database: Database) throws {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(database.sqliteConnection, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK else { return }
        defer { sqlite3_finalize(statement) }
        // SQLite hands its interface out to whoever knows this name (fts5.html, 7); the name must outlive the call.
        var interface: UnsafeMutablePointer<fts5_api>?
        let name: StaticString = "fts5_api_ptr"
        name.withUTF8Buffer { name in
            withUnsafeMutablePointer(to: &interface) { place in
                name.withMemoryRebound(to: CChar.self) { name in
                    _ = sqlite3_bind_pointer(statement, 1, place, name.baseAddress, nil)
                    _ = sqlite3_step(statement)
                }
            }
        }
        guard let interface else { return }
        _ = interface.pointee.xCreateFunction(
            interface, "occurrences", nil,
            { interface, context, result, _, _ in
                var count: Int32 = 0
                guard let interface, interface.pointee.xInstCount(context, &count) == SQLITE_OK else { return sqlite3_result_null(result) }
                sqlite3_result_int(result, count)
            }, nil)
    }
}
