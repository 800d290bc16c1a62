import Facts
import Provenance

/// What keeps the documents that were linked before (关联存档).
public protocol LinkShelf: AnyObject {
    func document(_ key: Int64) throws -> PreparedDocument
    /// One that is asked for until the next such one is, and need not be kept longer.
    func passing(_ key: Int64) throws -> PreparedDocument
    /// The list of a seeker, as it was last given to be kept.
    /// - Parameter seeker: its number in its document.
    func list(of seeker: Int, in document: Int64) throws -> [UInt8]
}

extension LinkShelf {
    public func passing(_ key: Int64) throws -> PreparedDocument { try document(key) }
}

/// What a document changes in the base that it is added to (关联变动).
public struct LinkChanges: Sendable {
    /// The list of a seeker, new or changed.
    public struct List: Sendable {
        public let document: Int64
        /// Its number in its document.
        public let seeker: Int
        public let bytes: [UInt8]
    }

    /// Links that are no more, unless a person has decided on them: those of some evidence to some requirements.
    public struct Dropped: Sendable {
        public let requirements: ClosedRange<Int64>
        public let evidence: ClosedRange<Int64>
    }

    public struct Found: Sendable {
        public let requirement: Int64
        public let evidence: Int64
        public let link: Link
    }

    public var lists: [List] = []
    /// To be carried out before `found`.
    public var dropped: [Dropped] = []
    public var found: [Found] = []
}

/// Links documents as they come (逐件关联): keeps the index, and says for each document which links it brings and which it
/// takes away. Whatever the order, what remains are the links of all documents linked at once.
public final class LinkBook {
    private let linker: Linker
    public let index: LinkIndex
    /// How many pairs of a requirement and a reported sentence were weighed: for measurements.
    public private(set) var weighed = 0

    private var segments: [LinkIndex.Extent] = []

    /// The keys of the one document that it is for.
    public let wanted: KeyFilter?

    /// - Parameter only: the one document that will be added: keys that it does not have need not be taken up, so that adding one document to
    ///   a large base does not begin with all of it. Nil: any number of documents.
    public init(_ linker: Linker, only entry: LinkEntry? = nil) {
        self.linker = linker
        index = linker.index()
        wanted = entry.map { KeyFilter(Set(($0.requirements.map(\.keys) + $0.seekers.map(\.keys)).joined().map(\.code))) }
    }

    /// It was made for one document.
    public var isForOne: Bool { wanted != nil }

    // MARK: Taking up what was linked before

    /// - Parameters:
    ///   - entry: with the keys that are `wanted` at least.
    ///   - key: of the document in the base, above the keys of all before it.
    ///   - firstFact: key of the first of its facts; its requirements and then its evidence follow one by one.
    public func resume(_ entry: LinkEntry, key: Int64, firstFact: Int64) {
        index.add(entry, key: key, firstFact: firstFact)
    }

    /// To be told before segments are taken up, so that room is made for them at once.
    public func expect(documents: Int) { index.expected = documents }

    /// The same with all documents of a segment, but for what they are found by.
    /// - Parameter ends: of the lists of their seekers.
    /// - Returns: the number of the segment here, from 0 in the order in which they are taken up.
    public func resume(catalogue bytes: UnsafeRawBufferPointer, ends: UnsafeRawBufferPointer) throws -> Int {
        segments.append(try index.add(catalogue: bytes))
        try index.add(ends: ends)
        return segments.count - 1
    }

    /// What the documents of a segment are found by.
    /// - Parameters:
    ///   - segment: its number here.
    ///   - code: the segments of a key come in their order.
    public func resume(postings bytes: UnsafeRawBufferPointer, of code: UInt32, segment: Int) throws {
        guard segments.indices.contains(segment) else { throw BinaryReader.broken }
        try index.add(postings: bytes, of: code, in: segments[segment])
    }

    // MARK: Adding

    /// - Parameters:
    ///   - new: a document whose facts are in the base.
    ///   - key: above the keys of all documents added before.
    ///   - firstFact: as for `resume`.
    ///   - shelf: asked for documents that it is compared with.
    public func add(_ new: PreparedFacts, key: Int64, firstFact: Int64, shelf: any LinkShelf) throws -> LinkChanges {
        index.add(new.entry, key: key, firstFact: firstFact)
        let own = PreparedDocument(new, key: key)
        let prepared = { other in other == key ? own : try shelf.document(other) }
        var changes = LinkChanges()
        try seek(new.entry, key, prepared, &changes)
        try insert(new.entry, key, shelf, prepared, &changes)
        return changes
    }

    /// The links of a document that was taken up, as they are when all documents have been taken up: for linking anew.
    public func links(of entry: LinkEntry, key: Int64, shelf: any LinkShelf) throws -> LinkChanges {
        var changes = LinkChanges()
        try seek(entry, key, shelf.document, &changes)
        return changes
    }

    /// The links of all documents that were taken up, in portions: first the lists of each document, and then what stands on them, so
    /// many documents that demand at a time, so that each of them is read once. What answers is read once for each portion.
    /// - Parameters:
    ///   - entries: hands out the entry of each document, in order of keys.
    ///   - documents: how many of those that demand there are in a portion.
    ///   - apply: is given the portions.
    public func linkAll(
        _ entries: (@escaping (_ key: Int64, LinkEntry) throws -> Void) throws -> Void, shelf: any LinkShelf,
        documents: Int = 4_096, apply: @escaping (LinkChanges) throws -> Void
    ) throws {
        let portions = Portions(index, documents: documents)
        try entries { [self] key, entry in
            guard let number = index.number(of: key) else { throw BinaryReader.broken }
            var changes = LinkChanges()
            for (place, seeker) in zip(index.documents[number].seekers, entry.seekers) {
                let (list, requirements) = index.nearest(Int(place), keys: seeker.keys)
                keep(list, of: Int(place), &changes)
                portions.add(requirements, to: place, index)
            }
            try apply(changes)
        }
        for portion in portions.all {
            var last: (seekers: Range<Int32>, document: PreparedDocument)?
            var changes = LinkChanges()
            for sought in portion.sought {
                if last?.seekers.contains(sought.seeker) != true {
                    try apply(changes)
                    changes = LinkChanges()
                    let low = index.documents[Int(index.seekers[Int(sought.seeker)].document)]
                    last = (low.seekers, try shelf.passing(low.key))
                }
                guard let own = last?.document else { continue }
                try link(Int(sought.seeker), own, Array(portion.requirements[sought.requirements]), shelf.document, &changes)
            }
            try apply(changes)
        }
        try entries { [self] key, entry in
            guard entry.seekers.contains(where: { !$0.rows.isEmpty }) else { return }
            let own = try shelf.passing(key)
            var changes = LinkChanges()
            for seeker in entry.seekers { try answerRows(seeker, own, &changes) }
            try apply(changes)
        }
    }

    /// Makes the lists of a document's seekers, and the links to what stands on them.
    private func seek(
        _ entry: LinkEntry, _ key: Int64, _ prepared: (Int64) throws -> PreparedDocument, _ changes: inout LinkChanges
    ) throws {
        let own = try prepared(key)
        guard let number = index.number(of: key) else { throw BinaryReader.broken }
        for (place, seeker) in zip(index.documents[number].seekers, entry.seekers) {
            let (list, requirements) = index.nearest(Int(place), keys: seeker.keys)
            keep(list, of: Int(place), &changes)
            try link(Int(place), own, requirements, prepared, &changes)
            try answerRows(seeker, own, &changes)
        }
    }

    private func answerRows(_ seeker: Seeker, _ own: PreparedDocument, _ changes: inout LinkChanges) throws {
        for row in seeker.rows { try answer(own, [row.requirement], own, row.evidence..<row.evidence + 1, &changes) }
    }

    /// Puts a new document on the lists of the seekers that were there before.
    private func insert(
        _ entry: LinkEntry, _ key: Int64, _ shelf: any LinkShelf, _ prepared: (Int64) throws -> PreparedDocument, _ changes: inout LinkChanges
    ) throws {
        guard let number = index.number(of: key) else { throw BinaryReader.broken }
        let first = Int(index.documents[number].seekers.lowerBound)
        func kept(_ seeker: Int32) throws -> [NearDocument] {
            let low = index.documents[Int(index.seekers[Int(seeker)].document)]
            return try list(try shelf.list(of: Int(seeker - low.seekers.lowerBound), in: low.key))
        }
        let entering = try index.seekers(near: number, keys: entry.requirements.map(\.keys), before: first) { seeker in
            // Lists are asked for as they are needed, and where each ends is remembered.
            if let known = index.seekers[Int(seeker)].last { return known }
            let list = try kept(seeker)
            index.close(list, of: Int(seeker))
            return index.last(of: list)
        }
        for (seeker, near, requirements) in entering {
            let low = index.documents[Int(index.seekers[Int(seeker)].document)]
            let old = try kept(seeker)
            let (list, left) = index.list(old, with: near)
            keep(list, of: Int(seeker), &changes)
            if let left {
                let facts = index.facts(of: Int(seeker))
                changes.dropped.append(LinkChanges.Dropped(requirements: index.requirements(of: left), evidence: facts))
            }
            try link(Int(seeker), try shelf.document(low.key), requirements, prepared, &changes)
        }
    }

    private func keep(_ list: [NearDocument], of seeker: Int, _ changes: inout LinkChanges) {
        index.close(list, of: seeker)
        let document = index.documents[Int(index.seekers[seeker].document)]
        var writer = BinaryWriter()
        writer.put(list) { index.documents[Int($0)].key }
        changes.lists.append(LinkChanges.List(document: document.key, seeker: seeker - Int(document.seekers.lowerBound), bytes: writer.bytes))
    }

    private func list(_ bytes: [UInt8]) throws(Fault) -> [NearDocument] {
        var reader = BinaryReader(bytes)
        return try reader.nearDocuments(number: index.number)
    }

    /// The links of a seeker to some requirements, which are all that it is to be compared with in their documents.
    private func link(
        _ seeker: Int, _ low: PreparedDocument, _ requirements: [Int32], _ prepared: (Int64) throws -> PreparedDocument, _ changes: inout LinkChanges
    ) throws {
        let own = index.seekers[seeker]
        let facts = Int(own.facts.lowerBound)..<Int(own.facts.upperBound)
        var start = 0
        while start < requirements.count {
            let number = index.requirements[Int(requirements[start])].document
            let document = index.documents[Int(number)]
            let end = requirements[start...].firstIndex { $0 >= document.requirements.upperBound } ?? requirements.count
            let high = try prepared(document.key)
            let numbers = requirements[start..<end].map { Int($0 - document.requirements.lowerBound) }
            if own.kind == .evidence {
                try answer(high, numbers, low, facts, &changes)
            } else {
                let relation: Link.Relation = own.kind == .restating ? .restates : .derives
                if let (number, link) = try linker.original(of: facts.lowerBound, in: low, among: numbers, of: high, relation: relation) {
                    let key = document.firstFact + Int64(number)
                    changes.found.append(LinkChanges.Found(requirement: key, evidence: index.facts(of: seeker).lowerBound, link: link))
                }
            }
            start = end
        }
    }

    private func answer(
        _ high: PreparedDocument, _ numbers: [Int], _ low: PreparedDocument, _ sentences: Range<Int>, _ changes: inout LinkChanges
    ) throws {
        weighed += numbers.count * sentences.count
        let answers = try linker.answers(high, numbers, low, sentences)
        guard let above = index.number(of: high.key), let below = index.number(of: low.key) else { throw BinaryReader.broken }
        let requirement = index.documents[above].firstFact
        let evidence = index.documents[below].firstFact + Int64(index.documents[below].requirements.count)
        for one in answers {
            changes.found.append(
                LinkChanges.Found(requirement: requirement + Int64(one.requirement), evidence: evidence + Int64(one.evidence), link: one.link))
        }
    }
}
