import Provenance
import SuyuanTesting
import Testing

@testable import Intake

@Suite struct FixedTests {
    @Test(arguments: [
        ("g 3 2.5", 3, [2.5, 2.5, 2.5]), ("1 g 2 2 3", 5, [1, 2, 2, 3]), ("g 999999999 1", 2, [1, 1]), ("g -1 1 4", 3, [4]), ("g x", 3, []), ("nan 2", 3, [2]),
    ])
    func deltasAreUnfolded(text: String, count: Int, deltas: [Double]) { #expect(OFDText.deltas(text, count: count) == deltas) }

    @Test func pagesFlowAndTheirFrameIsLeftOut() throws {
        let long = String(repeating: "各县（区）总工会要按月报送工会驿站建设情况，", count: 60) + "不得迟报。"
        let source = try SourceReader.read(FixedFile.of(text: "关于报送情况的通知\n\n　　" + long + "\n　　特此通知。").bytes(), path: "a.bin")
        let lines = String(scalars: source.text.scalars).split(separator: "\n").map(String.init)
        #expect(lines == ["关于报送情况的通知", long, "特此通知。"])
        #expect(source.description.mediaType == OFDReader.mediaType)
        #expect(source.description.pages == 3)
        #expect(source.description.map?.page(at: 1400) == 3)
        #expect(source.description.map?.locator(at: 0)?.message.zh == "第1行")
        #expect(source.findings.map(\.message.key) == ["format.heads", "format.signatures"])
    }

    @Test func boldPrintedTwiceIsReadOnceAndGBKIsRead() throws {
        func object(_ x: Double, _ text: String) -> String {
            "<TextObject Boundary=\"\(x) 40 60 6\" Size=\"6\" CTM=\"1 0 0 1 0 0\"><TextCode X=\"0\" Y=\"5\" DeltaX=\"g 3 6\">\(text)</TextCode></TextObject>"
        }
        // 各县报送 in GBK under a declaration of UTF-8.
        let national: [UInt8] = [0xB8, 0xF7, 0xCF, 0xD8, 0xB1, 0xA8, 0xCB, 0xCD]
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Page><Content><Layer>" + object(30, "工会驿站") + object(30.3, "工会驿站") + "<TextObject Boundary=\"30 60 60 6\" Size=\"6\"><TextCode X=\"0\" Y=\"5\" DeltaX=\"g 3 6\">"
        var content = Array(head.utf8)
        for index in content.indices.reversed() where content[index...].starts(with: "工会驿站".utf8) {
            content.replaceSubrange(index..<index + 12, with: [0xB9, 0xA4, 0xBB, 0xE1, 0xE6, 0xE4, 0xD5, 0xBE])
        }
        content += national + Array("</TextCode></TextObject></Layer></Content></Page>".utf8)
        let bytes = try PackedFile.bytes([
            (name: "OFD.xml", content: Array("<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>".utf8)),
            (name: "Doc_0/Document.xml", content: Array("<Document><Pages><Page ID=\"1\" BaseLoc=\"P.xml\"/></Pages></Document>".utf8)),
            (name: "Doc_0/P.xml", content: content),
        ])
        #expect(String(scalars: try SourceReader.read(bytes, path: "x.ofd").text.scalars) == "工会驿站\n各县报送\n")
    }
}

extension FixedTests {
    /// Merged cells, a row that goes on overleaf, the labels said again: by the rules around the words.
    @Test func ruledTablesKeepTheirCells() throws {
        var objects = [String](repeating: "", count: 2)
        var number = 0
        func rule(_ page: Int, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
            objects[page] += "<PathObject ID=\"9\(number)\" Boundary=\"\(x) \(y) \(width + 1) \(height + 1)\"><AbbreviatedData>M 0 0 L \(width) \(height)</AbbreviatedData></PathObject>"
        }
        func word(_ page: Int, _ x: Double, _ y: Double, _ text: String) {
            number += 1
            objects[page] += "<TextObject ID=\"\(number)\" Boundary=\"\(x) \(y) 30 4\" Size=\"4\"><TextCode X=\"0\" Y=\"3.5\">\(text)</TextCode></TextObject>"
        }
        // Four columns; the second row's first two cells are one, the first column of the last two rows too.
        for page in 0..<2 {
            for x in [20.0, 40, 100, 140] { rule(page, x, 50, 0, 40) }
            for y in [50.0, 60, 90] { rule(page, 20, y, 120, 0) }
            rule(page, page == 0 ? 40 : 20, 75, page == 0 ? 100 : 120, 0)
            for (x, label) in [(22.0, "序号"), (45, "重点任务"), (105, "牵头单位")] { word(page, x, 53, label) }
        }
        word(0, 22, 72, "1")
        word(0, 42, 63, "建好工会驿站，按月")
        word(0, 42, 68, "报送")
        word(0, 105, 65, "市总工会")
        word(0, 42, 80, "管好工会驿站")
        word(0, 105, 80, "市财政局")
        word(1, 42, 63, "并讲评")
        word(1, 22, 80, "2")
        word(1, 42, 80, "清查")
        word(1, 105, 80, "市司法局")
        word(1, 22, 120, "各县（区）要报送。")
        let list = "<Page ID=\"1\" BaseLoc=\"P0.xml\"/><Page ID=\"2\" BaseLoc=\"P1.xml\"/>"
        let bytes = try PackedFile.bytes([
            ("OFD.xml", "<OFD><DocBody><DocRoot>Doc.xml</DocRoot></DocBody></OFD>"), ("Doc.xml", "<Document><Pages>\(list)</Pages></Document>"),
            ("P0.xml", "<Page><Content><Layer>\(objects[0])</Layer></Content></Page>"), ("P1.xml", "<Page><Content><Layer>\(objects[1])</Layer></Content></Page>"),
        ])
        let source = try SourceReader.read(bytes, path: "x.ofd")
        let lines = String(scalars: source.text.scalars).split(separator: "\n").map(String.init)
        #expect(lines == ["序号\t重点任务\t牵头单位", "1\t建好工会驿站，按月报送\t市总工会", "1\t管好工会驿站并讲评\t市财政局", "2\t清查\t市司法局", "各县（区）要报送。"])
        #expect(source.description.map?.locator(at: lines[0].count + 3)?.message.zh.contains("第2行第2列") == true)
    }

    /// The leaves of the tags are parts: a title in three lines is one, two lines that would be joined are two.
    @Test func tagsPartTheText() throws {
        func object(_ id: Int, _ x: Double, _ y: Double, _ text: String) -> String {
            "<TextObject ID=\"\(id)\" Boundary=\"\(x) \(y) 160 5\" Size=\"5\"><TextCode X=\"0\" Y=\"4.5\">\(text)</TextCode></TextObject>"
        }
        let full = String(repeating: "各县（区）总工会要按月报送工会驿站建设情况", count: 1) + "和职工服务情况并抄送"
        let objects = object(1, 70, 40, "关于做好工会驿站") + object(2, 75, 50, "建设管理工作的") + object(3, 90, 60, "通知") + object(4, 20, 80, full) + object(5, 20, 90, full)
        let tags = "<公文体><标题><ObjectRef PageRef=\"1\">1</ObjectRef><ObjectRef PageRef=\"1\">2</ObjectRef><ObjectRef PageRef=\"1\">3</ObjectRef></标题><正文><段><ObjectRef PageRef=\"1\">4</ObjectRef></段><段><ObjectRef PageRef=\"1\">5</ObjectRef></段></正文></公文体>"
        func lines(_ isTagged: Bool) throws -> [String] {
            let bytes = try PackedFile.bytes([
                ("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"),
                ("Doc_0/Document.xml", "<Document><Pages><Page ID=\"1\" BaseLoc=\"P.xml\"/></Pages>\(isTagged ? "<CustomTags>Tags/CustomTags.xml</CustomTags>" : "")</Document>"),
                ("Doc_0/P.xml", "<Page><Content><Layer>\(objects)</Layer></Content></Page>"),
                ("Doc_0/Tags/CustomTags.xml", "<CustomTags><CustomTag TypeID=\"1\"><FileLoc>Tag_0.xml</FileLoc></CustomTag></CustomTags>"), ("Doc_0/Tags/Tag_0.xml", tags),
            ])
            return String(scalars: try SourceReader.read(bytes, path: "x.ofd").text.scalars).split(separator: "\n").map(String.init)
        }
        #expect(try lines(true) == ["关于做好工会驿站建设管理工作的通知", full, full])
        #expect(try lines(false).count == 4)
    }
}

extension FixedTests {
    /// What a matrix or a step carries off the page is nowhere; libFuzzer found the first of them.
    @Test(arguments: ["CTM=\"1e5 0 0 1e5 0 0\"", "CTM=\"0 0 0 0 0 0\"", "Size=\"0.0000001\"", "Boundary=\"1e5 0 0 0\"", "HScale=\"1e5\""], ["g 5 1e300", "1e5 -1e308 1e308", "nan inf", "g 3 99999"])
    func wordsFarOffThePageDoNoHarm(attribute: String, deltas: String) throws {
        let far = "<TextObject \(attribute)><TextCode X=\"99999\" Y=\"3\" DeltaX=\"\(deltas)\">各县要报送</TextCode></TextObject>"
        let near = "<TextObject Boundary=\"20 20 60 4\" Size=\"4\"><TextCode X=\"0\" Y=\"3.5\">建站</TextCode></TextObject>"
        let rule = "<PathObject \(attribute)><AbbreviatedData>M -1e308 0 L 1e308 0 L 1e308 1e308 C</AbbreviatedData></PathObject>"
        let bytes = try PackedFile.bytes([
            ("OFD.xml", "<OFD><DocBody><DocRoot>Doc.xml</DocRoot></DocBody></OFD>"), ("Doc.xml", "<Document><Pages><Page ID=\"1\" BaseLoc=\"P.xml\"/></Pages></Document>"),
            ("P.xml", "<Page><Content><Layer>\(near)\(far)\(String(repeating: rule, count: 8))</Layer></Content></Page>"),
        ])
        #expect(String(scalars: try SourceReader.read(bytes, path: "x.ofd").text.scalars).contains("建站"))
    }
}
