import Provenance

/// Writes a grid as lines (表格排成文本): what stands above and below a table as lines of its own, the labels of two or more header rows as
/// one, each row with its cells parted by tabs. A cell that is merged over several rows is said in each of them, since it holds for each.
struct TableLayout {
    private let grid: TableGrid
    private let owners: [Int32]
    /// Columns of the grid that differ from the one before them and have text.
    private let columns: [Int]
    private let isEmpty: [Bool]

    init(_ grid: TableGrid) {
        self.grid = grid
        let owners = grid.owners()
        let isEmpty = grid.cells.map { $0.text.unicodeScalars.allSatisfy(\.isWhite) }
        self.owners = owners
        self.isEmpty = isEmpty
        let (width, height) = (grid.columnCount, grid.rowCount)
        columns = (0..<width).filter { column in
            var differs = column == 0
            var hasText = false
            for row in 0..<height {
                let owner = owners[row * width + column]
                if column > 0, owner != owners[row * width + column - 1] || owner < 0 { differs = true }
                // A merged cell gives text to its first column alone.
                if owner >= 0, !isEmpty[Int(owner)], grid.cells[Int(owner)].column == column { hasText = true }
            }
            return differs && hasText
        }
    }

    private func owner(_ row: Int, _ column: Int) -> Int? {
        let owner = owners[row * grid.columnCount + column]
        return owner < 0 || isEmpty[Int(owner)] ? nil : Int(owner)
    }

    /// The cells with text that stand in a row, each once.
    private func cells(in row: Int) -> [Int] {
        var cells: [Int] = []
        for column in 0..<grid.columnCount {
            if let owner = owner(row, column), cells.last != owner { cells.append(owner) }
        }
        return cells
    }

    /// - Parameters:
    ///   - unit: what the labels of the cells name, `name` in which table or sheet.
    func append(to text: inout TextAssembler, unit: SourceLocator.Unit, name: String?) {
        let rows = (0..<grid.rowCount).map { cells(in: $0) }
        let wide = rows.indices.filter { rows[$0].count >= 2 }
        guard columns.count >= 2, wide.count >= 2, let last = wide.last, let header = header(rows, wide) else {
            for row in rows.indices { line(rows[row], row, &text, unit, name) }
            return
        }
        for row in 0..<header.lowerBound { line(rows[row], row, &text, unit, name) }
        text.blankLine()
        labels(header, &text, unit, name)
        if header.upperBound <= last {
            for row in header.upperBound...last where !rows[row].isEmpty { data(row, &text, unit, name) }
        }
        text.blankLine()
        for row in max(last + 1, header.upperBound)..<max(rows.count, header.upperBound) { line(rows[row], row, &text, unit, name) }
    }

    /// The rows of the labels: the first that fills most columns, and those below it over which its cells are merged.
    private func header(_ rows: [[Int]], _ wide: [Int]) -> Range<Int>? {
        // A line over the labels (填报单位 … 日期) has few cells.
        let filled = wide.first { rows[$0].count * 10 >= columns.count * 6 }
        guard let first = filled ?? wide.first else { return nil }
        let cells = rows[first].map { grid.cells[$0] }
        let isJoined = cells.contains { $0.columns > 1 && $0.rows == 1 }
        let height = cells.filter { $0.row == first }.map(\.rows).max() ?? 1
        guard isJoined, height > 1, first + height < grid.rowCount else { return first..<first + 1 }
        return first..<first + height
    }

    private func locate(_ cell: TableGrid.Cell, _ text: inout TextAssembler, _ unit: SourceLocator.Unit, _ name: String?) {
        if let page = cell.page { text.page(page) }
        text.locate(unit, name: name, label: cell.label)
    }

    /// 责任单位 over 牵头 and 配合: the words from above to below, parted by a space.
    private func labels(_ header: Range<Int>, _ text: inout TextAssembler, _ unit: SourceLocator.Unit, _ name: String?) {
        for (index, column) in columns.enumerated() {
            if index > 0 { text.tab() }
            var said: [Int] = []
            for row in header {
                guard let cell = owner(row, column), !said.contains(cell) else { continue }
                if !said.isEmpty { text.append(" ".unicodeScalars) }
                said.append(cell)
                locate(grid.cells[cell], &text, unit, name)
                text.append(grid.cells[cell].text.unicodeScalars)
            }
        }
        text.endLine()
    }

    private func data(_ row: Int, _ text: inout TextAssembler, _ unit: SourceLocator.Unit, _ name: String?) {
        for (index, column) in columns.enumerated() {
            if index > 0 { text.tab() }
            guard let cell = owner(row, column), isFirst(column, of: grid.cells[cell]) else { continue }
            locate(grid.cells[cell], &text, unit, name)
            text.append(grid.cells[cell].text.unicodeScalars)
        }
        text.endLine()
    }

    /// A cell that is merged over columns stands in the first of those that are printed.
    private func isFirst(_ column: Int, of cell: TableGrid.Cell) -> Bool { columns.first { $0 >= cell.column } == column }

    private func line(_ cells: [Int], _ row: Int, _ text: inout TextAssembler, _ unit: SourceLocator.Unit, _ name: String?) {
        var isFirst = true
        for cell in cells where grid.cells[cell].row == row {
            if !isFirst { text.append("\u{3000}\u{3000}".unicodeScalars) }
            isFirst = false
            locate(grid.cells[cell], &text, unit, name)
            text.append(grid.cells[cell].text.unicodeScalars)
        }
        if !isFirst { text.endLine() }
    }
}
