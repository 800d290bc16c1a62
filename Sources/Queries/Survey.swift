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
        if selection.isEverything {
            (restated, rows) = (surveyed.restated.count, surveyed.rows)
            return
        }
        let known = selection.asksWords ? try view.memory.index(view, fields: selection.field != nil).asked(selection) : RequirementIndex.Asked()
        var isAskedDocument = [Bool](repeating: selection.isOfAllDocuments, count: view.documents.count)
        if !selection.isOfAllDocuments {
            for document in selection.documents { if let place = view.documents.place(ofKey: document.key) { isAskedDocument[place] = true } }
        }
        func isAsked(_ key: Int64, _ document: Int) -> Bool { isAskedDocument[document] && (!selection.asksWords || known.keys.contains(key)) }
        restated = surveyed.restated.count { isAsked($0.key, $0.value) }
        // Most are left out, and are not to be copied for that.
        var found: [Row] = []
        for place in surveyed.rows.indices where isAsked(surveyed.rows[place].key, surveyed.rows[place].document) {
            if selection.asksOwners, let bodies = known.owners[surveyed.rows[place].key] {
                let row = surveyed.rows[place]
                guard selection.holds(row.standing, owners: (0..<row.duty.owners).map { row.standing(ofOwner: $0, view) }, of: bodies) else { continue }
            } else if !selection.holds(surveyed.rows[place].standing.state) {
                continue
            }
            found.append(surveyed.rows[place])
        }
        rows = found
    }

    /// Keys of the requirements that touch a field of the thesaurus.
    func touching(_ field: String) throws -> KeyBits { try view.memory.index(view, fields: true).touching(field) ?? KeyBits() }

    private static func surveyed(_ view: View) throws -> Surveyed { try view.memory.survey(view) }

    /// The words of some rows, by key.
    func requirements(_ rows: [Row]) throws -> [Int64: StoredRequirement] {
        try RowMaker.requirements(rows, view)
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
    func why(_ row: Row) throws -> [Message] { try ReportReader(view).why(row) }
}

/// A report and the evidence that it is from.
struct ToldReport {
    let evidence: Int64
    let report: Report
    let strength: Double
    let isContradiction: Bool
    let isImplementing: Bool
    /// Place of its document in the view.
    let document: Int
    /// What it says was not kept with the link, but read from the words.
    let isRead: Bool
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
        for stored in reports {
            guard let place = view.documents.place(ofKey: stored.source) else { continue }
            guard let signal = try stored.signal ?? read(stored, for: requirement) else { continue }
            told.append(
                ToldReport(
                    evidence: stored.evidence, report: view.rules.report(signal, strength: stored.strength, status: stored.status),
                    strength: stored.strength, isContradiction: stored.isContradiction, isImplementing: stored.isImplementing, document: place,
                    isRead: stored.signal == nil))
        }
        if told.count > 1 { told.sort { Report.isEarlier($0.report, $1.report) } }
        return told
    }

    /// Why a row is in its state.
    func why(_ row: Survey.Row) throws -> [Message] {
        try view.rules.explain(row.standing, due: row.duty.due) { _ in try row.deciding.flatMap { try signal(of: $0, for: row.key) } }
    }

    /// What one piece of evidence says of a requirement.
    func signal(of evidence: Int64, for requirement: Int64) throws -> LinkSignal? {
        if let signal = try view.reader.signal(of: evidence, for: requirement) { return signal }
        return try view.reader.report(on: requirement, of: evidence).flatMap { try read($0, for: requirement) }
    }

    func read(_ report: StoredReport, for requirement: Int64) throws -> LinkSignal? {
        guard let evidence = try view.reader.evidence(keys: [report.evidence], among: view.documents).first,
            let requirement = try view.reader.requirements(keys: [requirement], among: view.documents).first
        else { return nil }
        return view.rules.signal(
            of: evidence.evidence, verdict: report.isContradiction ? .contradicts : .supports, for: requirement.requirement)
    }
}
