import DocumentXML
import Facts
import GRDB
import Links
import Provenance

extension Reader {
    /// A document as it was read, from its stored XML; nil where the base has none of this id.
    public func policyDocument(_ id: String) throws -> PolicyDocument? {
        guard let xml = try xml(of: id) else { return nil }
        return try DocumentParser.parse(xml, file: id + ".xml")
    }

    /// Id of the document that was read from these bytes.
    public func id(ofBytes sha256: String) throws -> String? {
        try String.fetchOne(database.cachedStatement(sql: "SELECT id FROM document WHERE sha256 = ?"), arguments: [sha256])
    }

    /// Where a fact, paragraph, heading, cell or field begins; nil of other elements, and where the base was not told.
    public func position(of element: FactID) throws -> StoredPosition? {
        for table in ["fact", "block"] {
            let row = try Record.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT line, col, page, place FROM \(table) WHERE document = (SELECT key FROM document WHERE id = ?)
                          AND element = ?
                        """),
                arguments: [element.document, element.element])
            if let row { return StoredPosition(line: row[0], column: row[1], page: row[2], place: row[3]) }
        }
        return nil
    }
}
