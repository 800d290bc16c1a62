import Provenance
import Testing

@testable import Exports

@Suite struct TextTableTests {
    @Test(arguments: [("abc", 3), ("省总工会", 8), ("“十四五”", 8), ("（一）", 6), ("e\u{301}", 1), ("a\u{200B}b", 2), ("𠮷", 2)])
    func widths(_ text: String, _ cells: Int) { #expect(CellWidth.of(text) == cells) }

    @Test func wrapsByCells() {
        #expect(CellWidth.wrap("支持企业建设培训中心", width: 8) == ["支持企业", "建设培训", "中心"])
        #expect(CellWidth.wrap("", width: 8) == [""])
        #expect(CellWidth.wrap("甲\n乙", width: 8) == ["甲", "乙"])
    }

    @Test func noLineBeginsWithAClosingMark() {
        #expect(CellWidth.wrap("推进工作，落实", width: 8) == ["推进工", "作，落实"])
        #expect(CellWidth.wrap("计划的2030年底", width: 8) == ["计划的", "2030年底"])
    }

    /// No text is lost by wrapping, and no line is too wide.
    @Test(arguments: [4, 7, 10, 33])
    func wrappingLosesNothing(_ width: Int) {
        let text = "（三）支持企业建设“培训中心”，2030年底前培训不少于2万人次；SHA-256 abcdefabcdefabcdef。"
        let lines = CellWidth.wrap(text, width: width)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        #expect(lines.allSatisfy { CellWidth.of($0) <= width })
    }

    @Test func terminalIsNotSteered() {
        #expect(CellWidth.harmless("\u{1B}[31m红\u{202E}") == "\u{FFFD}[31m红\u{FFFD}")
    }

    @Test func drawsATable() {
        let section = Report.Section(
            "s", columns: [.init("序号", isNumber: true), .init("要求", share: 3)],
            rows: [[.number(1), .text("开展竞赛。")], [.number(12), .text("培训职工。")]], empty: "没有。")
        let report = Report(title: "表", facts: [("数量", "2")], sections: [section])
        #expect(
            TextTable(wording: Samples.zh, width: 60).print(report) == """
                表
                数量：2

                序号  要求
                ────────────────
                   1  开展竞赛。
                  12  培训职工。

                """)
    }

    @Test func emptyTableSaysSo() {
        let section = Report.Section("s", columns: [.init("要求")], rows: [], empty: "没有。")
        #expect(TextTable(wording: Samples.zh, width: 60).print(Report(title: "表", sections: [section])) == "表\n\n没有。\n")
    }
}
