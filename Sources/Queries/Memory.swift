import Links
import Provenance
import Store
import Synchronization
import Vocabulary

/// What the last questions had to read of the whole base (问答存忆): the next ones take it up where the base has not changed since,
/// as in a program that answers many.
final class Memory: Sendable {
    struct Known {
        let revision: Int
        let asOf: CalendarDay?
        let today: Today
        let documents: DocumentSet
        let officials: [String: String]
        let names: LazyNames
        var survey: Surveyed?
    }

    /// The days that were asked about last, the latest first.
    private let known = Mutex<[Known]>([])
    private static let most = 3

    private let index = Mutex<(revision: Int, asOf: CalendarDay?, held: RequirementIndex)?>(nil)

    /// What requirements are narrowed by, of the documents of a view at least. Whoever asks first at a revision reads what is new; the
    /// others wait for it, since reading the same twice would take longer.
    /// - Parameter keys: of the requirements of each document, ascending, by the document's key.
    func index(_ view: View, keys: () -> [Int64: [Int64]]) throws -> RequirementIndex {
        let asOf = view.today.isGiven ? view.today.day : nil
        return try index.withLock { index in
            if let index, index.revision == view.revision, index.asOf == asOf { return index.held }
            var held = index?.held ?? RequirementIndex(view.thesaurus)
            try held.follow(view.documents, keys: keys(), view.reader, view.thesaurus)
            index = (view.revision, asOf, held)
            return held
        }
    }

    private let cascade = Mutex<CascadeReader?>(nil)

    /// What compares documents; made when it is first asked for, since few questions need it.
    func cascade(_ ontology: Ontology) throws(Fault) -> CascadeReader {
        if let made = cascade.withLock({ $0 }) { return made }
        let made = try CascadeReader(ontology)
        cascade.withLock { $0 = made }
        return made
    }

    func recall(_ revision: Int, asOf: CalendarDay?) -> Known? {
        known.withLock { known in known.first { $0.revision == revision && $0.asOf == asOf } }
    }

    func keep(_ new: Known) {
        known.withLock { known in known = [new] + known.filter { $0.revision == new.revision && $0.asOf != new.asOf }.prefix(Self.most - 1) }
    }

    /// - Parameter revision: the survey is of that one.
    func keep(_ survey: Surveyed, revision: Int, asOf: CalendarDay?) {
        known.withLock { known in
            if let place = known.firstIndex(where: { $0.revision == revision && $0.asOf == asOf }) { known[place].survey = survey }
        }
    }
}
