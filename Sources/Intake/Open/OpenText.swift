import Provenance
import XMLTree

/// Walks over the body of an OpenDocument text and writes its lines (正文遍历).
struct OpenText {
    var lists: OpenLists
    var output = TextAssembler()
    private var paragraphs = 0
    private var tables = 0
    private var boxes = 0
    private var notes = 0
    private var pages = 1
    private var hasPages = false
    private var changes = 0
    private var contents = 0

    init(lists: OpenLists) { self.lists = lists }

    private struct Said {
        var text: [Unicode.Scalar] = []
        var pages: [Int] = []
        var boxes: [XMLNode] = []
        var notes: [XMLNode] = []
    }

    mutating func read(_ body: XMLNode) {
        output.locate(.paragraph, label: "1")
        blocks(body)
    }

    func finished() -> Extraction {
        var result = output
        if changes > 0 { result.findings.append(Finding(.warning, .changesAccepted(insertions: changes, deletions: 0))) }
        if contents > 0 { result.findings.append(Finding(.note, .contentsLeftOut(contents))) }
        return result.finished(pages: hasPages ? pages : nil)
    }

    private mutating func blocks(_ parent: XMLNode) {
        for node in parent.elements {
            guard !output.isFull else { return }
            switch node.name {
            case "p": write(paragraph: node, label: nil)
            case "h": write(paragraph: node, label: lists.next(OpenLists.outline, level: min(node.wordNumber("outline-level") ?? 1, OpenLists.levelLimit)))
            case "list": write(list: node, style: nil, level: 1)
            case "table": write(table: node)
            // What was deleted is kept there; the text itself is as accepted.
            case "tracked-changes": changes += node.elements.count
            case "table-of-content", "alphabetical-index": contents += node.first("index-body")?.elements.count ?? 0
            case "section", "index-body", "index-title", "user-index", "illustration-index", "table-index": blocks(node)
            case "frame", "a": write(boxes: node)
            case "soft-page-break": turn(1)
            default: continue
            }
        }
    }

    private mutating func turn(_ count: Int) {
        guard count > 0 else { return }
        hasPages = true
        pages += count
        output.page(pages)
    }

    private mutating func write(list node: XMLNode, style: String?, level: Int) {
        let style = node.word("style-name") ?? style ?? ""
        if level == 1, node.word("continue-numbering") != "true", node.word("continue-list") == nil { lists.restart(style) }
        for item in node.elements {
            guard item.name == "list-item" || item.name == "list-header" else { continue }
            if let start = item.wordNumber("start-value") { lists.set(style, level: min(level, OpenLists.levelLimit), to: start) }
            var isFirst = item.name == "list-item"
            for child in item.elements {
                switch child.name {
                case "p", "h":
                    let label = isFirst ? lists.next(style, level: min(level, OpenLists.levelLimit)) : nil
                    isFirst = false
                    write(paragraph: child, label: label)
                case "list": write(list: child, style: style, level: level + 1)
                case "soft-page-break": turn(1)
                default: continue
                }
            }
        }
    }

    private mutating func write(paragraph node: XMLNode, label: String?) {
        paragraphs += 1
        let number = paragraphs
        var said = Said()
        words(node, &said)
        for box in said.boxes { write(box: box) }
        output.locate(.paragraph, label: String(number))
        var text = said.text
        if let label, text.contains(where: { !$0.isWhite }) {
            text = Array(label.unicodeScalars) + text
            said.pages = said.pages.map { $0 == 0 ? 0 : $0 + label.unicodeScalars.count }
        }
        var start = 0
        var pageStarts = said.pages[...]
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
        for note in said.notes {
            notes += 1
            output.locate(.note, label: String(notes))
            output.line("注\(notes)：".unicodeScalars + plain(note).map { $0 == "\n" ? " " : $0 })
        }
    }

    private mutating func write(boxes frame: XMLNode) {
        for node in frame.elements {
            if node.name == "text-box" { write(box: node) } else if node.name == "frame" { write(boxes: node) }
        }
    }

    private mutating func write(box: XMLNode) {
        boxes += 1
        output.locate(.box, label: String(boxes))
        for line in plain(box).split(separator: "\n") { output.line(line) }
    }

    /// The paragraphs inside a note, box or cell, a line each.
    private mutating func plain(_ node: XMLNode) -> [Unicode.Scalar] {
        var inner = OpenText(lists: lists)
        inner.blocks(node)
        lists = inner.lists
        changes += inner.changes
        let lines = inner.output.scalars.split(separator: "\n").filter { line in line.contains { !$0.isWhite } }
        return Array(lines.joined(separator: ["\n"]))
    }

    private mutating func write(table node: XMLNode) {
        tables += 1
        let name = String(tables)
        var grid = TableGrid()
        var texts = self
        OpenTables.fill(&grid, from: node, label: { "\($0 + 1).\($1 + 1)" }) { cell in
            String(scalars: texts.plain(cell))
        }
        lists = texts.lists
        if grid.isCut { output.findings.append(Finding(.warning, .tableIsCut(tables))) }
        TableLayout(grid).append(to: &output, unit: .table, name: name)
        output.locate(.paragraph, label: String(paragraphs + 1))
    }

    /// Spaces are one, as in HTML; `text:s` says how many more there are.
    private func words(_ node: XMLNode, _ said: inout Said) {
        for child in node.children {
            switch child {
            case .text(let text):
                for scalar in text.unicodeScalars {
                    let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
                    if isSpace, said.text.isEmpty || said.text.last == " " { continue }
                    said.text.append(isSpace ? " " : scalar)
                }
            case .element(let element):
                switch element.name {
                case "s": said.text += [Unicode.Scalar](repeating: " ", count: max(1, min(element.wordNumber("c") ?? 1, 1_000)))
                case "tab": said.text.append("\t")
                case "line-break": said.text.append("\n")
                case "soft-page-break": said.pages.append(said.text.count)
                case "note": if let body = element.first("note-body") { said.notes.append(body) }
                case "annotation", "tracked-changes", "ruby-text", "change", "change-start", "change-end": continue
                case "frame": gather(element, &said)
                default: words(element, &said)
                }
            }
        }
    }

    private func gather(_ frame: XMLNode, _ said: inout Said) {
        for node in frame.elements {
            if node.name == "text-box" { said.boxes.append(node) } else if node.name == "frame" || node.name == "g" { gather(node, &said) }
        }
    }
}
