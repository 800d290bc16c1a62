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
            // One that has been surveyed is kept to be followed; more would be held for nobody.
            let surveyed = todays.first { $0.survey != nil }
            known = [new] + days.prefix(Self.most - 1) + todays.prefix(1)
            if let surveyed, !known.contains(where: { $0.revision == surveyed.revision && $0.asOf == nil }) { known.append(surveyed) }
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
    /// - Parameter fields: whether fields of the thesaurus are asked for.
    func index(_ view: View, fields: Bool) throws -> RequirementIndex {
        let asOf = view.today.isGiven ? view.today.day : nil
        return try index.withLock { index in
            if let index, index.revision == view.revision, index.asOf == asOf, index.held.hasFields || !fields { return index.held }
            // Where a document was read again, keys may have been given to other words.
            let isFollowed = try index.map { try view.reader.touched(after: min($0.revision, view.revision)) != nil } ?? false
            var held = isFollowed ? index?.held ?? RequirementIndex(view.thesaurus) : RequirementIndex(view.thesaurus)
            try held.follow(view.documents, view.reader, view.thesaurus, fields: fields)
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

    // MARK: Pages

    /// Which requirements a question is about, by their places in the survey, and how many are in each state.
    private struct Narrowed {
        let revision: Int
        let question: ClauseQuestion
        let places: [Int32]
        let states: [StateCount]
    }

    /// The questions that were asked last, the latest first: who turns pages, and many who look at the same one, ask the same.
    private let narrowed = Mutex<[Narrowed]>([])
    private static let mostQuestions = 24

    /// The requirements that a question is about, in its order.
    /// - Parameter find: works them out.
    func narrowed(_ view: View, _ question: ClauseQuestion, _ find: () throws -> [Survey.Row]) throws -> (rows: NarrowedRows, states: [StateCount]) {
        let survey = try survey(view)
        if let known = narrowed.withLock({ $0.first { $0.revision == view.revision && $0.question == question } }) {
            return (NarrowedRows(survey: survey, places: known.places), known.states)
        }
        return try narrowing.withLock { _ in
            if let known = narrowed.withLock({ $0.first { $0.revision == view.revision && $0.question == question } }) {
                return (NarrowedRows(survey: survey, places: known.places), known.states)
            }
            return try keep(find(), view, question, survey)
        }
    }

    /// Held by whoever goes through all requirements, so that a crowd that asks the same waits for the first.
    private let narrowing = Mutex<Void>(())

    private func keep(_ found: [Survey.Row], _ view: View, _ question: ClauseQuestion, _ survey: Surveyed) -> (rows: NarrowedRows, states: [StateCount]) {
        let isAll = found.count == survey.rows.count && question.order == .place && !question.isDescending
        let places = isAll ? found.indices.map { Int32($0) } : survey.places(of: found)
        let new = Narrowed(revision: view.revision, question: question, places: places, states: StateCount.all(of: found))
        narrowed.withLock { $0 = [new] + $0.filter { $0.revision == view.revision && $0.question != question }.prefix(Self.mostQuestions - 1) }
        return (NarrowedRows(survey: survey, places: places), new.states)
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
