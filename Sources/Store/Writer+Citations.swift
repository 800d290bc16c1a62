import DocumentXML
import Facts
import FoundationEssentials
import GRDB
import Provenance

extension Writer {
    func insert(_ citations: [PlacedCitation], document: Int64) throws {
        for (ordinal, one) in citations.enumerated() {
            try run(
                """
                INSERT INTO cited (document, ordinal, title, ref, element, start, end, line, col, page)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    document, ordinal, one.citation.title, one.citation.ref, one.element, one.span.start, one.span.end, one.position?.line,
                    one.position?.column, one.page,
                ])
            // The migration that reads citations again runs before there is a column for it.
            guard let place = one.place else { continue }
            try run("UPDATE cited SET place = ? WHERE document = ? AND ordinal = ?", [place, document, ordinal])
        }
    }

    /// For bases that were made before citations were kept: their documents' XML has them all, without lines.
    func readCitationsAgain() throws {
        for key in try Int64.fetchAll(database, sql: "SELECT key FROM document ORDER BY key") {
            guard let xml = try Data.fetchOne(database, sql: "SELECT xml FROM document WHERE key = ?", arguments: [key]) else { continue }
            var walk = PassageWalk(lines: nil)
            walk.visit(try DocumentParser.parse([UInt8](xml), file: "\(key).xml"))
            try insert(walk.citations, document: key)
        }
    }
}

/// Where a document of the base names another (引用出处).
public struct StoredCitation: Sendable, Hashable {
    /// Id of the document that cites.
    public var document: String
    public var citation: Citation
    /// Of the paragraph, heading, cell or field.
    public var element: String
    public var span: Span
    public var position: StoredPosition
}

extension Reader {
    /// What these documents cite, in their order and in that of the text.
    public func citations(of documents: [StoredDocument]) throws -> [StoredCitation] {
        var found: [StoredCitation] = []
        for document in documents {
            let cursor = try Record.fetchCursor(
                database.cachedStatement(
                    sql: "SELECT title, ref, element, start, end, line, col, page, place FROM cited WHERE document = ? ORDER BY ordinal"),
                arguments: [document.key])
            while let row = try cursor.next() {
                found.append(
                    StoredCitation(
                        document: document.id, citation: Citation(title: row[0], ref: row[1]), element: row[2], span: Span(row[3], row[4]),
                        position: StoredPosition(line: row[5], column: row[6], page: row[7], place: row[8])))
            }
        }
        return found
    }
}
