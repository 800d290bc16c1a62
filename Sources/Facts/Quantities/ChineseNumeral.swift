/// Numbers written in Chinese characters (汉字数字) and in ASCII digits, read from scalars.
enum ChineseNumeral {
    /// The digit that a character stands for; 两 counts as two, the three shapes of zero as zero.
    @inline(__always)
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        case "〇", "零", "○": 0
        default: nil
        }
    }

    @inline(__always)
    static func unit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1000
        default: nil
        }
    }

    @inline(__always)
    static func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }

    /// A number below ten thousand: 十二, 三百零五, 两千; or digit by digit: 二〇二二. Nil where none begins at `start` or where
    /// the characters form no number (十十, 三四个).
    static func read(_ scalars: [Unicode.Scalar], at start: Int, before end: Int) -> (value: Int, next: Int)? {
        var index = start
        var total = 0
        var pending: Int?
        var lastUnit = 10_000
        var positional = 0
        var digits = 0
        while index < end {
            let scalar = scalars[index]
            if let digit = digit(scalar) {
                digits += 1
                positional = positional * 10 + digit
                if pending != nil, pending != 0, lastUnit != 10_000 { return nil }
                pending = digit
                guard digits <= 4 || lastUnit != 10_000 else { return nil }
            } else if let unit = unit(scalar) {
                // Units descend, and the first may stand alone (十二); a string of digits takes none.
                guard unit < lastUnit, lastUnit != 10_000 || digits <= 1 else { return nil }
                guard pending != nil || (unit == 10 && total == 0) || (unit > 10 && index == start) else { return nil }
                total += (pending ?? 1) * unit
                pending = nil
                lastUnit = unit
            } else {
                break
            }
            index += 1
        }
        guard index > start else { return nil }
        if lastUnit == 10_000 {
            // Two digits side by side are an estimate (三四个), three or four a year or a code.
            return digits == 2 ? nil : (positional, index)
        }
        return (total + (pending ?? 0), index)
    }
}
