import Links
import Provenance
import Queries

/// Where things stand by two of their sides as tables (交叉表).
extension Reports {
    /// How many pieces of evidence stand in one cell; data has all of them.
    private static let shown = 3
    /// A terminal has no room for more columns: then each cell has a line of its own.
    private static let mostColumns = 9

    func grid(_ grid: Grid, isNarrow: Bool = false) -> Report {
        let isLong = isNarrow && grid.columns.count > Self.mostColumns
        return Report(
            title: wording(.matrixTitle) + wording.bracketed(wording(.gridBy(wording.message(grid.down), wording.message(grid.across)))),
            facts: [
                (wording(.asOf), wording.asOf(grid.today)), (wording(grid.down == .requirements ? .summaryRequirements : .colCount), String(grid.rows.count)),
            ],
            sections: [isLong ? cells(grid) : table(grid)], notes: [wording(.gridNote)])
    }

    private func table(_ grid: Grid) -> Section {
        let isCount = grid.across == .states
        let heads = [Column(wording(grid.down), share: 4)] + (isDetailed(grid) ? [Column(wording(.colPlace), share: 2)] : [])
        return Section(
            "grid",
            columns: heads + [Column(wording(.colState), share: 2)] + grid.columns.map { Column(name($0, grid), share: 2, isNumber: isCount) },
            rows: grid.rows.map { row in
                var cells: [Report.Cell] = [.text(row.name)]
                if isDetailed(grid) { cells.append(.text(row.requirement.map { wording.place($0.place) } ?? "")) }
                cells.append(.state(row.state))
                var others = [Report.Cell](repeating: .text(""), count: grid.columns.count)
                for cell in row.cells { others[cell.column] = isCount ? .number(cell.requirements.count) : .graded(cell.state, lines(cell)) }
                return cells + others
            },
            empty: wording(.matrixEmpty))
    }

    private func isDetailed(_ grid: Grid) -> Bool { grid.down == .requirements || grid.down == .directives }

    /// What a cell rests on, with the places; of many requirements how many.
    private func lines(_ cell: GridCell) -> [String] {
        guard !cell.evidence.isEmpty else { return cell.requirements.count > 1 ? [wording(.gridRequirements(cell.requirements.count))] : [] }
        let lines = cell.evidence.prefix(Self.shown).map(evidence)
        return cell.evidence.count > Self.shown ? lines + [wording(.exportShown(cell.evidence.count))] : lines
    }

    private func evidence(_ one: GridEvidence) -> String {
        let mark = one.counts ? "" : wording(.wordWeak) + " "
        return mark + [one.day?.description, wording.place(one.place)].compactMap(\.self).joined(separator: " ")
    }

    private func name(_ column: GridColumn, _ grid: Grid) -> String {
        grid.across == .states ? RequirementState(rawValue: column.id).map(wording.label) ?? column.name : column.name
    }

    /// Each cell a row, with everything that leads back from it: for spreadsheets and programs that read tables.
    func cells(_ grid: Grid) -> Section {
        Section(
            "cells",
            columns: [
                Column(wording(.colNumber), isNumber: true), Column(wording(grid.down), share: 5), Column(wording(grid.across), share: 3),
                Column(wording(.colState), share: 2), Column(wording(.summaryRequirements), isNumber: true), Column(wording(.summaryClaimed), isNumber: true),
                Column(wording(.summaryVerified), isNumber: true), Column(wording(.colIndirect), isNumber: true), Column(wording(.colEvidence), share: 5),
                Column(wording(.colLink), share: 2), Column(wording(.colID), share: 3),
            ],
            rows: grid.rows.flatMap { row in row.cells.map { (row, $0) } }.enumerated().map { index, pair in
                let (row, cell) = pair
                return [
                    .number(index + 1), .text(row.name), .text(name(grid.columns[cell.column], grid)), .state(cell.state), .number(cell.requirements.count),
                    .number(cell.counts.claimed), .number(cell.counts.verified), .number(cell.counts.indirect), .lines(cell.evidence.map(evidence)),
                    .lines(cell.evidence.map(\.link)), .lines(isDetailed(grid) ? [row.id] : cell.requirements.map(\.description)),
                ]
            },
            empty: wording(.matrixEmpty))
    }
}

extension Wording {
    func callAsFunction(_ down: Grid.Rows) -> String { self(message(down)) }
    func callAsFunction(_ across: Grid.Columns) -> String { self(message(across)) }

    func message(_ down: Grid.Rows) -> Message {
        switch down {
        case .requirements: .colTask
        case .directives: .colClause
        case .documents: .colDocument
        case .bodies: .colBody
        case .regions: .sheetRegion
        }
    }

    func message(_ across: Grid.Columns) -> Message {
        switch across {
        case .bodies: .colBody
        case .regions: .sheetRegion
        case .periods: .gridPeriod
        case .states: .colState
        }
    }
}
