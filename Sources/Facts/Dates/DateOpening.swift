/// What a date may begin with (日期起首字). Running text is full of these characters, and most of them begin no date: what stands
/// right behind tells that cheaply, before the grammar is asked.
enum DateOpening: UInt8 {
    /// 0–9.
    case digit = 1
    /// 一 to 十, 两.
    case numeral
    /// 今年, 去年, 明年.
    case yearWord
    case previous, next, current
    /// 前三季度, 第三季度.
    case ordinal
    case year, month
    /// 到2030年.
    case until
    /// “十四五”.
    case quote
    /// Begins no date but ends the sentence that a horizon speaks for.
    case fullStop

    /// Of the bits of `signs` those that hold a `rawValue`, 0 for what begins no date.
    static let mask: UInt8 = 0x0F
    /// May stand behind one or two digits, behind four, behind a numeral.
    private static let afterOneOrTwo: UInt8 = 0x10
    private static let afterFour: UInt8 = 0x20
    private static let afterNumeral: UInt8 = 0x40

    static let signs: SignTable = {
        var table = SignTable()
        func mark(_ scalars: String, _ bits: UInt8) { table.mark(scalars.unicodeScalars, bits) }
        mark("0123456789", digit.rawValue)
        mark("一二三四五六七八九十两", numeral.rawValue)
        mark("今去明", yearWord.rawValue)
        mark("上", previous.rawValue)
        mark("下", next.rawValue)
        mark("本", current.rawValue)
        mark("前第", ordinal.rawValue)
        mark("年", year.rawValue)
        mark("月", month.rawValue)
        mark("到", until.rawValue)
        mark("“‘「", quote.rawValue)
        mark("。", fullStop.rawValue)
        // Marks and words that join two dates stand behind any number.
        mark("—–-─－~～至到起", afterOneOrTwo | afterFour | afterNumeral)
        mark("年月日季", afterOneOrTwo)
        mark("年-./", afterFour)
        mark("年月季零〇○一二两三四五六七八九十百千", afterNumeral)
        return table
    }()

    /// Whether what stands behind leaves a date possible; false means that none begins at `index`. Of digits that is the first.
    func mayBegin(at index: Int, in text: TextWindow, _ signs: SignTable) -> Bool {
        let second = text.at(index + 1)
        switch self {
        case .digit:
            let end = text.endOfDigits(from: index)
            switch end - index {
            case 1, 2: return signs[text.at(end)] & Self.afterOneOrTwo != 0
            case 4: return signs[text.at(end)] & Self.afterFour != 0
            default: return false
            }
        case .numeral: return signs[second] & Self.afterNumeral != 0
        case .yearWord: return second == "年"
        case .previous: return second == "年" || second == "半" || second == "月"
        case .next: return second == "半" || second == "月"
        case .current: return second == "月"
        case .ordinal: return ChineseNumeral.isASCIIDigit(second) || second == "十" || ChineseNumeral.digit(second) != nil
        case .year: return second == "底" || second == "末" || second == "内"
        case .month: return second == "底"
        case .until:
            guard let core = DateOpening(rawValue: signs[second] & Self.mask), core != .until else { return false }
            return core.mayBegin(at: index + 1, in: text, signs)
        case .quote: return second == "十"
        case .fullStop: return false
        }
    }
}
