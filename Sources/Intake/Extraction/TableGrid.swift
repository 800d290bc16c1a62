import Provenance

/// A table with merged cells as any format has it (表格网格).
struct TableGrid {
    struct Cell {
        var text: String
        var row: Int
        var column: Int
        var rows = 1
        var columns = 1
        /// Where a person finds it, for the map.
        var label: String
        /// A page that begins in this cell.
        var page: Int?
    }

    /// In printed order: by row, then column.
    private(set) var cells: [Cell] = []
    private(set) var rowCount = 0
    private(set) var columnCount = 0

    /// More is no table that an office prints; the rest is left out and told.
    static let rowLimit = 100_000
    static let columnLimit = 256
    /// Places of the grid altogether.
    static let placeLimit = 4_000_000

    private(set) var isCut = false

    mutating func add(_ cell: Cell) {
        guard cell.row < Self.rowLimit, cell.column < Self.columnLimit, cell.row >= 0, cell.column >= 0 else {
            isCut = true
            return
        }
        var cell = cell
        cell.rows = max(1, min(cell.rows, Self.rowLimit - cell.row))
        cell.columns = max(1, min(cell.columns, Self.columnLimit - cell.column))
        let (rows, columns) = (max(rowCount, cell.row + cell.rows), max(columnCount, cell.column + cell.columns))
        guard rows * columns <= Self.placeLimit else {
            isCut = true
            return
        }
        (rowCount, columnCount) = (rows, columns)
        cells.append(cell)
    }

    /// For each place of the grid the cell that covers it, or -1; row after row. Of two that overlap the first stands.
    func owners() -> [Int32] {
        var owners = [Int32](repeating: -1, count: rowCount * columnCount)
        for (index, cell) in cells.enumerated() {
            for row in cell.row..<cell.row + cell.rows {
                for column in cell.column..<cell.column + cell.columns where owners[row * columnCount + column] < 0 {
                    owners[row * columnCount + column] = Int32(index)
                }
            }
        }
        return owners
    }
}
