import Provenance

/// The forms of the part that names days.
extension DateGrammar {
    /// A core, and the core behind a dash or 至 that makes it a range.
    func rangeOrCore(at index: Int, _ context: DateContext) -> Core? {
        guard var core = core(at: index, context) else { return nil }
        // 3月5日8时至6日20时: the hours are inside.
        let isDay = core.period.precision == .day
        let end = isDay ? clock(at: core.next) ?? core.next : core.next
        let length = joint(at: end)
        guard length > 0, !core.isLimit, !core.isRange else { return core }
        var inner = context
        inner.last = core.period
        inner.horizon = nil
        guard let other = self.core(at: end + length, inner) ?? dayOfMonth(at: end + length, core.period),
            !other.isRange, let joined = core.period.through(other.period)
        else { return core }
        core.period = joined
        core.next = end > core.next ? clock(at: other.next) ?? other.next : other.next
        core.isRange = true
        core.isLimit = other.isLimit
        core.needsSuffix = false
        return core
    }

    private func core(at index: Int, _ context: DateContext) -> Core? {
        switch at(index) {
        case "“", "‘", "「": return fiveYearPlan(at: index, context)
        case "今", "去", "明": return yearWord(at: index, context)
        case "上":
            if has("上年同期", at: index) { return samePeriod(at: index + 4, year: context.document?.year, context) }
            return has("上半年", at: index) ? inYear(at: index, context) : monthWord(at: index, context)
        case "下": return has("下半年", at: index) ? inYear(at: index, context) : monthWord(at: index, context)
        case "本": return monthWord(at: index, context)
        case "前", "第": return inYear(at: index, context)
        case "年", "月": return endWord(at: index, context)
        default: break
        }
        if at(index) == "十", let plan = fiveYearPlan(at: index, context) { return plan }
        if ChineseNumeral.isASCIIDigit(at(index)), text.endOfDigits(from: index) < index + 3 {
            return inYear(at: index, context) ?? years(at: index, context) ?? dayAlone(at: index, context)
        }
        if let year = year(at: index) { return afterYear(year.value, from: year.next, isWord: false, context) }
        return numericDate(at: index) ?? yearRange(at: index) ?? inYear(at: index, context) ?? years(at: index, context)
    }

    // MARK: Years

    /// 2030年 or 二〇三〇年.
    private func year(at index: Int) -> (value: Int, next: Int)? {
        guard at(index + 4) == "年", at(index + 5) != "代", let value = fourDigits(at: index) else { return nil }
        return (value, index + 5)
    }

    private func fourDigits(at index: Int) -> Int? {
        var value = 0
        let isASCII = ChineseNumeral.isASCIIDigit(at(index))
        for place in index..<index + 4 {
            let scalar = at(place)
            if isASCII {
                guard ChineseNumeral.isASCIIDigit(scalar) else { return nil }
                value = value * 10 + Int(scalar.value - 0x30)
            } else {
                guard let digit = ChineseNumeral.digit(scalar) else { return nil }
                value = value * 10 + digit
            }
        }
        return (1900...2100).contains(value) ? value : nil
    }

    /// 今年, 去年, 明年 where they are words of their own (not 证明年限, 如今年轻).
    private func yearWord(at index: Int, _ context: DateContext) -> Core? {
        guard at(index + 1) == "年", let document = context.document, !isOne(at(index + 2), of: "轻龄纪限") else { return nil }
        let before = at(index - 1)
        let offset: Int
        switch at(index) {
        case "今":
            guard !isOne(before, of: "如当现至") || at(index - 2) == "截" else { return nil }
            offset = 0
        case "去":
            guard !isOne(before, of: "过失除死") else { return nil }
            offset = -1
        default:
            guard !isOne(before, of: "说证文表申注清声标阐查发透黎光昆三写载列") else { return nil }
            offset = 1
        }
        if has("同期", at: index + 2) { return samePeriod(at: index + 4, year: document.year, context) }
        return afterYear(document.year + offset, from: index + 2, isWord: true, context)
    }

    /// 去年同期: the period spoken of last, a year before; where none was, last year.
    private func samePeriod(at next: Int, year: Int?, _ context: DateContext) -> Core? {
        guard let year else { return nil }
        let period: DatePeriod? =
            if let last = context.last, last.precision != .day { last.earlier(years: 1) } else { .year(year - 1) }
        return period.map { Core(next: next, period: $0, isRemembered: false) }
    }

    private func afterYear(_ year: Int, from index: Int, isWord: Bool, _ context: DateContext) -> Core? {
        guard let whole = DatePeriod.year(year) else { return nil }
        // 2030年底, 2030年年底, 今年年内.
        let word = at(index) == "年" ? index + 1 : index
        if isOne(at(word), of: "底末") { return Core(next: word + 1, period: whole.end, isLimit: true) }
        if isInside(at: word) { return Core(next: word + 1, period: whole.end, isLimit: true) }
        if let part = partOfYear(at: index, year: year) ?? term(at: index, year: year) { return part }
        if has("初以来", at: index) { return Core(next: index + 1, period: whole) }
        if isWord, has("全年", at: index) { return Core(next: index + 2, period: whole) }
        return Core(next: index, period: whole)
    }

    /// 内 that closes a time, not the first of 内蒙古, 内部, 内容.
    private func isInside(at index: Int) -> Bool {
        at(index) == "内" && !isOne(at(index + 1), of: "蒙外部江容涵地陆资设控审需生")
    }

    /// 2021—2025年.
    private func yearRange(at index: Int) -> Core? {
        guard let from = fourDigits(at: index) else { return nil }
        let length = joint(at: index + 4)
        guard length > 0, let to = year(at: index + 4 + length), let first = DatePeriod.year(from), let last = DatePeriod.year(to.value),
            let joined = first.through(last)
        else { return nil }
        return Core(next: to.next, period: joined, isRange: true)
    }

    /// 2030-06-30, 2030.6.30, 2030/6/30.
    private func numericDate(at index: Int) -> Core? {
        guard ChineseNumeral.isASCIIDigit(at(index)), let year = fourDigits(at: index) else { return nil }
        let mark = at(index + 4)
        guard isOne(mark, of: "-./"), let month = number(at: index + 5), !month.isChinese, at(month.next) == mark,
            let day = dayBeforeClock(at: month.next + 1) ?? number(at: month.next + 1).map({ ($0.isChinese ? 0 : $0.value, $0.next) }), at(day.next) != mark,
            let period = DatePeriod.day(year, month.value, day.value)
        else { return nil }
        return Core(next: day.next, period: period)
    }

    /// 2030-06-30 09:12: reading text has no blank between the day and the hour.
    private func dayBeforeClock(at index: Int) -> (value: Int, next: Int)? {
        var end = index
        while end < index + 5, ChineseNumeral.isASCIIDigit(at(end)) { end += 1 }
        guard isOne(at(end), of: ":："), ChineseNumeral.isASCIIDigit(at(end + 1)), (2...4).contains(end - index) else { return nil }
        let next = end - (end - index == 4 ? 2 : 1)
        var value = 0
        for place in index..<next { value = value * 10 + Int(truncatingIfNeeded: at(place).value) - 48 }
        return (value, next)
    }

    /// 五年来 (to the document's month), 5年内 (from the document's day).
    private func years(at index: Int, _ context: DateContext) -> Core? {
        guard let document = context.document, let count = number(at: index), (1...50).contains(count.value), at(count.next) == "年"
        else { return nil }
        if at(count.next + 1) == "来", at(count.next + 2) != "自" {
            guard let first = CalendarDay(document.year - count.value, document.month, 1),
                let last = DatePeriod.month(document.year, document.month)
            else { return nil }
            return Core(next: count.next + 2, period: DatePeriod(first: first, last: last.last, precision: .months), isRemembered: false)
        }
        let word = isOne(at(count.next + 1), of: "之以") ? count.next + 2 : count.next + 1
        // A term that runs from something else (自…之日起3年内), or that bars and frees (3年内不得), is no deadline.
        let isAimed = isOne(at(index - 1), of: "在于") ? isOne(at(index - 2), of: "争取保要须") : isOne(at(index - 1), of: "用争")
        guard isInside(at: word), isAimed || isClauseEdge(at(index - 1)), !isOne(at(word + 1), of: "不免未无有发累可由禁均对"),
            !isAfterStart(index),
            let last = CalendarDay(
                document.year + count.value, document.month,
                min(document.day, CalendarDay.daysIn(year: document.year + count.value, month: document.month)))
        else { return nil }
        return Core(
            next: word + 1, period: DatePeriod(first: last, last: last, precision: .day), isLimit: true, isRemembered: false)
    }

    private func isClauseEdge(_ scalar: Unicode.Scalar) -> Bool { scalar == "\0" || isOne(scalar, of: "，。；：、！？（“") }

    private func isAfterStart(_ index: Int) -> Bool {
        ((index - 4)..<index).contains { at($0) == "起" || at($0) == "后" || at($0) == "每" }
    }

    /// “十四五”末, “十四五”时期: years only with such a word behind them; alone it names a plan.
    private func fiveYearPlan(at index: Int, _ context: DateContext) -> Core? {
        let isQuoted = at(index) != "十"
        let first = isQuoted ? index + 1 : index
        guard at(first) == "十", let unit = ChineseNumeral.digit(at(first + 1)), unit > 0, at(first + 2) == "五",
            let period = DatePeriod.fiveYearPlan(10 + unit)
        else { return nil }
        var next = first + 3
        if isQuoted {
            guard isOne(at(next), of: "”’」") else { return nil }
            next += 1
        }
        if at(next) == "末" {
            return Core(next: next + (at(next + 1) == "期" ? 2 : 1), period: period.end, isLimit: true, isRemembered: false)
        }
        if has("时期", at: next) || has("期间", at: next) {
            return Core(next: next + 2, period: period, isRange: true, isRemembered: false)
        }
        return has("以来", at: next) ? Core(next: next, period: period, isRemembered: false) : nil
    }

    // MARK: Parts of a year

    /// A part of a year whose year is left out.
    private func inYear(at index: Int, _ context: DateContext) -> Core? {
        guard let year = context.year else { return nil }
        if isOne(at(index), of: "一二三四1234第"), isOne(at(index - 1), of: "每上下这近后各") { return nil }
        guard var core = partOfYear(at: index, year: year) else { return nil }
        // 关于2032年节假日安排的通知 of December 2031: what it arranges lies ahead.
        if context.last == nil, context.horizon == nil, let planned = context.planYear, let document = context.document, core.period.last < document,
            let ahead = partOfYear(at: index, year: planned)
        {
            core = ahead
        }
        core.isDocumentYear = context.last == nil && context.horizon == nil
        core.isInherited = !core.isDocumentYear
        // 三月 alone is no date of an official text (为期三月, 三月三).
        core.needsSuffix =
            core.period.precision == .month && !core.isRange && ChineseNumeral.digit(at(index)) ?? (at(index) == "十" ? 10 : nil) != nil
            && at(core.next - 1) == "月"
        return core
    }

    private func partOfYear(at index: Int, year: Int) -> Core? {
        switch at(index) {
        case "上": return has("上半年", at: index) ? DatePeriod.months(year, 1, 6).map { Core(next: index + 3, period: $0) } : nil
        case "下": return has("下半年", at: index) ? DatePeriod.months(year, 7, 12).map { Core(next: index + 3, period: $0) } : nil
        case "前": return firstMonths(at: index + 1, year: year)
        case "第": return quarter(at: index + 1, year: year)
        default: break
        }
        return quarter(at: index, year: year) ?? month(at: index, year: year)
    }

    /// 前三季度, 前三个季度, 前10个月.
    private func firstMonths(at index: Int, year: Int) -> Core? {
        guard let count = number(at: index) else { return nil }
        let word = at(count.next) == "个" ? count.next + 1 : count.next
        if has("季度", at: word) { return DatePeriod.months(year, 1, count.value * 3).map { Core(next: word + 2, period: $0) } }
        guard word > count.next, at(word) == "月" else { return nil }
        return DatePeriod.months(year, 1, count.value).map { Core(next: word + 1, period: $0) }
    }

    /// 三季度, 第三季度, 一至三季度.
    private func quarter(at index: Int, year: Int) -> Core? {
        guard let from = number(at: index), (1...4).contains(from.value) else { return nil }
        if has("季度", at: from.next) {
            return DatePeriod.months(year, from.value * 3 - 2, from.value * 3).map { Core(next: from.next + 2, period: $0) }
        }
        let length = joint(at: from.next)
        guard length > 0, let to = number(at: from.next + length), (1...4).contains(to.value), has("季度", at: to.next) else {
            return nil
        }
        return DatePeriod.months(year, from.value * 3 - 2, to.value * 3).map { Core(next: to.next + 2, period: $0, isRange: true) }
    }

    /// 10月, 9月份, 10月26日, 10月26—28日, 11月中旬, 1—9月.
    private func month(at index: Int, year: Int) -> Core? {
        guard let number = number(at: index), (1...12).contains(number.value) else { return nil }
        guard at(number.next) == "月" else {
            let length = joint(at: number.next)
            guard length > 0, let to = self.number(at: number.next + length), to.isChinese == number.isChinese, at(to.next) == "月",
                let period = DatePeriod.months(year, number.value, to.value), number.value < to.value
            else { return nil }
            return Core(next: to.next + (at(to.next + 1) == "份" ? 2 : 1), period: period, isRange: true)
        }
        let next = number.next + 1
        guard !isOne(at(next), of: "龄租薪供嫂饼") else { return nil }
        if let day = day(at: next, year: year, month: number.value) { return day }
        // 2月30日: a day that the calendar has not, and no February either.
        if let wrong = self.number(at: next), isOne(at(wrong.next), of: "日号") { return nil }
        if at(next + 1) == "旬", let span = tenDays(at(next), year: year, month: number.value) {
            return Core(next: next + 2, period: span)
        }
        return DatePeriod.month(year, number.value).map { Core(next: next + (at(next) == "份" ? 1 : 0), period: $0) }
    }

    private func tenDays(_ word: Unicode.Scalar, year: Int, month: Int) -> DatePeriod? {
        let days: (Int, Int)
        switch word {
        case "上": days = (1, 10)
        case "中": days = (11, 20)
        case "下": days = (21, CalendarDay.daysIn(year: year, month: month))
        default: return nil
        }
        guard let first = CalendarDay(year, month, days.0), let last = CalendarDay(year, month, days.1) else { return nil }
        return DatePeriod(first: first, last: last)
    }

    // MARK: Days

    /// 26日, 26号, 26—28日 behind a month.
    private func day(at index: Int, year: Int, month: Int) -> Core? {
        guard let from = number(at: index), let first = DatePeriod.day(year, month, from.value) else { return nil }
        if isOne(at(from.next), of: "日号") { return Core(next: from.next + 1, period: first) }
        // 2022年8月19 at the end of a line has lost its last sign.
        if from.next == text.end, !from.isChinese { return Core(next: from.next, period: first) }
        let length = joint(at: from.next)
        guard length > 0, let to = number(at: from.next + length), isOne(at(to.next), of: "日号"),
            let last = DatePeriod.day(year, month, to.value), let joined = first.through(last)
        else { return nil }
        return Core(next: to.next + 1, period: joined, isRange: true)
    }

    /// The second day of a range in one month: 26日至28日.
    private func dayOfMonth(at index: Int, _ before: DatePeriod) -> Core? {
        guard before.precision == .day, let day = number(at: index), isOne(at(day.next), of: "日号") else { return nil }
        return DatePeriod.day(before.last.year, before.last.month, day.value).map { Core(next: day.next + 1, period: $0) }
    }

    /// 28日 beside or after a day whose month is known; not 20日内, 7日游.
    private func dayAlone(at index: Int, _ context: DateContext) -> Core? {
        guard let before = context.month?.last, let day = number(at: index), !day.isChinese,
            // 水位21日14时 needs no word before it.
            at(day.next) == "日", isClauseEdge(at(index - 1)) || isOne(at(index - 1), of: "于在从者和及与至") || number(at: day.next + 1) != nil,
            !isOne(at(day.next + 1), of: "内以之后起游均常元无"), let period = DatePeriod.day(before.year, before.month, day.value)
        else { return nil }
        return Core(next: day.next + 1, period: period)
    }

    /// 本月, 上月底, 下月5日, counted from the document's month.
    private func monthWord(at index: Int, _ context: DateContext) -> Core? {
        guard at(index + 1) == "月", let document = context.document, !isOne(at(index - 1), of: "以日基成资") else { return nil }
        let word = at(index)
        let shift = word == "上" ? -1 : word == "下" ? 1 : 0
        let month = (document.month + shift + 11) % 12 + 1
        let year = document.year + (document.month + shift < 1 ? -1 : document.month + shift > 12 ? 1 : 0)
        if let day = day(at: index + 2, year: year, month: month) { return day }
        guard word == "本" || isOne(at(index + 2), of: "底末") else { return nil }
        return DatePeriod.month(year, month).map { Core(next: index + 2, period: $0) }
    }

    /// 年底, 年末, 年内, 月底 alone: of the year spoken of, of the document's month.
    private func endWord(at index: Int, _ context: DateContext) -> Core? {
        let before = at(index - 1)
        guard !ChineseNumeral.isASCIIDigit(before), ChineseNumeral.digit(before) == nil, ChineseNumeral.unit(before) == nil,
            !isOne(before, of: "今去明每当本往历周学任近多几余数次各同全个半上下某翌") || has("其余", at: index - 2)
        else { return nil }
        if at(index) == "年" {
            guard let year = context.year, isOne(at(index + 1), of: "底末") || isInside(at: index + 1) else { return nil }
            return DatePeriod.year(year).map {
                Core(next: index + 2, period: $0.end, isLimit: true, isInherited: context.last != nil || context.horizon != nil)
            }
        }
        guard let document = context.document, at(index + 1) == "底" else { return nil }
        return DatePeriod.month(document.year, document.month).map { Core(next: index + 2, period: $0.end, isLimit: true) }
    }
}
