import Provenance
import Vocabulary

/// Lines that a web site prints around a document (网页附加行): where the page came from, when it was put up, how often it was read, who
/// edited it. They name no fact of the document. `MetadataReader` reads the catalogue entry above it.
///
/// - `发布时间：2023-10-18 09:12　来源：云岭日报　浏览次数：1024`
/// - `责任编辑：…`, `上一篇：…`, `扫一扫在手机打开当前页` at the end
struct PageLines: Sendable {
    private let labels, closers: PhraseSet

    init(_ markers: Markers) {
        labels = PhraseSet(markers.group("page.label"))
        closers = PhraseSet(markers.group("page.closer"))
    }

    /// Visible characters of the longest line that is looked at.
    private static let longest = 120

    /// A line under the title that begins with a label and a colon.
    func isLabelled(_ paragraph: Paragraph) -> Bool {
        let scalars = paragraph.head.scalars
        guard paragraph.length <= Self.longest, paragraph.last != "。" else { return false }
        var start = 0
        while start < scalars.count, start < 2, "•·●■◆◇►|-—".unicodeScalars.contains(scalars[start]) { start += 1 }
        // 2023-10-18 来源：… begins with what the label would say.
        if start < scalars.count, scalars[start].isDigit {
            let first = start
            while start < scalars.count, scalars[start].isDigit || ":-/.年月日：".unicodeScalars.contains(scalars[start]) { start += 1 }
            guard start - first >= 8 else { return false }
        }
        guard let length = labels.length(at: start, in: scalars, limit: scalars.count), start + length < scalars.count else { return false }
        return scalars[start + length] == "：" || scalars[start + length] == ":" || length > 2 && paragraph.head.hasGap(before: start + length)
    }

    /// A line that a site puts below the text.
    func isCloser(_ paragraph: Paragraph) -> Bool {
        let head = paragraph.head.scalars
        guard paragraph.length <= Self.longest, paragraph.last != "。", let first = head.first else { return false }
        let start = first == "【" || first == "（" ? 1 : 0
        return closers.length(at: start, in: head, limit: head.count) != nil
    }
}
