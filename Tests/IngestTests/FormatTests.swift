import DocumentXML
import Facts
import FoundationEssentials
import Intake
import Provenance
import SuyuanTesting
import Testing
import Vocabulary

@testable import Ingest

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
        #expect(FactSketch.lines(of: other.document) == FactSketch.lines(of: text.document))
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
    /// Paragraphs of a page have no blank lines between them; a text that is wrapped means something by them.
    @Test(arguments: names.filter { !["2022-11-18-bulletin.txt", "2023-08-25-bulletin.txt"].contains($0) }) func aPageSaysTheSame(name: String) throws {
        let html = "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>\(PageFile.paragraphs(try Self.text(name)))</body></html>"
        try Self.expectSame(Array(html.utf8), name.replacing(".txt", with: ".html"), as: name)
    }

    @Test func aSheetSaysTheSame() throws {
        let name = "2022-09-15-task-ledger.txt"
        try Self.expectSame(BookFile.of(text: Self.text(name), name: "分解表").bytes(), name.replacing(".txt", with: ".xlsx"), as: name)
    }

    @Test(.enabled(if: OfficeProgram.isThere), arguments: ["2022-08-30-chuxiong-plan.txt", "2022-09-15-task-ledger.txt"], ["odt", "docx"])
    func whatLibreOfficeSavesSaysTheSame(name: String, format: String) throws {
        let bytes = try OfficeProgram.converted(WordFile.of(text: Self.text(name)).bytes(), from: "a.docx", to: format)
        try Self.expectSame(bytes, name.replacing(".txt", with: "." + format), as: name)
    }
}

extension FormatTests {
    @Test(.enabled(if: OfficeProgram.isThere && OfficeProgram.readsPDF), arguments: ["2022-08-30-chuxiong-plan.txt", "2022-09-15-task-ledger.txt", "2023-05-16-letter-housing.txt"])
    func aPrintedFileSaysTheSame(name: String) throws {
        let bytes = try OfficeProgram.converted(WordFile.of(text: Self.text(name)).bytes(), from: "a.docx", to: "pdf")
        try Self.expectSame(bytes, name.replacing(".txt", with: ".pdf"), as: name)
        let document = try Self.converted(bytes, "a.pdf").document
        #expect(document.source.pages ?? 0 >= 1)
        #expect(document.source.reader?.hasPrefix("pdftotext ") == true)
        #expect(document.source.map?.page(at: document.source.characters) == document.source.pages)
    }

    @Test(.enabled(if: OfficeProgram.isThere)) func oldFormatsSayTheSame() throws {
        let name = "2022-08-30-chuxiong-plan.txt"
        let bytes = try OfficeProgram.converted(WordFile.of(text: Self.text(name)).bytes(), from: "a.docx", to: "doc")
        try Self.expectSame(bytes, name.replacing(".txt", with: ".wps"), as: name)
    }
}

extension FormatTests {
    @Test(arguments: ["2022-08-30-chuxiong-plan.txt", "2023-05-16-letter-housing.txt"])
    func aFixedFileSaysTheSame(name: String) throws {
        try Self.expectSame(FixedFile.of(text: Self.text(name)).bytes(), name.replacing(".txt", with: ".ofd"), as: name)
    }
}
