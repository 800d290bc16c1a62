import Provenance

/// How many cells of a terminal text takes, and text cut into lines of so many cells (终端宽度).
enum CellWidth {
    static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

    /// Two cells for wide and full-width characters of UAX #11, none for combining and invisible ones. Ambiguous ones (“ ” …)
    /// count one, as terminals in UTF-8 draw them.
    static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: 1
        case 0x300...0x36F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }

    /// Without what would steer a terminal or reorder its text: control characters and bidirectional overrides become U+FFFD.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isSteering) else { return text }
        return String(scalars: text.unicodeScalars.map { isSteering($0) ? ($0 == "\t" ? " " : "\u{FFFD}") : $0 })
    }

    private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Cuts text into lines of at most `width` cells (2 or more). Words of Latin letters and digits stay whole where they fit,
    /// and no line begins with a closing mark.
    static func wrap(_ text: String, width: Int) -> [String] {
        let lines = harmless(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            wrapLine(Array($0.unicodeScalars), width: max(2, width))
        }
        return lines.isEmpty ? [""] : lines
    }

    private static func wrapLine(_ scalars: [Unicode.Scalar], width: Int) -> [String] {
        guard scalars.reduce(0, { $0 + of($1) }) > width else { return [String(scalars: scalars)] }
        var lines: [String] = []
        var start = 0
        while start < scalars.count {
            var cells = 0
            var end = start
            while end < scalars.count, cells + of(scalars[end]) <= width {
                cells += of(scalars[end])
                end += 1
            }
            end = max(end, start + 1)
            if end < scalars.count { end = breakPoint(scalars, start: start, end: end) }
            lines.append(String(scalars: scalars[start..<end]))
            start = end
            while start < scalars.count, scalars[start] == " " { start += 1 }
        }
        return lines
    }

    /// The last place at or before `end` where a line may end; `end` itself where there is none in its second half.
    private static func breakPoint(_ scalars: [Unicode.Scalar], start: Int, end: Int) -> Int {
        var point = end
        while point > start + (end - start) / 2 {
            let isWord = isWordPart(scalars[point - 1]) && isWordPart(scalars[point])
            if !isWord, !closing.contains(scalars[point]), !opening.contains(scalars[point - 1]) { return point }
            point -= 1
        }
        return end
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "a"..."z", "A"..."Z", "-", "_", ".", "%", "#", "/", ":": true
        default: false
        }
    }

    private static let closing = Set("，。；：、！？）》〉」』】〕”’…,.;:!?)]%".unicodeScalars)
    private static let opening = Set("（《〈「『【〔“‘([".unicodeScalars)
}
