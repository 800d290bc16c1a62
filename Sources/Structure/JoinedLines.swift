import Provenance
import Vocabulary

/// Parts the lines of a document's head and end that a copy has run together (连行):
///
/// - `…的实施意见甲政办发〔2031〕24号各区县人民政府：`
/// - `甲省人民政府办公厅2031年7月15日（此件公开发布）`
/// - `甲省人民政府　二〇三一年七月十五日　甲省湿地保护规划　湿地是…。` over the text that a notice carries
struct JoinedLines {
    let words: StructureWords
    let text: [Unicode.Scalar]

    /// How many paragraphs may hold the head.
    private static let reach = 6
    /// Visible characters of the longest end of a document on one line.
    private static let longestEnd = 80

    func split(_ paragraphs: [Paragraph]) -> [Paragraph] {
        // Most texts hold nothing to part and stay the array that they are.
        var result: [Paragraph]?
        for index in paragraphs.indices {
            guard let cuts = cuts(in: paragraphs[index], isFirst: index < Self.reach) else {
                result?.append(paragraphs[index])
                continue
            }
            if result == nil { result = Array(paragraphs[..<index]) }
            result?.append(contentsOf: paragraphs[index].parts(at: cuts.map { paragraphs[index].head.origin(of: $0, in: text) }, in: text))
        }
        return result ?? paragraphs
    }

    private func cuts(in paragraph: Paragraph, isFirst: Bool) -> [Int]? {
        (isFirst ? number(in: paragraph) : nil) ?? signature(in: paragraph) ?? noteBehindDay(paragraph).map { [$0] }
    }

    /// Where the number begins and ends that stands behind a title, or before addressees, on one line.
    private func number(in paragraph: Paragraph) -> [Int]? {
        let head = paragraph.head.scalars
        guard paragraph.numbering == nil else { return nil }
        var depth = 0
        for open in head.indices {
            if depth == 0, open > 1, DocumentNumber.isOpening(head[open]), let end = DocumentNumber.end(in: head, openAt: open) {
                var start = open
                while start > 0, open - start < 10, head[start - 1].isHan { start -= 1 }
                if start == 0 { return isAddressee(paragraph, from: end) ? [end] : nil }
                // The title ends in a 文种, the last before the number: …规划的通知|国发, not …规划|的通知国发.
                guard open - start > 2, let begin = (start..<open - 1).last(where: { $0 >= 8 && words.genre(ofTitle: Array(head[..<$0])) != nil }) else { return nil }
                return end < head.count ? [begin, end] : [begin]
            }
            switch head[open] {
            case "《", "（", "〈": depth += 1
            case "》", "）", "〉": depth = max(0, depth - 1)
            case "。", "；": return nil
            default: break
            }
        }
        return nil
    }

    /// Names and a colon behind the number; 甲发〔2031〕7号文件规定，…如下： is a sentence.
    private func isAddressee(_ paragraph: Paragraph, from start: Int) -> Bool {
        let head = paragraph.head.scalars
        guard let last = head.last, last == "：" || last == ":", paragraph.isShort || paragraph.length == head.count, start + 2 < head.count else { return false }
        return words.addresseeEnds.length(endingAt: head.count - 1, in: head, from: start) != nil
    }

    /// 甲省人民政府二〇三一年七月十五日|甲省湿地保护规划|湿地是…。: a name and a day at the head of a paragraph that goes on.
    private func signature(in paragraph: Paragraph) -> [Int]? {
        let head = paragraph.head.scalars
        guard paragraph.numbering == nil, let day = head.prefix(Self.longestSignature).firstIndex(of: "日"), day > 10, day + 6 < head.count,
            let start = (max(2, day - 13)...day - 7).first(where: { ClosingReader.isDate(head[$0...day]) }),
            words.bodyEnds.length(endingAt: start, in: head, from: 0) != nil, !head[..<start].contains("，"), paragraph.head.hasGap(before: day + 1) || head[day + 1] == "（"
        else { return nil }
        // The title of what is carried, parted from its text by white space.
        let title = (day + 7..<min(head.count, day + Self.longestTitle)).first { paragraph.head.hasGap(before: $0) && words.genre(ofTitle: Array(head[(day + 1)..<$0])) != nil }
        return [day + 1] + (title.map { [$0] } ?? [])
    }

    /// Visible characters of the longest name with its day, and of the longest title.
    private static let longestSignature = 44
    private static let longestTitle = 60

    /// …2031年7月15日|（此件公开发布）
    private func noteBehindDay(_ paragraph: Paragraph) -> Int? {
        guard paragraph.last == "）", paragraph.length <= Self.longestEnd, paragraph.numbering == nil else { return nil }
        let head = paragraph.head.scalars
        guard let open = head.lastIndex(of: "（"), open > 8, head[open - 1] == "日", !head.contains("。"),
            ClosingReader.endsInDay(Array(head[..<open]))
        else { return nil }
        return open
    }
}
