import Facts
import Provenance
import Testing
import Vocabulary

@testable import Links

@Suite("Documents linked as they come")
struct LinkBookTests {
    private let linker: Linker

    init() throws { linker = try Linker(Ontology.load()) }

    /// More documents of one subject than a list holds, so that some push others out.
    private static let documents: [LinkableFacts] = {
        let subjects = ["老旧小区改造", "加装电梯", "高标准农田建设", "跨境电商海外仓", "森林防火巡护", "危险废物监管", "河道排污口整治", "充电桩建设"]
        let deeds = ["排查", "验收", "开工", "培训", "签约", "督导"]
        var random = Splits(seed: 7)
        func pick(_ words: [String]) -> String { words[random.next(words.count)] }
        let regions = ["CN-53", "CN-5301", "CN-5303", ""]
        var documents: [LinkableFacts] = []
        for number in 0..<34 {
            let region = pick(regions)
            let issuers = region.isEmpty ? [] : [BodyMention(ref: region + "/government", name: "政府")]
            let date = "203\(random.next(4))-0\(1 + random.next(9))-1\(random.next(10))"
            let isReport = number % 2 == 1
            let document = DocumentContext(
                id: "d\(number)", work: "w\(number % 31)", kind: isReport ? .bulletin : .directive, date: date,
                title: isReport ? "简报第\(number)期" : "关于推进第\(number)批重点工作的意见", issuers: issuers)
            let scope = region.isEmpty ? [] : [region]
            var facts = LinkableFacts(document: document)
            for place in 0..<(isReport ? 2 : 6) {
                let cited = isReport && random.next(3) == 0
                facts.requirements.append(
                    Requirement(
                        id: FactID(document: document.id, element: "r\(place)"), text: "加快推进\(pick(subjects))，\(pick(deeds))\(pick(subjects))。",
                        directive: "c\(place)", number: "（\(place)）", headings: [pick(subjects)], isReported: isReport,
                        of: cited ? "关于推进第\(random.next(17) * 2)批重点工作的意见" : nil, scope: scope, document: document))
            }
            for place in 0..<(isReport ? 7 : 1) {
                facts.evidence.append(
                    Evidence(
                        id: FactID(document: document.id, element: "a\(place)"), kind: random.next(5) == 0 ? .problem : .action,
                        text: "\(pick(deeds))\(pick(subjects))\(random.next(90))处，\(pick(subjects))已完成\(pick(deeds))。",
                        itemHeading: "条目\(place / 5)", headings: ["条目\(place / 5)"], scope: scope,
                        citations: random.next(6) == 0 ? [Citation(title: "关于推进第\(random.next(17) * 2)批重点工作的意见")] : [], document: document))
            }
            documents.append(facts)
        }
        return documents
    }()

    @Test("Added one by one in any order, documents have the links of all of them linked anew", arguments: 0..<6)
    func order(_ seed: Int) throws {
        var random = Splits(seed: UInt64(seed))
        var order = Array(Self.documents.indices)
        if seed > 0 { for index in order.indices.dropFirst() { order.swapAt(index, random.next(index + 1)) } }
        let shelf = Shelf()
        let book = LinkBook(linker)
        for index in order { try shelf.add(linker.prepared(Self.documents[index]), to: book) }
        let anew = try linker.links(among: Self.documents)
        #expect(shelf.links.values.sorted { $0.id < $1.id } == anew.sorted { $0.id < $1.id })
        #expect(shelf.dropped > 0 || seed == 0)
        #expect(Set(anew.map(\.relation)).isSuperset(of: [.reports, .derives, .restates]))
        let reports = anew.filter { $0.relation == .reports }
        let asked = Dictionary(grouping: reports, by: \.evidence).mapValues { Set($0.map(\.requirement.document)).count }
        #expect(asked.values.max() == 8)
    }

    @Test("What was kept of the documents before is all that is needed to add the next")
    func resuming() throws {
        let shelf = Shelf()
        var book = LinkBook(linker)
        for (number, facts) in Self.documents.enumerated() {
            if number % 10 == 9 { book = try shelf.resumed(LinkBook(linker)) }
            try shelf.add(linker.prepared(facts), to: book)
        }
        let anew = try linker.links(among: Self.documents)
        #expect(shelf.links.values.sorted { $0.id < $1.id } == anew.sorted { $0.id < $1.id })
    }

    @Test("A book that is made for one document finds for it what a whole one finds")
    func forOne() throws {
        let shelf = Shelf()
        for facts in Self.documents {
            let prepared = linker.prepared(facts)
            try shelf.add(prepared, to: shelf.resumed(LinkBook(linker, only: prepared.entry)))
        }
        let anew = try linker.links(among: Self.documents)
        #expect(shelf.links.values.sorted { $0.id < $1.id } == anew.sorted { $0.id < $1.id })
    }

    @Test("Documents that were taken apart into segments are found as they are in their entries", arguments: [1, 4, 9])
    func segments(_ size: Int) throws {
        let shelf = Shelf()
        for (number, facts) in Self.documents.enumerated() {
            let prepared = linker.prepared(facts)
            let book = LinkBook(linker, only: number % 5 == 4 ? nil : prepared.entry)
            try shelf.add(prepared, to: shelf.resumed(book, linker, segmentsOf: size))
        }
        let anew = try linker.links(among: Self.documents)
        #expect(shelf.links.values.sorted { $0.id < $1.id } == anew.sorted { $0.id < $1.id })
    }

    @Test("Documents linked in portions have the links of all of them linked at once", arguments: [1, 5, 100])
    func portions(_ size: Int) throws {
        let shelf = Shelf()
        let book = LinkBook(linker)
        let prepared = Self.documents.map(linker.prepared)
        for one in prepared { shelf.keep(one, in: book) }
        var found: [Link] = []
        try book.linkAll(
            { body in for (key, one) in prepared.enumerated() { try body(Int64(key), one.entry) } }, shelf: shelf, documents: size
        ) { changes in found += changes.found.map(\.link) }
        #expect(found.sorted(by: Linker.isOrdered) == (try linker.links(among: Self.documents)))
    }

    private func resume(_ book: LinkBook, _ catalogue: [UInt8], ends: [UInt8] = []) throws {
        _ = try catalogue.withUnsafeBytes { catalogue in try ends.withUnsafeBytes { try book.resume(catalogue: catalogue, ends: $0) } }
    }

    @Test("Bytes that are none of the index's are refused")
    func brokenBytes() throws {
        let prepared = linker.prepared(Self.documents[1])
        #expect(try LinkEntry(decoding: prepared.entry.encoded) == prepared.entry)
        for bytes in [prepared.entry.encoded, prepared.archived] {
            for length in stride(from: 0, to: bytes.count, by: 7) {
                #expect(throws: Fault.self) {
                    _ = try LinkEntry(decoding: Array(bytes.prefix(length)))
                }
            }
        }
        let segment = LinkSegment([LinkSegment.Member(prepared.entry, key: 1, firstFact: 1)])
        let whole = LinkBook(linker)
        try resume(whole, segment.catalogue)
        for length in 1..<segment.catalogue.count {
            #expect(throws: Fault.self) { try resume(LinkBook(linker), Array(segment.catalogue.prefix(length))) }
        }
        // The second document is not there.
        #expect(throws: Fault.self) { try resume(LinkBook(linker), segment.catalogue, ends: [3, 0, 1]) }
        for (code, bytes) in segment.postings {
            for length in 0..<bytes.count {
                bytes.prefix(length).withUnsafeBytes { bytes in
                    #expect(throws: Fault.self) { try LinkBook(linker).resume(postings: bytes, of: code, segment: 0) }
                    #expect(throws: Fault.self) { try whole.resume(postings: bytes, of: code, segment: 0) }
                }
            }
        }
        let context = Self.documents[1].document
        for length in stride(from: 0, to: prepared.archived.count, by: 7) {
            let cut = Array(prepared.archived.prefix(length))
            #expect(throws: Fault.self) {
                let document = try PreparedDocument(key: 1, context: context, archive: cut, source: Shelf())
                for number in 0..<9 { _ = try document.words(ofEvidence: number) }
            }
        }
    }
}

/// A base in memory that keeps of each document what the linker gives to be kept.
private final class Shelf: LinkShelf, FactSource {
    private(set) var links: [String: Link] = [:]
    private(set) var dropped = 0
    private var kept: [(prepared: PreparedFacts, firstFact: Int64)] = []
    private var lists: [Int64: [Int: [UInt8]]] = [:]
    private var keyed: [String: (requirement: Int64, evidence: Int64)] = [:]
    private var nextFact: Int64 = 1
    private var segments: [(LinkSegment, ends: [UInt8])] = []

    func add(_ prepared: PreparedFacts, to book: LinkBook) throws {
        let key = Int64(kept.count)
        kept.append((prepared, nextFact))
        let changes = try book.add(prepared, key: key, firstFact: nextFact, shelf: self)
        nextFact += Int64(prepared.facts.requirements.count + prepared.facts.evidence.count)
        for list in changes.lists { lists[list.document, default: [:]][list.seeker] = list.bytes }
        for one in changes.dropped {
            for (id, pair) in keyed where one.evidence.contains(pair.evidence) && one.requirements.contains(pair.requirement) {
                links[id] = nil
                dropped += 1
            }
            keyed = keyed.filter { links[$0.key] != nil }
        }
        for one in changes.found {
            links[one.link.id] = one.link
            keyed[one.link.id] = (one.requirement, one.evidence)
        }
    }

    /// A book that knows everything only by what was kept.
    func resumed(_ book: LinkBook) throws -> LinkBook {
        for (key, one) in kept.enumerated() {
            book.resume(try LinkEntry(decoding: one.prepared.entry.encoded, keeping: book.wanted), key: Int64(key), firstFact: one.firstFact)
        }
        return book
    }

    /// Without links.
    func keep(_ prepared: PreparedFacts, in book: LinkBook) {
        book.resume(prepared.entry, key: Int64(kept.count), firstFact: nextFact)
        kept.append((prepared, nextFact))
        nextFact += Int64(prepared.facts.requirements.count + prepared.facts.evidence.count)
    }

    /// The same, but for the last documents, by segments that were made when there were so many documents.
    func resumed(_ book: LinkBook, _ linker: Linker, segmentsOf size: Int) throws -> LinkBook {
        while (segments.count + 1) * size <= kept.count {
            let keys = segments.count * size..<(segments.count + 1) * size
            var ends = ListEnds(linker)
            for key in keys {
                for (seeker, list) in (lists[Int64(key)] ?? [:]).sorted(by: { $0.key < $1.key }) { try ends.add(list, of: seeker, in: Int64(key)) }
            }
            let members = keys.map { LinkSegment.Member(kept[$0].prepared.entry, key: Int64($0), firstFact: kept[$0].firstFact) }
            segments.append((LinkSegment(members), ends.bytes))
        }
        for (segment, ends) in segments {
            _ = try segment.catalogue.withUnsafeBytes { catalogue in try ends.withUnsafeBytes { try book.resume(catalogue: catalogue, ends: $0) } }
        }
        for (number, (segment, _)) in segments.enumerated() {
            for (code, bytes) in segment.postings where book.wanted?.sorted.contains(code) ?? true {
                try bytes.withUnsafeBytes { try book.resume(postings: $0, of: code, segment: number) }
            }
        }
        for (key, one) in kept.enumerated().dropFirst(segments.count * size) {
            book.resume(try LinkEntry(decoding: one.prepared.entry.encoded, keeping: book.wanted), key: Int64(key), firstFact: one.firstFact)
        }
        return book
    }

    func document(_ key: Int64) throws -> PreparedDocument {
        let prepared = kept[Int(key)].prepared
        return try PreparedDocument(key: key, context: prepared.facts.document, archive: prepared.archived, source: self)
    }

    func list(of seeker: Int, in document: Int64) throws -> [UInt8] { try #require(lists[document]?[seeker]) }

    func requirements(_ numbers: Range<Int>, of document: Int64) throws -> [Requirement] {
        Array(kept[Int(document)].prepared.facts.requirements[numbers])
    }

    func evidence(_ numbers: Range<Int>, of document: Int64) throws -> [Evidence] {
        Array(kept[Int(document)].prepared.facts.evidence[numbers])
    }
}

/// SplitMix64: the same numbers in every run.
private struct Splits {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
}
