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
        /// All of them, superseded versions too, in their order.
        let all: [StoredDocument]
        let documents: DocumentSet
        let officials: [String: String]
        let names: LazyNames
        var survey: Surveyed?
        var ownership: Ownership?
    }

    /// The days that were asked about last, and the last revisions of today, the latest first.
    private let known = Mutex<[Known]>([])
    private static let most = 3

    func recall(_ revision: Int, asOf: CalendarDay?) -> Known? {
        known.withLock { known in known.first { $0.revision == revision && $0.asOf == asOf } }
    }

    /// The latest revision of today before this one, to be followed.
    private func before(_ revision: Int, _ holds: (Known) -> Bool = { _ in true }) -> Known? {
        known.withLock { known in known.filter { $0.asOf == nil && $0.revision < revision && holds($0) }.max { $0.revision < $1.revision } }
    }

    func keep(_ new: Known) {
        known.withLock { known in
            guard !known.contains(where: { $0.revision == new.revision && $0.asOf == new.asOf }) else { return }
            let days = known.filter { $0.asOf != nil && $0.revision == new.revision && $0.asOf != new.asOf }
            let todays = known.filter { $0.asOf == nil }.sorted { $0.revision > $1.revision }
            known = [new] + days.prefix(Self.most - 1) + todays.prefix(Self.most)
        }
    }

    private func change(_ revision: Int, _ asOf: CalendarDay?, _ body: (inout Known) -> Void) {
        known.withLock { known in
            if let place = known.firstIndex(where: { $0.revision == revision && $0.asOf == asOf }) { body(&known[place]) }
        }
    }

    /// All documents; where most of them were read at an earlier revision, the others alone are read.
    func documents(_ reader: Reader, _ revision: Int) throws -> [StoredDocument] {
        if let known = recall(revision, asOf: nil) { return known.all }
        guard let old = before(revision), try reader.touched(after: old.revision) != nil else { return try reader.documents() }
        return try reader.documents(following: old.all)
    }

    /// Held by whoever works something out of the whole base, so that others who ask for the same wait for it.
    private let working = Mutex<Void>(())

    /// Where all requirements of a view stand.
    func survey(_ view: View) throws -> Surveyed {
        let asOf = view.today.isGiven ? view.today.day : nil
        if let known = recall(view.revision, asOf: asOf)?.survey { return known }
        return try working.withLock { _ in
            if let known = recall(view.revision, asOf: asOf)?.survey { return known }
            let surveyed = try followed(view, asOf) ?? Surveyed(view)
            change(view.revision, asOf) { $0.survey = surveyed }
            return surveyed
        }
    }

    private func followed(_ view: View, _ asOf: CalendarDay?) throws -> Surveyed? {
        guard asOf == nil, let old = before(view.revision, { $0.survey != nil }), let changed = try view.reader.touched(after: old.revision) else {
            return nil
        }
        return try old.survey?.followed(to: view, from: old.documents, changed: changed)
    }

    /// Who owes what, of all requirements that are there, whatever the view.
    func ownership(_ view: View) throws -> Ownership {
        let asOf = view.today.isGiven ? view.today.day : nil
        if let known = recall(view.revision, asOf: asOf)?.ownership { return known }
        return try working.withLock { _ in
            if let known = recall(view.revision, asOf: asOf)?.ownership { return known }
            let old = before(view.revision) { $0.ownership != nil }
            let isFollowed = try old.map { try view.reader.touched(after: $0.revision) != nil } ?? false
            let ownership = try isFollowed ? old?.ownership?.followed(view.reader) ?? Ownership(view.reader) : Ownership(view.reader)
            change(view.revision, asOf) { $0.ownership = ownership }
            return ownership
        }
    }

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

    private let ground = Mutex<(revision: Int, asOf: CalendarDay?, held: SearchGround)?>(nil)

    /// What searches ask of the whole base; whoever asks first at a revision makes it.
    func ground(_ view: View) throws -> SearchGround {
        let asOf = view.today.isGiven ? view.today.day : nil
        return try ground.withLock { ground in
            if let ground, ground.revision == view.revision, ground.asOf == asOf { return ground.held }
            let held = try SearchGround(view.documents, view.reader)
            ground = (view.revision, asOf, held)
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
}
