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
        var survey: Surveyed?
    }

    private let known = Mutex<Known?>(nil)

    private let cascade = Mutex<CascadeReader?>(nil)

    /// What compares documents; made when it is first asked for, since few questions need it.
    func cascade(_ ontology: Ontology) throws(Fault) -> CascadeReader {
        if let made = cascade.withLock({ $0 }) { return made }
        let made = try CascadeReader(ontology)
        cascade.withLock { $0 = made }
        return made
    }

    func recall(_ revision: Int, asOf: CalendarDay?) -> Known? {
        known.withLock { $0.flatMap { $0.revision == revision && $0.asOf == asOf ? $0 : nil } }
    }

    func keep(_ new: Known) { known.withLock { $0 = new } }

    /// - Parameter revision: the survey is of that one.
    func keep(_ survey: Surveyed, revision: Int, asOf: CalendarDay?) {
        known.withLock { known in
            if known?.revision == revision, known?.asOf == asOf { known?.survey = survey }
        }
    }
}
