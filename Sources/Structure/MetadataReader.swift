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
        while end < paragraphs.endIndex, end < paragraphs.startIndex + 24, let line = read(paragraphs[end], text: text) ?? note(paragraphs[end]) {
            if line.contains(where: \.isMetadata) { isTold = true }
            fields += line
            end += 1
        }
        guard end - paragraphs.startIndex >= 2, isTold else { return [] }
        paragraphs = paragraphs[end...]
        return fields
    }

    /// 当前位置：首页 among the lines of the table.
    private func note(_ paragraph: Paragraph) -> [DraftField]? {
        words.pageLines.isLabelled(paragraph) ? [DraftField(.note, paragraph.pieces)] : nil
    }

    /// The label as a part of the masthead, and the value as what it is.
    func read(_ paragraph: Paragraph, text: [Unicode.Scalar]) -> [DraftField]? {
        let head = paragraph.head
        guard paragraph.isShort, let (name, end) = label(head) else { return nil }
        guard end < head.count else { return [DraftField(.masthead, paragraph.pieces)] }
        let (label, value) = paragraph.pieces.split(at: head.offset(after: end, in: text), in: text)
        guard let name, !value.isEmpty, isOne(name, Array(head.scalars[end...])) else { return [DraftField(.masthead, paragraph.pieces)] }
        var field = DraftField(name, value)
        field.isMetadata = true
        return [DraftField(.masthead, label), field]
    }

    /// A known label at the head of a line, closed by a colon, or by white space: 发文机关：甲局, 发文机关　甲局.
    private func label(_ head: Glimpse) -> (name: OutlineField.Name?, end: Int)? {
        if let colon = head.scalars.prefix(12).firstIndex(where: { $0 == "：" || $0 == ":" }) {
            return words.metadata[String(scalars: head.scalars[..<colon])].map { ($0, colon + 1) }
        }
        guard head.holdsGaps else { return nil }
        for length in stride(from: min(8, head.count), through: 2, by: -1) where length == head.count || head.hasGap(before: length) {
            if let name = words.metadata[String(scalars: head.scalars[..<length])] { return (name, length) }
        }
        return nil
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
