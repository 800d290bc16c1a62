import Provenance

/// One line of the source as it was received (行).
struct SourceLine: Sendable {
    /// From its first code point to its line break, exclusive.
    let range: Range<Int>
    /// Without the white space and invisible characters at both ends; empty for a blank line.
    let content: Range<Int>
    /// Width of `content` in cells: two for a full-width character, one for others.
    let cells: Int
    /// White space before `content`, in cells.
    let indent: Int

    var isBlank: Bool { content.isEmpty }

    /// Indented as the first line of a paragraph is: by two ideographic spaces, or by as much beyond the margin.
    func isIndented(beyond margin: Int, in text: [Unicode.Scalar]) -> Bool {
        if (margin + 4...margin + 10).contains(indent) { return true }
        guard indent == 4 else { return false }
        return text[range.lowerBound..<content.lowerBound].count { $0 == "\u{3000}" } == 2
    }

    /// Splits at LF, CRLF, CR, and at the separators of Unicode and of page feeds.
    static func lines(of source: SourceText) -> [SourceLine] {
        source.scalars.withUnsafeBufferPointer { text in
            var lines: [SourceLine] = []
            var start = 0
            var index = 0
            while index < text.count {
                let value = text[index].value
                guard value <= 0x2029, value <= 0x0D && value >= 0x0A || value >= 0x2028 || value == 0x85 else {
                    index &+= 1
                    continue
                }
                lines.append(SourceLine(start..<index, in: text))
                if value == 0x0D, index + 1 < text.count, text[index + 1] == "\n" { index += 1 }
                index += 1
                start = index
            }
            if start < index { lines.append(SourceLine(start..<index, in: text)) }
            return lines
        }
    }

    @inline(__always)
    private init(_ range: Range<Int>, in text: UnsafeBufferPointer<Unicode.Scalar>) {
        self.range = range
        var lower = range.lowerBound
        var upper = range.upperBound
        var indent = 0
        while lower < upper, text[lower].isWhite || text[lower].isInvisible {
            indent += text[lower].cells
            lower += 1
        }
        while upper > lower, text[upper - 1].isWhite || text[upper - 1].isInvisible { upper -= 1 }
        content = lower..<upper
        self.indent = indent
        var cells = 0
        var index = lower
        while index < upper {
            cells &+= text[index].cells
            index &+= 1
        }
        self.cells = cells
    }
}

extension Unicode.Scalar {
    /// Zero-width and control characters, those of private use, and emoji, which web copies and converters leave behind: they separate and say nothing.
    @inlinable
    public var isInvisible: Bool {
        if value >= 0x2E80 && value < 0xE000 || value >= 0xF900 && value < 0xFE00 || value >= 0x20 && value < 0x7F { return false }
        return switch value {
        case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
            0xE000...0xF8FF, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
            true
        // Emoji and dingbats, ★ and ☆ of 密级 and the circled digits apart.
        case 0x2600...0x2604, 0x2607...0x26FF, 0x2700...0x2775, 0x2794...0x27BF, 0x2B50, 0x2B55, 0x1F000...0x1FAFF: true
        default: false
        }
    }

    /// Width on a printed line: two cells for East Asian wide characters, none for invisible ones, one for the rest.
    var cells: Int {
        if value >= 0x2E80 && value <= 0xD7A3 { return 2 }
        return switch value {
        case 0x20...0x7E: 1
        case 0x1100...0x115F, 0x2E80...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x3FFFD, 0x2014, 0x2018...0x201D, 0x2026:
            2
        default: isInvisible ? 0 : 1
        }
    }

    /// A Chinese character.
    @inlinable
    public var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD, 0x3007: true
        default: false
        }
    }

    @inlinable
    public var isDigit: Bool { value >= 0x30 && value <= 0x39 }
}
