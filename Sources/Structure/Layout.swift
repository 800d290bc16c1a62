import Provenance

/// How a text was laid out (版面): whether its lines are wrapped at a fixed width, which lines are page furniture, and so
/// which lines belong together.
struct Layout: Sendable {
    let lines: [SourceLine]
    /// Width in cells at which lines were wrapped; nil where a line is a paragraph.
    let wrapWidth: Int?
    /// Indent of the lines that go on with a paragraph, in cells.
    let margin: Int
    /// Blank lines stand between most lines and so mean nothing.
    let isSpaced: Bool
    /// Lines that are folios, with the page number that they print.
    let folios: [Int: Int]
    /// Lines that are marks of a web copy or of Markdown and no text of the document.
    let debris: [Int: Range<Int>]

    init(_ source: SourceText) {
        let lines = SourceLine.lines(of: source)
        var folios: [Int: Int] = [:]
        var debris: [Int: Range<Int>] = [:]
        for (index, line) in lines.enumerated() where !line.isBlank {
            if let page = Folio.number(source.scalars, in: line.content) { folios[index] = page }
            if let mark = Self.debris(source.scalars, in: line.content) { debris[index] = mark }
        }
        let textual = lines.indices.filter { !lines[$0].isBlank && folios[$0] == nil }
        self.lines = lines
        self.folios = folios
        self.debris = debris
        let margin = Self.margin(textual.map { lines[$0] })
        self.margin = margin
        wrapWidth = Self.wrapWidth(textual.map { lines[$0] }, margin: margin, in: source.scalars)
        let separated = zip(textual, textual.dropFirst()).count { $1 > $0 + 1 }
        isSpaced = textual.count > 4 && separated * 2 > textual.count
    }

    /// How far lines of wrapped text fall short of the full width, in cells: letters and digits are half as wide as
    /// characters, and a mark that may not begin a line pulls a word with it.
    static let slack = 10
    /// Widths at which text is wrapped, in cells.
    private static let wrapWidths = 40...110

    /// Folios, running heads and debris, ascending: no passage holds them.
    var furniture: [Span] {
        lines.indices.compactMap { index in
            if folios[index] != nil {
                let content = lines[index].content
                return Span(content.lowerBound, content.upperBound)
            }
            return debris[index].map { Span($0.lowerBound, $0.upperBound) }
        }
    }

    /// Lines of wrapped text share one width: a third of them at least come near the widest usual one, and many of those
    /// stop in mid-sentence.
    private static func wrapWidth(_ lines: [SourceLine], margin: Int, in text: [Unicode.Scalar]) -> Int? {
        guard lines.count >= 4 else { return nil }
        let widths = lines.map { $0.cells + min($0.indent, 8) }.sorted()
        let width = widths[(widths.count * 9) / 10]
        // A text with lines far wider than that, a masthead's apart, is not wrapped there.
        guard wrapWidths.contains(width), widths.count(where: { $0 > width + 24 }) <= max(2, widths.count / 50) else { return nil }
        return usual(lines, width: width, margin: margin, in: text) ?? byIndents(lines, margin: margin, in: text)
    }

    /// Many lines are full.
    private static func usual(_ lines: [SourceLine], width: Int, margin: Int, in text: [Unicode.Scalar]) -> Int? {
        let full = lines.indices.filter { lines[$0].cells + min(lines[$0].indent, 8) >= width - slack }
        guard full.count * 3 >= lines.count, full.count >= 3 else { return nil }
        // What stops in mid-sentence before a line that begins anew is a title or heading.
        let cut = full.count { index in
            guard index + 1 < lines.count, !text[lines[index].content.upperBound - 1].endsSentence else { return false }
            let next = lines[index + 1]
            return !next.isIndented(beyond: margin, in: text) && Numbering(Glimpse(Pieces(next.content), in: text, limit: 12)) == nil
        }
        return cut >= 2 && cut * 5 > full.count * 2 ? width : nil
    }

    /// Few lines are full, but paragraphs are indented, and all lines that are not go on with one that stops in mid-sentence at
    /// one width.
    private static func byIndents(_ lines: [SourceLine], margin: Int, in text: [Unicode.Scalar]) -> Int? {
        let indented = lines.count { $0.isIndented(beyond: margin, in: text) }
        guard indented >= 3 else { return nil }
        let cut = lines.indices.dropLast().filter {
            !text[lines[$0].content.upperBound - 1].endsSentence && !lines[$0 + 1].isIndented(beyond: margin, in: text)
        }
        let widths = cut.map { lines[$0].cells + min(lines[$0].indent, 8) }
        // A single one is believed where no other line stands at the margin.
        guard widths.count >= 2 || (indented >= 4 && indented + 1 == lines.count), let width = widths.max(), wrapWidths.contains(width) else { return nil }
        guard widths.count(where: { $0 < width - slack }) * 5 <= widths.count else { return nil }
        return lines.contains { $0.cells + min($0.indent, 8) > width + 4 } ? nil : width
    }

    /// The least indent that is usual: one line in ten may stand further left.
    private static func margin(_ lines: [SourceLine]) -> Int {
        lines.isEmpty ? 0 : lines.map(\.indent).sorted()[lines.count / 10]
    }

    private static func isRule(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "*", "=", "_", "━", "─", "—", "═", "＿", "★", "☆", "﹏": true
        default: false
        }
    }

    /// `# ` before a title, `<!-- … -->`, `---`: what Markdown and web copies add.
    private static func debris(_ text: [Unicode.Scalar], in content: Range<Int>) -> Range<Int>? {
        let first = text[content.lowerBound]
        guard first == "#" || first == "<" || isRule(first) || first.isTableBar else { return nil }
        // |---|:---:| below the labels of a table.
        if first.isTableBar {
            let rule = content.allSatisfy {
                text[$0].isTableBar || text[$0] == "-" || text[$0] == ":" || text[$0].isWhite || text[$0].isInvisible && text[$0].isXMLCharacter
            }
            return rule && text[content].contains("-") ? content : nil
        }
        // Furniture is plain text: what XML cannot carry stays in the paragraphs, which know how to tell it.
        guard first == "#" || content.count <= 400 && content.allSatisfy({ text[$0].isXMLCharacter }) else { return nil }
        if first == "#" {
            var end = content.lowerBound
            while end < content.upperBound, text[end] == "#" { end += 1 }
            return end == content.upperBound || text[end].isWhite ? content.lowerBound..<end : nil
        }
        if first == "<", content.count >= 7, text[content.lowerBound + 1] == "!", text[content.lowerBound + 2] == "-",
            text[content.upperBound - 1] == ">", text[content.upperBound - 2] == "-"
        {
            return content
        }
        // The rule below a masthead, printed as characters: ━━━━★━━━━.
        if content.count >= 3, content.allSatisfy({ isRule(text[$0]) }) { return content }
        return nil
    }
}

extension Unicode.Scalar {
    /// Parts the cells of a table printed with bars.
    var isTableBar: Bool { self == "|" || self == "｜" || self == "│" || self == "┃" }

    /// 。！？； and what closes after them: the end of a sentence or of a member of one.
    @inlinable
    public var endsSentence: Bool {
        switch self {
        case "。", "！", "？", "；", "：", "”", "）", "!", "?", ";", ":", ")", "…", "』", "」": true
        default: false
        }
    }
}

/// A page number at the foot of a page (页码): `— 9 —`, `- 3 -`, `第 3 页`, `第3页 共8页`.
enum Folio {
    static func number(_ text: [Unicode.Scalar], in content: Range<Int>) -> Int? {
        guard content.count <= 24, mayOpen(ReadingText.normalised(text[content.lowerBound])) else { return nil }
        var scalars: [Unicode.Scalar] = []
        guard content.allSatisfy({ text[$0].isXMLCharacter }) else { return nil }
        for index in content where !text[index].isWhite && !text[index].isInvisible {
            scalars.append(ReadingText.normalised(text[index]))
        }
        if let first = scalars.first, isDash(first) {
            var start = 0
            while start < scalars.count, isDash(scalars[start]) { start += 1 }
            guard let (value, end) = PrintedNumeral.digits(scalars, from: start), end < scalars.count else { return nil }
            return scalars[end...].allSatisfy(isDash) ? value : nil
        }
        if scalars.first == "第", let (value, end) = PrintedNumeral.digits(scalars, from: 1), end < scalars.count,
            scalars[end] == "页"
        {
            guard end + 1 < scalars.count else { return value }
            guard scalars[end + 1] == "共" || scalars[end + 1] == "/" || scalars[end + 1] == "，", scalars.last == "页" else { return nil }
            return value
        }
        return nil
    }

    private static func mayOpen(_ scalar: Unicode.Scalar) -> Bool { scalar == "第" || isDash(scalar) }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "—" || scalar == "-" || scalar == "–" || scalar == "·" || scalar == "－" || scalar == "―"
    }
}
