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
    }

    /// Adds a document with its facts, the links that it brings, and the words to find it by, in one transaction: either all
    /// of it is in the base afterwards, on the disk, or nothing.
    ///
    /// - Parameter links: what the document's facts are joined to, asked for inside the transaction, after the facts are in
    ///   the base and with a view of everything in it. A link that names a fact which is not in the base is left out.
    @discardableResult
    public func add(_ addition: Addition, links: (Writer) throws -> [Link] = { _ in [] }) throws(Fault) -> Outcome {
        try Self.guarded(path) {
            try database.write { db in
                let writer = Writer(database: db)
                let outcome = try writer.insert(addition)
                if case .unchanged = outcome { return outcome }
                for link in try links(writer) { try writer.insert(link) }
                return outcome
            }
        }
    }

    /// Replaces all links that nobody has decided on by these, in one transaction: linking anew after a change of the
    /// ontology, or once after many documents were added without links.
    public func relink(_ links: (Writer) throws -> [Link]) throws(Fault) {
        try Self.guarded(path) {
            try database.write { db in
                let writer = Writer(database: db)
                let found = try links(writer)
                try db.execute(sql: "DELETE FROM link WHERE status = 'proposed'")
                for link in found { try writer.insert(link) }
            }
        }
    }
}
