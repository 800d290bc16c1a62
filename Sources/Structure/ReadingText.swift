import Provenance

/// The source as recognisers read it (识读文本): white space, zero-width characters, hard wraps and page furniture left out,
/// full-width letters and digits made half-width, punctuation made full-width beside Chinese text. Nothing here is ever
/// printed: every position leads back to the source.
public struct ReadingText: Sendable {
    public private(set) var scalars: [Unicode.Scalar] = []
    /// For each of `scalars` the code point of the source that it came from; strictly ascending within a passage.
    public private(set) var origins: [Int32] = []

    public init() {}

    public var count: Int { scalars.count }

    public mutating func append(_ scalar: Unicode.Scalar, from origin: Int) {
        scalars.append(scalar)
        origins.append(Int32(truncatingIfNeeded: origin))
    }

    public mutating func reserve(_ capacity: Int) {
        scalars.reserveCapacity(capacity)
        origins.reserveCapacity(capacity)
    }

    /// Appends what is visible of some pieces of a source and returns where it stands.
    mutating func append(_ pieces: Pieces, of source: [Unicode.Scalar]) -> Range<Int> {
        let start = count
        for range in pieces.ranges {
            var index = range.lowerBound
            while index < range.upperBound {
                let plain = source.endOfPlain(index..<range.upperBound)
                if plain > index {
                    scalars.append(contentsOf: source[index..<plain])
                    append(origins: index..<plain)
                    index = plain
                    continue
                }
                let scalar = source[index]
                if !scalar.isWhite && !scalar.isInvisible { append(Self.normalised(scalar), from: index) }
                index += 1
            }
        }
        Self.widenPunctuation(of: &scalars, in: start..<count)
        return start..<count
    }

    /// Consecutive places of the source. They are filled in behind noughts that are copied, which is many at a time; a range is
    /// appended number by number.
    private mutating func append(origins range: Range<Int>) {
        var left = range
        while !left.isEmpty {
            let part = left.prefix(Self.noughts.count)
            let start = origins.count
            origins.append(contentsOf: Self.noughts[..<part.count])
            origins.withUnsafeMutableBufferPointer { origins in
                for index in 0..<part.count { origins[start &+ index] = Int32(truncatingIfNeeded: part.lowerBound &+ index) }
            }
            left = left.dropFirst(part.count)
        }
    }

    private static let noughts = [Int32](repeating: 0, count: 512)

    /// Half-width punctuation beside a Chinese character is meant full-width: `，` typed as `,` in a web copy.
    static func widenPunctuation(of scalars: inout [Unicode.Scalar], in range: Range<Int>) {
        // Whether the brackets that are open were widened: their partners follow them.
        var open: [Bool] = []
        var index = range.lowerBound - 1
        while true {
            index = scalars.nextNarrow(index + 1..<range.upperBound)
            guard index < range.upperBound else { return }
            guard let wide = wide(scalars[index]) else { continue }
            if wide == "〇" || wide == "。" {
                if wide == "〇" ? isNought(index, scalars, range) : isStop(index, scalars, range) { scalars[index] = wide }
                continue
            }
            let before = index > range.lowerBound ? scalars[index - 1] : " "
            let after = index + 1 < range.upperBound ? scalars[index + 1] : " "
            let betweenDigits = before.isDigit && after.isDigit
            var isWide = !betweenDigits && (before.value >= 0x2000 || after.value >= 0x2000)
            switch scalars[index] {
            case "(", "[": open.append(isWide)
            case ")", "]": isWide = open.popLast() ?? isWide
            default: break
            }
            if isWide { scalars[index] = wide }
        }
    }

    /// The stretch of the source that a stretch of this text came from. An empty range gives an empty span.
    public func span(_ range: Range<Int>) -> Span {
        guard let last = range.last else {
            let start = range.lowerBound < origins.count ? Int(origins[range.lowerBound]) : Int(origins.last ?? -1) + 1
            return Span(start, start)
        }
        return Span(Int(origins[range.lowerBound]), Int(origins[last]) + 1)
    }

    public func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

    /// Full-width letters, digits and signs that have no place in Chinese punctuation, made half-width; quotation and
    /// bracket variants made one.
    @inlinable
    static func normalised(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        if value < 0x2000 || value >= 0x3100 && value < 0xFE00 { return scalar }
        switch value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return Unicode.Scalar(value - 0xFEE0) ?? scalar
        case 0xFF05: return "%"
        case 0xFF0E: return "."
        case 0xFF3B: return "〔"
        case 0xFF3D: return "〕"
        case 0xFF61: return "。"
        case 0xFE50, 0xFF64: return "，"
        case 0x3014: return "〔"
        case 0x2027, 0x2022, 0x30FB: return "·"
        case 0x2013, 0x2015, 0x2500, 0x2501, 0xFF5E: return "—"
        case 0x301D: return "“"
        case 0x301E: return "”"
        default: return scalar
        }
    }

    private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case ",": "，"
        case ";": "；"
        case ":": "："
        case "(": "（"
        case ")": "）"
        case "?": "？"
        case "!": "！"
        case "[": "〔"
        case "]": "〕"
        case ".": "。"
        case "O", "o", "0": "〇"
        default: nil
        }
    }

    /// 二O一一年: a letter or digit for 〇 between Chinese numerals.
    private static func isNought(_ index: Int, _ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound, index + 1 < range.upperBound, (PrintedNumeral.value(scalars[index - 1]) ?? 0) > 0 || scalars[index - 1] == "〇"
        else { return false }
        return PrintedNumeral.value(scalars[index + 1]) != nil || wide(scalars[index + 1]) == "〇"
    }

    /// 完成登记.各地: a point that ends a sentence, not the one behind a number (二.) and not one in a name of letters.
    private static func isStop(_ index: Int, _ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound + 2 else { return false }
        let before = scalars[index - 1]
        guard before.isHan || before == "）" || before == "”" || before == "》" || before == "%" else { return false }
        if PrintedNumeral.value(before) != nil || before == "十" { return false }
        guard index + 1 < range.upperBound else { return true }
        let after = scalars[index + 1]
        return after.isHan || after.isDigit || after == "（" || after == "(" || after == "“" || after == "《"
    }
}

extension Unicode.Scalar {
    /// Read as it is printed, without a look at what it might be: ideographs and the commonest punctuation. Others may be too.
    @inline(__always)
    var isPlain: Bool {
        value >= 0x3400 && value < 0xFE00 || value == 0x3002 || value == 0xFF0C || value == 0x3001 || value >= 0x21 && value < 0x7F
    }
}

extension [Unicode.Scalar] {
    /// Where a run of plain scalars ends.
    @inline(__always)
    func endOfPlain(_ range: Range<Int>) -> Int {
        withUnsafeBufferPointer { text in
            var index = range.lowerBound
            while index < range.upperBound, text[index].isPlain { index += 1 }
            return index
        }
    }

    /// The first scalar that takes one cell, ASCII; the range's end where there is none.
    @inline(__always)
    fileprivate func nextNarrow(_ range: Range<Int>) -> Int {
        withUnsafeBufferPointer { text in
            var index = range.lowerBound
            while index < range.upperBound, text[index].value >= 0x80 { index += 1 }
            return index
        }
    }
}
