import Provenance

/// The words of a passage as the full-text index keeps them: every pair of neighbouring characters, and the last one alone,
/// so that words of any length are found from one character on, exactly as they stand: one character as the beginning of a
/// pair, more as a row of overlapping pairs. White space and
/// zero-width characters are left out, forms that differ in width or case are the same;
/// punctuation counts, so that nothing is found across a full stop.
public enum Grams {
    /// Text as it is compared: white space and zero-width characters left out, full-width forms halved, Latin letters in lower case.
    public static func folded(_ text: String) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        for scalar in text.unicodeScalars where !isIgnored(scalar) { scalars.append(folded(scalar)) }
        return scalars
    }

    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isWhite { return true }
        return switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    /// The folded form of one code point.
    public static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        var value = scalar.value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (0x41...0x5A).contains(value) { value += 0x20 }
        return Unicode.Scalar(value) ?? scalar
    }

    /// What the index is given of a passage: the pairs, apart by spaces.
    static func indexed(_ text: String) -> String {
        let scalars = folded(text)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 7)
        for index in scalars.indices {
            bytes.append(utf8Of: scalars[index])
            if index + 1 < scalars.count { bytes.append(utf8Of: scalars[index + 1]) }
            bytes.append(0x20)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The question to the index that finds these words; nil where there are none.
    static func pattern(_ words: String) -> String? {
        let scalars = folded(words)
        guard let first = scalars.first else { return nil }
        func quoted(_ scalar: Unicode.Scalar) -> String { scalar == "\"" ? "\"\"" : String(scalar) }
        guard scalars.count > 1 else { return "\"\(quoted(first))\" *" }
        var pairs = ""
        for index in 1..<scalars.count {
            if index > 1 { pairs += " " }
            pairs += quoted(scalars[index - 1]) + quoted(scalars[index])
        }
        return "\"\(pairs)\""
    }

    /// Whether the words end as they begin (人人), so that two of them can share a character.
    static func overlapsItself(_ words: [Unicode.Scalar]) -> Bool {
        words.count > 1 && (1..<words.count).contains { words[$0...].elementsEqual(words.prefix(words.count - $0)) }
    }

    /// Where the words stand in the text, without overlaps, in code points of `text`.
    public static func matches(of words: [Unicode.Scalar], in text: String) -> [Range<Int>] {
        guard !words.isEmpty else { return [] }
        var scalars: [Unicode.Scalar] = []
        var origins: [Int] = []
        for (index, scalar) in text.unicodeScalars.enumerated() where !isIgnored(scalar) {
            scalars.append(folded(scalar))
            origins.append(index)
        }
        var found: [Range<Int>] = []
        var start = 0
        while start + words.count <= scalars.count {
            if scalars[start] == words[0], scalars[start..<(start + words.count)].elementsEqual(words) {
                found.append(origins[start]..<(origins[start + words.count - 1] + 1))
                start += words.count
            } else {
                start += 1
            }
        }
        return found
    }
}
