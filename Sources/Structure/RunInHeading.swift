import Provenance
import Vocabulary

/// Headings that stand at the beginning of a paragraph (段首标题): `（一）办好培训。支持企业…`.
enum RunInHeading {
    /// The length in visible characters, the closing 。 or ： included, of the heading after a number; nil where the first
    /// sentence is a demand of its own.
    ///
    /// A heading is short, and sentences follow it; where only the bracket of the responsible bodies follows, the first
    /// sentence was the demand.
    static func length(_ head: Glimpse, from start: Int, paragraphLength: Int, limit: Int = 30, commas: Int = 2, words: StructureWords) -> Int? {
        let text = head.scalars
        var depth = 0
        var commaCount = 0
        var index = start
        while index < text.count, index - start <= limit {
            switch text[index] {
            case "“", "《", "（", "‘": depth += 1
            case "”", "》", "）", "’": depth = max(0, depth - 1)
            case "，": if depth == 0 { commaCount += 1 }
            case "；", "！", "？", "：": if depth == 0 { return nil }
            case "。" where depth == 0:
                guard index > start + 1, commaCount <= commas, follows(text, after: index + 1, paragraphLength: paragraphLength), !demands(text, start..<index, words) else { return nil }
                return index + 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// 对达到报废年限的校车，必须于2032年12月底前全部淘汰更新。 学校要与驾驶人签订责任书。 A word of duty, a deadline, or 要 behind who is told.
    private static func demands(_ text: [Unicode.Scalar], _ sentence: Range<Int>, _ words: StructureWords) -> Bool {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            if let skip = words.notModal.length(at: index, in: text, limit: sentence.upperBound) {
                index += skip
                continue
            }
            if words.obliging.length(at: index, in: text, limit: sentence.upperBound) != nil { return true }
            if index > sentence.lowerBound + 1, text[index - 1].isHan, words.telling.length(at: index, in: text, limit: sentence.upperBound) != nil { return true }
            index += 1
        }
        return false
    }

    /// More than a bracket stands after the heading.
    private static func follows(_ text: [Unicode.Scalar], after start: Int, paragraphLength: Int) -> Bool {
        guard paragraphLength > start + 4 else { return false }
        guard start < text.count, Brackets.opens(text[start]) else { return true }
        if paragraphLength <= text.count { return Brackets.end(of: start, in: text).map { text.count - $0 > 6 } ?? true }
        return paragraphLength - start >= 160
    }

    /// The length of a title that two spaces part from the text: `标题  10月26日，…`. Spaces inside 《》 and “” part nothing.
    static func lengthBySpaces(_ paragraph: Paragraph, in source: [Unicode.Scalar], from start: Int = 0, least: Int = 2, limit: Int = 70) -> Int? {
        let head = paragraph.head
        guard head.holdsGaps else { return nil }
        let origins = head.origins(in: source)
        var depth = 0
        for index in head.scalars.indices.dropLast() {
            switch head.scalars[index] {
            case "“", "《", "（", "‘": depth += 1
            case "”", "》", "）", "’": depth = max(0, depth - 1)
            case "。", "；": if depth == 0 { return nil }
            default: break
            }
            if index >= limit { return nil }
            let gap = origins[index + 1] - origins[index] - 1
            guard index >= start + 3, depth == 0, gap >= 1 else { continue }
            var width = 0
            var isBreak = false
            for offset in origins[index] + 1..<origins[index + 1] {
                if source[offset] == "\n" || source[offset] == "\r" { isBreak = true }
                if source[offset].isWhite { width += source[offset] == "\u{3000}" ? 2 : 1 }
            }
            // Converters put one blank beside letters and digits: 10 月 17 日.
            if width == 1, head.scalars[index].value < 0x80 || head.scalars[index + 1].value < 0x80 { continue }
            if !isBreak, width >= max(least, 1) { return index + 1 }
        }
        return nil
    }
}
