import Testing

@testable import Provenance

@Suite struct SourceMapTests {
    private static var sample: SourceMap {
        var map = SourceMap()
        map.add(page: 1, at: 0)
        map.add(.paragraph, label: "1", at: 0)
        map.add(.paragraph, label: "2", at: 5)
        map.add(.sheet, name: "任务 分解表", label: "B3", at: 9)
        map.add(page: 2, at: 9)
        map.add(.sheet, name: "任务 分解表", label: "C3", at: 12)
        map.add(.paragraph, label: "3", at: 20)
        return map
    }

    @Test(arguments: [
        (0, 1, "第1段"), (4, 1, "第1段"), (5, 1, "第2段"), (9, 2, "任务 分解表!B3"), (11, 2, "任务 分解表!B3"), (12, 2, "任务 分解表!C3"), (99, 2, "第3段"),
    ])
    func everyOffsetHasItsPlace(offset: Int, page: Int, place: String) {
        #expect(Self.sample.page(at: offset) == page)
        #expect(Self.sample.locator(at: offset)?.message.zh == place)
    }

    @Test func whatWasEmptyLeavesNoMark() {
        var map = SourceMap()
        for label in ["1", "2", "3"] { map.add(.paragraph, label: label, at: 0) }
        map.add(.line, label: "9", at: 0)
        #expect(map.lines == [SourceMap.Line(unit: "line", name: nil, marks: "0=9")])
    }

    @Test func itsLinesGiveItBack() {
        #expect(SourceMap(Self.sample.lines) == Self.sample)
        #expect(SourceLocator(code: "sheet B3 任务 分解表") == Self.sample.locator(at: 9))
        #expect(Self.sample.locator(at: 9)?.code == "sheet B3 任务 分解表")
    }

    @Test(arguments: [("nothing", "0=1"), ("page", ""), ("page", "5=1 5=2"), ("page", "0=x"), ("paragraph", "x=1"), ("sheet", "1")])
    func whatIsNoMapIsRefused(unit: String, marks: String) {
        #expect(SourceMap([SourceMap.Line(unit: unit, name: nil, marks: marks)]) == nil)
    }
}
