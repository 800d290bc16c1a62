import Exports
import Facts
import Links
import Provenance
import Queries

/// Requirements by bodies, regions or periods (矩阵): what stands in each cell.
struct MatrixGrid {
    enum Columns: String, CaseIterable {
        case body, region, period
    }

    struct Column: Hashable {
        let id: String
        let title: String
    }

    struct Cell {
        var state: RequirementState
        /// Of bodies.
        var role: Role?
        /// How many reports of the period count.
        var reports: Int?
    }

    let columns: [Column]
    /// One for each row given, by the id of the column.
    let cells: [[String: Cell]]

    /// - Parameter most: the columns that most rows have a cell in; the others are counted in `left`.
    init(_ page: ClausePage, by kind: Columns, _ directory: BodyDirectory, _ wording: Wording) {
        switch kind {
        case .body: (columns, cells) = Self.bodies(page.rows, directory, wording)
        case .region: (columns, cells) = Self.regions(page.rows, directory)
        case .period: (columns, cells) = Self.periods(page)
        }
    }

    private static func bodies(_ rows: [MatrixRow], _ directory: BodyDirectory, _ wording: Wording) -> ([Column], [[String: Cell]]) {
        var places: [String: (column: Column, place: BodyPlace)] = [:]
        let cells = rows.map { row in
            var cells: [String: Cell] = [:]
            for owner in row.requirement.owners {
                let id = owner.body.id ?? owner.body.name
                if places[id] == nil { places[id] = (Column(id: id, title: wording.name(owner.body)), directory.place(of: owner.body)) }
                // In two roles: the first is the heavier.
                if cells[id] == nil { cells[id] = Cell(state: row.bodies.first { $0.owner == owner }?.state ?? row.state, role: owner.role) }
            }
            return cells
        }
        return (places.values.sorted { $0.place < $1.place }.map(\.column), cells)
    }

    /// The worst of the bodies of a region.
    private static func regions(_ rows: [MatrixRow], _ directory: BodyDirectory) -> ([Column], [[String: Cell]]) {
        var ids: Set<String> = []
        let cells = rows.map { row in
            var cells: [String: Cell] = [:]
            for owner in row.requirement.owners {
                guard let id = directory.division(of: owner.body) else { continue }
                ids.insert(id)
                let state = row.bodies.first { $0.owner == owner }?.state ?? row.state
                if let known = cells[id], known.state.rank <= state.rank { continue }
                cells[id] = Cell(state: state)
            }
            return cells
        }
        return (ids.sorted().map { Column(id: $0, title: directory.name(of: $0)) }, cells)
    }

    /// Quarters in which something was reported; what the requirement's state was is not worked out anew, the marks tell of problems.
    private static func periods(_ page: ClausePage) -> ([Column], [[String: Cell]]) {
        var ids: Set<String> = []
        let cells = zip(page.rows, page.days).map { row, days in
            var cells: [String: Cell] = [:]
            func id(_ day: CalendarDay) -> String { "\(day.year) Q\((day.month + 2) / 3)" }
            for one in days {
                let state = one.isProblem ? RequirementState.problem : .underWay
                ids.insert(id(one.day))
                var cell = cells[id(one.day)] ?? Cell(state: state, reports: 0)
                if state.rank < cell.state.rank { cell.state = state }
                cell.reports = (cell.reports ?? 0) + 1
                cells[id(one.day)] = cell
            }
            // Where it is done: the latest report of progress.
            if row.state == .done, let last = days.last(where: { !$0.isProblem }), cells[id(last.day)]?.state == .underWay { cells[id(last.day)]?.state = .done }
            return cells
        }
        return (ids.sorted().map { Column(id: $0, title: $0) }, cells)
    }
}
