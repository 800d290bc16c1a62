/// A day of the Gregorian calendar (日期), without clock or time zone.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to the month's last day.
    public let day: Int

    /// Nil where the calendar has no such day.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...Self.daysIn(year: year, month: month)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2022-11-18`; a month or a year alone gives its last day where `last` is true, else its first.
    public init?(iso text: Substring, last: Bool = false) { self.init(iso: String(text), last: last) }

    /// Reads `2022-11-18`; a month or a year alone gives its last day where `last` is true, else its first.
    public init?(iso text: String, last: Bool = false) {
        // Days are read in the innermost loops of linking and judging, hence no split and no substrings.
        var parts = (0, 0, 0)
        var count = 1
        var digits = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "-") {
                guard digits > 0, count < 3 else { return nil }
                count += 1
                digits = 0
            } else {
                guard (0x30...0x39).contains(byte), digits < 9 else { return nil }
                digits += 1
                let digit = Int(byte - 0x30)
                switch count {
                case 1: parts.0 = parts.0 * 10 + digit
                case 2: parts.1 = parts.1 * 10 + digit
                default: parts.2 = parts.2 * 10 + digit
                }
            }
        }
        guard digits > 0 else { return nil }
        let month = count > 1 ? parts.1 : (last ? 12 : 1)
        guard (1...12).contains(month) else { return nil }
        let day = count > 2 ? parts.2 : (last ? Self.daysIn(year: parts.0, month: month) : 1)
        self.init(parts.0, month, day)
    }

    public static func daysIn(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 (Howard Hinnant's days_from_civil), so that days can be counted without a clock.
    public var ordinal: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day so many days after 1970-01-01 (civil_from_days of the same source); nil outside of the years 1 to 9999.
    public init?(ordinal: Int) {
        guard (-719_162...2_932_896).contains(ordinal) else { return nil }
        let shifted = ordinal + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        self.init(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    public var description: String { text(bytes: 10) }

    /// `2022-11`.
    public var monthText: String { text(bytes: 7) }

    /// `2022`.
    public var yearText: String { text(bytes: 4) }

    /// The first bytes of `2022-11-18`, written at once: days are printed for every date that is read.
    private func text(bytes count: Int) -> String {
        String(unsafeUninitializedCapacity: 10) { buffer in
            func put(_ value: Int, at place: Int) { buffer[place] = UInt8(truncatingIfNeeded: 0x30 + value % 10) }
            put(year / 1000, at: 0)
            put(year / 100, at: 1)
            put(year / 10, at: 2)
            put(year, at: 3)
            buffer[4] = UInt8(ascii: "-")
            put(month / 10, at: 5)
            put(month, at: 6)
            buffer[7] = UInt8(ascii: "-")
            put(day / 10, at: 8)
            put(day, at: 9)
            return count
        }
    }

    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
