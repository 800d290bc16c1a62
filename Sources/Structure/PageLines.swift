import Provenance
import Vocabulary

/// Lines that a web site prints around a document (网页附加行): where the page came from, when it was put up, how often it was read, who
/// edited it. They name no fact of the document.
///
/// - `发布时间：2023-10-18 09:12　来源：云岭日报　浏览次数：1024`
/// - `索引号：…`, `成文日期：2023年3月12日`, `发文字号：云政办发〔2023〕5号`: the catalogue entry of a government page, a line a label
/// - `责任编辑：…`, `上一篇：…`, `扫一扫在手机打开当前页` at the end
struct PageLines: Sendable {
    private let labels, dates, numbers, closers: PhraseSet

    init(_ markers: Markers) {
        dates = PhraseSet(markers.group("page.date"))
        numbers = PhraseSet(markers.group("page.number"))
        labels = PhraseSet(markers.group("page.label") + markers.group("page.date") + markers.group("page.number"))
        closers = PhraseSet(markers.group("page.closer"))
    }

    /// Visible characters of the longest line that is looked at.
    private static let longest = 120

    /// What a line over or under the title is; nil where it belongs to the document.
    func field(_ paragraph: Paragraph, text: [Unicode.Scalar]) -> [DraftField]? {
        guard paragraph.length <= Self.longest, paragraph.last != "。", let start = labelEnd(paragraph.head) else { return nil }
        let label = paragraph.head.scalars[..<(start - 1)]
        // A second label on the line: only its words are kept.
        guard !isLabelled(paragraph.head, from: start) else { return [DraftField(.note, paragraph.pieces)] }
        let name: OutlineField.Name =
            dates.length(at: 0, in: paragraph.head.scalars, limit: label.count) == label.count ? .date
            : numbers.length(at: 0, in: paragraph.head.scalars, limit: label.count) == label.count ? .number : .note
        guard name != .note else { return [DraftField(.note, paragraph.pieces)] }
        let (printed, value) = paragraph.pieces.split(at: paragraph.head.offset(after: start, in: text), in: text)
        return value.isEmpty ? [DraftField(.note, paragraph.pieces)] : [DraftField(.note, printed), DraftField(name, value)]
    }

    /// A line that a site puts below the text.
    func isCloser(_ paragraph: Paragraph) -> Bool {
        let head = paragraph.head.scalars
        guard paragraph.length <= Self.longest, paragraph.last != "。", let first = head.first else { return false }
        let start = first == "【" || first == "（" ? 1 : 0
        return closers.length(at: start, in: head, limit: head.count) != nil
    }

    /// Behind the label and its colon; 2023-10-18 来源：… begins with what the label would say.
    private func labelEnd(_ head: Glimpse) -> Int? {
        let scalars = head.scalars
        var start = 0
        if let first = scalars.first, first.isDigit {
            while start < scalars.count, scalars[start].isDigit || ":-/.年月日：".unicodeScalars.contains(scalars[start]) { start += 1 }
            guard start >= 8 else { return nil }
        }
        guard let length = labels.length(at: start, in: scalars, limit: scalars.count), start + length < scalars.count,
            scalars[start + length] == "：" || scalars[start + length] == ":"
        else { return nil }
        return start + length + 1
    }

    private func isLabelled(_ head: Glimpse, from start: Int) -> Bool {
        head.scalars.indices.dropFirst(start).contains { index in
            guard head.scalars[index] == "：" || head.scalars[index] == ":" else { return false }
            return labels.length(endingAt: index, in: head.scalars, from: start) != nil
        }
    }
}
