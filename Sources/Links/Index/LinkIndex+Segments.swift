import Facts
import Provenance

extension LinkIndex {
    /// Where the facts of a segment are in the index.
    struct Extent {
        let requirements, seekers: Range<Int32>
    }

    /// Takes up the documents of a segment, whose keys are above those of all documents before.
    func add(catalogue bytes: UnsafeRawBufferPointer) throws(Fault) -> Extent {
        descending = (-1, [])
        var reader = CatalogueReader(bytes, self)
        guard let taken = reader.read(after: documents.last?.key) else { throw BinaryReader.broken }
        let first = (Int32(requirements.count), Int32(seekers.count))
        if documents.isEmpty { reserve(like: taken) }
        documents += taken.documents
        requirements += taken.requirements
        seekers += taken.seekers
        cited.merge(taken.cited) { _, new in new }
        rows.merge(taken.rows) { _, new in new }
        return Extent(requirements: first.0..<Int32(requirements.count), seekers: first.1..<Int32(seekers.count))
    }

    /// Makes room for as many documents as are expected, if they are like those of the first segment.
    private func reserve(like taken: Taken) {
        let share = 1.1 * Double(expected) / Double(max(1, taken.documents.count))
        guard share > 1, share < 1e6 else { return }
        documents.reserveCapacity(expected)
        requirements.reserveCapacity(Int(Double(taken.requirements.count) * share))
        seekers.reserveCapacity(Int(Double(taken.seekers.count) * share))
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

/// What a segment adds to the index.
private struct Taken {
    var documents: [LinkIndex.Document] = []
    var requirements: [LinkIndex.Requirement] = []
    var seekers: [LinkIndex.SeekerPlace] = []
    var cited: [Int32: [LinkIndex.Name]] = [:]
    var rows: [Int32: [Int32]] = [:]
}

/// Reads what a `CatalogueWriter` wrote: numbers of regions there become those of the index. Every addition to a large base begins with all
/// catalogues, so that nothing here may cost more than some nanoseconds a number.
private struct CatalogueReader {
    private let index: LinkIndex
    private var numbers: BinaryNumbers
    /// Nothing was missing so far; what is missing is read as 0.
    private var isSound = true
    private var names: [LinkIndex.Name] = []
    private var scopes: [Int32] = []
    private var scopeSets: [Int32] = []
    private static let kinds = Dictionary(uniqueKeysWithValues: DocumentKind.allCases.map { (LinkIndex.name($0.rawValue), $0) })

    /// - Parameter bytes: outlive it.
    init(_ bytes: UnsafeRawBufferPointer, _ index: LinkIndex) {
        numbers = BinaryNumbers(bytes)
        self.index = index
    }

    /// - Parameter last: the key of the document before.
    /// - Returns: nil where the bytes are no catalogue.
    mutating func read(after last: Int64?) -> Taken? {
        var taken = Taken()
        var last = last
        for _ in 0..<count() {
            guard let document = document(&taken), isSound, last.map({ $0 < document.key }) ?? true else { return nil }
            taken.documents.append(document)
            last = document.key
        }
        return isSound ? taken : nil
    }

    private mutating func document(_ taken: inout Taken) -> LinkIndex.Document? {
        let number = Int32(index.documents.count + taken.documents.count)
        let (key, firstFact, tie) = (Int64(int()), Int64(int()), UInt64(bitPattern: Int64(int())))
        let work = name()
        guard let kind = Self.kinds[name()] else { return nil }
        let (firstDay, lastDay) = (day(), day())
        guard let title = numbers.text() else { return nil }
        var names: [LinkIndex.Name] = []
        for _ in 0..<count() { names.append(name()) }
        let (issuers, evidence) = (scope(), int())
        guard evidence >= 0 else { return nil }
        let firstRequirement = Int32(index.requirements.count + taken.requirements.count)
        let demands = count()
        for _ in 0..<demands {
            let flags = int()
            taken.requirements.append(
                LinkIndex.Requirement(
                    document: number, scope: scope(), isReported: flags & 1 != 0, isBinding: flags & 2 != 0, of: flags & 4 == 0 ? nil : name()))
        }
        let firstSeeker = Int32(index.seekers.count + taken.seekers.count)
        let seekers = count()
        for place in firstSeeker..<firstSeeker + Int32(seekers) {
            let flags = int()
            let (start, length) = (int(), int())
            guard let kind = Seeker.Kind(rawValue: flags >> 2), start >= 0, length > 0 else { return nil }
            let limit = kind == .evidence ? evidence : demands
            guard length <= limit, start <= limit - length else { return nil }
            let (cites, hasRows) = (flags & 1 != 0, flags & 2 != 0)
            taken.seekers.append(
                LinkIndex.SeekerPlace(
                    document: number, kind: kind, facts: Int32(start)..<Int32(start + length), scopes: scopeSet(), day: day(), cites: cites,
                    hasRows: hasRows))
            if cites { for _ in 0..<count() { taken.cited[place, default: []].append(name()) } }
            guard hasRows else { continue }
            for _ in 0..<count() {
                let row = int()
                guard (0..<demands).contains(row) else { return nil }
                taken.rows[place, default: []].append(firstRequirement + Int32(row))
            }
        }
        return LinkIndex.Document(
            firstFact: firstFact, key: key, work: work, kind: kind, firstDay: firstDay, lastDay: lastDay,
            title: title.isEmpty ? nil : Array(title), names: names, issuers: issuers,
            requirements: firstRequirement..<firstRequirement + Int32(demands), evidence: evidence,
            seekers: firstSeeker..<firstSeeker + Int32(seekers), order: (firstDay ?? .min, tie))
    }

    private mutating func int() -> Int {
        guard let number = numbers.next() else {
            isSound = false
            return 0
        }
        return number
    }

    /// Each of what is counted takes a byte at least.
    private mutating func count() -> Int {
        let count = int()
        guard count >= 0, count <= numbers.rest else {
            isSound = false
            return 0
        }
        return count
    }

    private mutating func day() -> Int32? {
        let day = int()
        return day == Int(Int32.min) ? nil : Int32(truncatingIfNeeded: day)
    }

    private mutating func name() -> LinkIndex.Name {
        let number = int()
        if number != 0 { return known(names, number) }
        names.append(LinkIndex.Name(bitPattern: Int64(int())))
        return names[names.count - 1]
    }

    private mutating func scope() -> Int32 {
        let number = int()
        if number != 0 { return known(scopes, number) }
        var divisions: [String] = []
        for _ in 0..<count() {
            guard let text = numbers.text() else {
                isSound = false
                return 0
            }
            divisions.append(String(decoding: text, as: UTF8.self))
        }
        scopes.append(index.scope(divisions))
        return scopes[scopes.count - 1]
    }

    /// The number of a set of sets of regions.
    private mutating func scopeSet() -> Int32 {
        let number = int()
        if number != 0 { return known(scopeSets, number) }
        var sets: [Int32] = []
        for _ in 0..<count() { sets.append(scope()) }
        // Whether another segment has the same is not worth finding out.
        scopeSets.append(index.newScopes(numbered: sets))
        return scopeSets[scopeSets.count - 1]
    }

    /// What a number stands for that was given before.
    private mutating func known<Value: ExpressibleByIntegerLiteral>(_ values: [Value], _ number: Int) -> Value {
        guard values.indices.contains(number - 1) else {
            isSound = false
            return 0
        }
        return values[number - 1]
    }
}
