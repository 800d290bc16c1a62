import Glibc

/// A number as a cell shows it (单元格显示值): by its format, as far as documents need it: dates, percentages, fixed decimals and words
/// beside the number. Groups of thousands are left out.
struct ShownNumber: Sendable {
    /// The parts of a date, in the order of the calendar.
    private struct DateParts { var year = false, month = false, day = false, hour = false }

    private let date: DateParts?
    private let decimals: Int?
    private let isPercent: Bool
    private let before: String
    private let after: String

    /// - Parameter code: the format in the language of spreadsheets, `yyyy"年"m"月"d"日"`, `0.0%`; nil is the general one.
    init(_ code: String?) {
        var parts = DateParts()
        var (before, after) = ("", "")
        var (hasNumber, isPercent, decimals) = (false, false, 0)
        var isFraction = false
        var scalars = Array((code?.lowercased() == "general" ? "" : code ?? "").unicodeScalars)[...]
        loop: while let scalar = scalars.popFirst() {
            switch scalar {
            // What follows is for negative numbers, zero and text.
            case ";": break loop
            case "\"":
                let words = scalars.prefix { $0 != "\"" }
                scalars = scalars.dropFirst(words.count + 1)
                if hasNumber { after += String(String.UnicodeScalarView(words)) } else { before += String(String.UnicodeScalarView(words)) }
            case "[": scalars = scalars.drop { $0 != "]" }.dropFirst()
            case "\\", "_", "*":
                if let next = scalars.popFirst(), scalar == "\\" { if hasNumber { after.unicodeScalars.append(next) } else { before.unicodeScalars.append(next) } }
            case "0", "#", "?":
                hasNumber = true
                if isFraction, scalar == "0" { decimals += 1 }
            case ".": isFraction = true
            case "%": isPercent = true
            case "y", "Y": parts.year = true
            // Minutes stand beside hours or seconds only.
            case "m", "M": if !parts.hour { parts.month = true }
            case "d", "D": parts.day = true
            case "h", "H", "s", "S": parts.hour = true
            default: continue
            }
        }
        let isDate = !hasNumber && (parts.year || parts.day || (parts.month && !parts.hour))
        date = isDate ? parts : nil
        self.isPercent = isPercent
        self.decimals = hasNumber && !(code ?? "").contains("E+") ? decimals : nil
        self.before = hasNumber ? before : ""
        self.after = hasNumber ? after : ""
    }

    /// The formats that files name by number alone (ECMA-376 part 1, 18.8.30; those from 27 as Chinese programs have them).
    static func builtIn(_ id: Int) -> String? {
        switch id {
        case 1, 3: "0"
        case 2, 4: "0.00"
        case 9: "0%"
        case 10: "0.00%"
        case 14, 15, 22, 30, 31: "yyyy/m/d"
        case 16, 28, 29, 51, 53, 54, 58: "m/d"
        case 17, 27, 36, 50, 52, 57: "yyyy/m"
        case 18...21, 32...35, 45...47, 55, 56: "h:mm"
        default: nil
        }
    }

    /// - Parameter base1904: days count from 1904, as old files of another system do.
    func text(_ value: String, base1904: Bool = false) -> String {
        guard let number = Double(value), number.isFinite else { return value }
        if let date, number >= 1, number < 2_958_466 { return Self.day(Int(number) + (base1904 ? 1_462 : 0), date) }
        let scaled = isPercent ? number * 100 : number
        return before + Self.printed(scaled, decimals) + after + (isPercent ? "%" : "")
    }

    private static func printed(_ number: Double, _ decimals: Int?) -> String {
        var buffer = [CChar](repeating: 0, count: 400)
        let format = decimals.map { "%.\(min($0, 10))f" } ?? "%.15g"
        _ = withVaList([number]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Days from the last of 1899; day 60 is one that never was, which the first of such programs believed in.
    private static func day(_ serial: Int, _ parts: DateParts) -> String {
        var days = serial >= 60 ? serial - 1 : serial
        var year = 1900
        func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
        while days > (isLeap(year) ? 366 : 365) {
            days -= isLeap(year) ? 366 : 365
            year += 1
        }
        var month = 1
        for length in [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
            if days <= length { break }
            days -= length
            month += 1
        }
        return (parts.year ? "\(year)年" : "") + (parts.month || parts.day ? "\(month)月" : "") + (parts.day ? "\(days)日" : "")
    }
}
