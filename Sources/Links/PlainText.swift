import Provenance

/// A text as words are compared: without white space, full-width letters and digits made half-width.
enum PlainText {
    static func scalars(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.utf8.count / 2)
        for scalar in text.unicodeScalars where !scalar.isWhite {
            let value = scalar.value
            if (0xFF10...0xFF19).contains(value) || (0xFF21...0xFF3A).contains(value) || (0xFF41...0xFF5A).contains(value) {
                result.append(Unicode.Scalar(value - 0xFEE0) ?? scalar)
            } else {
                result.append(scalar)
            }
        }
        return result
    }

    /// Puts a comma in the place of names: a body's name says who, not what.
    static func blank(_ names: [[Unicode.Scalar]], in text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let names = names.filter { $0.count > 3 }.sorted { $0.count > $1.count }
        guard !names.isEmpty else { return text }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var index = 0
        scan: while index < text.count {
            for name in names where index + name.count <= text.count && text[index..<index + name.count].elementsEqual(name) {
                result.append("，")
                index += name.count
                continue scan
            }
            result.append(text[index])
            index += 1
        }
        return result
    }

    /// Where a part stands first.
    static func place(of part: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        guard !part.isEmpty, part.count <= text.count else { return nil }
        return (0...text.count - part.count).first { text[$0..<$0 + part.count].elementsEqual(part) }
    }

    @inline(__always)
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || isLatin(scalar)
    }

    @inline(__always)
    static func isLatin(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || isLetter(scalar) }

    @inline(__always)
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    @inline(__always)
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
    }

    /// Where a clause ends.
    @inline(__always)
    static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", "；", "。", "：", "！", "？", ",", ";", ":": true
        default: false
        }
    }
}
