import Provenance
import Vocabulary

/// Finds 署名, 成文日期 and 附注 at the end of a text, with the 附件说明 before them.
struct ClosingReader {
    let words: StructureWords

    /// The closing that stands at `index`, and the paragraph after it.
    func closing(at index: Int, in paragraphs: ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> (fields: [DraftField], end: Int)? {
        var fields: [DraftField] = []
        var cursor = index
        // 附件：1.… and the list below it.
        if isAttachmentNote(paragraphs[cursor].head) {
            repeat {
                fields.append(DraftField(.attachment, paragraphs[cursor].pieces))
                cursor += 1
            } while cursor < paragraphs.endIndex && paragraphs[cursor].numbering?.style == .arabic
                && paragraphs[cursor].looksLikeHeading(limit: 60)
        }
        let issuersStart = cursor
        while cursor < paragraphs.endIndex, cursor < issuersStart + 12, isIssuer(paragraphs[cursor]) { cursor += 1 }
        var hasDate = cursor < paragraphs.endIndex && Self.isDate(paragraphs[cursor].head)
        if cursor < paragraphs.endIndex, let (issuer, date) = signatureLine(paragraphs[cursor], text: text), cursor + 4 >= paragraphs.endIndex || words.namesBody(Glimpse(issuer, in: text).scalars) {
            for signer in issuersStart..<cursor { fields += issuers(paragraphs[signer], text).map { DraftField(.issuer, $0) } }
            fields += issuers(issuer, Glimpse(issuer, in: text), text).map { DraftField(.issuer, $0) } + [DraftField(.date, date)]
            hasDate = true
            cursor += 1
        } else if hasDate {
            for issuer in issuersStart..<cursor { fields += issuers(paragraphs[issuer], text).map { DraftField(.issuer, $0) } }
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

    /// Several bodies on one line, parted by white space of two cells and more; 教 育 部 is one. One blank parts them only behind a word in which
    /// their names end: 湖南省教育厅 湖南省财政厅.
    func issuers(_ paragraph: Paragraph, _ text: [Unicode.Scalar]) -> [Pieces] { issuers(paragraph.pieces, paragraph.head, text) }

    private func issuers(_ pieces: Pieces, _ line: Glimpse, _ text: [Unicode.Scalar]) -> [Pieces] {
        if let cut = governmentBehindParty(line) {
            let (party, government) = pieces.split(at: line.origin(of: cut, in: text), in: text)
            return [party, government]
        }
        guard line.holdsGaps else { return [pieces] }
        let origins = line.origins(in: text)
        var parts: [Pieces] = []
        var rest = pieces
        var start = 0
        for index in origins.indices.dropFirst() where index - start >= 3 && origins.count - index >= 3 {
            let gap = text[origins[index - 1] + 1..<origins[index]]
            let width = gap.reduce(0) { $0 + ($1 == "\u{3000}" ? 2 : $1.isWhite ? 1 : 0) }
            // 教　育　部 is one name.
            guard index - start >= 4 && origins.count - index >= 4 || words.bodyEnds.length(endingAt: index, in: line.scalars, from: 0) != nil else { continue }
            guard width >= 2 || width == 1 && words.bodyEnds.length(endingAt: index, in: line.scalars, from: 0) != nil, !gap.contains("\n"), !gap.contains("\r") else { continue }
            let (left, right) = rest.split(at: origins[index], in: text)
            parts.append(left)
            rest = right
            start = index
        }
        return parts + [rest]
    }

    /// 中共甲省委|甲省人民政府, run together: the division of the first begins the second.
    private func governmentBehindParty(_ line: Glimpse) -> Int? {
        let text = line.scalars
        guard let party = words.parties.length(at: 0, in: text, limit: text.count), text.count > party + 6 else { return nil }
        let division = text[party..<party + 2]
        return (party + 3..<text.count - 4).first { text[$0...].starts(with: division) && words.bodyEnds.length(endingAt: $0, in: text, from: 0) != nil }
    }

    private func isAttachmentNote(_ head: Glimpse) -> Bool {
        guard let length = words.attachmentWords.length(at: 0, in: head.scalars, limit: head.count) else { return false }
        return length + 1 < head.count && (head.scalars[length] == "：" || head.scalars[length] == ":")
    }

    func isIssuer(_ paragraph: Paragraph) -> Bool {
        paragraph.length >= 2 && paragraph.length <= 40 && paragraph.looksLikeHeading() && paragraph.numbering == nil
            && !Self.isDate(paragraph.head) && !Self.endsInDay(paragraph.head.scalars) && !isTitle(paragraph.head)
            && paragraph.last != "！" && paragraph.head.scalars.contains { $0.isHan }
    }

    /// 关于加强…的意见: what a notice carries begins where its own closing ended.
    private func isTitle(_ head: Glimpse) -> Bool {
        words.about.begins(head) || head.count > 6 && words.genre(ofTitle: head.scalars) != nil
    }

    private func isNote(_ paragraph: Paragraph) -> Bool {
        let text = paragraph.head.scalars
        return paragraph.isShort && (text.first == "（" || text.first == "(") && (text.last == "）" || text.last == ")")
            && paragraph.numbering == nil
    }

    /// An issuer at the left and a day at the right of one line, as bulletins have them, and as some sign.
    func signatureLine(_ paragraph: Paragraph, text: [Unicode.Scalar]) -> (issuer: Pieces, date: Pieces)? {
        let scalars = paragraph.head.scalars
        let end = Self.withoutHour(scalars[...]).endIndex
        guard paragraph.length <= 60, end > 0, scalars[end - 1] == "日" || scalars[end - 1].isDigit else { return nil }
        for start in stride(from: end - 8, through: max(2, end - 14), by: -1) {
            let offset = paragraph.head.origin(of: start, in: text)
            var gap = offset - 1
            while gap > 0, text[gap].isInvisible { gap -= 1 }
            // 甲省人民政府办公厅2031年7月15日 has lost what stood between.
            guard text[gap].isWhite || words.bodyEnds.length(endingAt: start, in: scalars, from: 0) != nil && scalars[start].isDigit else { continue }
            let (left, right) = paragraph.pieces.split(at: offset, in: text)
            if Self.isDate(Glimpse(right, in: text)), !left.isEmpty,
                !Self.isDate(Glimpse(left, in: text)), scalars[start - 1] != "，"
            {
                return (left, right)
            }
        }
        return nil
    }

    /// …2031年8月20日, on whatever stands before it.
    static func endsInDay(_ line: [Unicode.Scalar]) -> Bool {
        guard line.last == "日", line.count > 8 else { return false }
        let before = line[line.count - 2]
        return (before.isDigit || PrintedNumeral.value(before) != nil || before == "十") && line.suffix(9).contains("年")
    }

    /// （2031年1月20日） below a title.
    static func isBracketedDate(_ head: Glimpse) -> Bool {
        guard head.count > 10, head.scalars.first == "（", head.scalars.last == "）", head.scalars[head.count - 2] == "日" else { return false }
        return head.count <= 16 && head.scalars.contains("年") && head.scalars[1].isDigit
    }

    /// The whole line is a day: 2018年11月7日, 二〇一一年三月四日; 2022年8月19 has lost its last sign.
    static func isDate(_ head: Glimpse) -> Bool { isDate(head.scalars[...]) }

    /// 2031年7月22日20时30分 of an urgent bulletin, without its hour.
    private static func withoutHour(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard let last = line.last, last == "时" || last == "分", let day = line.lastIndex(of: "日") else { return line }
        let hour = line[(day + 1)...].dropLast()
        return hour.count <= 5 && hour.first?.isDigit == true && hour.allSatisfy({ $0.isDigit || $0 == "时" }) ? line[...day] : line
    }

    static func isDate(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        let line = withoutHour(line)
        guard line.count >= 8, line.count <= 14, let last = line.last, last == "日" || last.isDigit else { return false }
        var marks: [Unicode.Scalar] = []
        for scalar in last == "日" ? line.dropLast() : line {
            if scalar == "年" || scalar == "月" {
                marks.append(scalar)
            } else if !scalar.isDigit && PrintedNumeral.value(scalar) == nil && scalar != "十" {
                return false
            }
        }
        return marks == ["年", "月"]
    }
}
