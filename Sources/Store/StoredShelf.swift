import Facts
import FoundationEssentials
import GRDB
import Links
import Provenance

/// The documents that the linker compares new ones with, read from the base as they are asked for (关联书架). Keeps no more than a
/// number of them in memory: those that were asked for last.
public final class StoredShelf: LinkShelf, FactSource {
    /// How many documents there are at once: some 100 KB each where all of their facts were asked for.
    private let limit: Int

    private var reader: Reader
    private var documents: [Int64: Shelved] = [:]
    private var clock = 0
    private var passing: (key: Int64, document: Shelved)?

    /// - Parameter isForAll: all documents are asked for, in the portions of `LinkBook.linkAll`.
    public init(_ reader: Reader, isForAll: Bool = false) {
        self.reader = reader
        limit = isForAll ? 4_096 : 1_024
    }

    /// The view of the transaction that goes on.
    public func look(through reader: Reader) { self.reader = reader }

    public func document(_ key: Int64) throws -> PreparedDocument { try shelved(key).document }

    public func passing(_ key: Int64) throws -> PreparedDocument {
        if passing?.key != key {
            // What it was is read no more.
            passing = nil
            passing = (key, try documents[key] ?? read(key))
        }
        return try shelved(key).document
    }

    public func list(of seeker: Int, in document: Int64) throws -> [UInt8] {
        let rows = try Stepped(reader.database, "SELECT list FROM nearest WHERE document = ? AND seeker = ?", [document, seeker])
        var list: [UInt8] = []
        while try rows.step() { list = rows.bytes(0) }
        return list
    }

    public func requirements(_ numbers: Range<Int>, of document: Int64) throws -> [Requirement] {
        guard !numbers.isEmpty else { return [] }
        let shelf = try shelved(document)
        let keys = shelf.keys(numbers, after: 0)
        return try FactLoader(reader.database).requirements(keys: keys, in: shelf.stored).map(\.requirement)
    }

    public func evidence(_ numbers: Range<Int>, of document: Int64) throws -> [Evidence] {
        guard !numbers.isEmpty else { return [] }
        let shelf = try shelved(document)
        let keys = shelf.keys(numbers, after: shelf.stored.requirements)
        return try FactLoader(reader.database).evidence(keys: keys, in: shelf.stored).map(\.evidence)
    }

    private struct Shelved {
        let document: PreparedDocument
        let stored: StoredDocument
        let firstFact: Int64
        /// When it was asked for last.
        var asked: Int

        func keys(_ numbers: Range<Int>, after others: Int) -> ClosedRange<Int64> {
            let first = firstFact + Int64(others + numbers.lowerBound)
            return first...first + Int64(numbers.count) - 1
        }
    }

    private func shelved(_ key: Int64) throws -> Shelved {
        if let passing, passing.key == key { return passing.document }
        clock += 1
        if documents[key] != nil {
            documents[key]?.asked = clock
        } else {
            if documents.count >= limit { forgetHalf() }
            documents[key] = try read(key)
        }
        guard let shelved = documents[key] else { throw Fault(.storeCorrupt("entry \(key)")) }
        return shelved
    }

    private func read(_ key: Int64) throws -> Shelved {
        let row = try Record.fetchOne(
            reader.database.cachedStatement(
                sql: "SELECT e.first_fact, a.data FROM entry e JOIN archive a ON a.document = e.document WHERE e.document = ?"),
            arguments: [key])
        guard let row, let stored = try reader.document(key: key) else { throw Fault(.storeCorrupt("entry \(key)")) }
        let archive = try row.withUnsafeData(atIndex: 1) { [UInt8]($0 ?? Data()) }
        let document = try PreparedDocument(key: key, context: stored.context, archive: archive, source: self)
        return Shelved(document: document, stored: stored, firstFact: row[0], asked: clock)
    }

    private func forgetHalf() {
        let oldest = documents.sorted { $0.value.asked < $1.value.asked }.prefix(documents.count / 2)
        for (key, _) in oldest { documents[key] = nil }
    }
}
