import Provenance

/// Numbered lines that end as sentences do and are headings all the same (独占一行的标题): `（一）统筹平台建设。` over a paragraph without a number.
///
/// What a document does with one such line it does with all of its style: where most of them have a paragraph below, they are headings;
/// where they mostly stand alone, each is a demand.
struct SentenceHeadings {
    private var styles: Set<NumberingStyle> = []
    /// The styles of which but one line is so.
    private var single: Set<NumberingStyle> = []

    /// Visible characters of the longest, the number included.
    private static let longest = 60

    init(_ paragraphs: ArraySlice<Paragraph>) {
        var counts: [NumberingStyle: (alone: Int, over: Int)] = [:]
        for index in paragraphs.indices {
            guard let numbering = paragraphs[index].numbering else { continue }
            // （四）其他行为。 closes a list of which the items before end in ；.
            if paragraphs[index].last == "；" { counts[numbering.style, default: (0, 0)].alone += 1 }
            guard Self.isOneSentence(paragraphs[index]) else { continue }
            let next = index + 1 < paragraphs.endIndex ? paragraphs[index + 1] : nil
            if let next, Self.isText(next) || next.numbering.map({ $0.style > numbering.style }) ?? false { counts[numbering.style, default: (0, 0)].over += 1 } else { counts[numbering.style, default: (0, 0)].alone += 1 }
        }
        single = Set(counts.filter { $0.value.over == 1 && $0.value.alone == 0 }.keys)
        styles = Set(counts.filter { $0.value.over >= 2 && $0.value.over >= 2 * $0.value.alone }.keys)
    }

    /// - Parameter next: what stands below.
    func contains(_ paragraph: Paragraph, _ numbering: Numbering, over next: Paragraph?) -> Bool {
        guard Self.isOneSentence(paragraph), let next else { return false }
        if let below = next.numbering {
            // 二、重点工作。 over 1.…: the units below it say what is to be done, whether their numbers begin anew or run on.
            return paragraph.length <= 30 && below.style > numbering.style && !paragraph.head.scalars.contains("，")
        }
        guard Self.isText(next) else { return false }
        return styles.contains(numbering.style) || single.contains(numbering.style) && paragraph.length <= 20 && !paragraph.head.scalars.contains("，")
    }

    private static func isOneSentence(_ paragraph: Paragraph) -> Bool {
        guard paragraph.length <= longest, paragraph.last == "。" else { return false }
        // A figure or a bracket is of a demand.
        return !paragraph.head.scalars.dropFirst(paragraph.numbering?.length ?? 0).dropLast().contains {
            $0 == "。" || $0 == "；" || $0 == "：" || $0 == "）" || $0.isDigit
        }
    }

    /// A paragraph that goes on with what the heading names: running text, no bracket of who owes it.
    private static func isText(_ paragraph: Paragraph) -> Bool {
        guard paragraph.numbering == nil, let first = paragraph.head.scalars.first, first != "（", first != "(", first != "〔", first != "【" else { return false }
        return paragraph.length >= 20 && (paragraph.endsSentence || paragraph.last == "：" || paragraph.last == "）")
    }
}
