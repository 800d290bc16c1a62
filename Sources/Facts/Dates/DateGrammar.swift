import Provenance

/// The wording of dates (日期的写法): reads one date at a place, or finds that none begins there. Looks ahead a bounded number of
/// scalars only, so that a text is read in linear time.
struct DateGrammar {
    let text: TextWindow

    /// A date with what belongs to it on both sides.
    struct Match {
        var start: Int
        var next: Int
        var value: DateValue
        var isLimit: Bool
        /// What later dates inherit a year or month from; nil where the date names none of its own (五年来).
        var remembered: DatePeriod?
        /// 到2030年: a horizon, whose year reaches no further than its sentence.
        var isHorizon: Bool
    }

    /// The part of a date that names days, before 底, 前 and the like are read.
    struct Core {
        var next: Int
        var period: DatePeriod
        /// Ends in 底, 末 or 内 already: the period is its last day.
        var isLimit = false
        /// Joined of two: 1月1日至12月31日. Stays a span.
        var isRange = false
        /// The year was taken from the document.
        var isDocumentYear = false
        /// The year was taken from a date before it.
        var isInherited = false
        var isRemembered = true
        /// 十月, which is a date only with 底, 前 or 以来 behind it.
        var needsSuffix = false
    }

    @inline(__always)
    func at(_ index: Int) -> Unicode.Scalar { text.at(index) }

    @inline(__always)
    func has(_ word: StaticString, at index: Int) -> Bool { text.has(word, at: index) }

    @inline(__always)
    func isOne(_ scalar: Unicode.Scalar, of set: StaticString) -> Bool { scalar.isOne(of: set) }

    // MARK: One date

    func date(at index: Int, _ context: DateContext) -> Match? {
        let scalar = at(index)
        if scalar == "到" { return reached(at: index, context) }
        guard !isInsideNumber(index), let core = rangeOrCore(at: index, context) else { return nil }
        return finish(core, from: index, prefixed: false, context)
    }

    /// 到2030年, 到年底: the last day, and 到 belongs to it; after a verb of growth (增加到2030年的…) it does not.
    private func reached(at index: Int, _ context: DateContext) -> Match? {
        guard !isOne(at(index - 1), of: "加高升降少大达展长延伸止至截收接看遇得回想感做直"),
            let core = rangeOrCore(at: index + 1, context), at(core.next) != "的"
        else { return nil }
        return finish(core, from: index, prefixed: true, context)
    }

    /// Reads 底, 末, 前, 以来 behind a core, and 到 or 至 before it.
    private func finish(_ core: Core, from index: Int, prefixed: Bool, _ context: DateContext) -> Match? {
        var period = core.period
        var next = core.next
        var isLimit = core.isLimit
        // 截至10月底 says up to when something is reported and sets no limit.
        let isReported = !prefixed && isOne(at(index - 1), of: "至止") && at(index - 2) == "截"
        if !isLimit, !core.isRange, period.precision != .day, isOne(at(next), of: "底末") {
            period = period.end
            isLimit = true
            next += 1
        }
        if let after = beforeWord(at: next, isEnd: isLimit) ?? beforeHour(core, at: next) {
            if !core.isRange { period = period.end }
            isLimit = true
            next = after
        } else if !isLimit, has("以来", at: next) || has("至今", at: next), let document = context.document, period.first <= document {
            period = DatePeriod(first: period.first, last: document)
            return Match(
                start: index, next: next + 2, value: period.value, isLimit: false,
                remembered: nil, isHorizon: false)
        } else if prefixed || (at(index - 1) == "至" && !isReported) {
            if !core.isRange { period = period.end }
            isLimit = prefixed
        }
        guard !core.needsSuffix || next > core.next else { return nil }
        var isRemembered = core.isRemembered
        if core.isDocumentYear, !isLimit, let document = context.document, document.month <= 2, period.first.month >= 11,
            let previous = period.earlier(years: 1)
        {
            // A report of January speaks of the December behind it, but its limits are of the year that has begun.
            period = previous
            isRemembered = false
        }
        if isLimit, !isReported, let ahead = ahead(of: core, period, context) { period = ahead }
        return Match(
            start: index, next: next, value: period.value, isLimit: isLimit && !isReported,
            remembered: isRemembered ? period : nil,
            isHorizon: prefixed && core.period.precision == .year)
    }

    /// 5月31日17时前, 9月30日下午下班前.
    private func beforeHour(_ core: Core, at index: Int) -> Int? {
        guard core.period.precision == .day, !core.isLimit, !core.isRange, let hour = clock(at: index) else { return nil }
        return beforeWord(at: hour, isEnd: true)
    }

    /// 2030年新建12处，6月底前开工 of March 2031: what is demanded lies ahead of the document, whatever year was named before it, unless that
    /// was a limit too. 1月10日前 of December is in the year to come.
    private func ahead(of core: Core, _ period: DatePeriod, _ context: DateContext) -> DatePeriod? {
        guard context.demands, let document = context.document else { return nil }
        // 请于12月25日前报送 of a notice of December on the year to come: that day is still of this year.
        if core.isInherited, core.period.precision == .day, let heading = context.heading, context.last == heading, period.last.year == document.year + 1,
            let near = period.earlier(years: 1), near.last >= document, near.last.month == document.month
        {
            return near
        }
        guard period.last < document else { return nil }
        if core.isInherited, context.horizon == nil, !context.lastIsLimit { return period.earlier(years: period.last.year - document.year) }
        return core.isDocumentYear && document.month >= 11 && period.last.month <= 3 ? period.earlier(years: -1) : nil
    }

    /// 较2030年, 在2030年基础上, 以2030年为基数, 截至2030年底: what something is measured against lends no year. A text without a date knows no
    /// better one.
    func isBaseline(_ date: Match, _ context: DateContext) -> Bool {
        guard context.document != nil else { return false }
        if isOne(at(date.start - 1), of: "较比") { return true }
        if isOne(at(date.start - 1), of: "至止"), at(date.start - 2) == "截", let day = date.remembered?.last, day.month == 12, day.day == 31 { return true }
        let behind = isOne(at(date.next), of: "度的") ? date.next + 1 : date.next
        return has("基础上", at: behind) || has("相比", at: behind) || has("水平", at: behind) || has("同期", at: behind) || has("为基", at: behind)
    }

    /// Past 前, 以前, 之前 where they set a limit: not in 前往, 前期, nor in 2030年前三季度; 底前 always does.
    private func beforeWord(at index: Int, isEnd: Bool) -> Int? {
        if has("以前", at: index) || has("之前", at: index) { return index + 2 }
        guard at(index) == "前", !isOne(at(index + 1), of: "往来后期夕沿台述列者身面方任") else { return nil }
        if !isEnd, let number = number(at: index + 1) {
            let unit = at(number.next)
            guard !isOne(unit, of: "季个名位强家天周批") else { return nil }
        }
        return index + 1
    }

    // MARK: What stands around

    /// A digit in the middle of a number, or behind its decimal point.
    private func isInsideNumber(_ index: Int) -> Bool {
        let scalar = at(index)
        let before = at(index - 1)
        if ChineseNumeral.isASCIIDigit(scalar) { return ChineseNumeral.isASCIIDigit(before) || before == "." }
        guard ChineseNumeral.digit(scalar) != nil || scalar == "十" else { return false }
        return ChineseNumeral.digit(before) != nil || ChineseNumeral.unit(before) != nil || before == "第"
    }

    /// 2013—2017年, 村通公路（2013—2017年）: years say how long something runs; what follows does not lie in the last of them. A text without
    /// a date knows no better one.
    func isSpanOfYears(_ date: Match, _ context: DateContext) -> Bool {
        guard let period = date.remembered, period.first.year != period.last.year else { return false }
        if at(date.start - 1) == "（" && at(date.next) == "）" { return true }
        return context.document != nil && period.first.month == 1 && period.first.day == 1 && period.last.month == 12 && period.last.day == 31
    }

    /// 每月28日, 次年3月: comes round again, or counts from a date that is not there.
    func isCycle(before index: Int) -> Bool {
        var place = index - 1
        if isOne(at(place), of: "的到于在至") { place -= 1 }
        switch at(place) {
        case "每", "逢": return true
        case "年": return isOne(at(place - 1), of: "每次翌当历")
        case "月": return isOne(at(place - 1), of: "每次当各")
        case "度", "周": return has("每季度", at: place - 2) || has("每年度", at: place - 2) || has("每周", at: place - 1)
        default: return false
        }
    }

    func isListMark(_ index: Int) -> Bool { isOne(at(index), of: "、和及与或，") }

    /// Length of a dash, 至 or 到 that joins two dates; 0 where there is none.
    func joint(at index: Int) -> Int {
        switch at(index) {
        case "—", "–", "-", "─", "－", "~", "～": isOne(at(index + 1), of: "—–-─－") ? 2 : 1
        case "至", "到": 1
        case "起": isOne(at(index + 1), of: "至到") ? 2 : 0
        default: 0
        }
    }

    /// A number of at most two ASCII digits, or in Chinese below a hundred.
    func number(at index: Int) -> (value: Int, next: Int, isChinese: Bool)? {
        let first = at(index)
        if ChineseNumeral.isASCIIDigit(first) {
            var value = 0
            var next = index
            while ChineseNumeral.isASCIIDigit(at(next)) {
                value = value * 10 + Int(at(next).value - 0x30)
                next += 1
                guard next - index <= 2 else { return nil }
            }
            return (value, next, false)
        }
        guard ChineseNumeral.digit(first) != nil || first == "十",
            let read = ChineseNumeral.read(text.scalars, at: index, before: min(text.end, index + 4)), read.value < 100
        else { return nil }
        return (read.value, read.next, true)
    }
}
