import Testing

@testable import Provenance

@Suite struct CalendarDayTests {
    @Test(arguments: [("2031-03-05", false, "2031-03-05"), ("2031-03", false, "2031-03-01"), ("2031-03", true, "2031-03-31"), ("2032-02", true, "2032-02-29"), ("2031-02", true, "2031-02-28"),
        ("2100-02", true, "2100-02-28"), ("2000-02", true, "2000-02-29"), ("2031", false, "2031-01-01"), ("2031", true, "2031-12-31"), ("0987-1-2", false, "0987-01-02")])
    func isoIsRead(_ text: String, last: Bool, expected: String) { #expect(CalendarDay(iso: text, last: last)?.description == expected) }

    @Test(arguments: ["", "-", "2031-13", "2031-02-29", "2031-04-31", "2031-00-10", "2031-1-1-1", "二〇三一", "2031-03-", "20310305", "99999-01-01", "-2031-01-01"])
    func otherTextIsRefused(_ text: String) { #expect(CalendarDay(iso: text) == nil) }

    @Test func daysAreCountedFrom1970() throws {
        #expect(CalendarDay(1970, 1, 1)?.ordinal == 0)
        #expect(CalendarDay(1969, 12, 31)?.ordinal == -1)
        #expect(CalendarDay(2000, 3, 1)?.ordinal == 11_017)
        var ordinal = try #require(CalendarDay(2027, 12, 31)).ordinal
        for month in 1...12 {
            for day in 1...CalendarDay.daysIn(year: 2028, month: month) {
                ordinal += 1
                #expect(CalendarDay(2028, month, day)?.ordinal == ordinal)
            }
        }
        #expect(CalendarDay(2029, 1, 1)?.ordinal == ordinal + 1)
    }

    @Test func daysAreOrdered() {
        let days = ["2030-12-31", "2031-01-01", "2031-01-02", "2031-02-01"].compactMap { CalendarDay(iso: $0) }
        #expect(days.count == 4 && days == days.reversed().sorted())
    }
}
