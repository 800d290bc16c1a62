import Provenance
import Vocabulary

/// Joins the lines of a hard-wrapped text to paragraphs (自然段); elsewhere a line is a paragraph.
struct ParagraphBuilder {
    let words: StructureWords

    func paragraphs(of layout: Layout, in text: [Unicode.Scalar]) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        var pieces: [Range<Int>] = []
        var firstLine = 0
        var previous: Int?
        var title = TitleBlock()

        func close() {
            if let paragraph = Paragraph(Pieces(pieces), line: firstLine, in: text) { paragraphs.append(paragraph) }
            pieces = []
        }

        for (index, line) in layout.lines.enumerated() {
            guard !line.isBlank, layout.folios[index] == nil else { continue }
            var content = line.content
            if let debris = layout.debris[index] { content = debris.upperBound..<content.upperBound }
            guard !content.isEmpty else { continue }
            let joins = previous.map { self.joins(line, at: index, to: $0, layout, text, &title) } ?? false
            if !joins {
                close()
                firstLine = index
            }
            pieces.append(content)
            previous = index
        }
        close()
        return paragraphs
    }

    /// Whether a line goes on with the sentence of the line before it.
    private func joins(
        _ line: SourceLine, at index: Int, to before: Int, _ layout: Layout, _ text: [Unicode.Scalar], _ title: inout TitleBlock
    ) -> Bool {
        let previous = layout.lines[before]
        // A row of a table is a paragraph.
        if text[line.content.lowerBound].isTableBar || text[previous.content.lowerBound].isTableBar { return false }
        guard let width = layout.wrapWidth else { return goesOn(line, at: index, after: previous, before, layout, text) }
        // A short line ends its paragraph, surely where it also ends a sentence.
        let cells = previous.cells + min(previous.indent, 8)
        let ends = text[previous.content.upperBound - 1].endsSentence
        if cells < width - (ends ? 6 : Layout.slack) { return false }
        let crossesPage = (before + 1..<index).contains { layout.folios[$0] != nil }
        if !layout.isSpaced && !crossesPage && index > before + 1 { return false }
        if line.isIndented(beyond: layout.margin, in: text) { return false }
        if title.ends(with: previous, before: line, words: words, in: text) { return false }
        // Cells of a table are parted by tabs or bars.
        if text[line.content].contains(where: { $0 == "\t" || $0.isTableBar }) || text[previous.content].contains(where: { $0 == "\t" || $0.isTableBar }) { return false }
        if text[line.content.lowerBound] == "【" { return false }
        if text[previous.content.lowerBound] == "【", text[previous.content.upperBound - 1] == "】" { return false }
        let head = Glimpse(Pieces(line.content), in: text, limit: ends ? 48 : words.longestTailLabel + 1)
        if words.tailLabel(head) != nil { return false }
        guard ends else { return true }
        // The line before is full and ends a sentence: a number, or a formula that opens a report, begins anew.
        return Numbering(head) == nil && !words.opensReport(head)
    }

    /// Where a line is a paragraph, one that stops at ， or 、 goes on all the same: a heading printed on two lines.
    private func goesOn(
        _ line: SourceLine, at index: Int, after previous: SourceLine, _ before: Int, _ layout: Layout, _ text: [Unicode.Scalar]
    ) -> Bool {
        let last = text[previous.content.upperBound - 1]
        guard last == "，" || last == "、", index == before + 1, !line.isIndented(beyond: layout.margin, in: text) else { return false }
        return Numbering(Glimpse(Pieces(line.content), in: text, limit: 12)) == nil
    }
}
