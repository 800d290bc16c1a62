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

    /// One `rawValue` for each scalar, 0 for those that begin nothing.
    static let table: SignTable = {
        var table = SignTable()
        func mark(_ scalars: String, _ opening: DateOpening) { table.mark(scalars.unicodeScalars, opening.rawValue) }
        mark("0123456789", .digit)
        mark("一二三四五六七八九十两", .numeral)
        mark("今去明", .yearWord)
        mark("上", .previous)
        mark("下", .next)
        mark("本", .current)
        mark("前第", .ordinal)
        mark("年", .year)
        mark("月", .month)
        mark("到", .until)
        mark("“‘「", .quote)
        mark("。", .fullStop)
        return table
    }()
}

extension DateGrammar {
    /// Whether what stands behind such an opening leaves a date possible; false means that none begins there. Of digits, `index` is
    /// the first.
    func mayBegin(_ opening: DateOpening, at index: Int) -> Bool {
        let second = at(index + 1)
        switch opening {
        case .digit:
            let end = text.endOfDigits(from: index)
            switch end - index {
            case 1, 2: return isOne(at(end), of: "月年日季") || joint(at: end) > 0
            case 4: return isOne(at(end), of: "年-./") || joint(at: end) > 0
            default: return false
            }
        case .numeral:
            return isOne(second, of: "年月季十百千") || ChineseNumeral.digit(second) != nil || joint(at: index + 1) > 0
        case .yearWord: return second == "年"
        case .previous: return second == "年" || second == "半" || second == "月"
        case .next: return second == "半" || second == "月"
        case .current: return second == "月"
        case .ordinal: return ChineseNumeral.isASCIIDigit(second) || second == "十" || ChineseNumeral.digit(second) != nil
        case .year: return isOne(second, of: "底末内")
        case .month: return second == "底"
        case .until:
            guard let core = DateOpening(rawValue: DateOpening.table[second]), core != .until else { return false }
            return mayBegin(core, at: index + 1)
        case .quote: return second == "十"
        case .fullStop: return false
        }
    }
}
