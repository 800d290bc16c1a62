import Provenance
import XMLTree

/// Walks over the body of a Word file and writes its lines (正文遍历).
struct WordText {
    struct NoteID: Hashable {
        enum Kind { case foot, end }
        let kind: Kind
        let id: String
    }

    let styles: WordStyles
    var numbering: WordNumbering
    let notes: [NoteID: XMLNode]
    var output = TextAssembler()

    /// Fields that are open, from outside in: what each says of itself, and whether its result has begun.
    private var fields: [(code: String, shows: Bool)] = []
    private var paragraphs = 0
    private var tables = 0
    private var boxes = 0
    private var noteCount = 0
    private var pages = 1
    private var hasPages = false
    /// A paragraph whose mark was deleted goes on in the next one.
    private var pending: [Unicode.Scalar] = []

    // What the findings tell.
    private var insertions = 0
    private var deletions = 0
    private var hidden = 0
    private var contents = 0
    private var embedded = 0

    init(styles: WordStyles, numbering: WordNumbering, notes: [NoteID: XMLNode]) {
        self.styles = styles
        self.numbering = numbering
        self.notes = notes
    }

    /// What a paragraph says, before it is a line.
    private struct Said {
        var text: [Unicode.Scalar] = []
        /// Offsets in `text` at which a page begins.
        var pages: [Int] = []
        var boxes: [XMLNode] = []
        var notes: [NoteID] = []
        /// The table of contents, which Word makes out of the headings.
        var isContents = false
    }

    mutating func read(_ body: XMLNode) {
        output.locate(.paragraph, label: "1")
        blocks(body)
    }

    func finished() -> Extraction {
        var result = output
        if !pending.isEmpty { result.line(pending) }
        if insertions + deletions > 0 { result.findings.append(Finding(.warning, .changesAccepted(insertions: insertions, deletions: deletions))) }
        if hidden > 0 { result.findings.append(Finding(.note, .hiddenTextLeftOut(hidden))) }
        if contents > 0 { result.findings.append(Finding(.note, .contentsLeftOut(contents))) }
        if embedded > 0 { result.findings.append(Finding(.warning, .embeddedLeftOut(embedded))) }
        return result.finished(pages: hasPages ? pages : nil)
    }

    // MARK: Blocks

    private mutating func blocks(_ parent: XMLNode) {
        for node in parent.elements {
            guard !output.isFull else { return }
            switch node.name {
            case "p": write(paragraph: node)
            case "tbl": write(table: node)
            case "sdt": if let content = node.first("sdtContent") { blocks(content) }
            case "ins", "moveTo", "customXml", "smartTag": blocks(node)
            case "AlternateContent": if let chosen = Self.chosen(node) { blocks(chosen) }
            case "altChunk": embedded += 1
            default: continue
            }
        }
    }

    /// Programs that know no new kind of drawing take the fallback; both say the same words.
    private static func chosen(_ node: XMLNode) -> XMLNode? { node.first("Choice") ?? node.first("Fallback") }

    private mutating func write(paragraph node: XMLNode) {
        paragraphs += 1
        let number = paragraphs
        let said = self.said(node)
        for box in said.boxes { write(box: box) }
        guard !said.isContents else {
            contents += 1
            return
        }
        output.locate(.paragraph, label: String(number))
        let text = pending + said.text
        let shift = pending.count
        pending = []
        if node.first("pPr")?.first("rPr")?.first("del") != nil {
            deletions += 1
            pending = text
            return turn(said.pages.count)
        }
        var start = 0
        var pageStarts = said.pages.map { $0 + shift }[...]
        // A break inside a paragraph begins a line; a page that begins in it is noted where it does.
        for index in 0...text.count {
            while let page = pageStarts.first, page <= index {
                output.append(text[start..<index], keepsTabs: true)
                start = index
                pageStarts.removeFirst()
                turn(1)
            }
            guard index < text.count, text[index] == "\n" else { continue }
            output.line(text[start..<index])
            start = index + 1
        }
        output.line(text[start...])
        for note in said.notes { write(note: note) }
    }

    private mutating func turn(_ count: Int) {
        guard count > 0 else { return }
        hasPages = true
        pages += count
        output.page(pages)
    }

    private mutating func write(box: XMLNode) {
        boxes += 1
        output.locate(.box, label: String(boxes))
        let text = plain(box)
        for line in text.split(separator: "\n") { output.line(line) }
    }

    private mutating func write(note id: NoteID) {
        guard let node = notes[id] else { return }
        noteCount += 1
        output.locate(.note, label: String(noteCount))
        output.line("注\(noteCount)：".unicodeScalars + plain(node).map { $0 == "\n" ? " " : $0 })
    }

    /// All lines inside a box, note or cell; tables in it are written cell after cell.
    private mutating func plain(_ node: XMLNode) -> [Unicode.Scalar] {
        var lines: [[Unicode.Scalar]] = []
        gather(node, &lines)
        return Array(lines.filter { $0.contains { !$0.isWhite } }.joined(separator: ["\n"]))
    }

    private mutating func gather(_ parent: XMLNode, _ lines: inout [[Unicode.Scalar]]) {
        for node in parent.elements {
            switch node.name {
            case "p":
                let said = self.said(node)
                for box in said.boxes { gather(box, &lines) }
                if !said.isContents { lines.append(said.text) }
                for note in said.notes { if let note = notes[note] { gather(note, &lines) } }
            case "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr": continue
            case "AlternateContent": if let chosen = Self.chosen(node) { gather(chosen, &lines) }
            default: gather(node, &lines)
            }
        }
    }

    // MARK: Tables

    private mutating func write(table node: XMLNode) {
        tables += 1
        var grid = TableGrid()
        // For each column the cell that is merged downwards there.
        var merged: [Int: Int] = [:]
        var cells: [TableGrid.Cell] = []
        var row = 0
        for node in rows(node) {
            if node.first("trPr")?.first("del") != nil {
                deletions += 1
                continue
            }
            var column = node.first("trPr")?.first("gridBefore")?.wordNumber("val") ?? 0
            column = max(0, min(column, TableGrid.columnLimit))
            for cell in self.cells(node) {
                let properties = cell.first("tcPr")
                if properties?.first("cellDel") != nil { continue }
                let width = max(1, min(properties?.first("gridSpan")?.wordNumber("val") ?? 1, TableGrid.columnLimit))
                let merge = properties?.first("vMerge").map { $0.word("val") ?? "continue" }
                if merge == "continue", let upper = merged[column] {
                    cells[upper].rows = row - cells[upper].row + 1
                    // What an upright merge hides may still hold text; it is not printed.
                } else {
                    merged[column] = merge == "restart" ? cells.count : nil
                    let before = pages
                    let text = plain(cell)
                    cells.append(
                        TableGrid.Cell(
                            text: String(scalars: text), row: row, column: column, rows: 1, columns: width, label: "\(row + 1).\(column + 1)",
                            page: pages > before ? pages : nil))
                }
                column += width
            }
            row += 1
        }
        for cell in cells { grid.add(cell) }
        if grid.isCut { output.findings.append(Finding(.warning, .tableIsCut(tables))) }
        TableLayout(grid).append(to: &output, unit: .table, name: String(tables))
        output.locate(.paragraph, label: String(paragraphs + 1))
    }

    private func rows(_ table: XMLNode) -> [XMLNode] { inside(table, "tr") }
    private func cells(_ row: XMLNode) -> [XMLNode] { inside(row, "tc") }

    /// Rows and cells may be wrapped in content controls and marks of change.
    private func inside(_ parent: XMLNode, _ name: String) -> [XMLNode] {
        parent.elements.flatMap { node -> [XMLNode] in
            switch node.name {
            case name: [node]
            case "sdt": node.first("sdtContent").map { inside($0, name) } ?? []
            case "ins", "moveTo", "customXml", "smartTag": inside(node, name)
            default: []
            }
        }
    }

    // MARK: Runs

    private mutating func said(_ paragraph: XMLNode) -> Said {
        var said = Said()
        said.isContents = fields.contains { $0.code.hasPrefix("TOC") }
        let number = self.number(of: paragraph)
        runs(paragraph, &said)
        if let number, said.text.contains(where: { !$0.isWhite }) {
            let label = Array(number.unicodeScalars)
            said.text = label + said.text
            said.pages = said.pages.map { $0 == 0 ? 0 : $0 + label.count }
        }
        return said
    }

    private mutating func number(of paragraph: XMLNode) -> String? {
        let properties = paragraph.first("pPr")
        let own = WordStyles.numbering(properties?.first("numPr"))
        let style = properties?.first("pStyle")?.word("val")
        // 0 takes the numbering of the style away.
        if let list = own.list { return list > 0 ? numbering.next(list: list, level: own.level ?? 0, style: nil) : nil }
        guard let inherited = styles.numbering(of: style), let list = inherited.numbering.list, list > 0 else { return nil }
        return numbering.next(list: list, level: own.level ?? inherited.numbering.level, style: inherited.style)
    }

    private mutating func runs(_ parent: XMLNode, _ said: inout Said) {
        for node in parent.elements {
            switch node.name {
            case "r": run(node, &said)
            case "ins", "moveTo":
                insertions += 1
                runs(node, &said)
            case "del", "moveFrom": deletions += 1
            case "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "oMath", "oMathPara": runs(node, &said)
            case "sdt": if let content = node.first("sdtContent") { runs(content, &said) }
            case "ruby": if let base = node.first("rubyBase") { runs(base, &said) }
            case "AlternateContent": if let chosen = Self.chosen(node) { runs(chosen, &said) }
            case "pPr", "rPr", "sdtPr": continue
            default: if node.children.contains(where: { if case .element = $0 { true } else { false } }) { runs(node, &said) }
            }
        }
    }

    private var isInCode: Bool { fields.contains { !$0.shows } }

    private mutating func run(_ run: XMLNode, _ said: inout Said) {
        let isHidden = run.first("rPr")?.wordFlag("vanish") ?? false
        if isHidden, run.first("t") != nil { hidden += 1 }
        for node in run.elements {
            switch node.name {
            case "fldChar":
                switch node.word("fldCharType") {
                case "begin": if fields.count < 64 { fields.append(("", false)) }
                case "separate":
                    if !fields.isEmpty { fields[fields.count - 1].shows = true }
                    if fields.last?.code.hasPrefix("TOC") == true { said.isContents = true }
                case "end": _ = fields.popLast()
                default: continue
                }
            case "instrText":
                if !fields.isEmpty, !fields[fields.count - 1].shows {
                    let code = fields[fields.count - 1].code + node.text
                    fields[fields.count - 1].code = String(code.drop { $0 == " " }.prefix(200))
                }
            case "lastRenderedPageBreak": said.pages.append(said.text.count)
            case "drawing", "pict", "object": box(in: node, &said, depth: 0)
            case "AlternateContent": if let chosen = Self.chosen(node) { self.run(chosen, &said) }
            default:
                guard !isHidden, !isInCode else { continue }
                word(node, &said)
            }
        }
    }

    private mutating func word(_ node: XMLNode, _ said: inout Said) {
        switch node.name {
        case "t": said.text += node.text.unicodeScalars
        case "tab", "ptab": said.text.append("\t")
        case "br", "cr": said.text.append("\n")
        case "noBreakHyphen": said.text.append("-")
        case "sym": said.text += Self.symbol(node.word("char")).unicodeScalars
        case "footnoteReference": if let id = node.word("id") { said.notes.append(NoteID(kind: .foot, id: id)) }
        case "endnoteReference": if let id = node.word("id") { said.notes.append(NoteID(kind: .end, id: id)) }
        case "ruby": if let base = node.first("rubyBase") { runs(base, &said) }
        case "drawing", "pict", "object", "rPr": return
        default: return
        }
    }

    /// Text boxes anywhere inside a drawing.
    private func box(in node: XMLNode, _ said: inout Said, depth: Int) {
        guard depth < 40 else { return }
        for child in node.elements {
            if child.name == "txbxContent" {
                said.boxes.append(child)
            } else if child.name == "AlternateContent" {
                if let chosen = Self.chosen(child) { box(in: chosen, &said, depth: depth + 1) }
            } else {
                box(in: child, &said, depth: depth + 1)
            }
        }
    }

    /// Signs of symbol fonts (Wingdings) as Unicode has them; others as a square.
    private static func symbol(_ code: String?) -> String {
        switch code.flatMap({ UInt32($0, radix: 16) }).map({ $0 & 0xFF }) {
        case 0xFC, 0x50: "√"
        case 0xFE, 0x52: "☑"
        case 0xFD, 0x51, 0x54: "☒"
        case 0x6C, 0x9F: "●"
        case 0x6E: "■"
        case 0xAB: "★"
        default: "□"
        }
    }
}
