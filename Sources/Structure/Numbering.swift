import Provenance

/// How a unit is numbered (层次序数), outermost style first as GB/T 9704 and the style of regulations have them.
public enum NumberingStyle: Int, Sendable, CaseIterable, Comparable {
    /// 第一编, 第一章, 第一节, 第一条.
    case part, chapter, division, article
    /// 一、 · （一） · 1. · 1.1 · 1.1.1 · 1.1.1.1 · （1） · ①
    case chinese, bracketedChinese, arabic, decimal, secondDecimal, thirdDecimal, bracketedArabic, circled

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
                // 3.2020年底前完成…: a year begins the clause.
                if let (year, yearEnd) = PrintedNumeral.digits(text, from: end + 1), yearEnd - end == 5, year < 2200, scalar(yearEnd) == "年" {
                    self.init(.arabic, value, end + 1)
                    return
                }
                // 1.3月下旬，…, 2.50名教师: a month, or so many of something.
                if let (_, figureEnd) = PrintedNumeral.digits(text, from: end + 1), figureEnd - end <= 4, let unit = scalar(figureEnd), Self.opensClause(unit, scalar(figureEnd + 1)) {
                    self.init(.arabic, value, end + 1)
                    return
                }
                guard scalar(end + 1)?.isDigit != true else {
                    self.init(decimal: glimpse)
                    return
                }
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

    /// 1.1, 2.3.1、, 2.3.1.: at most four numbers of two digits, and no figure behind them (1.5万人).
    private init?(decimal glimpse: Glimpse) {
        let text = glimpse.scalars
        var index = 0
        var count = 0
        var last = 0
        while let (value, end) = PrintedNumeral.digits(text, from: index), end - index <= 2, value > 0 {
            count += 1
            last = value
            index = end
            guard index + 1 < text.count, text[index] == ".", text[index + 1].isDigit else { break }
            index += 1
        }
        guard count >= 2, count <= 4, index > 0, text[index - 1] != ".", index < text.count else { return nil }
        let style: NumberingStyle = count == 2 ? .decimal : count == 3 ? .secondDecimal : .thirdDecimal
        if text[index] == "、" || text[index] == "." {
            self.init(style, last, index + 1)
        } else {
            guard text[index].isHan || text[index] == "“" || text[index] == "《", !Self.counts(text, index) else { return nil }
            self.init(style, last, index)
        }
    }

    /// 1 总则 at the head of a unit of a document that numbers the units below with 1.1: two digits at most, then white space.
    init?(bare glimpse: Glimpse) {
        let text = glimpse.scalars
        guard let (value, end) = PrintedNumeral.digits(text, from: 0), end <= 2, value > 0, end < text.count, text[end].isHan, !Self.counts(text, end), !Self.isDay(text[end]),
            glimpse.hasGap(before: end)
        else { return nil }
        self.init(.arabic, value, end)
    }

    /// 1.5万人, 2.3公里: what stands behind makes it a figure; 2.3公开 and 2.2人员配备 do not.
    private static func counts(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        let next = index + 1 < text.count ? text[index + 1] : " "
        return switch text[index] {
        case "百", "千", "万", "亿", "元", "个", "米", "吨", "亩", "倍", "天": true
        case "年": next != "度"
        case "公": next == "里" || next == "斤" || next == "顷" || next == "吨"
        case "平", "立": next == "方"
        case "小": next == "时"
        default: false
        }
    }

    /// 月底前, 月10日, 月，; 家企业, 名教师: what stands behind a number that belongs to the clause.
    private static func opensClause(_ unit: Unicode.Scalar, _ next: Unicode.Scalar?) -> Bool {
        switch unit {
        case "月": next.map { $0.isDigit || "上中下底份初末，、—-至".unicodeScalars.contains($0) } ?? false
        case "至": next?.isDigit ?? false
        case "家", "名": true
        default: false
        }
    }

    /// 3 月 5 日 and 10 时, as converters part them.
    private static func isDay(_ scalar: Unicode.Scalar) -> Bool { scalar == "年" || scalar == "月" || scalar == "日" || scalar == "时" || scalar == "分" }

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
