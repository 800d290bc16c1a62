/// Hours behind a day (时刻): they belong to no date of their own, but 前 and 至 may stand behind them.
extension DateGrammar {
    /// Past 下午, 17时, 9时30分, 24:00, 下午下班 behind a day; nil where none stands there.
    func clock(at index: Int) -> Int? {
        var next = index
        if isOne(at(next), of: "上下中") {
            if at(next + 1) == "午" { next += 2 }
        } else if isOne(at(next), of: "早晚") {
            next += isOne(at(next + 1), of: "上间") ? 2 : 1
        } else if has("凌晨", at: next) {
            next += 2
        }
        if has("下班", at: next) { return next + 2 }
        guard let hour = number(at: next), hour.value <= 24 else { return next > index ? next : nil }
        switch at(hour.next) {
        case "时", "点":
            // 3时段, 12点位, 8时许.
            guard !isOne(at(hour.next + 1), of: "段位间效评差") else { return next > index ? next : nil }
            next = hour.next + 1
            if isOne(at(next), of: "整半许") { return next + 1 }
            if let minute = number(at: next), minute.value < 60, at(minute.next) == "分" { next = minute.next + 1 }
            return next
        case "：", ":":
            guard let minute = number(at: hour.next + 1), minute.value < 60, minute.next == hour.next + 3 else { return nil }
            return minute.next
        default: return next > index ? next : nil
        }
    }

    /// 秋季开学前, 春季学期开学前 behind a year: schools begin in September and in March.
    func term(at index: Int, year: Int) -> Core? {
        guard isOne(at(index), of: "春秋"), at(index + 1) == "季" else { return nil }
        let next = has("学期", at: index + 2) ? index + 4 : index + 2
        guard has("开学前", at: next), let months = DatePeriod.month(year, at(index) == "春" ? 2 : 8) else { return nil }
        return Core(next: next + 3, period: months.end, isLimit: true)
    }
}
