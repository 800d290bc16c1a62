import Provenance

/// Prints a report for a terminal: tables drawn with rules, cells wrapped by the width of their characters.
struct TextTable {
    let wording: Wording
    /// Cells of a line.
    let width: Int

    func print(_ report: Report) -> String {
        var lines = [CellWidth.harmless(report.title)]
        for fact in report.facts { lines += indented(fact.label + wording(.labelColon), fact.value) }
        for section in report.sections {
            lines.append("")
            if let title = section.title { lines.append("▌" + CellWidth.harmless(title)) }
            lines += section.rows.isEmpty ? [section.empty] : table(section)
        }
        if !report.notes.isEmpty { lines.append("") }
        for note in report.notes { lines += CellWidth.wrap(note, width: width) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A label with text that wraps beside it.
    func indented(_ label: String, _ text: String) -> [String] {
        let margin = CellWidth.of(label)
        return CellWidth.wrap(text, width: max(20, width - margin)).enumerated().map {
            ($0.offset == 0 ? label : String(repeating: " ", count: margin)) + $0.element
        }
    }

    private func table(_ section: Report.Section) -> [String] {
        let texts = section.rows.map { $0.map { CellWidth.harmless($0.text(wording)) } }
        let widths = columnWidths(section, texts)
        let isNumber = section.columns.map(\.isNumber)
        let wrapped = texts.map { cells in zip(cells, widths).map { CellWidth.wrap($0, width: $1) } }
        let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1))
        let isLoose = wrapped.contains { $0.contains { $0.count > 1 } }
        var lines = draw(zip(section.columns, widths).map { CellWidth.wrap($0.title, width: $1) }, widths, isNumber)
        lines.append(rule)
        for (index, cells) in wrapped.enumerated() {
            if isLoose, index > 0 { lines.append("") }
            lines += draw(cells, widths, isNumber)
        }
        return lines
    }

    private func draw(_ cells: [[String]], _ widths: [Int], _ isNumber: [Bool]) -> [String] {
        (0..<(cells.map(\.count).max() ?? 0)).map { line in
            var text = ""
            for (column, cell) in cells.enumerated() {
                let words = line < cell.count ? cell[line] : ""
                let gap = String(repeating: " ", count: max(0, widths[column] - CellWidth.of(words)))
                if column > 0 { text += "  " }
                text += isNumber[column] ? gap + words : words + gap
            }
            while text.hasSuffix(" ") { text.removeLast() }
            return text
        }
    }

    /// Natural widths where they fit; else the columns that want more than their share are cut to it.
    private func columnWidths(_ section: Report.Section, _ texts: [[String]]) -> [Int] {
        let natural = section.columns.indices.map { column in
            max(
                CellWidth.of(section.columns[column].title),
                texts.reduce(0) { widest, cells in
                    max(widest, cells[column].split(separator: "\n").reduce(0) { max($0, CellWidth.of(String($1))) })
                })
        }
        let room = width - 2 * (section.columns.count - 1)
        guard natural.reduce(0, +) > room else { return natural }
        var widths = natural
        var open = Set(natural.indices)
        var left = room
        // Columns that want less than their share keep their width and leave the rest to the others.
        var changed = true
        while changed, !open.isEmpty {
            changed = false
            let shares = open.reduce(0) { $0 + section.columns[$1].share }
            for column in open.sorted() where natural[column] <= left * section.columns[column].share / max(1, shares) {
                open.remove(column)
                left -= natural[column]
                changed = true
                break
            }
        }
        let shares = max(1, open.reduce(0) { $0 + section.columns[$1].share })
        for column in open.sorted() { widths[column] = max(4, left * section.columns[column].share / shares) }
        return widths
    }
}
