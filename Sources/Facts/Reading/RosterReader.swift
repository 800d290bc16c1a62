import Provenance
import Structure

/// Tells the lines of lists of people and members (成员名单): they demand nothing, and a name is no part of the body behind it.
///
/// - `组长：张某某　副省长`, `成员：…`, `成员单位：…`: a label begins the line.
/// - `林某　市水务局局长`: a name, white space, a post.
/// - Any line without a stop under …成员名单, behind 名单如下： or below such a line.
struct RosterReader {
    let words: RosterWords
    let text: ScannedText
    let source: SourceText

    /// Where what is more than a name begins in a line of a list; nil where the passage is none.
    /// - Parameter isOpen: a list is going on, by its heading or by the lines before.
    func line(_ range: Range<Int>, isOpen: Bool) -> Int? {
        guard let last = range.last else { return nil }
        if let start = words.labelEnd(at: range.lowerBound, in: text.scalars, limit: range.upperBound) { return nameEnd(start, range) ?? start }
        switch text[last] {
        case "。", "；", "！", "？", "：", "，", "、": return nil
        default: break
        }
        let ends = Punctuation.Kind.stop.rawValue | Punctuation.Kind.semicolon.rawValue | Punctuation.Kind.comma.rawValue
        guard !text.marks(in: range).contains(where: { text.marks[$0].kind.isOne(of: ends) }) else { return nil }
        let end = nameEnd(range.lowerBound, range)
        if isOpen { return end ?? range.lowerBound }
        guard let end, words.endsInPost(text.scalars, end..<range.upperBound) else { return nil }
        return end
    }

    /// …名单公布如下： opens a list.
    func opens(_ range: Range<Int>) -> Bool {
        guard let last = range.last, text[last] == "：" else { return false }
        return words.headings.first(in: max(range.lowerBound, last - 24)..<range.upperBound, of: text.scalars) != nil
    }

    private func nameEnd(_ start: Int, _ range: Range<Int>) -> Int? {
        words.nameEnd(at: start, in: text.scalars, limit: range.upperBound) { index in
            let origins = text.reading.origins
            return (Int(origins[index - 1]) + 1..<Int(origins[index])).contains { source.scalars[$0].isWhite }
        }
    }
}
