import Facts
import Links
import Provenance
import Store

/// Where requirements stand, without their words (落实概览): one pass over what was kept when the links were made, so that a
/// hundred thousand of them take a second. What is to be shown of them is read afterwards, for those that are shown.
struct Survey {
    struct Row {
        let key: Int64
        /// Place of its document in `View.documents`.
        let document: Int
        let duty: Duty
        let standing: Standing
        /// The union of what reported it: one bit an assignment.
        let reporters: UInt64
        /// Where each of those that owe it stands, where that is asked for.
        let owners: [Standing]

        var gap: Coverage.Gap { standing.gap(of: duty) }

        /// Places of the assignments of a joint duty that reported nothing while another did.
        var silent: [Int] {
            guard duty.owners > 1, reporters != 0 else { return [] }
            return (0..<min(duty.owners, 64)).filter { reporters & 1 << UInt64($0) == 0 }
        }
    }

    let view: View
    /// Those asked about, in order of document and place.
    private(set) var rows: [Row] = []
    /// How many second-hand requirements were left out, since their originals are in the base.
    private(set) var restated = 0
    /// The requirements asked about where their words had to be read to tell.
    private(set) var known: [Int64: StoredRequirement] = [:]

    init(_ view: View, _ selection: Selection) throws {
        self.view = view
        var places: [Int64: Int] = [:]
        for (place, document) in view.documents.enumerated() { places[document.key] = place }
        let asked = Set(selection.documents.map(\.key))
        let restating = try view.reader.restatementKeys(among: view.documents)
        if selection.asksWords {
            for stored in try view.reader.requirements(of: selection.documents) where selection.holds(stored) { known[stored.key] = stored }
        }
        func isAsked(_ key: Int64, _ document: Int64) -> Bool {
            asked.contains(document) && (!selection.asksWords || known[key] != nil)
        }
        let missing = MissingSignals(view)
        try view.reader.standings { stored, reports in
            guard let place = places[stored.document], isAsked(stored.key, stored.document) else { return }
            if restating.contains(stored.key) {
                restated += 1
                return
            }
            let told = try reports.compactMap { try report($0, places, missing, of: stored.key) }
            add(stored, told, place, selection)
        }
        // What nobody has linked yet, and so has no duty kept.
        let bare = try view.reader.documentsWithoutDuties()
        for document in selection.documents where bare.contains(document.key) {
            guard let place = places[document.key] else { continue }
            rows.removeAll { $0.document == place }
            for requirement in try view.reader.requirements(of: [document]) where isAsked(requirement.key, document.key) {
                if restating.contains(requirement.key) {
                    restated += 1
                    continue
                }
                let told = try view.reader.reports(on: requirement.key).compactMap { try report($0, places, missing, of: requirement.key) }
                let stored = StoredDuty(key: requirement.key, document: document.key, duty: view.rules.duty(of: requirement.requirement))
                add(stored, told, place, selection)
            }
        }
        rows.sort { ($0.document, $0.key) < ($1.document, $1.key) }
    }

    private mutating func add(_ stored: StoredDuty, _ told: [Report], _ place: Int, _ selection: Selection) {
        let sorted = told.count < 2 ? told : told.sorted { ($0.day ?? .min) < ($1.day ?? .min) }
        let (duty, today) = (stored.duty, view.today.day?.ordinal)
        let standing = view.rules.judge(duty, sorted, asOf: today)
        let owners = selection.asksOwners ? (0..<duty.owners).map { view.rules.judge(duty, sorted, asOf: today, owner: $0) } : []
        guard selection.holds(standing, owners: owners, of: known[stored.key]) else { return }
        rows.append(
            Row(
                key: stored.key, document: place, duty: duty, standing: standing,
                reporters: told.reduce(0) { $1.counts ? $0 | $1.reporters : $0 }, owners: owners))
    }

    private func report(_ stored: StoredReport, _ places: [Int64: Int], _ missing: MissingSignals, of requirement: Int64) throws -> Report? {
        guard places[stored.source] != nil, let signal = try stored.signal ?? missing.signal(of: stored, for: requirement) else { return nil }
        return view.rules.report(
            day: signal.day, strength: stored.strength, status: stored.status, kind: signal.kind, isRectified: signal.isRectified,
            accomplished: signal.accomplished, reporters: signal.reporters)
    }

    /// The words of some rows, by key.
    func requirements(_ rows: [Row]) throws -> [Int64: StoredRequirement] {
        let keys = rows.map(\.key).filter { known[$0] == nil }.sorted()
        var found = known
        for stored in try view.reader.requirements(keys: keys, among: view.documents) { found[stored.key] = stored }
        return found
    }
}

/// Reads what links say that were made without a linker, by a person or by hand of a test (补读信号).
private struct MissingSignals {
    private let view: View

    init(_ view: View) { self.view = view }

    func signal(of report: StoredReport, for requirement: Int64) throws -> LinkSignal? {
        guard let evidence = try view.reader.evidence(keys: [report.evidence], among: view.documents).first,
            let requirement = try view.reader.requirements(keys: [requirement], among: view.documents).first
        else { return nil }
        return view.rules.signal(
            of: evidence.evidence, verdict: report.isContradiction ? .contradicts : .supports, for: requirement.requirement)
    }
}
