import Glibc
import Provenance

/// The day of `SOURCE_DATE_EPOCH` (seconds since 1970, UTC), by which reproducible builds say when they were made.
enum SourceDate {
    static var day: CalendarDay? {
        guard let text = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), let seconds = Int(text) else { return nil }
        return CalendarDay(ordinal: Int((Double(seconds) / 86_400).rounded(.down)))
    }
}
