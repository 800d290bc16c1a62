import Provenance

/// A stretch of days with the precision in which the text names it.
struct DatePeriod: Hashable {
    /// `span` prints its days, `months` its months only.
    enum Precision { case day, month, year, span, months }

    var first: CalendarDay
    var last: CalendarDay
    var precision: Precision

    init(first: CalendarDay, last: CalendarDay, precision: Precision = .span) {
        self.first = first
        self.last = last
        self.precision = precision
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> DatePeriod? {
        CalendarDay(year, month, day).map { DatePeriod(first: $0, last: $0, precision: .day) }
    }

    static func month(_ year: Int, _ month: Int) -> DatePeriod? { months(year, month, month, .month) }

    static func year(_ year: Int) -> DatePeriod? { months(year, 1, 12, .year) }

    static func months(_ year: Int, _ from: Int, _ to: Int, _ precision: Precision = .span) -> DatePeriod? {
        guard from <= to, (1...12).contains(from), (1...12).contains(to), let first = CalendarDay(year, from, 1),
            let last = CalendarDay(year, to, CalendarDay.daysIn(year: year, month: to))
        else { return nil }
        return DatePeriod(first: first, last: last, precision: precision)
    }

    /// The years of a five-year plan: the tenth began in 2001.
    static func fiveYearPlan(_ number: Int) -> DatePeriod? {
        let start = 2001 + (number - 10) * 5
        guard let first = CalendarDay(start, 1, 1), let last = CalendarDay(start + 4, 12, 31) else { return nil }
        return DatePeriod(first: first, last: last)
    }

    /// From the first day of this to the last of another; nil where that ends before it begins.
    func through(_ other: DatePeriod) -> DatePeriod? {
        first <= other.last ? DatePeriod(first: first, last: other.last) : nil
    }

    /// The last day alone.
    var end: DatePeriod { DatePeriod(first: last, last: last, precision: .day) }

    /// The same days so many years earlier; 29 February becomes the 28th.
    func earlier(years: Int) -> DatePeriod? {
        func moved(_ day: CalendarDay) -> CalendarDay? {
            let year = day.year - years
            guard year >= 1 else { return nil }
            return CalendarDay(year, day.month, min(day.day, CalendarDay.daysIn(year: year, month: day.month)))
        }
        guard let first = moved(first), var last = moved(last) else { return nil }
        if precision != .day, last.month == 2, let leap = CalendarDay(last.year, 2, 29) { last = leap }
        return DatePeriod(first: first, last: last, precision: precision)
    }

    var value: DateValue {
        switch precision {
        case .day: .point(first.description)
        case .month: .point(first.monthText)
        case .year: .point(first.yearText)
        case .months:
            .interval(from: first.monthText, to: last.monthText)
        case .span: .interval(from: first.description, to: last.description)
        }
    }
}
