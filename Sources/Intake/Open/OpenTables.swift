import Provenance
import Spreadsheets
import XMLTree

/// The tables of OpenDocument (表格), which texts and spreadsheets write alike: cells and rows may be repeated by number.
enum OpenTables {
    /// Every sheet that shows.
    /// - Parameter hidden: names of the styles of sheets that do not.
    static func write(sheets body: XMLNode, hidden: Set<String>, to text: inout TextAssembler) {
        var left: [String] = []
        defer { if !left.isEmpty { text.findings.append(Finding(.warning, .hiddenSheetsLeftOut(left))) } }
        for node in body.elements("table") {
            let name = node.word("name") ?? ""
            if let style = node.word("style-name"), hidden.contains(style) {
                left.append(name)
                continue
            }
            var grid = TableGrid()
            fill(&grid, from: node, label: { ReadWorkbook.name(row: $0, column: $1) }) { cell in shown(cell) }
            if grid.isCut { text.findings.append(Finding(.warning, .sheetIsCut(name))) }
            text.blankLine()
            TableLayout(grid).append(to: &text, unit: .sheet, name: name)
            guard !text.isFull else { return }
        }
    }

    static func fill(_ grid: inout TableGrid, from table: XMLNode, label: (Int, Int) -> String, _ words: (XMLNode) -> String) {
        var row = 0
        for node in rows(table) {
            let repeated = max(1, node.wordNumber("number-rows-repeated") ?? 1)
            var column = 0
            var found: [TableGrid.Cell] = []
            for cell in node.elements where cell.name == "table-cell" || cell.name == "covered-table-cell" {
                let width = max(1, min(cell.wordNumber("number-columns-repeated") ?? 1, 1 << 20))
                if cell.name == "table-cell" {
                    let text = words(cell)
                    if !text.isEmpty {
                        // Repeated cells with text are few; empty ones fill the sheet to its end.
                        for offset in 0..<min(width, TableGrid.columnLimit) {
                            found.append(
                                TableGrid.Cell(
                                    text: text, row: row, column: column + offset, rows: cell.wordNumber("number-rows-spanned") ?? 1,
                                    columns: cell.wordNumber("number-columns-spanned") ?? 1, label: label(row, column + offset)))
                        }
                    }
                }
                column += width
            }
            for offset in 0..<(found.isEmpty ? 0 : min(repeated, 1_000)) {
                for cell in found {
                    var copy = cell
                    copy.row += offset
                    if offset > 0 { copy.label = label(copy.row, copy.column) }
                    grid.add(copy)
                }
            }
            row += repeated
            guard row < TableGrid.rowLimit else { return }
        }
    }

    private static func rows(_ table: XMLNode) -> [XMLNode] {
        table.elements.flatMap { node -> [XMLNode] in
            switch node.name {
            case "table-row": [node]
            case "table-rows", "table-header-rows", "table-row-group": rows(node)
            default: []
            }
        }
    }

    /// The words of a spreadsheet's cell: its paragraphs, which have numbers and dates as they are shown; remarks apart.
    private static func shown(_ cell: XMLNode) -> String {
        cell.elements("p").map { words($0) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func words(_ node: XMLNode) -> String {
        var text = ""
        for child in node.children {
            switch child {
            case .text(let words): text += words
            case .element(let element):
                if element.name == "s" || element.name == "tab" || element.name == "line-break" { text += " " } else if element.name != "annotation" { text += words(element) }
            }
        }
        return text
    }
}
