import Foundation
import Provenance
import SuyuanTesting
import Testing

@testable import Intake

/// Files that are made to do harm, or were damaged on the way: a clear message, soon, and nothing else is spoiled.
@Suite struct HostileTests {
    private static func fault(_ bytes: [UInt8], _ name: String = "甲.docx") -> Fault? {
        do {
            _ = try SourceReader.read(bytes, path: name)
            return nil
        } catch { return error }
    }

    private static let types = (name: "[Content_Types].xml", content: Array("<Types/>".utf8))

    @Test(arguments: ["word/document.xml", "xl/workbook.xml", "OFD.xml", "content.xml"])
    func zipBombsAreRefused(part: String) throws {
        // 300 MB of spaces in 300 KB.
        let mimetype = (name: "mimetype", content: Array("application/vnd.oasis.opendocument.text".utf8))
        let bomb = (name: part, content: [UInt8](repeating: 0x20, count: 120 << 20))
        let bytes = try PackedFile.bytes(part == "content.xml" ? [mimetype, bomb] : part == "OFD.xml" ? [bomb] : [Self.types, bomb])
        #expect(bytes.count < 2 << 20)
        #expect(Self.fault(bytes)?.what.key == "archive.tooMuch")
    }

    @Test(arguments: ["word/document.xml", "xl/workbook.xml", "OFD.xml"])
    func xmlBombsAreRefused(part: String) throws {
        let entities = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let bomb = "<!DOCTYPE x [<!ENTITY l0 \"各县\">\(entities)]><x>&l9;</x>"
        let parts = part == "OFD.xml" ? [(part, bomb)] : [("[Content_Types].xml", "<Types/>"), (part, bomb)]
        let found = try #require(Self.fault(try PackedFile.bytes(parts)))
        #expect(found.what.key == "xml.doctype" || found.what.key.hasPrefix("xml."))
        #expect(found.place?.file.hasSuffix(part) == true)
    }

    @Test(arguments: [64, 400, 800]) func truncatedPackagesAreRefused(length: Int) throws {
        let bytes = try WordFile(body: (0..<200).map { WordFile.paragraph("第\($0)项。") }.joined()).bytes()
        let found = try #require(Self.fault(Array(bytes.prefix(length))))
        #expect(found.what.key.hasPrefix("archive.") || found.what.key.hasPrefix("format."))
        #expect(found.advice != nil)
    }

    /// Whatever is cut off or overwritten, reading ends with a text or a message.
    @Test(arguments: 0..<60) func damagedPackagesEnd(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let originals = [
            try WordFile.of(text: "一、总则\n（一）各县要报送。\n序号\t任务\n1\t建站").bytes(), try FixedFile.of(text: "各县要报送。\n序号\t任务\n1\t建站").bytes(),
            try BookFile.of(text: "台账\n序号\t任务\n1\t建站", name: "甲").bytes(), Array(PageFile.site(title: "通知通知通知", content: "<p>各县要报送。</p>").utf8),
        ]
        for original in originals {
            var bytes = original
            for _ in 0..<Int.random(in: 1...8, using: &random) { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            do {
                let source = try SourceReader.read(bytes, path: "x")
                #expect(source.text.count > 0)
                if let map = source.description.map { #expect(SourceMap(map.lines) == map) }
            } catch { #expect(!error.what.en.isEmpty) }
        }
    }

    @Test func pathsThatLeadOutAreLeftOutAndTheRestIsRead() throws {
        let zip = try PackedFile.bytes([("../a.txt", "各县"), ("/b.txt", "各县"), ("c\\..\\d.txt", "各县"), ("好.txt", "各县要报送。")])
        let folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(zip).write(to: folder.appending(path: "a.zip"))
        let listed = try SourceFolder(path: folder.path)
        #expect(listed.paths == [folder.path + "/a.zip/好.txt"])
        #expect(listed.faults.count >= 2)
        #expect(listed.faults.allSatisfy { $0.what.key == "archive.unsafe" })
    }

    @Test func hugeMembersAreRefused() throws {
        let zip = try PackedFile.bytes([(name: "大.txt", content: [UInt8](repeating: 0, count: 100 << 20)), (name: "好.txt", content: Array("各县要报送。".utf8))])
        let folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(zip).write(to: folder.appending(path: "a.zip"))
        let results = try SourceFolder(path: folder.path).map { document in
            if case .failure(let fault) = document.result { fault.what.key } else { "read" }
        }
        #expect(results == ["archive.tooMuch", "read"])
    }

    @Test func tablesWithoutEndAreCut() throws {
        let wide = (0..<400).map { "<w:tc>\(WordFile.paragraph("格\($0)"))</w:tc>" }.joined()
        let source = try SourceReader.read(try WordFile(body: "<w:tbl><w:tr>\(wide)</w:tr><w:tr>\(wide)</w:tr></w:tbl>").bytes(), path: "x")
        #expect(source.findings.map(\.message.key) == ["format.table"])
        let far = BookFile([.init("甲", [.init("A1", "各县要报送"), .init("XFD1048576", "远")])])
        #expect(try SourceReader.read(far.bytes(), path: "x").findings.map(\.message.key) == ["format.sheet"])
    }

    @Test func spansThatReachFarAreHeld() throws {
        let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>\(WordFile.paragraph("各县要报送"))</w:tc>"
        #expect(try SourceReader.read(try WordFile(body: "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"-5\"/></w:trPr>\(cell)</w:tr></w:tbl>").bytes(), path: "x").text.count > 0)
        let html = "<html><body><table><tr><td rowspan=99999999 colspan=99999999>甲<td>乙</tr><tr><td>丙<td>丁</tr></table></body></html>"
        #expect(try SourceReader.read(Array(html.utf8), path: "x").text.count > 0)
    }

    @Test func aPDFThatIsNoneIsRefused() {
        let found = Self.fault(Array("%PDF-1.7\n1 0 obj\n<<>>\n".utf8), "甲.pdf")
        #expect(["format.broken", "program.missing", "format.noText"].contains(found?.what.key ?? ""))
        #expect(found?.advice != nil)
    }

    @Test(.enabled(if: OfficeProgram.readsPDF)) func emptyPagesWithoutEndAreRefused() throws {
        // Four thousand pages that all are one.
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        let kids = (0..<4_000).map { "\($0 + 3) 0 R" }.joined(separator: " ")
        pdf += "2 0 obj<</Type/Pages/Count 4000/Kids[\(kids)]>>endobj\n"
        for page in 0..<4_000 { pdf += "\(page + 3) 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n" }
        pdf += "trailer<</Root 1 0 R/Size 4003>>\n"
        #expect(Self.fault(Array(pdf.utf8), "甲.pdf")?.what.key == "format.pages")
        let few = pdf.replacing(kids, with: "3 0 R").replacing("/Count 4000", with: "/Count 1")
        #expect(Self.fault(Array(few.utf8), "甲.pdf")?.what.key == "format.noText")
    }

    @Test func aProgramThatDoesNotEndIsEnded() throws {
        let sleep = try #require(ExternalProgram("sleep"))
        #expect { try sleep.run(["30"], home: "/tmp", limits: .init(seconds: 1), file: "x") } throws: { ($0 as? Fault)?.what.key == "program.time" }
        let yes = try #require(ExternalProgram("yes"))
        #expect { try yes.run([], home: "/tmp", limits: .init(seconds: 20, output: 1 << 20), file: "x") } throws: { ($0 as? Fault)?.what.key == "program.size" }
        #expect(ExternalProgram("no-such-program-anywhere") == nil)
        let echo = try #require(ExternalProgram("echo"))
        // No shell reads this.
        #expect(String(decoding: try echo.run(["$HOME; `id`"], home: "/tmp", file: "x").output, as: UTF8.self) == "$HOME; `id`\n")
    }
}
