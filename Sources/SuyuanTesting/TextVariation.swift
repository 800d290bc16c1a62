/// The same document as another converter would have left it: what must read alike.
public enum TextVariation: String, Sendable, CaseIterable {
    case crlf, ideographicIndents, zeroWidth, blankLines, trailingSpaces, spacedDigits, fullWidthDigits, byteOrderMark

    public func apply(to text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        switch self {
        case .crlf: return lines.joined(separator: "\r\n")
        case .ideographicIndents: return lines.map { $0.isEmpty ? $0 : "\u{3000}\u{3000}" + $0 }.joined(separator: "\n")
        case .zeroWidth: return lines.map { Self.sprinkled($0) }.joined(separator: "\n")
        case .blankLines: return lines.joined(separator: "\n\n")
        case .trailingSpaces: return lines.map { $0.isEmpty ? $0 : $0 + " \u{3000}" }.joined(separator: "\n")
        case .spacedDigits: return lines.map { Self.spaced($0) }.joined(separator: "\n")
        case .fullWidthDigits:
            return String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { ("0"..."9").contains($0) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
        case .byteOrderMark: return "\u{FEFF}" + text
        }
    }

    /// A zero-width character at both ends of a line and after every fifth character.
    private static func sprinkled(_ line: String) -> String {
        guard !line.isEmpty else { return line }
        var result = "\u{200B}"
        for (index, scalar) in line.unicodeScalars.enumerated() {
            result.unicodeScalars.append(scalar)
            if index % 5 == 4 { result += "\u{2060}" }
        }
        return result + "\u{FEFF}"
    }

    /// 10 月 17 日: one blank between digits and Chinese characters.
    private static func spaced(_ line: String) -> String {
        var result = ""
        var previous: Unicode.Scalar?
        for scalar in line.unicodeScalars {
            if let previous, isDigit(previous) != isDigit(scalar), isHan(previous) || isHan(scalar) { result += " " }
            result.unicodeScalars.append(scalar)
            previous = scalar
        }
        return result
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { ("\u{4E00}"..."\u{9FFF}").contains(scalar) }

    /// Hard-wrapped as a dump of a PDF is: at the width of so many Chinese characters, paragraphs indented by two, with a folio after every
    /// `page` lines where given, and with a blank line between all lines where `isSpaced`.
    public static func wrapped(_ text: String, width: Int, page: Int? = nil, isSpaced: Bool = false) -> String {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var rest = Array(("\u{3000}\u{3000}" + paragraph).unicodeScalars)[...]
            while let end = lineEnd(rest, cells: width * 2) {
                lines.append(string(rest[..<end]))
                rest = rest[end...]
            }
            lines.append(string(rest))
        }
        var result: [String] = []
        for (index, line) in lines.enumerated() {
            result.append(line)
            if let page, index % page == page - 1 { result.append("— \(index / page + 1) —") }
        }
        return result.joined(separator: isSpaced ? "\n\n" : "\n")
    }

    /// Where a line of so many cells is cut; no closing mark begins a line. Nil where all of it fits.
    private static func lineEnd(_ text: ArraySlice<Unicode.Scalar>, cells: Int) -> Int? {
        var left = cells
        for index in text.indices {
            left -= text[index].value < 0x2000 ? 1 : 2
            if left < 0 {
                let end = "，。；：、！？）》”".unicodeScalars.contains(text[index]) ? index + 1 : index
                return end < text.endIndex ? end : nil
            }
        }
        return nil
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
}
