import Provenance
import Spreadsheets

/// Reads XLSX (电子表格): each sheet as a table with its merged cells, each cell with its name, `任务分解表!C12`.
enum SheetReader {
    static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    static func read(_ data: [UInt8], file: String) throws(Fault) -> Extraction {
        let book = try ReadWorkbook(data, file: file)
        guard !book.sheets.contains(where: isOwnMatrix) else {
            throw Fault(.sourceIsOwnOutput, at: Place(file: file), advice: .receiveMatrix)
        }
        var text = TextAssembler()
        var hidden: [String] = []
        for sheet in book.sheets {
            guard !sheet.isHidden else {
                hidden.append(sheet.name)
                continue
            }
            if sheet.hidesCells { text.findings.append(Finding(.note, .hiddenCellsAreRead(sheet.name))) }
            let grid = grid(sheet)
            if grid.isCut { text.findings.append(Finding(.warning, .sheetIsCut(sheet.name))) }
            text.blankLine()
            TableLayout(grid).append(to: &text, unit: .sheet, name: sheet.name)
            if text.isFull { throw Fault(.textIsTooLong(limit: TextAssembler.limit), at: Place(file: file), advice: .splitSource) }
        }
        if !hidden.isEmpty { text.findings.append(Finding(.note, .hiddenSheetsLeftOut(hidden))) }
        return text.finished()
    }

    static func grid(_ sheet: ReadWorkbook.Sheet) -> TableGrid {
        var merged: [Int: (rows: Int, columns: Int)] = [:]
        for range in sheet.merged {
            merged[range.rows.lowerBound << 20 | range.columns.lowerBound] = (range.rows.count, range.columns.count)
        }
        var grid = TableGrid()
        for row in sheet.cells.keys.sorted() {
            for (column, words) in (sheet.cells[row] ?? [:]).sorted(by: { $0.key < $1.key }) {
                let size = merged[row << 20 | column] ?? (1, 1)
                grid.add(
                    TableGrid.Cell(
                        text: words, row: row, column: column, rows: size.rows, columns: size.columns, label: ReadWorkbook.name(row: row, column: column)))
            }
        }
        return grid
    }

    /// A matrix that this program wrote bears the ids of requirements (`plan-3fa9c1#r6gha`): it is no source, but comes back filled in.
    private static func isOwnMatrix(_ sheet: ReadWorkbook.Sheet) -> Bool {
        sheet.cells.values.contains { row in row.values.contains(where: isFactID) }
    }

    static func isFactID(_ text: String) -> Bool {
        guard text.utf8.count < 200, let sign = text.firstIndex(of: "#"), text[text.index(after: sign)...].hasPrefix("r"),
            !text.contains(where: \.isWhitespace)
        else { return false }
        let hash = text[..<sign].suffix(7)
        return hash.first == "-" && hash.count == 7 && hash.dropFirst().allSatisfy { $0.isHexDigit && !$0.isUppercase }
    }
}
