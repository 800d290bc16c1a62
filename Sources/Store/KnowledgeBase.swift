import FoundationEssentials
import GRDB
import Provenance

/// The knowledge base (知识库): one SQLite file that holds every document as XML, its facts, the links between them and the
/// words to find them by. One writer at a time, any number of readers; every document is added in one transaction, and what
/// was committed outlives the end of the process and of the power supply.
public struct KnowledgeBase: Sendable {
    /// The file; nil for a base in memory.
    public let path: String?
    let database: any DatabaseWriter

    /// A base in memory: the same answers as from a file, for a single run.
    public static func inMemory() throws(Fault) -> KnowledgeBase {
        try guarded(nil) {
            let queue = try DatabaseQueue(configuration: configuration)
            try Schema.migrator.migrate(queue)
            return KnowledgeBase(path: nil, database: queue)
        }
    }

    /// Opens a base to write to; makes it where it is not there yet.
    public static func create(_ path: String) throws(Fault) -> KnowledgeBase {
        try open(path, creating: true)
    }

    /// Opens a base that is there already.
    public static func open(_ path: String) throws(Fault) -> KnowledgeBase {
        try open(path, creating: false)
    }

    private static func open(_ path: String, creating: Bool) throws(Fault) -> KnowledgeBase {
        let place = Place(file: path)
        let files = FileManager.default
        var isFolder = false
        let isThere = files.fileExists(atPath: path, isDirectory: &isFolder)
        if isFolder { throw Fault(.storeIsFolder, at: place, advice: .storeOtherNameAdvice) }
        if !isThere {
            guard creating else { throw Fault(.storeNotThere, at: place, advice: .storeNotThereAdvice) }
            let folder = folder(of: path)
            guard files.fileExists(atPath: folder) else { throw Fault(.storeNoFolder, at: place, advice: .storeReadOnlyAdvice) }
            guard files.isWritableFile(atPath: folder) else {
                throw Fault(.storeReadOnly, at: place, advice: .storeReadOnlyAdvice)
            }
        }
        let isWritable = files.isWritableFile(atPath: isThere ? path : folder(of: path)) && files.isWritableFile(atPath: folder(of: path))
        return try guarded(path) {
            if isThere { try refuseForeign(path, immutable: !isWritable) }
            guard isWritable else {
                if creating { throw Fault(.storeReadOnly, at: place, advice: .storeReadOnlyAdvice) }
                let queue = try readOnlyQueue(path, immutable: true)
                guard try queue.read({ db in try Schema.migrator.hasCompletedMigrations(db) }) else {
                    throw Fault(.storeReadOnly, at: place, advice: .storeReadOnlyAdvice)
                }
                return KnowledgeBase(path: path, database: queue)
            }
            let pool = try DatabasePool(path: path, configuration: configuration)
            try Schema.migrator.migrate(pool)
            return KnowledgeBase(path: path, database: pool)
        }
    }

    /// Leaves a database that is not ours as it is: even opening it for writing would change its journal mode.
    private static func refuseForeign(_ path: String, immutable: Bool) throws {
        do {
            try check(try readOnlyQueue(path, immutable: immutable), path)
        } catch let error as DatabaseError
            where !immutable && [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode.primaryResultCode)
        {
            // A process that was killed left a transaction to roll back, which takes a connection that may write.
            try check(try DatabaseQueue(path: path, configuration: configuration), path)
        }
    }

    private static func check(_ probe: DatabaseQueue, _ path: String) throws {
        let place = Place(file: path)
        try probe.read { db in
            let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            if id != Schema.applicationID {
                // Between its creation and its first migration a base of ours holds no table but the migrator's.
                let tables = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name <> 'grdb_migrations'")
                if id != 0 || tables != 0 { throw Fault(.storeForeign, at: place, advice: .storeOtherNameAdvice) }
            }
            if try Schema.migrator.hasBeenSuperseded(db) {
                throw Fault(.storeNewer, at: place, advice: .storeNewerAdvice)
            }
        }
        try probe.close()
    }

    /// Where nothing can be written SQLite cannot make its shared-memory file; told that nobody else writes, it needs none.
    private static func readOnlyQueue(_ path: String, immutable: Bool) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        guard immutable else { return try DatabaseQueue(path: path, configuration: configuration) }
        let plain = Set("/.-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
        var escaped = ""
        for byte in path.utf8 {
            if plain.contains(byte) {
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                escaped += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { db in
            // What is committed must outlive a power failure, so every commit waits for the disk.
            // Of readers there are several at a time, and what they read the system keeps as well.
            let cache = db.configuration.readonly ? 24_576 : 65_536
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -\(cache); PRAGMA temp_store = MEMORY")
            try OccurrenceCount.register(in: db)
        }
        return configuration
    }

    /// Ends every connection; the write-ahead log is folded into the file.
    public func close() throws(Fault) {
        try Self.guarded(path) { try database.close() }
    }

    /// One consistent view of the base, whatever is added meanwhile.
    public func read<Value>(_ body: (Reader) throws -> Value) throws(Fault) -> Value {
        try Self.guarded(path) {
            try database.read { db in
                defer { Stepped.endAll(db) }
                return try body(Reader(database: db))
            }
        }
    }

    /// Runs a piece of work with the database and turns what SQLite reports into what a user can act on.
    static func guarded<Value>(_ path: String?, _ body: () throws -> Value) throws(Fault) -> Value {
        do {
            return try body()
        } catch let fault as Fault {
            throw fault
        } catch let error as DatabaseError {
            let place = path.map { Place(file: $0) }
            switch error.resultCode.primaryResultCode {
            case .SQLITE_NOTADB: throw Fault(.storeNotDatabase, at: place, advice: .storeOtherNameAdvice)
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
                throw Fault(.storeReadOnly, at: place, advice: .storeReadOnlyAdvice)
            case .SQLITE_BUSY, .SQLITE_LOCKED: throw Fault(.storeBusy, at: place, advice: .storeBusyAdvice)
            case .SQLITE_FULL: throw Fault(.storeFull, at: place)
            case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG: throw Fault(.storeRefused(error.message ?? "\(error.resultCode)"), at: place)
            case .SQLITE_CORRUPT: throw Fault(.storeCorrupt(error.message ?? "\(error.resultCode)"), at: place)
            default: throw Fault(.storeFailed(error.message ?? "\(error.resultCode)"), at: place)
            }
        } catch {
            throw Fault(.storeFailed("\(error)"), at: path.map { Place(file: $0) })
        }
    }
}

extension Fault {
    /// What kept a document out of the base is its own; anything else would keep out the next one too.
    public var isOfDocument: Bool {
        what.key == Message.storeSameID("", other: "").key || what.key == Message.storeRefused("").key
    }
}
