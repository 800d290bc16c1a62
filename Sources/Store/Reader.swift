import Facts
import GRDB
import Links
import Provenance

/// One consistent view of the base. Values come in the order of their document's date, its id, and their place in it, unless
/// said otherwise.
public struct Reader {
    let database: Database

    func key(of fact: FactID) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(
                sql: "SELECT f.key FROM fact f JOIN document d ON d.key = f.document WHERE d.id = ? AND f.element = ?"),
            arguments: [fact.document, fact.element])
    }
}
