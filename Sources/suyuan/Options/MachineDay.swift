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
}
