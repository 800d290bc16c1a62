import Glibc
import Provenance

/// The day on which something is done (日期). No answer depends on it: it is written beside what a person decides.
enum MachineDay {
    /// The day of `SOURCE_DATE_EPOCH`, else the calendar day of the machine in its time zone.
    static var today: CalendarDay? {
        if let day = SourceDate.day { return day }
        var seconds = time(nil)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return nil }
        return CalendarDay(Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }

    /// The moment in UTC, ISO 8601 to the second: for the audit log of the web pages.
    static var moment: String {
        var seconds = time(nil)
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil, let day = CalendarDay(Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
        else { return "" }
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return day.description + "T" + two(parts.tm_hour) + ":" + two(parts.tm_min) + ":" + two(parts.tm_sec) + "Z"
    }
}
