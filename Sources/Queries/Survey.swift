import Facts
import Links
import Provenance
import Store

/// Where all requirements of a view stand, without their words (落实概览): one pass over what was kept when the links were made, so
/// that a hundred thousand of them take a second. What is to be shown of them is read afterwards, for those that are shown.
struct Surveyed: Sendable {
    struct Row: Sendable {
        let key: Int64
        /// Place of its document in `View.documents`.
        let document: Int
        let duty: Duty
        let standing: Standing
        /// Key of the evidence that decided.
        let deciding: Int64?
        /// Which assignments' bodies reported it: one bit an assignment.
        let reporters: UInt64

        var gap: Coverage.Gap { standing.gap(of: duty) }

        /// Places of the assignments of a joint duty that reported nothing while another did.
        var silent: [Int] {
            guard duty.owners > 1, reporters != 0 else { return [] }
            return (0..<min(duty.owners, 64)).filter { reporters & 1 << UInt64($0) == 0 }
        }
    }

    /// In order of document and place; second-hand requirements whose originals are in the base are left out.
    private(set) var rows: [Row] = []
    /// Those that were left out, with the places of their documents.
    private(set) var restated: [Int64: Int] = [:]

    init(_ view: View) throws {
        let restating = try view.reader.restatementKeys(among: view.documents)
        let reader = ReportReader(view)
        func add(_ stored: StoredDuty, _ place: Int, _ reports: [StoredReport]) throws {
            guard !restating.contains(stored.key) else {
                restated[stored.key] = place
                return
            }
            let told = try reader.told(reports, of: stored.key)
            let standing = view.rules.judge(stored.duty, told.map(\.report), asOf: view.today.day?.ordinal)
            rows.append(
                Row(
                    key: stored.key, document: place, duty: stored.duty, standing: standing,
                    deciding: standing.deciding.map { told[$0.place].evidence },
                    reporters: told.reduce(0) { $1.report.counts ? $0 | $1.report.signal.reporters : $0 }))
        }
        // What nobody has linked yet has no duty kept.
        let bare = try view.reader.documentsWithoutDuties()
        try view.reader.standings { stored, reports in
            guard let place = view.documents.place(ofKey: stored.document), !bare.contains(stored.document) else { return }
            try add(stored, place, reports)
        }
        for (place, document) in view.documents.enumerated() where bare.contains(document.key) {
            for requirement in try view.reader.requirements(of: [document]) {
                let stored = StoredDuty(key: requirement.key, document: document.key, duty: view.rules.duty(of: requirement.requirement))
                try add(stored, place, try view.reader.reports(on: requirement.key))
            }
        }
        rows.sort { ($0.document, $0.key) < ($1.document, $1.key) }
    }
}

/// Those of a survey that are asked about.
struct Survey {
    typealias Row = Surveyed.Row

    let view: View
    /// In order of document and place.
    let rows: [Row]
    /// How many second-hand requirements were left out, since their originals are in the base.
    let restated: Int

    init(_ view: View, _ selection: Selection) throws {
        self.view = view
        let surveyed = try Self.surveyed(view)
        let known = selection.asksWords ? try Self.index(view, surveyed).asked(selection) : [:]
        let asked = Set(selection.documents.compactMap { view.documents.place(ofKey: $0.key) })
        func isAsked(_ key: Int64, _ document: Int) -> Bool { asked.contains(document) && (!selection.asksWords || known[key] != nil) }
        restated = surveyed.restated.count { isAsked($0.key, $0.value) }
        let reader = ReportReader(view)
        rows = try surveyed.rows.filter { row in
            guard isAsked(row.key, row.document) else { return false }
            guard selection.asksOwners, let bodies = known[row.key] else { return selection.holds(row.standing) }
            let reports = try reader.told(try view.reader.reports(on: row.key), of: row.key).map(\.report)
            return selection.holds(
                row.standing,
                owners: (0..<row.duty.owners).map { view.rules.judge(row.duty, reports, asOf: view.today.day?.ordinal, owner: $0) }, of: bodies)
        }
    }

    /// What tells which requirements are asked about by words, bodies or regions; read once a document.
    private static func index(_ view: View, _ surveyed: Surveyed) throws -> RequirementIndex {
        try view.memory.index(view) {
            var keys: [Int64: [Int64]] = [:]
            for row in surveyed.rows { keys[view.documents[row.document].key, default: []].append(row.key) }
            for (key, place) in surveyed.restated { keys[view.documents[place].key, default: []].append(key) }
            return keys.mapValues { $0.sorted() }
        }
    }

    /// Keys of the requirements of the survey that touch a field of the thesaurus.
    func touching(_ field: String) throws -> Set<Int64> { try Self.index(view, Self.surveyed(view)).touching(field) ?? [] }

    private static func surveyed(_ view: View) throws -> Surveyed {
        let asOf = view.today.isGiven ? view.today.day : nil
        if let known = view.memory.recall(view.revision, asOf: asOf)?.survey { return known }
        let surveyed = try Surveyed(view)
        view.memory.keep(surveyed, revision: view.revision, asOf: asOf)
        return surveyed
    }

    /// The words of some rows, by key.
    func requirements(_ rows: [Row]) throws -> [Int64: StoredRequirement] {
        let keys = rows.map(\.key).sorted()
        var found: [Int64: StoredRequirement] = [:]
        for stored in try view.reader.requirements(keys: keys, among: view.documents) { found[stored.key] = stored }
        return found
    }

    /// What was reported on each row, by its place; in their order where they are few, else in that of the base.
    func eachReports(_ body: (Int, [(evidence: Int64, report: Report)]) throws -> Void) throws {
        let reader = ReportReader(view)
        guard rows.count > Self.few else {
            for (place, row) in rows.enumerated() { try body(place, reader.told(view.reader.reports(on: row.key), of: row.key)) }
            return
        }
        var told: [Int64: Int] = [:]
        told.reserveCapacity(rows.count)
        for (place, row) in rows.enumerated() { told[row.key] = place }
        var seen = [Bool](repeating: false, count: rows.count)
        try view.reader.standings { stored, reports in
            guard let place = told[stored.key] else { return }
            seen[place] = true
            try body(place, try reader.told(reports, of: stored.key))
        }
        // What nobody has linked yet has no duty kept.
        for (place, row) in rows.enumerated() where !seen[place] { try body(place, reader.told(view.reader.reports(on: row.key), of: row.key)) }
    }

    /// Fewer are asked for one by one, more in one pass.
    private static let few = 2_000

    /// Why a row is in its state.
    func why(_ row: Row) throws -> [Message] {
        try view.rules.explain(row.standing, due: row.duty.due) { _ in
            guard let deciding = row.deciding else { return nil }
            if let signal = try view.reader.signal(of: deciding, for: row.key) { return signal }
            return try view.reader.reports(on: row.key).first { $0.evidence == deciding }.flatMap { try ReportReader(view).read($0, for: row.key) }
        }
    }
}

/// Reports as states are judged by them (报送读取). What links say that were made without a linker, by a person or by hand of a test,
/// is read from the words.
struct ReportReader {
    private let view: View

    init(_ view: View) { self.view = view }

    /// In the order in which they are judged; only those whose evidence stands in the view.
    func told(_ reports: [StoredReport], of requirement: Int64) throws -> [(evidence: Int64, report: Report)] {
        var told: [(evidence: Int64, report: Report)] = []
        told.reserveCapacity(reports.count)
        for stored in reports where view.documents.place(ofKey: stored.source) != nil {
            guard let signal = try stored.signal ?? read(stored, for: requirement) else { continue }
            told.append((stored.evidence, view.rules.report(signal, strength: stored.strength, status: stored.status)))
        }
        if told.count > 1 { told.sort { Report.isEarlier($0.report, $1.report) } }
        return told
    }

    func read(_ report: StoredReport, for requirement: Int64) throws -> LinkSignal? {
        guard let evidence = try view.reader.evidence(keys: [report.evidence], among: view.documents).first,
            let requirement = try view.reader.requirements(keys: [requirement], among: view.documents).first
        else { return nil }
        return view.rules.signal(
            of: evidence.evidence, verdict: report.isContradiction ? .contradicts : .supports, for: requirement.requirement)
    }
}
