/// Numbers written in Chinese numerals (汉字数字), as far as numbering needs them: 一 to 九百九十九.
public enum PrintedNumeral {
    /// The number that begins at `start` and the index after it.
    public static func read(_ text: [Unicode.Scalar], from start: Int) -> (value: Int, end: Int)? {
        var total = 0
        var digit: Int?
        var index = start
        while index < text.count, index < start + 7 {
            if let value = value(text[index]) {
                guard digit == nil || digit == 0 else { return nil }
                digit = value
            } else if text[index] == "十" {
                total += (digit ?? 1) * 10
                digit = nil
            } else if text[index] == "百" {
                guard let hundreds = digit else { break }
                total += hundreds * 100
                digit = nil
            } else {
                break
            }
            index += 1
        }
        guard index > start else { return nil }
        total += digit ?? 0
        return total > 0 ? (total, index) : nil
    }

    /// A number in ASCII digits that begins at `start`, at most nine of them, and the index after it.
    public static func digits(_ text: [Unicode.Scalar], from start: Int) -> (value: Int, end: Int)? {
        var value = 0
        var index = start
        while index < text.count, text[index].isDigit, index - start < 9 {
            value = value * 10 + Int(text[index].value - 0x30)
            index += 1
        }
        return index > start ? (value, index) : nil
    }

    @inline(__always)
    public static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "零", "〇", "○": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }
}
