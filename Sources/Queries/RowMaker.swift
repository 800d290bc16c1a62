import Facts
import Links
import Provenance
import Store

/// Makes the rows that are shown of requirements from where the survey says that they stand (表行): of their links only those are read that
/// are shown, however many there are.
struct RowMaker {
    /// How much of a row is wanted.
    struct Extent {
        /// Whether evidence and paces are read.
        var evidence = true
        /// Whether links bring the words that they rest on.
        var reasons = false
        /// How many links of each sort are given.
        var most = Picked.most
        /// Of evidence no more is read than a page shows in a table: words, day and place, and what follows from its figures.
        var isBrief = false
        /// Indirect material is given only where there is no progress.
        var isIndirectForGaps = false
        /// All requirements are to be made rows of.
        var isForAll = false
        var paces = true
    }

    private let view: View
    private let extent: Extent
    private let shelf = ShownShelf()
    private let reports: ReportReader
    private let notes: [String: [String]]
    /// What measures targets, by requirement; nil: it is asked for requirement by requirement.
    private let measuring: [Int64: [Int64]]?

    init(_ view: View, _ extent: Extent = Extent()) throws {
        (self.view, self.extent) = (view, extent)
        reports = ReportReader(view)
        notes = try view.reader.notes()
        measuring = extent.isForAll && extent.evidence ? try view.reader.measuring() : nil
    }

    /// The rows of some requirements, in their order.
    func rows(_ rows: some Collection<Survey.Row>) throws -> [MatrixRow] {
        let rows = Array(rows)
        let requirements = try Self.requirements(rows, view, isShown: true)
        let evidence = extent.evidence ? try evidence(rows) : [:]
        return try rows.compactMap { row in
            guard let stored = requirements[row.key] else { return nil }
            var made = try self.row(row, stored, evidence)
            if !notes.isEmpty { made.notes = notes[made.requirement.id] ?? [] }
            return made
        }
    }

    /// The words of some rows, by key.
    static func requirements(_ rows: [Survey.Row], _ view: View, isShown: Bool = false) throws -> [Int64: StoredRequirement] {
        let keys = rows.map(\.key).sorted()
        var found: [Int64: StoredRequirement] = [:]
        found.reserveCapacity(rows.count)
        for stored in try view.reader.requirements(keys: keys, among: view.documents, isShown: isShown) { found[stored.key] = stored }
        return found
    }

    /// One requirement with no more of each sort of link than some, whatever it has; and the evidence that counts and is given. Nil where
    /// there is no more than that.
    func row(of stored: StoredRequirement, most: Int) throws -> (row: MatrixRow, evidence: [StoredEvidence])? {
        let told = try view.reader.reports(on: stored.key)
        guard told.count > most, let place = view.documents.place(ofID: stored.requirement.id.document) else { return nil }
        let duty = StoredDuty(key: stored.key, document: view.documents[place].key, duty: view.rules.duty(of: stored.requirement))
        let read = try reports.told(told, of: stored.key)
        let picked = try Picked(read, hasTargets: duty.duty.needed.hasTargets, most: most, mostIndirect: most, in: view.documents) { key in
            try view.reader.isProblem(key)
        }
        let row = try Surveyed.row(duty, place, read, picked, view)
        let made = try self.row(row, stored, evidence([row]))
        let counting = (picked.progress + picked.problems).map(\.evidence).sorted()
        return (made, try view.reader.evidence(keys: counting, among: view.documents))
    }

    /// The indirect material of some rows, strongest first, by key.
    func indirect(_ rows: [Survey.Row], _ requirements: [Int64: StoredRequirement]) throws -> [Int64: [LinkRow]] {
        let evidence = try shelf.shown(Self.unlike(rows.flatMap { $0.picked.indirect.map(\.evidence) }), view)
        var found: [Int64: [LinkRow]] = [:]
        for row in rows { if let stored = requirements[row.key] { found[row.key] = try links(row.picked.indirect, of: row.key, stored, evidence) } }
        return found
    }

    private func evidence(_ rows: [Survey.Row]) throws -> [Int64: ShownEvidence] {
        var wanted: [Int64] = []
        for row in rows {
            for link in row.picked.progress.prefix(extent.most) { wanted.append(link.evidence) }
            for link in row.picked.problems.prefix(extent.most) { wanted.append(link.evidence) }
            for link in indirect(row.picked) { wanted.append(link.evidence) }
        }
        return try shelf.shown(Self.unlike(wanted), view, isBrief: extent.isBrief)
    }

    private func indirect(_ picked: Picked) -> ArraySlice<Picked.Link> {
        extent.isIndirectForGaps && !picked.progress.isEmpty ? [] : picked.indirect.prefix(extent.isIndirectForGaps ? 1 : extent.most)
    }

    /// Each once, in ascending order.
    private static func unlike(_ keys: [Int64]) -> [Int64] {
        var unlike: [Int64] = []
        unlike.reserveCapacity(keys.count)
        for key in keys.sorted() where unlike.last != key { unlike.append(key) }
        return unlike
    }

    // MARK: One row

    private func row(_ row: Survey.Row, _ stored: StoredRequirement, _ evidence: [Int64: ShownEvidence]) throws -> MatrixRow {
        let requirement = view.row(stored)
        let picked = row.picked
        var signals: [Int64: LinkSignal] = [:]
        func why(_ standing: Standing, _ deciding: Int64?) throws -> [Message] {
            try view.rules.explain(standing, due: row.duty.due) { _ in
                guard let deciding else { return nil }
                if let known = signals[deciding] { return known }
                let signal = try reports.signal(of: deciding, for: row.key)
                signals[deciding] = signal
                return signal
            }
        }
        let progress = try links(picked.progress.prefix(extent.most), of: row.key, stored, evidence)
        let problems = try links(picked.problems.prefix(extent.most), of: row.key, stored, evidence)
        let indirect = try links(indirect(picked), of: row.key, stored, evidence)
        return MatrixRow(
            requirement: requirement, state: row.standing.state, why: try why(row.standing, row.deciding), gap: row.gap, counts: row.standing.counts,
            progress: progress, problems: problems, indirect: indirect, latest: row.standing.latest.flatMap { CalendarDay(ordinal: $0) },
            bodies: try requirement.owners.compactMap { owner in
                let assignments = stored.requirement.assignments
                guard let place = assignments.indices.first(where: { view.owner(assignments[$0], of: stored) == owner }), place < row.duty.owners else { return nil }
                let own = row.standing(ofOwner: place, view)
                return BodyState(
                    owner: owner, state: own.state, why: try why(own, row.deciding(ofOwner: place)), counts: own.counts,
                    latest: own.latest.flatMap { CalendarDay(ordinal: $0) })
            },
            paces: extent.evidence && extent.paces ? try paces(row, stored) : [],
            omitted: MatrixRow.Omitted(
                progress: Int(picked.progressCount) - progress.count, problems: Int(picked.problemsCount) - problems.count,
                indirect: row.standing.counts.indirect - indirect.count))
    }

    /// In the order of `Picked`: by day, then by strength, then by document and place; each list is of one kind.
    private func links(
        _ picked: ArraySlice<Picked.Link>, of key: Int64, _ stored: StoredRequirement, _ evidence: [Int64: ShownEvidence]
    ) throws -> [LinkRow] {
        guard extent.evidence, !picked.isEmpty else { return [] }
        var found: [(link: Link, evidence: ShownEvidence, counts: Bool)] = []
        for one in picked {
            guard let shared = evidence[one.evidence] else { continue }
            let link = Link(
                requirement: stored.requirement.id, evidence: shared.id, strength: one.strength, status: one.status,
                verdict: one.isContradiction ? .contradicts : .supports, relation: one.isImplementing ? .implements : .reports,
                reasons: extent.reasons ? try view.reader.reasons(of: one.evidence, for: key) : [])
            found.append((link, shared, link.counts))
        }
        found.sort { left, right in
            if left.counts {
                if left.evidence.day != right.evidence.day { return left.evidence.day > right.evidence.day }
            }
            if left.link.strength != right.link.strength { return left.link.strength > right.link.strength }
            let (first, second) = (left.link.evidence.document, right.link.evidence.document)
            return first != second ? first < second : left.evidence.key < right.evidence.key
        }
        return found.map { view.row($0.link, $0.evidence.row) }
    }

    /// Of all that counts only what measures a target plays a part.
    private func paces(_ row: Survey.Row, _ stored: StoredRequirement) throws -> [Pace] {
        guard view.today.day != nil, stored.requirement.targets.contains(where: { $0.reference == nil }) else { return [] }
        let keys = Set(row.picked.measuring + (try measuring.map { $0[row.key] ?? [] } ?? view.reader.measuring(row.key))).sorted()
        var measuring: [LinkedEvidence] = []
        if !keys.isEmpty {
            let told = try keys.compactMap { try view.reader.report(on: row.key, of: $0) }
            let counting = try reports.told(told, of: row.key).filter(\.report.counts)
            let strengths = Dictionary(counting.map { ($0.evidence, $0) }, uniquingKeysWith: { first, _ in first })
            for evidence in try view.reader.evidence(keys: strengths.keys.sorted(), among: view.documents) {
                guard let one = strengths[evidence.key] else { continue }
                let link = Link(
                    requirement: stored.requirement.id, evidence: evidence.evidence.id, strength: one.strength, status: one.report.status,
                    verdict: one.isContradiction ? .contradicts : .supports)
                measuring.append(LinkedEvidence(link: link, evidence: evidence.evidence))
            }
        }
        return view.rules.paces(of: stored.requirement, evidence: measuring, asOf: view.today.day)
    }
}
