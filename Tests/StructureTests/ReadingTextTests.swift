import Provenance
import SuyuanTesting
import Testing

@testable import Structure

/// What recognisers read: no white space, one width, and the way back to the source.
@Suite struct ReadingTextTests {
    private func read(_ text: String) -> ReadingText {
        var reading = ReadingText()
        let scalars = Array(text.unicodeScalars)
        _ = reading.append(Pieces(0..<scalars.count), of: scalars)
        return reading
    }

    @Test(
        arguments: [
            ("10 月 17 日", "10月17日"), ("２０３１年", "2031年"), ("ＡＩ平台", "AI平台"), ("增长12．5％", "增长12.5%"), ("甲,乙;丙:丁", "甲，乙；丙：丁"),
            ("(一)任务", "（一）任务"), ("1,200个", "1,200个"), ("时间8:30至9:00", "时间8:30至9:00"), ("a, b", "a,b"), ("青\u{200B}河\u{FEFF}市", "青河市"),
            ("青\u{0}河\u{1F}市", "青河市"), ("［2031］", "〔2031〕"), ("第一・二", "第一·二"), ("1～10月", "1—10月"), ("好!吗?", "好！吗？"),
        ])
    func widthsAreMadeOne(_ source: String, expected: String) {
        #expect(String(scalars: read(source).scalars) == expected)
    }

    @Test func everyPositionLeadsBack() {
        let source = "　　到 2031\u{200B} 年底，\n新增１２个"
        let scalars = Array(source.unicodeScalars)
        let reading = read(source)
        for index in reading.scalars.indices {
            #expect(ReadingText.normalised(scalars[Int(reading.origins[index])]) == reading.scalars[index] || reading.scalars[index] == "，")
        }
        #expect(zip(reading.origins, reading.origins.dropFirst()).allSatisfy { $0 < $1 })
        #expect(reading.span(0..<0).length == 0)
        #expect(reading.span(0..<reading.count) == Span(2, scalars.count))
    }

    @Test(
        arguments: [
            ("— 9 —", 9), ("－ 12 －", 12), ("-3-", 3), ("·5·", 5), ("第 3 页", 3), ("第3页 共8页", 3), ("第3页/共8页", 3), ("—２—", 2),
        ])
    func foliosAreTold(_ line: String, page: Int) {
        let scalars = Array(line.unicodeScalars)
        #expect(Folio.number(scalars, in: 0..<scalars.count) == page)
    }

    @Test(arguments: ["9", "—", "— 9", "2031年", "第3期", "第3页的表格应当更正", "-3-4-", "— 九 —的说明文字"])
    func otherLinesAreNoFolios(_ line: String) {
        let scalars = Array(line.unicodeScalars)
        #expect(Folio.number(scalars, in: 0..<scalars.count) == nil)
    }

    @Test(
        arguments: [
            ("青政办发〔2031〕117号", "青政办发〔2031〕117号"), ("青工发[2022]3号文", "青工发[2022]3号"), ("教职成(2018)8号", "教职成(2018)8号"),
            ("青教〔2031〕第6号，", "青教〔2031〕第6号"), ("青教﹝2031﹞6号", "青教﹝2031﹞6号"),
        ])
    func numbersOfDocumentsEnd(_ text: String, number: String) {
        #expect(DocumentNumber.end(in: Array(text.unicodeScalars)) == number.unicodeScalars.count)
    }

    @Test(arguments: ["青政办发〔31〕117号", "青政办发〔2031〕号", "〔2031〕6号", "青政办发〔2031 6号", "青政办发〔1031〕6号", "青政办发2031年6号", ""])
    func otherTextIsNoNumber(_ text: String) {
        #expect(DocumentNumber.end(in: Array(text.unicodeScalars)) == nil)
    }

    @Test(arguments: [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99), ("一百", 100), ("一百零三", 103), ("二百一十五", 215), ("三〇", nil), ("百", nil), ("", nil), ("甲", nil)])
    func numeralsAreRead(_ text: String, value: Int?) {
        #expect(PrintedNumeral.read(Array(text.unicodeScalars), from: 0)?.value == value)
    }
}
