import Facts
import Links
import Provenance
import Store
import Vocabulary

/// Joins what a document says to what the base holds (关联): the linker of `Links` fed from the store.
///
/// Up to `reach` documents a new one is compared with all of them, so that the links are those of linking everything anew. In a
/// larger base it is compared with the `reach` documents that share most of the rarest keys with it, so that adding costs by the
/// document's own size.
struct Linking: Sendable {
    static let reach = 256

    private let linker: Result<Linker, Fault>

    init(ontology: Ontology) {
        linker = Result { () throws(Fault) in try Linker(ontology) }
    }

    func prepared(_ facts: LinkableFacts) throws(Fault) -> PreparedFacts { try linker.get().prepared(facts) }

    func keys(of facts: PreparedFacts) throws(Fault) -> [String: [String]] { try linker.get().keys(of: facts) }

    /// The links that one new document brings; its facts are in the base already.
    func links(of new: PreparedFacts, keys: [String: [String]], in reader: Reader, _ known: inout KnownFacts) throws -> [Link] {
        let linker = try linker.get()
        let facts = new.facts
        let candidates = try reader.candidates(
            requirementKeys: facts.requirements.map { keys[$0.id.element] ?? [] },
            evidenceKeys: facts.evidence.map { keys[$0.id.element] ?? [] }, besides: facts.document, limit: Self.reach)
        var base: [PreparedFacts] = []
        for id in candidates {
            if let facts = known[id] {
                base.append(facts)
            } else if let document = try reader.document(id: id) {
                let facts = linker.prepared(try reader.linkableFacts(of: document))
                known[id] = facts
                base.append(facts)
            }
        }
        known[facts.document.id] = new
        return linker.links(adding: new, to: base)
    }

    /// All links of the base, made anew.
    func links(in reader: Reader) throws -> [Link] {
        try linker.get().links(among: try reader.currentDocuments().map { try reader.linkableFacts(of: $0) })
    }
}

/// Documents of a run that were prepared already, the latest of them (先进先出缓存).
struct KnownFacts {
    private static let limit = 1_024

    private var facts: [String: PreparedFacts] = [:]
    private var order: [String] = []
    private var oldest = 0

    subscript(id: String) -> PreparedFacts? {
        get { facts[id] }
        set {
            if facts[id] == nil { order.append(id) }
            facts[id] = newValue
            while facts.count > Self.limit {
                facts[order[oldest]] = nil
                oldest += 1
            }
        }
    }
}
