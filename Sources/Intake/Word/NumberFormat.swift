/// Writes the number of a list's level as Word prints it (编号格式): the values of `ST_NumberFormat` (ECMA-376 part 1, 17.18.59) that
/// Chinese documents use; any other is printed in digits.
enum NumberFormat {
    static func text(_ value: Int, _ format: String) -> String {
        switch format {
        case "none", "bullet": ""
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
            "ideographDigital" where value <= 10:
            chinese(value)
        case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital": digits(value, Array("〇一二三四五六七八九"))
        case "chineseLegalSimplified", "ideographLegalTraditional": legal(value)
        case "ideographTraditional": cycle(value, "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": cycle(value, "子丑寅卯辰巳午未申酉戌亥")
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(value)
        case "decimalEnclosedParen": (1...20).contains(value) ? scalar(0x2473 + value) : "(\(value))"
        case "decimalEnclosedFullstop": (1...20).contains(value) ? scalar(0x2487 + value) : "\(value)."
        case "ideographEnclosedCircle": (1...10).contains(value) ? scalar(0x327F + value) : "\(value)"
        case "decimalFullWidth", "decimalFullWidth2": digits(value, Array("０１２３４５６７８９"))
        case "decimalZero": value < 10 && value >= 0 ? "0\(value)" : "\(value)"
        case "lowerLetter": letters(value, first: 0x61)
        case "upperLetter": letters(value, first: 0x41)
        case "lowerRoman": roman(value).lowercased()
        case "upperRoman": roman(value)
        default: "\(value)"
        }
    }

    /// 一 … 十、十一 … 二十一、一百零一.
    static func chinese(_ value: Int) -> String {
        guard (1...9_999).contains(value) else { return "\(value)" }
        let numerals = Array("零一二三四五六七八九")
        var text = ""
        var rest = value
        var skipped = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / unit
            rest %= unit
            if digit == 0 {
                skipped = !text.isEmpty
                continue
            }
            if skipped { text += "零" }
            skipped = false
            // 十一, but 一百一十一.
            if !(unit == 10 && digit == 1 && text.isEmpty) { text.append(numerals[digit]) }
            text += name
        }
        return text
    }

    private static func legal(_ value: Int) -> String {
        let pairs: [Character: Character] = [
            "一": "壹", "二": "贰", "三": "叁", "四": "肆", "五": "伍", "六": "陆", "七": "柒", "八": "捌", "九": "玖", "十": "拾", "百": "佰", "千": "仟",
        ]
        let text = chinese(value)
        return String((text.hasPrefix("十") ? "一" + text : text).map { pairs[$0] ?? $0 })
    }

    private static func digits(_ value: Int, _ numerals: [Character]) -> String {
        String(String(max(0, value)).compactMap { $0.wholeNumberValue.map { numerals[$0] } })
    }

    private static func cycle(_ value: Int, _ names: String) -> String {
        let names = Array(names)
        return value > 0 ? String(names[(value - 1) % names.count]) : "\(value)"
    }

    private static func circled(_ value: Int) -> String {
        switch value {
        case 1...20: scalar(0x245F + value)
        case 21...35: scalar(0x3250 + value - 20)
        case 36...50: scalar(0x32B0 + value - 35)
        default: "\(value)"
        }
    }

    /// a … z, aa, bb, as Word counts.
    private static func letters(_ value: Int, first: Int) -> String {
        guard (1...260).contains(value) else { return "\(value)" }
        return String(repeating: scalar(first + (value - 1) % 26), count: (value - 1) / 26 + 1)
    }

    private static func roman(_ value: Int) -> String {
        guard (1...3999).contains(value) else { return "\(value)" }
        var rest = value
        var text = ""
        for (unit, sign) in [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while rest >= unit {
                text += sign
                rest -= unit
            }
        }
        return text
    }

    private static func scalar(_ value: Int) -> String { Unicode.Scalar(UInt32(value)).map { String(Character($0)) } ?? "" }
}
