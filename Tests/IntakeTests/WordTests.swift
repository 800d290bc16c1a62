import Provenance
import SuyuanTesting
import Testing

@testable import Intake

/// What Word prints and does not write: numbers, merged cells, accepted changes, notes and boxes.
@Suite struct WordTests {
    private static func received(_ file: WordFile) throws -> ReceivedSource { try SourceReader.read(try file.bytes(), path: "甲/关于工会驿站的通知.docx") }

    private static func lines(_ body: String, numbering: String? = nil, styles: String? = nil) throws -> [String] {
        let text = try received(WordFile(body: body, numbering: numbering, styles: styles)).text
        return String(scalars: text.scalars).split(separator: "\n").map(String.init)
    }

    private static func listed(_ text: String, _ level: Int, _ list: Int = 1) -> String {
        WordFile.paragraph(text, properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
    }

    @Test func numbersAreThoseThatWordPrints() throws {
        let body = [("总则", 0), ("驿站", 1), ("建站", 2), ("管站", 2), ("食堂", 1), ("建设", 2), ("附则", 0), ("解释", 1)].map { Self.listed($0.0, $0.1) }.joined()
        #expect(
            try Self.lines(body, numbering: WordFile.list)
                == ["一、总则", "（一）驿站", "1.建站", "2.管站", "（二）食堂", "1.建设", "二、附则", "（一）解释"])
    }

    @Test func numberingComesFromStylesAndIsTakenAway() throws {
        let styles = """
            <w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="H3"><w:basedOn w:val="H3"/></w:style>
            """
        func styled(_ text: String, _ style: String, _ more: String = "") -> String {
            WordFile.paragraph(text, properties: "<w:pStyle w:val=\"\(style)\"/>" + more)
        }
        let body =
            styled("甲", "H1") + styled("乙", "H2") + styled("丙", "H2") + styled("丁", "H1", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + styled("戊", "H1")
            + styled("己", "H3")
        #expect(try Self.lines(body, numbering: WordFile.list, styles: styles) == ["一、甲", "（一）乙", "（二）丙", "丁", "二、戊", "己"])
    }

    @Test func aStyleNamesTheLevelOfItsList() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="A"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1章"/></w:lvl>\
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:pStyle w:val="B"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="第%2条"/></w:lvl>\
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:pStyle w:val="C"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/></w:lvl></w:abstractNum>\
            <w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>
            """
        let styles = ["A", "B", "C"].map { "<w:style w:type=\"paragraph\" w:styleId=\"\($0)\"><w:pPr><w:numPr><w:numId w:val=\"9\"/></w:numPr></w:pPr></w:style>" }
        let body = ["A", "B", "B", "A", "B", "C"].map { WordFile.paragraph("文", properties: "<w:pStyle w:val=\"\($0)\"/>") }.joined()
        #expect(
            try Self.lines(body, numbering: numbering, styles: styles.joined())
                == ["第1章 文", "第1条 文", "第2条 文", "第2章 文", "第3条 文", "2.3.1 文"])
    }

    @Test func aListMayBeginAnew() throws {
        let numbering =
            WordFile.list
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
        let body = Self.listed("甲", 0) + Self.listed("乙", 0) + Self.listed("丙", 0, 2) + Self.listed("丁", 0, 2)
        #expect(try Self.lines(body, numbering: numbering) == ["一、甲", "二、乙", "一、丙", "二、丁"])
    }

    @Test(arguments: [
        ("chineseCounting", 11, "十一"), ("chineseCountingThousand", 105, "一百零五"), ("chineseCounting", 20, "二十"), ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 3, "丙"), ("decimalEnclosedCircleChinese", 12, "⑫"), ("decimalEnclosedParen", 2, "⑵"), ("lowerRoman", 9, "ix"),
        ("upperLetter", 27, "AA"), ("decimalFullWidth", 10, "１０"), ("ideographDigital", 23, "二三"), ("decimalZero", 7, "07"), ("unheardOf", 5, "5"),
    ])
    func numbersOfEveryFormat(format: String, value: Int, text: String) { #expect(NumberFormat.text(value, format) == text) }

    @Test func mergedCellsAreSaidInEveryRow() throws {
        func cell(_ text: String, _ properties: String = "") -> String { "<w:tc><w:tcPr>\(properties)</w:tcPr>\(WordFile.paragraph(text))</w:tc>" }
        let restart = "<w:vMerge w:val=\"restart\"/>"
        let body =
            "<w:tbl><w:tr>" + cell("重点任务分解表", "<w:gridSpan w:val=\"4\"/>") + "</w:tr><w:tr>" + cell("序号", restart) + cell("重点任务", restart)
            + cell("责任单位", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + cell("", "<w:vMerge/>") + cell("", "<w:vMerge/>") + cell("牵头单位") + cell("配合单位")
            + "</w:tr><w:tr>" + cell("1") + cell("建站") + cell("市总工会", restart) + cell("市财政局") + "</w:tr><w:tr>" + cell("2") + cell("管站")
            + cell("", "<w:vMerge/>") + cell("") + "</w:tr></w:tbl>" + WordFile.paragraph("注：按月报送。")
        let source = try Self.received(WordFile(body: body))
        #expect(
            String(scalars: source.text.scalars)
                == "重点任务分解表\n\n序号\t重点任务\t责任单位 牵头单位\t责任单位 配合单位\n1\t建站\t市总工会\t市财政局\n2\t管站\t市总工会\t\n\n注：按月报送。\n")
        let places = ["建站", "管站", "注："].map { words in
            source.text.scalars.indices.first { source.text.scalars[$0...].starts(with: words.unicodeScalars) }.flatMap { source.description.map?.locator(at: $0) }
        }
        #expect(places.map { $0?.message.zh } == ["表1第4行第2列", "表1第5行第2列", "第1段"])
    }

    @Test func changesAreAcceptedAndTold() throws {
        let body = """
            <w:p><w:r><w:t>各县</w:t></w:r><w:ins w:id="1"><w:r><w:t>区</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>每周</w:delText></w:r></w:del><w:r><w:t>每月报送。</w:t></w:r></w:p>\
            <w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p><w:p><w:r><w:t>后半句。</w:t></w:r></w:p>
            """
        let source = try Self.received(WordFile(body: body))
        #expect(String(scalars: source.text.scalars) == "各县区每月报送。\n前半句，后半句。\n")
        #expect(source.findings.map(\.message.key) == ["format.changes"])
    }

    @Test func fieldsShowTheirResultAndContentsAreLeftOut() throws {
        func field(_ code: String, _ result: String) -> String {
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> \(code) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(result)"
        }
        let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        let body =
            "<w:p>" + field("TOC \\o &quot;1-3&quot;", WordFile.run("一、总则 1")) + "</w:p>" + WordFile.paragraph("二、附则 2") + "<w:p>\(end)</w:p><w:p>"
            + WordFile.run("自") + field("DATE", WordFile.run("2031年5月1日")) + end + WordFile.run("起施行。") + "</w:p>"
        let source = try Self.received(WordFile(body: body))
        #expect(String(scalars: source.text.scalars).trimmed == "自2031年5月1日起施行。")
        #expect(source.findings.map(\.message.key) == ["format.contents"])
    }

    @Test func boxesNotesAndHeadsHaveTheirPlaces() throws {
        let box = """
            <mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>\(WordFile.paragraph("某市总工会文件"))</w:txbxContent></w:drawing></mc:Choice>\
            <mc:Fallback><w:pict><v:textbox><w:txbxContent>\(WordFile.paragraph("某市总工会文件"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>
            """
        var file = WordFile(
            body: "<w:p><w:r>\(box)</w:r>\(WordFile.run("正文"))<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r></w:p>")
        let notes = "<w:footnote w:type=\"separator\" w:id=\"0\">\(WordFile.paragraph("线"))</w:footnote><w:footnote w:id=\"2\">\(WordFile.paragraph("指驿站。"))</w:footnote>"
        file.parts = [
            ("footnotes", "footnotes.xml", WordFile.root("footnotes", notes)),
            ("header", "header1.xml", WordFile.root("hdr", WordFile.paragraph("内部资料"))),
            ("footer", "footer1.xml", WordFile.root("ftr", WordFile.paragraph("— 1 —"))),
        ]
        let source = try Self.received(file)
        #expect(String(scalars: source.text.scalars).trimmed == "某市总工会文件\n正文\n注1：指驿站。")
        #expect(source.findings.map(\.message.key) == ["format.hidden", "format.heads"].sorted { $0 > $1 } || source.findings.count == 2)
        #expect(source.findings.contains { $0.message.zh.contains("内部资料") && !$0.message.zh.contains("1") })
        let map = try #require(source.description.map)
        #expect([0, 8, 11].map { map.locator(at: $0)?.unit } == [.box, .paragraph, .note])
    }

    @Test func pagesAreThoseThatWordLastPrinted() throws {
        let broken = "<w:p>\(WordFile.run("第一页的文字，"))<w:r><w:lastRenderedPageBreak/><w:t>第二页的文字。</w:t></w:r></w:p>"
        let source = try Self.received(WordFile(body: broken + WordFile.paragraph("第二段。")))
        let map = try #require(source.description.map)
        #expect(source.description.pages == 2)
        #expect([6, 7, 15].map { map.page(at: $0) } == [nil, 2, 2])
    }

    @Test func aWrongNameChangesNothing() throws {
        let bytes = try WordFile(body: WordFile.paragraph("各县区要按月报送。")).bytes()
        let one = try SourceReader.read(bytes, path: "a.docx"), two = try SourceReader.read(bytes, path: "a.txt")
        #expect(one.text == two.text)
        #expect(two.description.mediaType == WordReader.mediaType)
        #expect(two.description.bytes == bytes.count)
        #expect(two.description.sha256 == ContentHash.sha256(bytes))
    }

    @Test(arguments: [
        ("<!DOCTYPE w:document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:document xmlns:w=\"x\"><w:body>&b;</w:body></w:document>", "xml."),
        ("<w:document xmlns:w=\"x\"><w:body><w:p>", "xml."), ("<w:document xmlns:w=\"x\"/>", "format.part"),
        ("<w:document xmlns:w=\"x\"><w:body/></w:document>", "intake.empty"),
    ])
    func brokenFilesAreRefused(document: String, key: String) throws {
        let bytes = try PackedFile.bytes([("[Content_Types].xml", "<Types/>"), ("word/document.xml", document)])
        #expect { try SourceReader.read(bytes, path: "x.docx") } throws: { ($0 as? Fault)?.what.key.hasPrefix(key) == true && ($0 as? Fault)?.place?.file.hasPrefix("x.docx") == true }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last?.isNewline == true { text.removeLast() }
        while text.first?.isNewline == true { text.removeFirst() }
        return String(text)
    }
}
