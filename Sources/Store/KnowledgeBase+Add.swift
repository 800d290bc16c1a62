import Facts
import GRDB
import Links
import Provenance

extension KnowledgeBase {
    /// What became of a document that was to be added.
    public enum Outcome: Sendable, Hashable {
        /// The first of its work (新增).
        case added
        /// A later version of a work that is in the base already; the older ones stay (新版本).
        case newVersion(Int)
        /// The same bytes are in the base: nothing was changed (已存在). The id is the one under which they are.
        case unchanged(id: String)
        /// The same bytes, as they are read today (重新转换).
        case readAgain
    }

    /// Adds a document with its facts, the links that it brings, and the words to find it by, in one transaction: either all
    /// of it is in the base afterwards, on the disk, or nothing.
    ///
    /// - Parameter linking: what is to be done after the facts are in the base, inside the transaction and with a view of
    ///   everything in it. Not asked where nothing was changed.
    @discardableResult
    public func add(_ addition: Addition, linking: (Writer, AddedDocument) throws -> Void) throws(Fault) -> Outcome {
        try change { writer in
            let (outcome, added) = try writer.insert(addition)
            if let added { try linking(writer, added) }
            if let added, case .newVersion(let version) = outcome { try writer.carryDecisions(to: added, version: version) }
            return outcome
        }
    }

    /// - Parameter links: what the document's facts are joined to. A link that names a fact which is not in the base is left out.
    @discardableResult
    public func add(_ addition: Addition, links: (Writer) throws -> [Link] = { _ in [] }) throws(Fault) -> Outcome {
        try add(addition) { writer, _ in
            for link in try links(writer) { try writer.insert(link) }
        }
    }

    /// Anything else that is to be done in one transaction.
    public func change<Value>(_ body: (Writer) throws -> Value) throws(Fault) -> Value {
        try Self.guarded(path) {
            try database.write { db in
                defer { Stepped.endAll(db) }
                let writer = Writer(database: db)
                try Changes(database: db).begin()
                let before = db.totalChangesCount
                let value = try body(writer)
                if db.totalChangesCount != before { try writer.countRevision() }
                return value
            }
        }
    }

    /// Replaces all links that nobody has decided on by these, in one transaction: linking anew after a change of the
    /// ontology, or once after many documents were added without links.
    public func relink(_ links: (Writer) throws -> [Link]) throws(Fault) {
        try change { writer in
            let found = try links(writer)
            try writer.forgetProposedLinks()
            for link in found { try writer.insert(link) }
        }
    }
}

/// Where the rows of a document are that was just added.
public struct AddedDocument: Sendable {
    public let key: Int64
    /// Key of its first requirement; its other requirements and then its evidence follow one by one.
    public let firstFact: Int64
}
