import Provenance
import Vocabulary

/// The list of contents of a bulletin (目录): its entries come again as titles in the text, where two spaces, or nothing at
/// all, part them from what follows. A title may hold two spaces itself, so the list decides.
struct ContentsList: Sendable {
    /// The lines of the list, visible characters only.
    private(set) var lines: [[Unicode.Scalar]] = []

    /// A list with more lines is text that repeats itself.
    private static let longest = 200

    /// The list that begins at `index`, and the paragraph after it: after the word 目录, or where headings in 【】 come a
    /// second time.
    static func read(
        _ paragraphs: ArraySlice<Paragraph>, at index: Int, words: StructureWords, text: [Unicode.Scalar]
    ) -> (ContentsList, Int)? {
        guard opens(paragraphs[index], words: words) else { return nil }
        let first = isTitled(paragraphs[index], words: words) ? index + 1 : index
        guard first < paragraphs.endIndex else { return nil }
        // Where the first entry comes again, the list is over.
        let opening = paragraphs[first].head.scalars
        guard !opening.isEmpty else { return nil }
        let reach = min(paragraphs.endIndex, first + 80)
        guard let again = (first + 1..<reach).first(where: { Self.core(paragraphs[$0].head.scalars).starts(with: Self.core(opening)) }) else { return nil }
        var list = ContentsList()
        for paragraph in paragraphs[first..<again] {
            for piece in paragraph.pieces.ranges {
                let line = Self.core(Glimpse(Pieces(piece), in: text).scalars)
                if !line.isEmpty { list.lines.append(line) }
            }
        }
        return list.lines.count <= Self.longest ? (list, again) : nil
    }

    /// 目录, 【本期要目】, 【重点推荐】: a list may begin here.
    static func opens(_ paragraph: Paragraph, words: StructureWords) -> Bool {
        paragraph.head.scalars.first == "【" && paragraph.head.scalars.last == "】" || isTitled(paragraph, words: words)
    }

    private static func isTitled(_ paragraph: Paragraph, words: StructureWords) -> Bool {
        let head = paragraph.head
        guard head.count <= words.longestLabel || head.scalars.first == "【" else { return false }
        return words.contentsTitles.contains(head.string) || words.contentsTitles.contains(String(scalars: head.scalars.filter { $0 != "【" && $0 != "】" }))
    }

    /// An entry without the mark before it and without its leader and page number: `●标题……3`.
    private static func core(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var end = scalars.count
        var digits = end
        while digits > 0, scalars[digits - 1].isDigit { digits -= 1 }
        var leader = digits
        while leader > 0, scalars[leader - 1] == "…" || scalars[leader - 1] == "." || scalars[leader - 1] == "·" || scalars[leader - 1] == "—" { leader -= 1 }
        if leader < digits - 1 || (leader < digits && digits < end) { end = leader }
        return Array(scalars[min(marks(scalars), end)..<end])
    }

    /// ◇, ▲ before a title.
    static func isMarked(_ scalars: [Unicode.Scalar]) -> Bool { marks(scalars) > 0 }

    /// How many marks stand before an entry: ★ 东湖区：…
    private static func marks(_ scalars: some Collection<Unicode.Scalar>) -> Int {
        scalars.prefix { "●◆■★▲►▶◎○•·☆◇□▪△".unicodeScalars.contains($0) }.count
    }

    /// The length of the entry with which a text begins, the marks before it included, in visible characters.
    func titleLength(_ head: ArraySlice<Unicode.Scalar>) -> Int? {
        let marks = Self.marks(head)
        let text = head.dropFirst(marks)
        for start in lines.indices where text.starts(with: lines[start]) && lines[start].first != "【" {
            var length = marks + lines[start].count
            for line in lines[(start + 1)...] {
                guard line.first != "【", head.dropFirst(length).starts(with: line) else { break }
                length += line.count
            }
            return length
        }
        return nil
    }

    /// Whether a line of the text opens an entry of the list.
    var isEmpty: Bool { lines.isEmpty }
}
