import Provenance

/// The grid of a ruled table that goes over pages (跨页表格): the labels at the head of each page are said once, and a row that a page's end
/// cuts is one.
struct RuledGrid {
    private var last: RuledTable
    private var cells: [TableGrid.Cell] = []
    private var header: [[Unicode.Scalar]] = []
    private var rowCount = 0

    init(_ table: RuledTable) {
        last = table
        header = Self.firstRow(table)
        add(table, page: nil, skipping: 0)
    }

    /// - Returns: whether the table goes on with it.
    mutating func take(_ table: RuledTable, page: Int) -> Bool {
        guard last.goesOn(with: table) else { return false }
        last = table
        let repeats = !header.isEmpty && Self.firstRow(table) == header
        add(table, page: page, skipping: repeats ? 1 : 0)
        return true
    }

    private static func firstRow(_ table: RuledTable) -> [[Unicode.Scalar]] { table.cells.filter { $0.row == 0 }.map(\.text) }

    private mutating func add(_ table: RuledTable, page: Int?, skipping skipped: Int) {
        let new = table.cells.filter { $0.row >= skipped }
        // Without a number or a label of its own at the left, the first row is the rest of the last one.
        let isRest = page != nil && !new.contains { $0.row == skipped && $0.column == 0 } && cells.contains { $0.column == 0 && $0.row + $0.rows == rowCount }
        let shift = rowCount - skipped - (isRest ? 1 : 0)
        var page = page
        for cell in new {
            let row = cell.row + shift
            if isRest, cell.row == skipped, let index = cells.lastIndex(where: { $0.column == cell.column && $0.row <= row && row < $0.row + $0.rows }) {
                cells[index].text += String(scalars: cell.text)
                continue
            }
            cells.append(
                TableGrid.Cell(
                    text: String(scalars: cell.text), row: row, column: cell.column, rows: cell.rows, columns: cell.columns,
                    label: "\(row + 1).\(cell.column + 1)", page: page))
            page = nil
        }
        rowCount = max(rowCount, shift + table.rowCount)
    }

    /// The whole table, in printed order.
    func finished() -> TableGrid {
        var grid = TableGrid()
        for cell in cells.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) { grid.add(cell) }
        return grid
    }
}
