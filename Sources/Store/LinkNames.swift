import FoundationEssentials
import GRDB
import Links
import Provenance

/// By which a link is found that a person names by its id (关联编号): the number that the id spells, and the keys of its two facts. Kept in
/// the order in which links are made, and gone through when one is asked for, some nanoseconds each. One that is no more stays in the list;
/// whoever finds it looks whether it is there.
struct LinkNames {
    /// Five bytes for each of the three numbers.
    private static let size = 15

    private(set) var bytes: [UInt8] = []

    mutating func add(_ asked: FactID, _ given: FactID, _ requirement: Int64, _ evidence: Int64) {
        for number in [Link.number(requirement: asked, evidence: given), UInt64(bitPattern: requirement), UInt64(bitPattern: evidence)] {
            for shift in [0, 8, 16, 24, 32] as [UInt64] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
    }

    /// The keys of the links of a number.
    static func links(of number: UInt64, in bytes: UnsafeRawBufferPointer) -> [(requirement: Int64, evidence: Int64)] {
        func read(_ place: Int) -> UInt64 { (0..<5).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64($1 * 8) } }
        let first = UInt8(truncatingIfNeeded: number)
        var found: [(requirement: Int64, evidence: Int64)] = []
        var place = 0
        while place + size <= bytes.count {
            if bytes[place] == first, read(place) == number { found.append((Int64(read(place + 5)), Int64(read(place + 10)))) }
            place += size
        }
        return found
    }
}

extension Writer {
    func keep(_ names: LinkNames) throws {
        if !names.bytes.isEmpty { try run("INSERT INTO named (links) VALUES (?)", [names.bytes]) }
    }

    /// For bases that were made before links were found by their names, and after most links were forgotten.
    func nameLinksAgain() throws {
        try run("DELETE FROM named", [])
        let rows = try Stepped(
            database,
            """
            SELECT l.requirement, l.evidence, rd.id, r.element, ed.id, e.element FROM link l
            JOIN fact r ON r.key = l.requirement JOIN document rd ON rd.key = r.document
            JOIN fact e ON e.key = l.evidence JOIN document ed ON ed.key = e.document
            """)
        var names = LinkNames()
        while try rows.step() {
            names.add(
                FactID(document: rows.text(2) ?? "", element: rows.text(3) ?? ""), FactID(document: rows.text(4) ?? "", element: rows.text(5) ?? ""),
                rows[0], rows[1])
            guard names.bytes.count > 1 << 16 else { continue }
            try keep(names)
            names = LinkNames()
        }
        try keep(names)
    }
}

extension Reader {
    /// The links that bear one of these ids, between facts of these documents, in order of requirement and evidence.
    public func links(named names: Set<String>, among documents: DocumentSet) throws -> [Link] {
        var pairs: [(requirement: Int64, evidence: Int64)] = []
        for number in Set(names.compactMap(Link.number(ofID:))).sorted() {
            let cursor = try Record.fetchCursor(database.cachedStatement(sql: "SELECT links FROM named"))
            while let row = try cursor.next() {
                pairs += try row.withUnsafeData(atIndex: 0) { data in data?.withUnsafeBytes { LinkNames.links(of: number, in: $0) } ?? [] }
            }
        }
        var found: [Link] = []
        for pair in pairs.sorted(by: { ($0.requirement, $0.evidence) < ($1.requirement, $1.evidence) }) {
            let links = try LinkLoader(database, documents, past).links(of: pair.requirement, from: pair.evidence, reasons: false)
            found += links.filter { names.contains($0.id) && !found.contains($0) }
        }
        return found
    }
}
