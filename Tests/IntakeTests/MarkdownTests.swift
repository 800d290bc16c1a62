import Provenance
import Testing

@testable import Intake

@Suite struct MarkdownTests {
    private static func read(_ text: String, _ name: String = "通知.md") throws -> ReceivedSource { try SourceReader.read(Array(text.utf8), path: name) }

    @Test(arguments: [
        ("# 关于报送的通知 #", "关于报送的通知"), ("## （一）**加强**建站", "（一）加强建站"), ("> 引文", "引文"), ("- 甲\n* 乙", "甲\n乙"), ("见[附件](http://x/y)和![图](z)", "见附件和图"),
        ("`代码`~~删~~", "代码删"), ("1. 甲\n2. 乙", "1. 甲\n2. 乙"), ("甲\n\n---\n\n乙", "甲\n\n乙"), ("<!-- 不是\n文 -->\n甲", "甲"), ("3\\*4", "3*4"),
        ("```\n# 原样\n```", "# 原样"), ("　　甲　乙", "　　甲　乙"),
    ])
    func marksAreTakenOut(markdown: String, text: String) throws { #expect(String(scalars: try Self.read(markdown).text.scalars) == text + "\n") }

    @Test func tablesAreTablesAndLinesHaveTheirPlaces() throws {
        let source = try Self.read("# 台账\n\n| 序号 | **任务** |\n|:--|---|\n| 1 | 建站 |\n\n注：无。\n")
        #expect(String(scalars: source.text.scalars) == "台账\n\n序号\t任务\n1\t建站\n\n注：无。\n")
        #expect(source.description.map?.locator(at: 12)?.message.zh == "表1第2行第2列")
        #expect(source.description.map?.locator(at: 0)?.message.zh == "第1行")
        #expect(source.description.mediaType == "text/markdown")
    }

    @Test func whatIsNotNamedSoIsText() throws { #expect(try Self.read("# 甲", "通知.txt").text == SourceText("# 甲")) }
}
