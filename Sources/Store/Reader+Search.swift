import GRDB
import Links
import Provenance

extension Reader {
    /// The passages of these documents that hold the words literally, in order of document and place.
    public func passages(holding words: String, in documents: [StoredDocument]) throws -> [StoredPassage] {
        guard let pattern = Grams.pattern(words) else { return [] }
        let cursor = try Record.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT b.document, b.element, b.role, b.directive, b.headings, b.start, b.end, b.line, b.col, b.page, b.text, b.key, b.place
                    FROM passage p JOIN block b ON b.key = p.rowid WHERE passage MATCH ?
                    """),
            arguments: [pattern])
        let places = Dictionary(
            documents.enumerated().map { ($1.key, (index: $0, id: $1.id)) }, uniquingKeysWith: { first, _ in first })
        var found: [(index: Int, key: Int64, passage: StoredPassage)] = []
        while let row = try cursor.next() {
            guard let place = places[row[0]] else { continue }
            found.append(
                (
                    place.index, row[11],
                    StoredPassage(
                        document: place.id, element: row[1], role: row[2], directive: row[3], headings: Joined.parts(row[4]),
                        span: Span(row[5], row[6]), position: StoredPosition(line: row[7], column: row[8], page: row[9], place: row[12]),
                        text: row[10])
                ))
        }
        return found.sorted { ($0.index, $0.key) < ($1.index, $1.key) }.map(\.passage)
    }
}
