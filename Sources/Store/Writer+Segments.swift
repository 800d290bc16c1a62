import GRDB
import Links
import Provenance

extension Writer {
    /// Keeps what later documents are linked by for each key apart, as soon as there are enough documents for a segment: those behind the last
    /// one are read whole. Eight segments become one, so that a large base has few to look into. It costs a document a millisecond or less.
    /// - Parameter size: how many documents make a segment.
    public func keepSegments(_ linker: Linker, of size: Int64) throws {
        guard let last = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(document) FROM entry")) else { return }
        var covered = try reader.covered()
        guard last - covered >= size else { return }
        let whole = size * Self.joined
        var isStale = false
        while last - covered >= size {
            let first = covered - covered % whole
            covered = last - first >= whole ? first + whole : covered + size
            isStale = isStale || covered == first + whole
            try keepSegment(covered == first + whole ? first + 1...covered : covered - size + 1...covered, linker, size)
        }
        // Lists have got nearer since.
        if isStale { try lookThroughEnds(linker) }
    }

    /// After so many segments they become one, and the lists of all are looked through.
    private static let joined: Int64 = 8

    /// Segments have numbers in the order of their documents.
    private func keepSegment(_ documents: ClosedRange<Int64>, _ linker: Linker, _ size: Int64) throws {
        var members: [LinkSegment.Member] = []
        let rows = try Stepped(
            database, "SELECT document, first_fact, data FROM entry WHERE document BETWEEN ? AND ? ORDER BY document",
            [documents.lowerBound, documents.upperBound])
        defer { rows.end() }
        while try rows.step() { members.append(LinkSegment.Member(try LinkEntry(decoding: rows.bytes(2)), key: rows[0], firstFact: rows[1])) }
        let segment = LinkSegment(members)
        let (first, number) = ((documents.lowerBound - 1) / size, (documents.upperBound - 1) / size)
        // What was kept of a part of them has the same codes.
        if first < number {
            for one in segment.postings { try run("DELETE FROM posting WHERE code = ? AND segment BETWEEN ? AND ?", [Int64(one.code), first, number]) }
            try run("DELETE FROM segment WHERE key BETWEEN ? AND ?", [first, number])
        }
        try run("INSERT INTO segment VALUES (?, ?, ?, ?)", [number, documents.upperBound, segment.catalogue, ends(documents, linker)])
        for one in segment.postings { try run("INSERT INTO posting VALUES (?, ?, ?)", [Int64(one.code), number, one.bytes]) }
    }

    private func lookThroughEnds(_ linker: Linker) throws {
        var first: Int64 = 1
        for row in try Record.fetchAll(database.cachedStatement(sql: "SELECT key, last FROM segment ORDER BY key")) {
            let last: Int64 = row[1]
            try run("UPDATE segment SET ends = ? WHERE key = ?", [ends(first...last, linker), row[0] as Int64])
            first = last + 1
        }
    }

    private func ends(_ documents: ClosedRange<Int64>, _ linker: Linker) throws -> [UInt8] {
        var ends = ListEnds(linker)
        let rows = try Stepped(
            database, "SELECT document, seeker, list FROM nearest WHERE document BETWEEN ? AND ? ORDER BY document, seeker",
            [documents.lowerBound, documents.upperBound])
        while try rows.step() { try ends.add(rows.bytes(2), of: Int(rows[1]), in: rows[0]) }
        return ends.bytes
    }

    /// Everything that is kept for linking, save for the entries, is to be made anew.
    public func forgetLinking() throws {
        try forgetSegments()
        try run("DELETE FROM nearest", [])
    }

    /// Documents are told by their entries again.
    public func forgetSegments() throws {
        try run("DELETE FROM posting", [])
        try run("DELETE FROM segment", [])
    }
}
