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
