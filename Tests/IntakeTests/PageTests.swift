import Provenance
import SuyuanTesting
import Testing

@testable import Intake

@Suite struct PageTests {
    private static func read(_ html: String, encoding: [UInt8]? = nil) throws -> ReceivedSource { try SourceReader.read(encoding ?? Array(html.utf8), path: "某页.htm") }
    private static func lines(_ html: String) throws -> [String] {
        String(scalars: try read(html).text.scalars).split(separator: "\n").map(String.init)
    }

    private static let article = (1...8).map { "<p>　　第\($0)项工作要按月推进；各县（区）要落实责任。</p>" }.joined()

    @Test func onlyTheDocumentIsReadOfAPage() throws {
        let html = PageFile.site(
            title: "关于做好工会驿站建设的通知",
            metadata: [("索 引 号", "530000/2031-12"), ("发文机关", "某市总工会"), ("发文字号", "某工发〔2031〕12号"), ("成文日期", "2031年5月6日")], content: Self.article)
        let source = try Self.read(html)
        let lines = String(scalars: source.text.scalars).split(separator: "\n").map(String.init)
        #expect(lines.prefix(5) == ["索引号：530000/2031-12", "发文机关：某市总工会", "发文字号：某工发〔2031〕12号", "成文日期：2031年5月6日", "关于做好工会驿站建设的通知"])
        #expect(lines.dropFirst(5).first == "　　第1项工作要按月推进；各县（区）要落实责任。")
        #expect(lines.count == 13)
        #expect(source.findings.map(\.message.key) == ["format.page"])
        #expect(source.description.map?.locator(at: 0)?.message.zh == "第3行")
    }

    /// Small sites have no box for the text: the table stands at its head, between menu and footer.
    @Test func aTableAtTheHeadOfTheTextIsMetadataToo() throws {
        let table = "<table><tr><td>索 引 号：</td><td>0001</td><td>主题分类：</td><td>劳动</td></tr><tr><td>发文字号：</td><td>某政发〔2031〕3号</td><td>成文日期：</td><td></td></tr></table>"
        let html = "<html><body><div class=\"top-nav\"><a href=/>首页</a></div>\(table)<p>某市人民政府关于建站的意见</p><p>各县（区）要建站。</p><div id=footer>版权所有</div></body></html>"
        #expect(try Self.lines(html) == ["索引号：0001", "主题分类：劳动", "发文字号：某政发〔2031〕3号", "某市人民政府关于建站的意见", "各县（区）要建站。"])
        #expect(try Self.read(html).findings.map(\.message) == [.pagePartsLeftOut(6)])
        // A box of that name that holds sentences is text; so is a table below it.
        let text = "<html><body><div class=nav><p>各县（区）要建站。</p></div><p>各县（区）要报送。</p>\(table)</body></html>"
        #expect(try Self.lines(text).prefix(2) == ["各县（区）要建站。", "各县（区）要报送。"])
        #expect(try Self.lines(text).count == 4)
    }

    @Test(arguments: [
        ("<p>甲<br>乙</p><div>丙<span>丁</span></div>", ["甲", "乙", "丙丁"]),
        ("<ol><li>甲</li><li><p>乙</p></li></ol><ol start=4 type=a><li>丙</ol>", ["1. 甲", "2. 乙", "d. 丙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<p>甲  \n 乙&nbsp;丙　丁&lt;戊&gt;</p>", ["甲 乙\u{A0}丙　丁<戊>"]),
        ("<p>甲<!-- 不是 --><script>x</script><style>y</style>乙</p><p style='display:none'>看不见</p>", ["甲乙"]),
        ("<pre>甲\n  乙</pre>", ["甲", "  乙"]), ("<p>甲<ruby>乙<rt>yi</rt></ruby></p>", ["甲乙"]),
        ("<table><tr><td>左<td>右</table>", ["左", "右"]), ("<p>甲<p>乙", ["甲", "乙"]), ("<b>甲</i>乙", ["甲乙"]),
    ])
    func linesAreBrokenAsBrowsersDo(body: String, lines: [String]) throws { #expect(try Self.lines("<html><body>\(body)</body></html>") == lines) }

    /// A page keeps a line free by a paragraph of one space; the source's own line breaks keep none.
    @Test func paragraphsOfASpaceAreBlankLines() throws {
        let html = "<html><body><p>&nbsp;</p><p>甲</p>\n\n<p>&nbsp;</p><p>　</p><p>乙</p><p> </p>丙</body></html>"
        #expect(String(scalars: try SourceReader.read(Array(html.utf8), path: "x").text.scalars) == "甲\n\n乙\n丙\n")
    }

    @Test func tablesKeepTheirColumns() throws {
        let html = """
            <html><body><p>如下。</p><table><thead><tr><th rowspan=2>序号</th><th rowspan="2">重点任务</th><th colspan=2>责任单位</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr></thead>
            <tr><td>1</td><td>建站</td><td rowspan=2>市总工会</td><td>市财政局</td></tr><tr><td>2</td><td>管<br>站</td><td></td></tr></table></body></html>
            """
        #expect(try Self.lines(html) == ["如下。", "序号\t重点任务\t责任单位 牵头单位\t责任单位 配合单位", "1\t建站\t市总工会\t市财政局", "2\t管 站\t市总工会\t"])
    }

    @Test func encodingsAreToldByTheBytes() throws {
        let text = "<html><head><meta charset=gb2312></head><body><p>各县（区）总工会要按月报送。</p></body></html>"
        let national: [UInt8] = Array("<html><head><meta charset=utf-8></head><body><p>".utf8) + [0xB8, 0xF7, 0xCF, 0xD8, 0xD7, 0xDC, 0xB9, 0xA4, 0xBB, 0xE1] + Array("</p>".utf8)
        #expect(try Self.read(text).description.encoding == "UTF-8")
        let read = try SourceReader.read(national, path: "x")
        #expect(read.description.encoding == "GB18030")
        #expect(String(scalars: read.text.scalars) == "各县总工会\n")
        var damaged = Array("<html><head><meta charset=utf-8></head><body><p>各县要报送</p>".utf8)
        damaged[damaged.count - 6] = 0xFF
        let repaired = try SourceReader.read(damaged, path: "x")
        #expect(repaired.findings.first?.message.key == "format.replaced")
    }

    @Test func ownPagesAreNoSource() {
        #expect { try Self.read("<html><head><meta name=\"generator\" content=\"suyuan\"></head><body>x</body></html>") } throws: { ($0 as? Fault)?.what == .sourceIsOwnOutput }
    }

    @Test func deepAndBrokenPagesEnd() throws {
        let deep = "<html><body>" + String(repeating: "<div>", count: 20_000) + "各县要报送。"
        #expect(throws: Fault.self) { try Self.lines(deep) }
        #expect(try Self.lines("<html><body><div><p>甲<td>乙</table></div") == ["甲", "乙"])
    }
}
