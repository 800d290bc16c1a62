import Provenance
import Vocabulary

/// Finds tables (表格): rows of cells parted by tabs or by bars (Markdown), and tables that a web copy flattened to one cell a line, where
/// a row of column labels shows it.
struct TableReader {
    let words: StructureWords
    /// Of an extracted text: a line with tabs that begins in a cell is a row, and a blank line ends a table.
    var map: SourceMap?

    /// The table that begins at `index`, the paragraph after it, and the bars that are no text of its cells.
    func table(at index: Int, in paragraphs: ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> (node: DraftNode, end: Int, bars: [Int])? {
        if map != nil, let (node, end) = extracted(at: index, in: paragraphs, text: text) { return (node, end, []) }
        if let found = barred(at: index, in: paragraphs, text: text) { return found }
        guard let (node, end) = tabbed(at: index, in: paragraphs, text: text) ?? flattened(at: index, in: paragraphs) else { return nil }
        return (node, end, [])
    }

    /// The labels of a table may stand here.
    func mayBegin(_ paragraph: Paragraph, text: [Unicode.Scalar]) -> Bool {
        label(paragraph.head.scalars) != nil || text[paragraph.pieces.start].isTableBar
            || paragraph.pieces.ranges.contains { text[$0].contains("\t") }
    }

    /// | 序号 | 重点任务 |: a line a row with bars between its cells; at least two rows of two cells. Without a bar at its head a line is a row
    /// where the first of them bears known labels: 序号 | 重点任务 | 牵头单位.
    private func barred(at index: Int, in paragraphs: ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> (node: DraftNode, end: Int, bars: [Int])? {
        guard let (header, headerBars) = barCells(paragraphs[index], text: text) else { return nil }
        let columns = header.map { Glimpse($0, in: text).string }
        let isFramed = text[paragraphs[index].pieces.start].isTableBar
        guard isFramed || columns.count >= 3 && columns.count(where: { words.columnLabels.contains(ExactText($0)) }) >= 2 else { return nil }
        let number = columns.firstIndex { $0 == "序号" || $0 == "编号" }
        var rows = [DraftRow(kind: .header, number: nil, cells: header)]
        var bars = headerBars
        var cursor = index + 1
        while cursor < paragraphs.endIndex {
            if let (cells, found) = barCells(paragraphs[cursor], text: text), text[paragraphs[cursor].pieces.start].isTableBar == isFramed || !isFramed {
                let isGroup = !cells[0].isEmpty && cells.dropFirst().allSatisfy(\.isEmpty)
                let printed = number.flatMap { $0 < cells.count ? Glimpse(cells[$0], in: text).string : nil }
                rows.append(DraftRow(kind: isGroup && !isFramed ? .group : .data, number: isGroup && !isFramed ? nil : printed, cells: isGroup && !isFramed ? [cells[0]] : cells))
                bars += found
            } else if !isFramed, paragraphs[cursor].numbering != nil, cursor + 1 < paragraphs.endIndex, barCells(paragraphs[cursor + 1], text: text) != nil {
                rows.append(DraftRow(kind: .group, number: nil, cells: [paragraphs[cursor].pieces]))
            } else {
                break
            }
            cursor += 1
        }
        return rows.count >= 2 ? (.table(columns: columns, rows: rows), cursor, bars) : nil
    }

    /// The cells of a line that bars part, and the bars; nil for fewer than two cells.
    private func barCells(_ paragraph: Paragraph, text: [Unicode.Scalar]) -> (cells: [Pieces], bars: [Int])? {
        guard let range = paragraph.pieces.ranges.first, paragraph.pieces.ranges.count == 1 else { return nil }
        let bars = range.filter { text[$0].isTableBar }
        guard !bars.isEmpty else { return nil }
        let isFramed = text[range.lowerBound].isTableBar
        let starts = isFramed ? bars : [range.lowerBound - 1] + bars
        let ends = (isFramed ? Array(bars.dropFirst()) : bars) + (text[range.upperBound - 1].isTableBar ? [] : [range.upperBound])
        let cells = zip(starts, ends).map { Pieces($0 + 1..<$1).trimmed(in: text) }
        return cells.count >= 2 ? (cells, bars) : nil
    }

    private func label(_ scalars: [Unicode.Scalar]) -> String? {
        guard scalars.count <= 12 else { return nil }
        let word = String(scalars: scalars)
        return words.columnLabels.contains(ExactText(word)) ? word : nil
    }

    /// A line a row, cells parted by tabs; the first row bears at least two known labels.
    private func tabbed(at index: Int, in paragraphs: ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> (DraftNode, Int)? {
        guard paragraphs[index].pieces.ranges.contains(where: { text[$0].contains("\t") }) else { return nil }
        let header = cells(of: paragraphs[index], text: text)
        guard header.count >= 3 else { return nil }
        let columns = header.map { Glimpse($0, in: text).string }
        guard columns.count(where: { words.columnLabels.contains(ExactText($0)) }) >= 2 else { return nil }
        var rows = [DraftRow(kind: .header, number: nil, cells: header)]
        var cursor = index + 1
        let numberColumn = columns.firstIndex { $0 == "序号" || $0 == "编号" }
        while cursor < paragraphs.endIndex {
            let cells = cells(of: paragraphs[cursor], text: text)
            if cells.count < 2 {
                guard paragraphs[cursor].numbering != nil, cursor + 1 < paragraphs.endIndex,
                    self.cells(of: paragraphs[cursor + 1], text: text).count >= 2
                else { break }
                rows.append(DraftRow(kind: .group, number: nil, cells: [paragraphs[cursor].pieces]))
            } else {
                let number = numberColumn.flatMap { $0 < cells.count ? Glimpse(cells[$0], in: text).string : nil }
                rows.append(DraftRow(kind: .data, number: number, cells: cells))
            }
            cursor += 1
        }
        return rows.count > 1 ? (.table(columns: columns, rows: rows), cursor) : nil
    }

    /// A line a row; empty cells at both ends of a line count. The first row is the labels, a row with its first cell alone a group.
    private func extracted(at index: Int, in paragraphs: ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> (DraftNode, Int)? {
        guard let header = row(paragraphs[index], text: text) else { return nil }
        let columns = header.map { Glimpse($0, in: text).string }
        let number = columns.firstIndex { $0 == "序号" || $0 == "编号" }
        var rows = [DraftRow(kind: .header, number: nil, cells: header)]
        var cursor = index + 1
        while cursor < paragraphs.endIndex, let cells = row(paragraphs[cursor], text: text),
            !hasBlankLine(paragraphs[cursor - 1].pieces.end..<paragraphs[cursor].pieces.start, text: text)
        {
            if let first = cells.first, !first.isEmpty, cells.dropFirst().allSatisfy(\.isEmpty) {
                rows.append(DraftRow(kind: .group, number: nil, cells: [first]))
            } else {
                let printed = number.flatMap { $0 < cells.count ? Glimpse(cells[$0], in: text).string : nil }
                rows.append(DraftRow(kind: .data, number: printed.flatMap { $0.isEmpty ? nil : $0 }, cells: cells))
            }
            cursor += 1
        }
        return (.table(columns: columns, rows: rows), cursor)
    }

    /// The cells of an extracted line; nil where it is no row of a table.
    private func row(_ paragraph: Paragraph, text: [Unicode.Scalar]) -> [Pieces]? {
        var (start, end) = (paragraph.pieces.start, paragraph.pieces.end)
        guard let unit = map?.locator(at: start)?.unit, unit == .table || unit == .sheet else { return nil }
        while start > 0, text[start - 1] != "\n" { start -= 1 }
        while end < text.count, text[end] != "\n" { end += 1 }
        guard text[start..<end].contains("\t") else { return nil }
        return cells(of: start..<end, text: text)
    }

    private func hasBlankLine(_ range: Range<Int>, text: [Unicode.Scalar]) -> Bool { text[range].count { $0 == "\n" } > 1 }

    /// Empty cells in the middle are kept, so that columns stay in step.
    private func cells(of paragraph: Paragraph, text: [Unicode.Scalar]) -> [Pieces] {
        paragraph.pieces.ranges.flatMap { cells(of: $0, text: text) }
    }

    private func cells(of range: Range<Int>, text: [Unicode.Scalar]) -> [Pieces] {
        var cells: [Pieces] = []
        var start = range.lowerBound
        for index in range where text[index] == "\t" {
            cells.append(Pieces(start..<index).trimmed(in: text))
            start = index + 1
        }
        cells.append(Pieces(start..<range.upperBound).trimmed(in: text))
        return cells
    }

    /// Labels on lines of their own, then a cell a line: a row begins with its number.
    private func flattened(at index: Int, in paragraphs: ArraySlice<Paragraph>) -> (DraftNode, Int)? {
        var columns: [String] = []
        var cursor = index
        guard let first = label(paragraphs[cursor].head.scalars) else { return nil }
        guard first == "序号" || first == "编号" else { return unnumbered(at: index, in: paragraphs) }
        // Labels that no list knows stand among those that one does: up to the number of the first row.
        var known = 0
        while cursor < paragraphs.endIndex, columns.count < 12, paragraphs[cursor].length <= 12, paragraphs[cursor].looksLikeHeading(),
            Numbering(paragraphs[cursor].head) == nil, !isRowNumber(paragraphs[cursor].head)
        {
            if label(paragraphs[cursor].head.scalars) != nil { known += 1 }
            columns.append(paragraphs[cursor].head.string)
            cursor += 1
        }
        guard columns.count >= 3, known >= 2, known * 2 >= columns.count else { return nil }
        var rows = [DraftRow(kind: .header, number: nil, cells: paragraphs[index..<cursor].map(\.pieces))]
        while cursor < paragraphs.endIndex {
            let head = paragraphs[cursor].head
            if isRowNumber(head), cursor + columns.count <= paragraphs.endIndex {
                let cells = paragraphs[cursor..<cursor + columns.count]
                guard !cells.dropFirst().contains(where: { isRowNumber($0.head) }) else {
                    rows.append(shortRow(&cursor, in: paragraphs, columns: columns.count, number: head.string))
                    continue
                }
                rows.append(DraftRow(kind: .data, number: head.string, cells: cells.map(\.pieces)))
                cursor += columns.count
            } else if isRowNumber(head) {
                rows.append(shortRow(&cursor, in: paragraphs, columns: columns.count, number: head.string))
            } else if let style = paragraphs[cursor].numbering?.style, style == .chinese || style == .bracketedChinese, paragraphs[cursor].length <= 40 {
                rows.append(DraftRow(kind: .group, number: nil, cells: [paragraphs[cursor].pieces]))
                cursor += 1
            } else {
                break
            }
        }
        return rows.count > 1 ? (.table(columns: columns, rows: rows), cursor) : nil
    }

    /// Labels that are all known, who is responsible among them, then as many cells a row: told only where the rows come out even.
    private func unnumbered(at index: Int, in paragraphs: ArraySlice<Paragraph>) -> (DraftNode, Int)? {
        var columns: [String] = []
        while let paragraph = paragraphs[index...].dropFirst(columns.count).first, let label = label(paragraph.head.scalars) { columns.append(label) }
        guard columns.count >= 3, let day = columns.firstIndex(where: words.limitColumns.contains), columns.contains(where: words.dutyColumns.contains)
        else { return nil }
        var end = index + columns.count
        while end < paragraphs.endIndex, mayBeCell(paragraphs[end]), end - index < Self.mostCells { end += 1 }
        let cells = paragraphs[index + columns.count..<end]
        guard !cells.isEmpty, cells.count.isMultiple(of: columns.count) else { return nil }
        var rows = [DraftRow(kind: .header, number: nil, cells: paragraphs[index..<index + columns.count].map(\.pieces))]
        for start in stride(from: cells.startIndex, to: end, by: columns.count) {
            guard paragraphs[start + day].length <= Self.longestDay else { return nil }
            rows.append(DraftRow(kind: .data, number: nil, cells: paragraphs[start..<start + columns.count].map(\.pieces)))
        }
        return (.table(columns: columns, rows: rows), end)
    }

    private static let mostCells = 2000
    /// Visible characters of a cell that gives a time.
    private static let longestDay = 20

    /// 一、… begins another unit, a day closes the text, 附件 begins an annex, and a paragraph of two sentences is none of a table.
    private func mayBeCell(_ paragraph: Paragraph) -> Bool {
        if let style = paragraph.numbering?.style, style == .chinese || style == .bracketedChinese || style <= .article { return false }
        return !ClosingReader.isDate(paragraph.head) && words.attachmentWords.length(at: 0, in: paragraph.head.scalars, limit: paragraph.head.count) == nil
            && !(paragraph.last == "。" && !paragraph.isShort)
    }

    /// A row with fewer cells than columns: it ends where the next number stands.
    private func shortRow(_ cursor: inout Int, in paragraphs: ArraySlice<Paragraph>, columns: Int, number: String) -> DraftRow {
        var cells = [paragraphs[cursor].pieces]
        cursor += 1
        while cursor < paragraphs.endIndex, cells.count < columns, !isRowNumber(paragraphs[cursor].head) {
            cells.append(paragraphs[cursor].pieces)
            cursor += 1
        }
        return DraftRow(kind: .data, number: number, cells: cells)
    }

    private func isRowNumber(_ head: Glimpse) -> Bool {
        head.count <= 3 && head.count > 0 && head.scalars.allSatisfy(\.isDigit)
    }
}
