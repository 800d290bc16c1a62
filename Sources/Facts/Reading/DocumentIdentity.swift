import Provenance
import Structure

/// What names a document (文档标识): its id, and the work that it is a version of.
enum DocumentIdentity {
    /// The stem of the file's name as far as XML names and file names carry it, and six digits of the content's hash.
    static func id(_ source: SourceDescription) -> String {
        var stem = source.name.unicodeScalars[...]
        if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = stem[..<dot] }
        var name: [Unicode.Scalar] = []
        for scalar in stem.prefix(60) {
            if scalar.isHan || scalar.isDigit || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "-" || scalar == "_" {
                name.append(scalar)
            } else if name.last != "-" {
                name.append("-")
            }
        }
        while name.last == "-" { name.removeLast() }
        // An XML name does not begin with a digit.
        if let first = name.first, first.isDigit || first == "-" { name.insert("d", at: 0) }
        return (name.isEmpty ? "document" : String(scalars: name)) + "-" + source.sha256.prefix(6)
    }

    /// 发文字号, else title and date, else the file's name.
    static func work(number: String?, title: String?, date: String?, issue: String?, name: String) -> String {
        if let number, !number.isEmpty { return squeezed(number) }
        if let title, !title.isEmpty, let when = issue ?? date { return squeezed(title) + " " + squeezed(when) }
        return name
    }

    private static func squeezed(_ text: String) -> String { String(scalars: Array(text.unicodeScalars).filter { !$0.isWhite }) }

    /// A day in the file's name: YYYYMMDD or YYYY-MM-DD.
    static func date(inName name: String) -> String? {
        let scalars = Array(name.unicodeScalars)
        for start in scalars.indices where start == 0 || !scalars[start - 1].isDigit {
            guard let (value, end) = PrintedNumeral.digits(scalars, from: start) else { continue }
            if end - start == 8, end == scalars.count || !scalars[end].isDigit,
                let day = CalendarDay(value / 10000, value / 100 % 100, value % 100), (1949...2100).contains(day.year)
            {
                return day.description
            }
            if end - start == 4, end + 6 <= scalars.count, scalars[end] == "-", scalars[end + 3] == "-",
                let (month, monthEnd) = PrintedNumeral.digits(scalars, from: end + 1), monthEnd == end + 3,
                let (dayOfMonth, dayEnd) = PrintedNumeral.digits(scalars, from: end + 4), dayEnd == end + 6,
                let day = CalendarDay(value, month, dayOfMonth)
            {
                return day.description
            }
        }
        return nil
    }
}
