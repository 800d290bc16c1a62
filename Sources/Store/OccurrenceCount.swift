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
                guard let interface, let first = interface.pointee.xPhraseFirst, let next = interface.pointee.xPhraseNext else {
                    return sqlite3_result_null(result)
                }
                // A question is one phrase; going from place to place keeps no list of them, as counting them all (`xInstCount`) does.
                var places = Fts5PhraseIter()
                var (column, place, count): (Int32, Int32, Int32) = (0, 0, 0)
                guard first(context, 0, &places, &column, &place) == SQLITE_OK else { return sqlite3_result_null(result) }
                while column >= 0 {
                    count += 1
                    next(context, &places, &column, &place)
                }
                sqlite3_result_int(result, count)
            }, nil)
    }
}
