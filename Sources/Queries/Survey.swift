import Facts
import Links
import Provenance
import Store

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
        rows = surveyed.rows.filter { row in
            guard isAsked(row.key, row.document) else { return false }
            guard selection.asksOwners, let bodies = known[row.key] else { return selection.holds(row.standing) }
            return selection.holds(row.standing, owners: (0..<row.duty.owners).map { row.standing(ofOwner: $0, view) }, of: bodies)
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

    private static func surveyed(_ view: View) throws -> Surveyed { try view.memory.survey(view) }

    /// The words of some rows, by key.
    func requirements(_ rows: [Row]) throws -> [Int64: StoredRequirement] {
        let keys = rows.map(\.key).sorted()
        var found: [Int64: StoredRequirement] = [:]
        for stored in try view.reader.requirements(keys: keys, among: view.documents) { found[stored.key] = stored }
        return found
    }

    /// What was reported on each row, by its place; in their order where they are few, else in that of the base.
    func eachReports(_ body: (Int, [ToldReport]) throws -> Void) throws {
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

/// A report and the evidence that it is from.
struct ToldReport {
    let evidence: Int64
    let report: Report
    let strength: Double
    let isContradiction: Bool
}

/// Reports as states are judged by them (报送读取). What links say that were made without a linker, by a person or by hand of a test,
/// is read from the words.
struct ReportReader {
    private let view: View

    init(_ view: View) { self.view = view }

    /// In the order in which they are judged; only those whose evidence stands in the view.
    func told(_ reports: [StoredReport], of requirement: Int64) throws -> [ToldReport] {
        var told: [ToldReport] = []
        told.reserveCapacity(reports.count)
        for stored in reports where view.documents.place(ofKey: stored.source) != nil {
            guard let signal = try stored.signal ?? read(stored, for: requirement) else { continue }
            told.append(
                ToldReport(
                    evidence: stored.evidence, report: view.rules.report(signal, strength: stored.strength, status: stored.status),
                    strength: stored.strength, isContradiction: stored.isContradiction))
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
