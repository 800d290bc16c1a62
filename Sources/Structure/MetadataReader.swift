import Provenance
import Vocabulary

/// Reads the table that sites of governments print above a document (公开信息表：索引号、发文字号、成文日期 …), a label and its value a line.
/// What it says stands in for what the text itself does not say, and is held against it where it does.
struct MetadataReader {
    let words: StructureWords

    /// Takes the lines off; leaves everything where there are fewer than two, since one may be part of a text.
    func take(from paragraphs: inout ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> [DraftField] {
        var fields: [DraftField] = []
        var end = paragraphs.startIndex
        var isTold = false
        let start = start(in: paragraphs, text: text)
        while end < start {
            fields.append(DraftField(.note, paragraphs[end].pieces))
            end += 1
        }
        while end < paragraphs.endIndex, end < start + 24, let line = read(paragraphs[end], text: text) ?? note(paragraphs[end]) {
            if line.contains(where: \.isMetadata) { isTold = true }
            fields += line
            end += 1
        }
        guard end - start >= 2, isTold else { return [] }
        paragraphs = paragraphs[end...]
        return fields
    }

    /// Short lines of a site may stand above its table: 无障碍, 长辈版.
    private func start(in paragraphs: ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> Int {
        var index = paragraphs.startIndex
        while index < paragraphs.endIndex, index < paragraphs.startIndex + Self.mostLines, read(paragraphs[index], text: text) == nil {
            let paragraph = paragraphs[index]
            guard paragraph.isShort, paragraph.length <= 60, !paragraph.endsSentence, paragraph.numbering == nil, words.genre(ofTitle: paragraph.head.scalars) == nil,
                paragraph.last != "：", !DocumentNumber.isOpening(paragraph.head.scalars.first ?? " ")
            else { return paragraphs.startIndex }
            index += 1
        }
        // Two labels on lines of their own are no part of a text.
        guard index + 1 < paragraphs.endIndex, read(paragraphs[index], text: text) != nil, read(paragraphs[index + 1], text: text) != nil else { return paragraphs.startIndex }
        return index
    }

    private static let mostLines = 6

    /// 当前位置：首页 among the lines of the table.
    private func note(_ paragraph: Paragraph) -> [DraftField]? {
        words.pageLines.isLabelled(paragraph) ? [DraftField(.note, paragraph.pieces)] : nil
    }

    /// The labels as parts of the masthead, and the values as what they are: one of each, or several on one line.
    ///
    /// - `• 索引号：115300/2031-0042`
    /// - `名称：甲县人民政府关于…的通知 文号：甲政发〔2031〕2号`
    /// - `文号 | 甲政发〔2031〕2号 | 成文日期： | 2031年9月14日 |`
    func read(_ paragraph: Paragraph, text: [Unicode.Scalar]) -> [DraftField]? {
        let head = paragraph.head
        guard paragraph.isShort else { return nil }
        var start = 0
        while start < head.count, Self.isMark(head.scalars[start]) { start += 1 }
        guard var (name, end) = label(head, at: start) else { return nil }
        var fields: [DraftField] = []
        var rest = paragraph.pieces
        // Cuts `rest` behind so many visible characters of the line.
        func cut(_ place: Int) -> Pieces {
            guard place < head.count else {
                defer { rest = Pieces([]) }
                return rest
            }
            let (left, right) = rest.split(at: head.offset(after: place, in: text), in: text)
            rest = right
            return left
        }
        while true {
            var next: (name: OutlineField.Name?, end: Int)?
            var stop = end
            while stop < head.count {
                if stop > end, head.hasGap(before: stop) || Self.isMark(head.scalars[stop - 1]), let found = label(head, at: stop) {
                    next = found
                    break
                }
                stop += 1
            }
            var last = stop
            while last > end, Self.isMark(head.scalars[last - 1]) { last -= 1 }
            fields += [DraftField(.masthead, cut(end))]
            if last > end {
                var field = DraftField(.masthead, cut(last))
                if let name, isOne(name, Array(head.scalars[end..<last])) {
                    field = DraftField(name, field.pieces)
                    field.isMetadata = true
                }
                fields.append(field)
            }
            guard let following = next else {
                if last < head.count { fields.append(DraftField(.masthead, cut(head.count))) }
                return fields
            }
            (name, end) = following
        }
    }

    /// A known label at a place, closed by a colon, a bar or white space: 发文机关：甲局, 发文机关　甲局.
    private func label(_ head: Glimpse, at start: Int) -> (name: OutlineField.Name?, end: Int)? {
        let limit = min(head.count, start + 12)
        for length in stride(from: min(10, head.count - start), through: 2, by: -1) {
            let end = start + length
            let closes = end < limit && (head.scalars[end] == "：" || head.scalars[end] == ":" || head.scalars[end] == "|")
            guard closes || end == head.count || head.hasGap(before: end), closes || head.holdsGaps,
                let name = words.metadata[String(scalars: head.scalars[start..<end])]
            else { continue }
            var behind = end
            while behind < head.count, head.scalars[behind] == "：" || head.scalars[behind] == ":" || Self.isMark(head.scalars[behind]) { behind += 1 }
            return (name, behind)
        }
        return nil
    }

    /// Bullets and the bars of flattened tables.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "•", "·", "●", "■", "◆", "►", "｜", "-": true
        default: false
        }
    }

    /// Whether a value is what its label promises: sites print 无 too, and a time of the day behind a date.
    private func isOne(_ name: OutlineField.Name, _ value: [Unicode.Scalar]) -> Bool {
        switch name {
        case .number: DocumentNumber.isSerial(value) || DocumentNumber.isBare(value) || DocumentNumber.end(in: value) == value.count
        case .date: value.count(where: \.isDigit) >= 4 && value.count <= 24
        default: value.count >= 3
        }
    }
}
