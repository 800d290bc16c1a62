import Facts
import Links
import Provenance
import Store
import Vocabulary

extension Inquiry {
    /// Where requirements stand by body, region, period or state, each cell with what it rests on.
    /// - Parameter period: how long the periods of `.periods` are.
    public func grid(
        _ filter: Filter = Filter(), rows down: Grid.Rows = .requirements, columns across: Grid.Columns = .bodies, period: Grid.Period = .quarter
    ) throws(Fault) -> Grid { try grid(filter, rows: down, columns: across, period: period, isPlain: false) }

    /// - Parameter isPlain: goes through every report, though the survey may tell already.
    func grid(
        _ filter: Filter, rows down: Grid.Rows, columns across: Grid.Columns, period: Grid.Period = .quarter, isPlain: Bool
    ) throws(Fault) -> Grid {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let survey = try Survey(view, selection)
            if !isPlain, StateGrid.answers(down, across) { return try StateGrid(view, selection, survey, down).grid() }
            var maker = try GridMaker(view, selection, survey, down, across, period, ontology.divisions)
            try survey.eachReports { place, told in try maker.add(survey.rows[place], at: place, told) }
            return try maker.finished()
        }
    }
}

/// Gathers cells requirement by requirement: of each the reports that belong to the row and to the column decide on the state, as all of
/// them do on the requirement's.
struct GridMaker {
    typealias Told = [ToldReport]

    /// A part of what was reported on a requirement: by one body, of one region, up to the end of one period.
    private struct Part {
        let key: String
        var holds: (Int) -> Bool = { _ in true }
        /// Ordinal of the day on which it is judged; nil: that of the question.
        var day: Int?
        /// What is shown of it begins here.
        var since = Int.min
        /// It is shown though nothing was reported.
        var isOwed = true
    }

    fileprivate struct Cell {
        var state: RequirementState
        var counts: Coverage.Counts
        var requirements: [Int64]
        var evidence: [(requirement: Int64, evidence: Int64, day: Int?, counts: Bool)]
    }

    fileprivate struct Row {
        var state: RequirementState
        var counts: Coverage.Counts
        /// Of the first requirement among those that are asked about.
        let place: Int
        var requirements: [Int64] = []
        var cells: [String: Cell] = [:]
    }

    private let view: View
    private let selection: Selection
    private let down: Grid.Rows
    private let across: Grid.Columns
    private let divisions: Divisions
    private let periods: [(id: String, name: String, last: CalendarDay)]
    private let owners: [Int64: [StoredOwner]]
    private let words: [Int64: StoredRequirement]
    private var scopes: [Int64: [String]] = [:]
    private var rows: [String: Row] = [:]
    private var names: [String: String] = [:]

    init(
        _ view: View, _ selection: Selection, _ survey: Survey, _ down: Grid.Rows, _ across: Grid.Columns, _ period: Grid.Period, _ divisions: Divisions
    ) throws {
        (self.view, self.selection, self.down, self.across, self.divisions) = (view, selection, down, across, divisions)
        let keys = survey.rows.map(\.key)
        let needsOwners = down == .bodies || down == .regions || across == .bodies || across == .regions
        owners = try needsOwners ? keys.min().map { try view.reader.owners($0...(keys.max() ?? $0)) } ?? [:] : [:]
        words = try down == .requirements || down == .directives ? survey.requirements(survey.rows) : [:]
        let first = survey.rows.compactMap { view.documents[$0.document].context.date.flatMap { CalendarDay(iso: $0) } }.min()
        periods = across == .periods ? Self.periods(period, from: first, to: view.today.day) : []
    }

    // MARK: Adding

    mutating func add(_ row: Survey.Row, at place: Int, _ told: Told) throws {
        let stored = words[row.key]
        for part in try parts(down, of: row, told) {
            let isNew = rows[part.key] == nil
            let whole = judge(row, told, [part])
            rows[part.key, default: Row(state: whole.state, counts: Coverage.Counts(), place: place)].add(whole.state, whole.counts)
            rows[part.key]?.requirements.append(row.key)
            if isNew, let stored { names[part.key] = stored.requirement.headings.last ?? stored.requirement.text }
            for other in try parts(across, of: row, told, whole.state) {
                let standing = across == .states ? whole : judge(row, told, [part, other])
                let shown = told.indices.filter { place in
                    part.holds(place) && other.holds(place) && told[place].report.status != .rejected
                        && told[place].report.signal.day.map { $0 >= other.since && $0 <= other.day ?? .max } ?? true
                }
                guard other.isOwed || !shown.isEmpty else { continue }
                // Rows of many requirements lead back to those.
                let isFull = down == .requirements || down == .directives
                let evidence = isFull
                    ? shown.map { (requirement: row.key, evidence: told[$0].evidence, day: told[$0].report.signal.day, counts: told[$0].report.counts) } : []
                rows[part.key]?.cells[other.key, default: Cell(state: standing.state, counts: Coverage.Counts(), requirements: [], evidence: [])]
                    .add(standing, row.key, evidence)
            }
        }
    }

    private func judge(_ row: Survey.Row, _ told: Told, _ parts: [Part]) -> Standing {
        var reports = told.indices.lazy.filter { place in parts.allSatisfy { $0.holds(place) } }.map { told[$0].report }.filter { _ in true }
        let day = parts.compactMap(\.day).min() ?? view.today.day?.ordinal
        if parts.contains(where: { $0.day != nil }) { reports = reports.filter { $0.signal.day.map { $0 <= day ?? .max } ?? true } }
        return view.rules.judge(row.duty, Array(reports), asOf: day)
    }

    private mutating func parts(_ down: Grid.Rows, of row: Survey.Row, _ told: Told) throws -> [Part] {
        switch down {
        case .requirements: return [Part(key: String(row.key))]
        case .directives:
            let requirement = words[row.key]?.requirement
            return [Part(key: requirement?.directive.map { "\(row.document)#" + $0 } ?? String(row.key))]
        case .documents: return [Part(key: view.documents[row.document].id)]
        case .bodies: return bodies(row, told)
        case .regions: return try regions(row, told)
        }
    }

    private mutating func parts(_ across: Grid.Columns, of row: Survey.Row, _ told: Told, _ state: RequirementState) throws -> [Part] {
        switch across {
        case .bodies: return bodies(row, told)
        case .regions: return try regions(row, told)
        case .states: return [Part(key: state.rawValue)]
        case .periods:
            let issued = view.documents[row.document].context.date.flatMap { CalendarDay(iso: $0) }
            return periods.enumerated().compactMap { place, period in
                if let issued, issued > period.last { return nil }
                let since = place == 0 ? .min : periods[place - 1].last.ordinal + 1
                return Part(key: period.id, day: min(period.last.ordinal, view.today.day?.ordinal ?? .max), since: since)
            }
        }
    }

    /// Each body that owes it once, though it may owe it in two roles.
    private mutating func bodies(_ row: Survey.Row, _ told: Told) -> [Part] {
        var masks: [(key: String, mask: UInt64)] = []
        for (place, owner) in (owners[row.key] ?? []).enumerated() {
            if let body = selection.body, !body.matches(id: owner.body, name: owner.name) { continue }
            names[owner.key] = names[owner.key] ?? owner.body.flatMap { view.officials[$0] } ?? owner.name
            let bit: UInt64 = place < 64 ? 1 << UInt64(place) : 0
            if let known = masks.firstIndex(where: { $0.key == owner.key }) { masks[known].mask |= bit } else { masks.append((owner.key, bit)) }
        }
        return masks.map { key, mask in Part(key: key, holds: { told[$0].report.signal.reporters & mask != 0 }) }
    }

    /// The regions whose bodies owe it, and those that reported on it.
    private mutating func regions(_ row: Survey.Row, _ told: Told) throws -> [Part] {
        let owing = Set((owners[row.key] ?? []).compactMap { $0.body.flatMap(DivisionScope.division(of:)) })
        var reporting: [String: Set<Int>] = [:]
        for (place, one) in told.enumerated() {
            let scope = try scopes[one.evidence] ?? view.reader.scope(of: one.evidence)
            scopes[one.evidence] = scope
            for division in scope { reporting[division, default: []].insert(place) }
        }
        return owing.union(reporting.keys).sorted().compactMap { division in
            if let region = selection.region, !DivisionScope.isWithin(division, region) { return nil }
            names[division] = names[division] ?? divisions[division]?.name ?? division
            let places = reporting[division] ?? []
            return Part(key: division, holds: places.contains, isOwed: owing.contains(division))
        }
    }

    // MARK: Periods

    private static func periods(_ length: Grid.Period, from first: CalendarDay?, to last: CalendarDay?) -> [(id: String, name: String, last: CalendarDay)] {
        guard let first, let last, first <= last else { return [] }
        let months = switch length {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
        var found: [(id: String, name: String, last: CalendarDay)] = []
        var number = (first.year * 12 + first.month - 1) / months
        while let start = CalendarDay(number * months / 12, number * months % 12 + 1, 1), start <= last {
            let closing = start.month + months - 1
            guard let end = CalendarDay(start.year, closing, CalendarDay.daysIn(year: start.year, month: closing)) else { break }
            let name = switch length {
            case .month: start.monthText
            case .quarter: start.yearText + "Q\((start.month + 2) / 3)"
            case .year: start.yearText
            }
            found.append((start.description, name, end))
            number += 1
        }
        return found
    }

    // MARK: Finishing

    func finished() throws -> Grid {
        let columns = columns()
        let places = Dictionary(columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ids = try words.isEmpty ? view.reader.requirementIDs(among: view.documents) : words.mapValues(\.requirement.id)
        let isNamed = down == .bodies || down == .regions
        let rows = try self.rows.sorted { isNamed ? Self.isBefore($0.key, $1.key) : $0.value.place < $1.value.place }
            .map { key, one in try row(key, one, places, ids) }
        return Grid(today: view.today, down: down, across: across, columns: columns, rows: rows)
    }

    /// Bodies by division, then by id; those that the ontology does not know come last.
    static func isBefore(_ left: String, _ right: String) -> Bool {
        let (first, second) = (DivisionScope.division(of: left) == nil, DivisionScope.division(of: right) == nil)
        return first != second ? second : left < right
    }

    private func columns() -> [GridColumn] {
        switch across {
        case .states: return RequirementState.allCases.map { GridColumn(id: $0.rawValue, name: $0.rawValue) }
        case .periods: return periods.map { GridColumn(id: $0.id, name: $0.name, end: $0.last) }
        case .bodies, .regions:
            return Set(rows.values.flatMap(\.cells.keys)).sorted(by: Self.isBefore).map { GridColumn(id: $0, name: names[$0] ?? $0) }
        }
    }

    private func row(_ key: String, _ row: Row, _ places: [String: Int], _ ids: [Int64: FactID]) throws -> GridRow {
        let first = row.requirements.first.flatMap { words[$0] }
        var made = GridRow(
            id: key, name: names[key] ?? key, requirement: first.map(view.row), state: row.state, counts: row.counts, requirements: row.requirements.count,
            cells: [])
        switch down {
        case .requirements, .directives:
            if let requirement = made.requirement {
                made.document = requirement.place.document
                made.name = down == .requirements ? requirement.text : made.name
                made.id = down == .directives ? requirement.directive.map { requirement.place.document.id + "#" + $0 } ?? requirement.id : requirement.id
            }
        case .documents:
            made.document = view[key].map(view.label)
            made.name = made.document?.title ?? key
        case .bodies, .regions: break
        }
        made.cells = try row.cells.compactMap { column, cell in try places[column].map { try self.cell($0, cell, ids) } }.sorted { $0.column < $1.column }
        return made
    }

    private func cell(_ column: Int, _ cell: Cell, _ ids: [Int64: FactID]) throws -> GridCell {
        let documents = view.documents
        let ordered = cell.evidence.sorted { ($0.day ?? .min, $0.evidence) > ($1.day ?? .min, $1.evidence) }
        let evidence = try ordered.compactMap { one -> GridEvidence? in
            guard let place = try view.reader.place(of: one.evidence, among: documents), let requirement = ids[one.requirement],
                let document = documents[id: place.id.document]
            else { return nil }
            return GridEvidence(
                id: place.id.description, link: Link.id(requirement: requirement, evidence: place.id), day: one.day.flatMap { CalendarDay(ordinal: $0) },
                counts: one.counts,
                place: SourcePlace(
                    document: view.label(document), element: place.id.element, span: place.span, line: place.position.line, column: place.position.column,
                    page: place.position.page))
        }
        return GridCell(
            column: column, state: cell.state, counts: cell.counts, requirements: cell.requirements.compactMap { ids[$0] },
            evidence: evidence)
    }
}

extension GridMaker.Row {
    fileprivate mutating func add(_ state: RequirementState, _ counts: Coverage.Counts) {
        if state.rank < self.state.rank { self.state = state }
        self.counts.add(counts)
    }
}

extension GridMaker.Cell {
    fileprivate mutating func add(
        _ standing: Standing, _ requirement: Int64, _ evidence: [(requirement: Int64, evidence: Int64, day: Int?, counts: Bool)]
    ) {
        if standing.state.rank < state.rank { state = standing.state }
        counts.add(standing.counts)
        requirements.append(requirement)
        self.evidence += evidence
    }
}

extension Coverage.Counts {
    mutating func add(_ other: Coverage.Counts) {
        claimed += other.claimed
        verified += other.verified
        indirect += other.indirect
    }
}
