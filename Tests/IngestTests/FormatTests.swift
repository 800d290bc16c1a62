import DocumentXML
import Facts
import FoundationEssentials
import Intake
import Provenance
import SuyuanTesting
import Testing
import Vocabulary

@testable import Ingest
@testable import Structure

/// The documents of Corpus in the formats that offices have say what their texts say.
@Suite struct FormatTests {
    static let ontology = Result { () throws(Fault) in try Ontology.load() }
    static let schema = Result { () throws(Fault) in try DocumentValidator(schemaPath: CorpusTests.folder.replacing("/Corpus", with: "/Ontology/schema/policy.xsd")) }
    static let names =
        ((try? FileManager.default.contentsOfDirectory(atPath: CorpusTests.folder)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()

    static func text(_ name: String) throws -> String {
        String(scalars: try SourceReader.read(path: CorpusTests.folder + "/" + name).text.scalars)
    }

    static func converted(_ bytes: [UInt8], _ name: String) throws -> Conversion {
        try Converter(ontology: ontology.get()).convert(SourceReader.read(bytes, path: name), path: name)
    }

    /// Compares the facts, and holds the document against the schema, its XML against itself, and every word against the source.
    static func expectSame(_ bytes: [UInt8], _ file: String, as name: String) throws {
        let text = try converted([UInt8](text(name).utf8), name)
        let other = try converted(bytes, file)
        let (found, expected) = (FactSketch.lines(of: other.document), FactSketch.lines(of: text.document))
        let differences = found.difference(from: expected).map { change in
            switch change {
            case .insert(_, let line, _): "only in " + file + ": " + line
            case .remove(_, let line, _): "only in the text: " + line
            }
        }
        #expect(differences == [])
        #expect(DocumentVerifier.findings(in: other.document, against: try SourceReader.read(bytes, path: file).text).isEmpty)
        #expect(try DocumentParser.parse(other.xml, file: "x.xml") == other.document)
        #expect(try schema.get().findings(in: other.xml, file: "x.xml").isEmpty)
        #expect(other.document.source.map != nil)
    }

    @Test(arguments: names) func aWordFileSaysTheSame(name: String) throws {
        try Self.expectSame(WordFile.of(text: Self.text(name)).bytes(), name.replacing(".txt", with: ".docx"), as: name)
    }
}

extension FormatTests {
    /// A page keeps a line free by a paragraph of one space.
    @Test(arguments: names) func aPageSaysTheSame(name: String) throws {
        let html = "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>\(PageFile.paragraphs(try Self.text(name)))</body></html>"
        try Self.expectSame(Array(html.utf8), name.replacing(".txt", with: ".html"), as: name)
    }

    @Test func aSheetSaysTheSame() throws {
        let name = "2022-09-15-task-ledger.txt"
        try Self.expectSame(BookFile.of(text: Self.text(name), name: "分解表").bytes(), name.replacing(".txt", with: ".xlsx"), as: name)
    }

    @Test(.enabled(if: OfficeProgram.isThere), arguments: ["2022-08-30-chuxiong-plan.txt", "2022-09-15-task-ledger.txt", "2023-03-24-bulletin.txt", "2023-08-25-bulletin.txt"], ["odt", "docx"])
    func whatLibreOfficeSavesSaysTheSame(name: String, format: String) throws {
        let bytes = try OfficeProgram.converted(WordFile.of(text: Self.text(name)).bytes(), from: "a.docx", to: format)
        try Self.expectSame(bytes, name.replacing(".txt", with: "." + format), as: name)
    }
}

extension FormatTests {
    /// The text before lines were wrapped and pages numbered: two bulletins of Corpus are copies of what was printed, and a page
    /// that is set anew from them would cut their lines twice.
    static func typed(_ name: String) throws -> String {
        let text = try Self.text(name)
        guard ["2022-11-18-bulletin.txt", "2023-08-25-bulletin.txt"].contains(name) else { return text }
        let source = SourceText(scalars: Array(text.unicodeScalars))
        let layout = Layout(source)
        let paragraphs = try ParagraphBuilder(words: StructureWords(ontology.get().markers)).paragraphs(of: layout, in: source.scalars)
        return paragraphs.map { paragraph in
            let isApart = !layout.isSpaced && paragraph.line > 0 && layout.lines[paragraph.line - 1].isBlank
            return (isApart ? "\n" : "") + paragraph.pieces.ranges.map { String(scalars: source.scalars[$0]) }.joined()
        }.joined(separator: "\n")
    }

    @Test(.enabled(if: OfficeProgram.isThere && OfficeProgram.readsPDF), arguments: names)
    func aPrintedFileSaysTheSame(name: String) throws {
        let bytes = try OfficeProgram.converted(WordFile.of(text: Self.typed(name)).bytes(), from: "a.docx", to: "pdf")
        try Self.expectSame(bytes, name.replacing(".txt", with: ".pdf"), as: name)
        let document = try Self.converted(bytes, "a.pdf").document
        #expect(document.source.pages ?? 0 >= 1)
        #expect(document.source.reader?.hasPrefix("pdftotext ") == true)
        #expect(document.source.map?.page(at: document.source.characters) == document.source.pages)
    }

    @Test(.enabled(if: OfficeProgram.isThere), arguments: [("2022-08-30-chuxiong-plan.txt", "doc"), ("2022-09-15-task-ledger.txt", "doc"), ("2022-11-18-bulletin.txt", "doc"), ("2022-11-18-bulletin.txt", "rtf"), ("2022-09-15-task-ledger.txt", "rtf")])
    func oldFormatsSayTheSame(name: String, format: String) throws {
        let bytes = try OfficeProgram.converted(WordFile.of(text: Self.text(name)).bytes(), from: "a.docx", to: format)
        try Self.expectSame(bytes, name.replacing(".txt", with: format == "doc" ? ".wps" : ".rtf"), as: name)
    }

    @Test(arguments: names) func aMemberOfAZipSaysTheSame(name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-zip-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "来文.zip").path
        try Data(PackedFile.bytes([(name: "一/" + name, content: [UInt8](Self.text(name).utf8))])).write(to: URL(filePath: path))
        let source = try SourceReader.read(path: path + "/一/" + name)
        #expect(source.description.name == "来文.zip/一/" + name)
        let (found, expected) = (
            FactSketch.lines(of: try Converter(ontology: Self.ontology.get()).convert(source, path: path).document),
            FactSketch.lines(of: try Self.converted([UInt8](Self.text(name).utf8), name).document)
        )
        #expect(found == expected)
    }

    /// Markdown has marks for headings and tables; what is numbered as offices do it needs none.
    @Test(arguments: names) func markdownSaysTheSame(name: String) throws {
        try Self.expectSame(Array(PageFile.markdown(try Self.text(name)).utf8), name.replacing(".txt", with: ".md"), as: name)
    }
}

extension FormatTests {
    private static func page(number: String, date: String, text: String) -> [UInt8] {
        let rows = [("索引号", "000014349/2031-00031"), ("发文机关", "云南省人民政府"), ("发文字号", number), ("成文日期", date), ("发布日期", "2031年4月9日")]
        return Array(PageFile.site(title: "云南省人民政府关于办好职工技能培训的意见", metadata: rows, content: PageFile.paragraphs(text)).utf8)
    }

    private static let opinion = "云南省人民政府关于办好职工技能培训的意见\n各州（市）人民政府：\n一、提升技能\n（一）建设培训中心。要支持企业建设技能培训中心，2031年底前建成92个。（省人力资源社会保障厅牵头，省财政厅配合）"

    /// What a page prints above a document stands in for what the document does not say.
    @Test func theTableOfAPageSaysWhatItsTextDoesNot() throws {
        let document = try Self.converted(Self.page(number: "云政发〔2031〕3号", date: "2031-03-01", text: Self.opinion), "a.html").document
        #expect(document.date == "2031-03-01")
        #expect(document.work == "云政发〔2031〕3号")
        #expect(document.kind == .directive)
        #expect(document.front.map(\.name.rawValue).filter { $0 == "number" || $0 == "date" || $0 == "title" }.sorted() == ["date", "number", "title"])
        #expect(!document.findings.contains { $0.message.key == "front.metadata" || $0.message.key == "date.none" })
    }

    @Test(arguments: [("云政发〔2031〕3号", "2031-03-01", 0), ("云政发〔2031〕4号", "2031年3月1日", 1), ("云政发〔2031〕4号", "2031年3月2日", 2), ("无", "", 0)])
    func whereTheyDifferTheTextIsTaken(number: String, date: String, count: Int) throws {
        let text = Self.opinion.replacing("意见\n", with: "意见\n云政发〔2031〕3号\n", maxReplacements: 1) + "\n云南省人民政府\n2031年3月1日"
        let document = try Self.converted(Self.page(number: number, date: date, text: text), "a.html").document
        #expect(document.date == "2031-03-01")
        #expect(document.work == "云政发〔2031〕3号")
        #expect(document.findings.count { $0.message.key == "front.metadata" } == count)
    }
}

extension FormatTests {
    @Test(arguments: names) func aFixedFileSaysTheSame(name: String) throws {
        try Self.expectSame(FixedFile.of(text: Self.typed(name), isRuled: true).bytes(), name.replacing(".txt", with: ".ofd"), as: name)
    }
}
