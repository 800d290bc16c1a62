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
