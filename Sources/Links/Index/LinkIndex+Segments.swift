import Facts
import Provenance

extension LinkIndex {
    /// Where the facts of a segment are in the index.
    struct Extent {
        let requirements, seekers: Range<Int32>
    }

    /// Takes up the documents of a segment, whose keys are above those of all documents before.
    func add(catalogue bytes: [UInt8]) throws(Fault) -> Extent {
        var reader = CatalogueReader(bytes)
        descending = (-1, [])
        let first = (Int32(requirements.count), Int32(seekers.count))
        for _ in 0..<(try reader.count()) { try add(from: &reader) }
        return Extent(requirements: first.0..<Int32(requirements.count), seekers: first.1..<Int32(seekers.count))
    }

    private func add(from reader: inout CatalogueReader) throws(Fault) {
        let number = Int32(documents.count)
        let (firstRequirement, firstSeeker) = (Int32(requirements.count), Int32(seekers.count))
        let (key, firstFact) = (Int64(try reader.int()), Int64(try reader.int()))
        if let last = documents.last, last.key >= key { throw BinaryReader.broken }
        let tie = UInt64(bitPattern: Int64(try reader.int()))
        let work = try reader.name(self)
        guard let kind = DocumentKind(rawValue: try reader.text()) else { throw BinaryReader.broken }
        let (firstDay, lastDay) = (try reader.day(), try reader.day())
        let title = try reader.title()
        var names: [Int32] = []
        for _ in 0..<(try reader.count()) { names.append(try reader.name(self)) }
        let issuers = try reader.scope(self)
        let evidence = try reader.int()
        guard evidence >= 0 else { throw BinaryReader.broken }
        for _ in 0..<(try reader.count()) {
            let flags = try reader.int()
            requirements.append(
                Requirement(
                    document: number, scope: try reader.scope(self), isReported: flags & 1 != 0, isBinding: flags & 2 != 0,
                    of: flags & 4 == 0 ? -1 : try reader.name(self)))
        }
        let count = requirements.count - Int(firstRequirement)
        for _ in 0..<(try reader.count()) {
            let place = Int32(seekers.count)
            let flags = try reader.int()
            let (cites, hasRows) = (flags & 1 != 0, flags & 2 != 0)
            guard let kind = Seeker.Kind(rawValue: flags >> 2) else { throw BinaryReader.broken }
            let (start, length) = (try reader.int(), try reader.int())
            let limit = kind == .evidence ? evidence : count
            guard start >= 0, length > 0, length <= limit, start <= limit - length else { throw BinaryReader.broken }
            seekers.append(
                SeekerPlace(
                    document: number, kind: kind, facts: Int32(start)..<Int32(start + length), scopes: try reader.scopes(self), day: try reader.day(),
                    cites: cites, hasRows: hasRows))
            if cites {
                var names: [Int32] = []
                for _ in 0..<(try reader.count()) { names.append(try reader.name(self)) }
                cited[place] = names
            }
            if hasRows {
                var own: [Int32] = []
                for _ in 0..<(try reader.count()) {
                    let requirement = try reader.int()
                    guard (0..<count).contains(requirement) else { throw BinaryReader.broken }
                    own.append(firstRequirement + Int32(requirement))
                }
                rows[place] = own
            }
        }
        documents.append(
            Document(
                firstFact: firstFact, key: key, work: work, kind: kind, firstDay: firstDay, lastDay: lastDay, title: title, names: names, issuers: issuers,
                requirements: firstRequirement..<Int32(requirements.count), evidence: evidence, seekers: firstSeeker..<Int32(seekers.count),
                order: (firstDay ?? .min, tie)))
    }

    /// Takes up the facts of a segment that have a key, the segments of a key in their order.
    func add(postings bytes: UnsafeRawBufferPointer, of code: UInt32, in extent: Extent) throws(Fault) {
        var numbers = BinaryNumbers(bytes)
        guard let asks = numbers.next(), let gives = numbers.next(), asks <= bytes.count, gives <= bytes.count else { throw BinaryReader.broken }
        guard take(asks, &numbers, code, into: &asked, extent.requirements), take(gives, &numbers, code, into: &given, extent.seekers) else {
            throw BinaryReader.broken
        }
    }

    private func take(_ count: Int, _ numbers: inout BinaryNumbers, _ code: UInt32, into table: inout PostingTable, _ extent: Range<Int32>) -> Bool {
        guard count > 0 else { return true }
        var place = Int(extent.lowerBound)
        return table.append(to: code, count) {
            guard let step = numbers.next(), let weight = numbers.next() else { return nil }
            place &+= step
            guard step >= 0, place < Int(extent.upperBound) else { return nil }
            return PostingTable.Posting(place: Int32(place), weight: UInt16(truncatingIfNeeded: weight))
        }
    }
}

/// Reads what a `CatalogueWriter` wrote: numbers of texts and regions there become those of the index.
private struct CatalogueReader {
    private var reader: BinaryReader
    private var texts: [(text: String, name: Int32?)] = []
    private var scopes: [Int32] = []
    private var scopeSets: [Int32] = []

    init(_ bytes: [UInt8]) { reader = BinaryReader(bytes) }

    mutating func int() throws(Fault) -> Int { try reader.int() }
    mutating func count() throws(Fault) -> Int { try reader.count() }
    mutating func day() throws(Fault) -> Int32? { try reader.day() }
    mutating func title() throws(Fault) -> [UInt8]? { try reader.bool() ? reader.bytesOfText() : nil }

    mutating func text() throws(Fault) -> String {
        let number = try number()
        return texts[number].text
    }

    mutating func name(_ index: LinkIndex) throws(Fault) -> Int32 {
        let number = try number()
        if let known = texts[number].name { return known }
        let name = index.name(texts[number].text)
        texts[number].name = name
        return name
    }

    private mutating func number() throws(Fault) -> Int {
        let number = try reader.int()
        if number == 0 {
            texts.append((try reader.text(), nil))
            return texts.count - 1
        }
        guard texts.indices.contains(number - 1) else { throw BinaryReader.broken }
        return number - 1
    }

    mutating func scope(_ index: LinkIndex) throws(Fault) -> Int32 {
        let number = try reader.int()
        if number == 0 {
            var divisions: [String] = []
            for _ in 0..<(try reader.count()) { divisions.append(try text()) }
            scopes.append(index.scope(divisions))
            return scopes[scopes.count - 1]
        }
        guard scopes.indices.contains(number - 1) else { throw BinaryReader.broken }
        return scopes[number - 1]
    }

    mutating func scopes(_ index: LinkIndex) throws(Fault) -> Int32 {
        let number = try reader.int()
        if number == 0 {
            var sets: [Int32] = []
            for _ in 0..<(try reader.count()) { sets.append(try scope(index)) }
            scopeSets.append(index.scopes(numbered: sets))
            return scopeSets[scopeSets.count - 1]
        }
        guard scopeSets.indices.contains(number - 1) else { throw BinaryReader.broken }
        return scopeSets[number - 1]
    }
}
