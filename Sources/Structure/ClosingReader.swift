import Provenance
import Vocabulary

/// Finds 署名, 成文日期 and 附注 at the end of a text, with the 附件说明 before them.
struct ClosingReader {
    let words: StructureWords

    /// The closing that stands at `index`, and the paragraph after it.
    func closing(at index: Int, in paragraphs: ArraySlice<Paragraph>) -> (fields: [DraftField], end: Int)? {
        var fields: [DraftField] = []
        var cursor = index
        // 附件：1.… and the list below it.
        if isAttachmentNote(paragraphs[cursor].head) {
            repeat {
                fields.append(DraftField(.attachment, paragraphs[cursor].pieces))
                cursor += 1
            } while cursor < paragraphs.endIndex && Numbering(paragraphs[cursor].head)?.style == .arabic
                && paragraphs[cursor].looksLikeHeading(limit: 60)
        }
        let issuersStart = cursor
        while cursor < paragraphs.endIndex, cursor < issuersStart + 12, isIssuer(paragraphs[cursor]) { cursor += 1 }
        let hasDate = cursor < paragraphs.endIndex && Self.isDate(paragraphs[cursor].head)
        if hasDate {
            for issuer in issuersStart..<cursor { fields.append(DraftField(.issuer, paragraphs[issuer].pieces)) }
            fields.append(DraftField(.date, paragraphs[cursor].pieces))
            cursor += 1
        } else {
            cursor = issuersStart
        }
        while hasDate || !fields.isEmpty, cursor < paragraphs.endIndex, isNote(paragraphs[cursor]) {
            fields.append(DraftField(.note, paragraphs[cursor].pieces))
            cursor += 1
        }
        return fields.isEmpty || (!hasDate && fields.allSatisfy { $0.name != .attachment }) ? nil : (fields, cursor)
    }

    private func isAttachmentNote(_ head: Glimpse) -> Bool {
        guard let length = words.attachmentWords.length(at: 0, in: head.scalars, limit: head.count) else { return false }
        return length + 1 < head.count && (head.scalars[length] == "：" || head.scalars[length] == ":")
    }

    private func isIssuer(_ paragraph: Paragraph) -> Bool {
        paragraph.length >= 2 && paragraph.length <= 40 && paragraph.looksLikeHeading() && Numbering(paragraph.head) == nil
            && !Self.isDate(paragraph.head) && paragraph.head.scalars.contains { $0.isHan }
    }

    private func isNote(_ paragraph: Paragraph) -> Bool {
        let text = paragraph.head.scalars
        return paragraph.isShort && (text.first == "（" || text.first == "(") && (text.last == "）" || text.last == ")")
            && Numbering(paragraph.head) == nil
    }

    /// The whole line is a day: 2018年11月7日, 二〇一一年三月四日.
    static func isDate(_ head: Glimpse) -> Bool {
        guard head.count >= 8, head.count <= 14, head.scalars.last == "日" else { return false }
        var marks: [Unicode.Scalar] = []
        for scalar in head.scalars.dropLast() {
            if scalar == "年" || scalar == "月" {
                marks.append(scalar)
            } else if !scalar.isDigit && PrintedNumeral.value(scalar) == nil && scalar != "十" {
                return false
            }
        }
        return marks == ["年", "月"]
    }
}
