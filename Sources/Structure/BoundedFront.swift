import Provenance
import Vocabulary

/// Reads a front of which the end is known (有界版头) and whose lines stand in no order that offices use: pages of sites, masthead and
/// title in turn, an order above the regulation that it publishes. `FrontReader` reads the usual ones.
struct BoundedFront {
    let words: StructureWords
    let text: [Unicode.Scalar]
    let echoes: Set<Int>
    /// 份号, 密级, 发文字号, 期号.
    let simpleField: (Paragraph) -> [DraftField]?

    /// - Parameter end: of the lines above the addressees or the first article.
    func read(_ paragraphs: ArraySlice<Paragraph>, before end: Int) -> FrontReader.Front {
        // A copy may have lost its title.
        let title = title(in: paragraphs, before: end) ?? paragraphs.startIndex..<paragraphs.startIndex
        let pieces = Pieces(title.flatMap { paragraphs[$0].pieces.ranges })
        var front = FrontReader.Front()
        if !title.isEmpty { front.genre = words.genre(ofTitle: plain(title.flatMap { paragraphs[$0].head.scalars })) }
        for index in paragraphs.startIndex..<end {
            if index == title.lowerBound, !title.isEmpty {
                front.fields.append(DraftField(.title, pieces))
            } else if !title.contains(index) {
                front.fields += fields(paragraphs[index], isBelowTitle: !title.isEmpty && index > title.lowerBound, isEcho: echoes.contains(index))
            }
        }
        return front
    }

    /// The lines of the title: those above the end that say together a title with its 文种, the last such.
    private func title(in paragraphs: ArraySlice<Paragraph>, before end: Int) -> Range<Int>? {
        for last in (paragraphs.startIndex..<end).reversed() where isPlain(paragraphs[last], last) {
            guard words.genre(ofTitle: plain(paragraphs[last].head.scalars)) != nil else { continue }
            var first = last
            while first > paragraphs.startIndex, last - first < 3, isPlain(paragraphs[first - 1], first - 1), belongs(paragraphs[first - 1].head, above: paragraphs[first].head) {
                first -= 1
            }
            return first..<last + 1
        }
        return nil
    }

    /// A line that goes on in the next: it has no 文种 of its own and names no paper.
    private func belongs(_ line: Glimpse, above next: Glimpse) -> Bool {
        guard words.genre(ofTitle: plain(line.scalars)) == nil, !line.scalars.contains("：") else { return false }
        // 青云省人民政府办公厅 / 关于…的通知, 关于印发… / …的通知
        if words.about.begins(next) { return words.addresseeEnds.length(endingAt: line.count, in: line.scalars, from: 0) != nil }
        return line.scalars.contains("《") || words.about.first(in: 0..<line.count, of: line.scalars) != nil
    }

    private func isPlain(_ paragraph: Paragraph, _ index: Int) -> Bool {
        !echoes.contains(index) && paragraph.isShort && !paragraph.endsSentence && simpleField(paragraph) == nil
            && !words.pageLines.isLabelled(paragraph) && !ClosingReader.isDate(paragraph.head)
    }

    private func plain(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] { Array(EchoedLines.title(in: title)) }

    private func fields(_ paragraph: Paragraph, isBelowTitle: Bool, isEcho: Bool) -> [DraftField] {
        let head = paragraph.head
        if isEcho || words.pageLines.isLabelled(paragraph) { return [DraftField(.note, paragraph.pieces)] }
        if let fields = simpleField(paragraph) { return fields }
        if let (issuer, date) = ClosingReader(words: words).signatureLine(paragraph, text: text) { return [DraftField(.issuer, issuer), DraftField(.date, date)] }
        if ClosingReader.isDate(head) || ClosingReader.isBracketedDate(head) { return [DraftField(.date, paragraph.pieces)] }
        if paragraph.endsSentence { return [DraftField(.note, paragraph.pieces)] }
        if words.addresseeEnds.length(endingAt: head.count, in: head.scalars, from: 0) != nil, !head.scalars.contains(where: \.isDigit) {
            return [DraftField(.issuer, paragraph.pieces)]
        }
        return [DraftField(isBelowTitle ? .note : .masthead, paragraph.pieces)]
    }
}
