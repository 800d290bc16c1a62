import Provenance
import Vocabulary

/// Finds tables (表格): rows of cells parted by tabs, and tables that a web copy flattened to one cell a line, where a row of
/// column labels shows it.
struct TableReader {
    let words: StructureWords

    /// The table that begins at `index`, and the paragraph after it.
    func table(at index: Int, in paragraphs: ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> (DraftNode, Int)? {
        tabbed(at: index, in: paragraphs, text: text) ?? flattened(at: index, in: paragraphs)
    }

    private func label(_ scalars: [Unicode.Scalar]) -> String? {
        guard scalars.count <= 12 else { return nil }
        let word = String(scalars: scalars)
        return words.columnLabels.contains(word) ? word : nil
    }

    /// A line a row, cells parted by tabs; the first row bears at least two known labels.
    private func tabbed(at index: Int, in paragraphs: ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> (DraftNode, Int)? {
        guard paragraphs[index].pieces.ranges.contains(where: { text[$0].contains("\t") }) else { return nil }
        let header = cells(of: paragraphs[index], text: text)
        guard header.count >= 3 else { return nil }
        let columns = header.map { Glimpse($0, in: text).string }
        guard columns.count(where: { words.columnLabels.contains($0) }) >= 2 else { return nil }
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

    /// Empty cells in the middle are kept, so that columns stay in step.
    private func cells(of paragraph: Paragraph, text: [Unicode.Scalar]) -> [Pieces] {
        var cells: [Pieces] = []
        for range in paragraph.pieces.ranges {
            var start = range.lowerBound
            for index in range where text[index] == "\t" {
                cells.append(Pieces(start..<index).trimmed(in: text))
                start = index + 1
            }
            cells.append(Pieces(start..<range.upperBound).trimmed(in: text))
        }
        return cells
    }

    /// Labels on lines of their own, then a cell a line: a row begins with its number.
    private func flattened(at index: Int, in paragraphs: ArraySlice<Paragraph>) -> (DraftNode, Int)? {
        var columns: [String] = []
        var cursor = index
        guard let first = label(paragraphs[cursor].head.scalars), first == "序号" || first == "编号" else { return nil }
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
