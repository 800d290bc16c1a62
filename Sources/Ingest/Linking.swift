import Facts
import Links
import Provenance
import Store
import Vocabulary

/// Joins what a document says to what the base holds (关联): the linker of `Links` fed from the store.
struct Linking: Sendable {
    private let linker: Result<Linker, Fault>
    /// What the links of a base rest on: they are made anew where it is another one.
    private let basis: String
    /// How many documents the base keeps taken apart together: `LinkSegment`.
    private let segment: Int64

    init(ontology: Ontology, segment: Int64 = LinkSegment.documents) {
        self.segment = segment
        linker = Result { () throws(Fault) in try Linker(ontology) }
        basis = "\(Linker.version) \(ontology.linkingDigest)"
    }

    func prepared(_ facts: LinkableFacts) throws(Fault) -> PreparedFacts { try linker.get().prepared(facts) }

    /// For the documents of one run, one after the other.
    func session() throws(Fault) -> LinkSession { LinkSession(try linker.get(), basis: basis, segment: segment) }

    func linkAnew(_ base: KnowledgeBase) throws(Fault) {
        let linker = try linker.get()
        try base.change { writer in try LinkSession.linkAnew(writer, linker, basis: basis, segment: segment) }
    }
}

/// The linking of one run (关联会话): the index is read from the base when the first document comes, and again where somebody else
/// has changed the base meanwhile.
final class LinkSession {
    private let linker: Linker
    private let basis: String
    private let segment: Int64
    private var state: State?
    private var hasBegun = false
    private var isUpToDate = false
    /// What was put right by the way.
    private(set) var notices: [Message] = []

    private struct State {
        let book: LinkBook
        let shelf: StoredShelf
        /// `Reader.changeMark` when the index was read.
        let mark: Int
    }

    init(_ linker: Linker, basis: String, segment: Int64) {
        self.linker = linker
        self.basis = basis
        self.segment = segment
    }

    /// Before the first document: links that another ontology or program made are made anew, in a transaction of their own, so that it is
    /// done once whatever becomes of the document.
    func bringUpToDate(_ base: KnowledgeBase) throws(Fault) {
        guard !isUpToDate else { return }
        let isOld = try base.read { reader throws in try reader.setting(.linking).map { $0 != basis } ?? !reader.addedDocuments().isEmpty }
        if isOld { try base.change { writer in try Self.linkAnew(writer, linker, basis: basis, segment: segment) } }
        isUpToDate = true
    }

    /// Links a document whose facts have just been written. Where that fails, nothing is kept of what it did to the index.
    func link(_ facts: PreparedFacts, at place: AddedDocument, in writer: Writer) throws {
        do {
            let state = try prepared(in: writer, for: facts.entry, besides: place.key)
            let changes = try state.book.add(facts, key: place.key, firstFact: place.firstFact, shelf: state.shelf)
            try keep(facts, at: place, in: writer)
            try writer.apply(changes)
            try writer.keepSegments(linker, of: segment)
        } catch {
            self.state = nil
            throw error
        }
    }

    /// Keeps what a document is linked by, and links nothing yet: `linkKept` is to follow in the same transaction.
    func keep(_ facts: PreparedFacts, at place: AddedDocument, in writer: Writer) throws {
        try writer.keep(facts.entry, archive: facts.archived, of: place)
        try writer.keep(facts.duties, of: place)
    }

    /// Links the documents of a base of which each was given to `keep`, all at once.
    func linkKept(in writer: Writer) throws {
        let book = LinkBook(linker)
        try writer.reader.linkEntries { place, entry in book.resume(entry, key: place.key, firstFact: place.firstFact) }
        try Self.linkAll(book, writer, linker, basis: basis, segment: segment)
        state = nil
    }

    /// To be called where a document was not kept after all.
    func reset() { state = nil }

    /// The first document of a run is mostly the only one: for it no more is read than it can meet.
    private func prepared(in writer: Writer, for entry: LinkEntry, besides new: Int64) throws -> State {
        let reader = writer.reader
        let mark = try reader.changeMark()
        let isFirst = !hasBegun
        hasBegun = true
        if let state, state.mark == mark, !state.book.isForOne {
            state.shelf.look(through: reader)
            return state
        }
        if try reader.setting(.linking) != basis { try Self.linkAnew(writer, linker, basis: basis, segment: segment, besides: new) }
        let book = try book(for: isFirst ? entry : nil, in: writer, besides: new)
        let state = State(book: book, shelf: StoredShelf(reader), mark: mark)
        self.state = state
        return state
    }

    /// All that is kept of the documents before. Damaged segments are made again of the entries, damaged entries of the facts.
    private func book(for one: LinkEntry?, in writer: Writer, besides new: Int64) throws -> LinkBook {
        for mend in [writer.forgetSegments, { [self] in try Self.linkAnew(writer, linker, basis: basis, segment: segment, besides: new) }] {
            let book = LinkBook(linker, only: one)
            do {
                try writer.reader.resume(book)
                return book
            } catch is Fault {
                if notices.isEmpty { notices.append(.storeLinkingMended) }
                try mend()
            }
        }
        let book = LinkBook(linker, only: one)
        try writer.reader.resume(book)
        return book
    }

    /// Makes all links of the base anew, those that a person has decided on excepted.
    static func linkAnew(_ writer: Writer, _ linker: Linker, basis: String, segment: Int64, besides new: Int64? = nil) throws {
        let reader = writer.reader
        let book = LinkBook(linker)
        try writer.forgetLinking()
        let places = try reader.addedDocuments().filter { $0.key != new }
        for place in places {
            guard let facts = try reader.linkableFacts(key: place.key) else { continue }
            let prepared = linker.prepared(facts)
            try writer.keep(prepared.entry, archive: prepared.archived, of: place)
            try writer.keep(prepared.duties, of: place)
            book.resume(prepared.entry, key: place.key, firstFact: place.firstFact)
        }
        try writer.forgetProposedLinks()
        try linkAll(book, writer, linker, basis: basis, segment: segment)
    }

    /// - Parameter book: with all documents that the base keeps for linking.
    private static func linkAll(_ book: LinkBook, _ writer: Writer, _ linker: Linker, basis: String, segment: Int64) throws {
        let reader = writer.reader
        try book.linkAll(
            { body in try reader.linkEntries { place, entry in try body(place.key, entry) } }, shelf: StoredShelf(reader, isForAll: true),
            apply: writer.apply)
        try writer.keepSegments(linker, of: segment)
        try writer.set(.linking, to: basis)
    }
}
