import Facts
import Provenance

extension Linker {
    /// The links between all documents, each document with itself included, in order of requirement and evidence.
    public func links(among documents: [LinkableFacts]) throws -> [Link] {
        let book = LinkBook(self)
        let shelf = MemoryShelf()
        var firstFact: Int64 = 1
        for (number, facts) in documents.enumerated() {
            shelf.add(prepared(facts), key: Int64(number))
            book.resume(shelf.facts[number].entry, key: Int64(number), firstFact: firstFact)
            firstFact += Int64(facts.requirements.count + facts.evidence.count)
        }
        var links: [Link] = []
        for (number, facts) in shelf.facts.enumerated() {
            links += try book.links(of: facts.entry, key: Int64(number), shelf: shelf).found.map(\.link)
        }
        return links.sorted(by: Linker.isOrdered)
    }

    /// The links from the evidence of one document to the requirements of another or of the same.
    public func links(from evidence: LinkableFacts, to requirements: LinkableFacts) throws -> [Link] {
        let isSame = evidence.document.id == requirements.document.id
        let documents =
            isSame
            ? [evidence]
            : [
                LinkableFacts(document: requirements.document, requirements: requirements.requirements),
                LinkableFacts(document: evidence.document, evidence: evidence.evidence),
            ]
        return try links(among: documents).filter { $0.relation == .reports || $0.relation == .implements }
    }
}

/// Documents in memory, for linking a few at once.
private final class MemoryShelf: LinkShelf {
    private(set) var facts: [PreparedFacts] = []
    private var documents: [PreparedDocument] = []

    func add(_ prepared: PreparedFacts, key: Int64) {
        facts.append(prepared)
        documents.append(PreparedDocument(prepared, key: key))
    }

    func document(_ key: Int64) throws -> PreparedDocument { documents[Int(key)] }

    /// Nothing is asked for that was not just made.
    func list(of seeker: Int, in document: Int64) throws -> [UInt8] { throw BinaryReader.broken }
}
