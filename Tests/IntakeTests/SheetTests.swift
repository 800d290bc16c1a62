import Provenance
import Spreadsheets
import SuyuanTesting
import Testing

@testable import Intake

@Suite struct SheetTests {
    private static let ledger = BookFile(
        [
            .init(
                "台 账",
                [
                    .init("A1", "重点任务台账"), .init("A2", "填报单位：某市总工会"), .init("F2", "2031年7月"), .init("A3", "序号"), .init("B3", "具体措施"),
                    .init("C3", "责任单位"), .init("E3", "完成时限"), .init("F3", "完成率"), .init("C4", "牵头单位"), .init("D4", "配合单位"), .init("A5", "一、阵地建设"),
                    .init("A6", number: "1"), .init("B6", "新建工会驿站20个"), .init("C6", "市总工会"), .init("D6", "市财政局"), .init("E6", number: "48213", style: 1),
                    .init("F6", number: "0.6", style: 2), .init("A7", number: "2"), .init("B7", "制定办法"), .init("E7", number: "48213", style: 3),
                    .init("F7", number: "0.30000000000000004"), .init("A8", "注：按月报送。"),
                ],
                merged: ["A1:F1", "A2:E2", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "A5:F5", "C6:C7", "A8:F8"]),
            .init("字典", [.init("A1", "甲")], isHidden: true),
        ], formats: ["yyyy\"年\"m\"月\"d\"日\"", "0.0%", "yyyy/m;@"])

    @Test func aLedgerIsATableWithItsLabels() throws {
        let source = try SourceReader.read(try Self.ledger.bytes(), path: "台账.xlsx")
        #expect(
            String(scalars: source.text.scalars) == """
                重点任务台账
                填报单位：某市总工会　　2031年7月

                序号\t具体措施\t责任单位 牵头单位\t责任单位 配合单位\t完成时限\t完成率
                一、阵地建设\t\t\t\t\t
                1\t新建工会驿站20个\t市总工会\t市财政局\t2031年12月31日\t60.0%
                2\t制定办法\t市总工会\t\t2031年12月\t0.3

                注：按月报送。

                """)
        #expect(source.findings.map(\.message.key) == ["format.hiddenSheets"])
        let text = source.text.scalars
        func place(_ words: String) -> String? {
            text.indices.first { text[$0...].starts(with: words.unicodeScalars) }.flatMap { source.description.map?.locator(at: $0)?.message.zh }
        }
        #expect(["重点", "新建", "2031年12月31日", "制定", "注"].map(place) == ["台 账!A1", "台 账!B6", "台 账!E6", "台 账!B7", "台 账!A8"])
    }

    @Test(arguments: [
        (nil, "5000", "5000"), (nil, "0.1", "0.1"), ("General", "1234567.5", "1234567.5"), ("0.00", "3", "3.00"), ("#,##0", "20000", "20000"),
        ("0\"人\"", "12", "12人"), ("0.00%", "0.8913", "89.13%"), ("yyyy-mm-dd", "45000", "2023年3月15日"), ("m\"月\"d\"日\"", "45000", "3月15日"),
        ("[$-804]yyyy\"年\"m\"月\"", "60", "1900年2月"), ("h:mm", "0.5", "0.5"), ("@", "7", "7"), ("yyyy/m/d", "甲", "甲"),
    ] as [(String?, String, String)])
    func numbersAreShownByTheirFormat(code: String?, value: String, shown: String) throws {
        let style = code == nil ? 0 : 1
        let book = BookFile([.init("甲", [.init("A1", number: value, style: style)])], formats: [code ?? "0"])
        #expect(try ReadWorkbook(book.bytes(), file: "x").sheets[0][0, 0] == shown)
    }

    @Test func ownMatricesAreNoSource() throws {
        let book = BookFile([.init("全表", [.init("A1", "要求"), .init("B2", "plan-3fa9c1#r6gha6dam")])])
        #expect { try SourceReader.read(try book.bytes(), path: "x.xlsx") } throws: { ($0 as? Fault)?.what == .sourceIsOwnOutput }
    }
}
