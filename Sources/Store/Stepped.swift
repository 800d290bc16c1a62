import GRDB
import GRDBSQLite
import Links

/// The rows of a statement by their numbers, straight from SQLite: half a million of them in a question. One at a time goes through a
/// statement, so that whoever steps has to step to the end, or to begin it again.
struct Stepped {
    private let statement: Statement
    private let handle: SQLiteStatement

    init(_ database: Database, _ sql: String, _ arguments: [any Bindable] = []) throws {
        statement = try database.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
        try begin(arguments)
    }

    /// The same statement with other values.
    func begin(_ arguments: [any Bindable]) throws {
        sqlite3_reset(handle)
        for (place, value) in arguments.enumerated() { try bound(value.bind(to: handle, at: Int32(place + 1))) }
    }

    /// The same statement with one key.
    func begin(_ key: Int64) throws {
        sqlite3_reset(handle)
        try bound(sqlite3_bind_int64(handle, 1, key))
    }

    private func bound(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: statement.sql) }
    }

    /// Leaves the rows that follow.
    func end() { sqlite3_reset(handle) }

    /// Leaves the rows of all statements of a connection: one that was not stepped to its end, since a question broke off or wanted the first row
    /// alone, would hold the connection to this moment of the base, and whoever asks through it later would never see what came since.
    static func endAll(_ database: Database) {
        var next = sqlite3_next_stmt(database.sqliteConnection, nil)
        while let statement = next {
            if sqlite3_stmt_busy(statement) != 0 { sqlite3_reset(statement) }
            next = sqlite3_next_stmt(database.sqliteConnection, statement)
        }
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

    func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    /// Nil of NULL.
    func text(_ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(handle, column) else { return nil }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))), as: UTF8.self)
    }

    /// Adds the UTF-8 of a text; nothing of NULL.
    func append(text column: Int32, to bytes: inout [UInt8]) {
        guard let text = sqlite3_column_text(handle, column) else { return }
        bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, column))))
    }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(handle, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// The same, to be read before the next step.
    func data(_ column: Int32) -> UnsafeRawBufferPointer {
        guard let bytes = sqlite3_column_blob(handle, column) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func begins(_ column: Int32, with letter: Unicode.Scalar) -> Bool {
        sqlite3_column_text(handle, column)?.pointee == UInt8(ascii: letter)
    }

    func relation(_ column: Int32) -> Link.Relation {
        switch sqlite3_column_text(handle, column)?.pointee {
        case UInt8(ascii: "i"): .implements
        case UInt8(ascii: "d"): .derives
        // `reports` and `restates` differ in length.
        default: sqlite3_column_bytes(handle, column) == 8 ? .restates : .reports
        }
    }

    func status(_ column: Int32) -> Link.Status {
        switch sqlite3_column_text(handle, column)?.pointee {
        case UInt8(ascii: "c"): .confirmed
        case UInt8(ascii: "r"): .rejected
        case UInt8(ascii: "s"): .suspect
        default: .proposed
        }
    }
}
