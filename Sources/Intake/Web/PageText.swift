import Provenance
import XMLTree

/// Writes the lines of a page as a browser breaks them (网页排成文本).
struct PageText {
    var output = TextAssembler()
    private var line: [Unicode.Scalar] = []
    /// Line of the page on which the words being gathered begin.
    private var lineStart = 1
    private var tables = 0
    /// The number of an item, before its first word.
    private var label: [Unicode.Scalar] = []
    private var isPreformatted = false
    /// What is said elsewhere.
    private let told: [XMLNode]

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]

    init(besides told: [XMLNode] = []) { self.told = told }

    mutating func read(_ node: XMLNode) {
        walk(node)
        flush()
    }

    func finished(encoding: String) -> Extraction { output.finished(encoding: encoding) }

    private mutating func flush() {
        // Spaces at the end of a line mean nothing; those before it are an indent.
        while let last = line.last, last == " " || last == "\t" { line.removeLast() }
        if line.contains(where: { !$0.isWhite }) {
            output.locate(.line, label: String(lineStart))
            output.line(line)
        } else if !line.isEmpty {
            // <p>&nbsp;</p> keeps a line free.
            output.blankLine()
        }
        line.removeAll()
    }

    private mutating func walk(_ node: XMLNode) {
        guard !PageContent.isHidden(node), !output.isFull, told.isEmpty || !told.contains(node) else { return }
        switch node.name {
        case "br": return flush()
        case "table": if table(node) { return }
        case "ol": return list(node)
        case "pre":
            flush()
            isPreformatted = true
            children(node)
            isPreformatted = false
            return flush()
        default: break
        }
        guard Self.blocks.contains(node.name) else { return children(node) }
        flush()
        children(node)
        flush()
    }

    private mutating func children(_ node: XMLNode) {
        for child in node.children {
            switch child {
            case .element(let element): walk(element)
            case .text(let text): add(text, node.line)
            }
        }
    }

    /// Runs of spaces and breaks are one space; U+3000 and the space that does not break stay.
    private mutating func add(_ text: String, _ start: Int) {
        for scalar in text.unicodeScalars {
            if isPreformatted, scalar == "\n" {
                if line.isEmpty { output.blankLine() }
                flush()
                continue
            }
            let isSpace = !isPreformatted && (scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" || scalar == "\u{C}")
            if isSpace, line.isEmpty || line.last == " " { continue }
            if line.isEmpty { lineStart = start }
            if !label.isEmpty, !scalar.isWhite {
                line += label
                label = []
            }
            line.append(isSpace ? " " : scalar)
        }
    }

    /// `ol` prints the numbers that the page does not say.
    private mutating func list(_ node: XMLNode) {
        flush()
        var number = node["start"].flatMap { Int($0) } ?? 1
        let style = (node["style"] ?? "").lowercased().filter { $0 != " " }
        let isChinese = ["cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"].contains { style.contains(":" + $0) }
        let types = ["a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"]
        let format = isChinese ? "chineseCounting" : types[node["type"] ?? "1"] ?? "decimal"
        let isBare = style.contains("list-style:none") || style.contains("list-style-type:none")
        for child in node.elements {
            guard child.name == "li" else {
                walk(child)
                continue
            }
            if let value = child["value"].flatMap({ Int($0) }) { number = value }
            flush()
            if !isBare { label = Array((NumberFormat.text(number, format) + (isChinese ? "、" : ". ")).unicodeScalars) }
            number += 1
            children(child)
            flush()
            label = []
        }
    }

    // MARK: Tables

    /// Writes a table of data; false of one that only places things on the page.
    private mutating func table(_ node: XMLNode) -> Bool {
        let rows = Self.rows(node)
        guard rows.count >= 2, !Self.holdsTable(node), rows.count(where: { $0.elements.count { $0.name == "td" || $0.name == "th" } >= 2 }) >= 2 else { return false }
        flush()
        tables += 1
        var grid = TableGrid()
        var taken: Set<Int> = []
        for caption in node.elements("caption") { walk(caption) }
        for (row, element) in rows.enumerated() where row < TableGrid.rowLimit {
            var column = 0
            for cell in element.elements where cell.name == "td" || cell.name == "th" {
                while taken.contains(row * TableGrid.columnLimit + column), column < TableGrid.columnLimit { column += 1 }
                guard column < TableGrid.columnLimit else { break }
                let width = max(1, min(cell["colspan"].flatMap { Int($0) } ?? 1, TableGrid.columnLimit - column))
                let height = max(1, min(cell["rowspan"].flatMap { Int($0) } ?? 1, rows.count - row))
                var inner = PageText()
                inner.read(cell)
                let words = inner.output.scalars.split(separator: "\n").joined(separator: [" "])
                grid.add(
                    TableGrid.Cell(
                        text: PageContent.isHidden(cell) ? "" : String(scalars: Array(words)), row: row, column: column, rows: height, columns: width,
                        label: "\(row + 1).\(column + 1)"))
                if height > 1 {
                    for below in row..<row + height { for beside in column..<column + width { taken.insert(below * TableGrid.columnLimit + beside) } }
                }
                column += width
            }
        }
        TableLayout(grid).append(to: &output, unit: .table, name: String(tables))
        return true
    }

    private static func rows(_ table: XMLNode) -> [XMLNode] {
        table.elements.flatMap { node -> [XMLNode] in
            switch node.name {
            case "tr": [node]
            case "thead", "tbody", "tfoot": node.elements("tr")
            default: []
            }
        }
    }

    private static func holdsTable(_ node: XMLNode) -> Bool {
        node.elements.contains { $0.name == "table" || holdsTable($0) }
    }
}
