import GRDB
import GRDBSQLite

/// What can stand for a question mark of a statement (绑定值). Bound straight to SQLite, at half the cost of GRDB's arguments: a
/// document is some hundreds of rows.
protocol Bindable {
    /// - Parameter place: from 1.
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32
}

extension Int: Bindable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 { sqlite3_bind_int64(statement, place, Int64(self)) }
}

extension Int64: Bindable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 { sqlite3_bind_int64(statement, place, self) }
}

extension Bool: Bindable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 { sqlite3_bind_int64(statement, place, self ? 1 : 0) }
}

extension Double: Bindable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 { sqlite3_bind_double(statement, place, self) }
}

extension String: Bindable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 {
        // No address would mean NULL.
        guard !isEmpty else { return sqlite3_bind_text(statement, place, "", 0, copied) }
        var text = self
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), copied) }
        }
    }
}

extension [UInt8]: Bindable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 {
        guard !isEmpty else { return sqlite3_bind_zeroblob(statement, place, 0) }
        return withUnsafeBytes { sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), copied) }
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 {
        switch self {
        case let value?: value.bind(to: statement, at: place)
        case nil: sqlite3_bind_null(statement, place)
        }
    }
}

/// SQLITE_TRANSIENT, a macro that Swift does not see: SQLite makes its own copy.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Database {
    /// Runs a statement that gives no rows; it is prepared once for the connection.
    func run(_ sql: String, _ values: [any Bindable]) throws {
        let statement = try cachedStatement(sql: sql)
        let handle = statement.sqliteStatement
        var code = SQLITE_OK
        for (index, value) in values.enumerated() where code == SQLITE_OK { code = value.bind(to: handle, at: Int32(index + 1)) }
        if code == SQLITE_OK { code = sqlite3_step(handle) }
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage, sql: sql)
        }
    }
}
