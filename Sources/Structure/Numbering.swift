import Provenance

/// How a unit is numbered (层次序数), outermost style first as GB/T 9704 and the style of regulations have them.
public enum NumberingStyle: Int, Sendable, CaseIterable, Comparable {
    /// 第一编, 第一章, 第一节, 第一条.
    case part, chapter, division, article
    /// 一、 · （一） · 1. · （1） · ①
    case chinese, bracketedChinese, arabic, bracketedArabic, circled

    public static func < (left: NumberingStyle, right: NumberingStyle) -> Bool { left.rawValue < right.rawValue }
}

/// A number printed before a unit's text: `（三）`, `12.`, `第五条`.
struct Numbering: Sendable {
    let style: NumberingStyle
    let ordinal: Int
    /// Visible characters that it takes.
    let length: Int

    /// Reads the number with which a passage begins.
    init?(_ glimpse: Glimpse) {
        let text = glimpse.scalars
        guard let first = text.first else { return nil }
        func scalar(_ index: Int) -> Unicode.Scalar? { index < text.count ? text[index] : nil }

        if first == "第", let (value, end) = PrintedNumeral.read(text, from: 1) ?? PrintedNumeral.digits(text, from: 1) {
            let style: NumberingStyle? =
                switch scalar(end) {
                case "编": .part
                case "章": .chapter
                case "节": .division
                case "条": .article
                default: nil
                }
            guard let style else { return nil }
            // 第五条规定的… cites an article, it does not open one.
            if style == .article, let next = scalar(end + 1), Self.cites(next) { return nil }
            self.init(style, value, end + 1)
            return
        }
        if first == "（" || first == "(" {
            if let (value, end) = PrintedNumeral.read(text, from: 1), scalar(end) == "）" || scalar(end) == ")" {
                self.init(.bracketedChinese, value, end + 1)
                return
            }
            if let (value, end) = PrintedNumeral.digits(text, from: 1), value < 1000, scalar(end) == "）" || scalar(end) == ")" {
                self.init(.bracketedArabic, value, end + 1)
                return
            }
            return nil
        }
        if first.isDigit, let (value, end) = PrintedNumeral.digits(text, from: 0), end <= 3, value > 0 {
            switch scalar(end) {
            case "、": self.init(.arabic, value, end + 1)
            case ".": 
                guard scalar(end + 1)?.isDigit != true else { return nil }
                self.init(.arabic, value, end + 1)
            case "）", ")": self.init(.bracketedArabic, value, end + 1)
            default: return nil
            }
            return
        }
        if (0x2460...0x2473).contains(first.value) {
            self.init(.circled, Int(first.value - 0x2460) + 1, 1)
            return
        }
        if let (value, end) = PrintedNumeral.read(text, from: 0), scalar(end) == "、" || scalar(end) == "." {
            // 一、二年级: a list of ordinals goes on with another numeral and no heading.
            if PrintedNumeral.read(text, from: end + 1) != nil { return nil }
            self.init(.chinese, value, end + 1)
            return
        }
        return nil
    }

    private init(_ style: NumberingStyle, _ ordinal: Int, _ length: Int) {
        self.style = style
        self.ordinal = ordinal
        self.length = length
    }

    private static func cites(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "规", "的", "第", "、", "和", "至", "所", "中": true
        default: false
        }
    }
}
