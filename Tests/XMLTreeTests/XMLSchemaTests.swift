import Foundation
import Provenance
import Testing

@testable import XMLTree

struct XMLSchemaTests {
    static let simple = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified">
          <xs:element name="list"><xs:complexType><xs:sequence>
            <xs:element name="entry" maxOccurs="unbounded"><xs:complexType mixed="true">
              <xs:attribute name="n" type="xs:integer" use="required"/></xs:complexType></xs:element>
          </xs:sequence></xs:complexType>
            <xs:unique name="numbers"><xs:selector xpath=".//*"/><xs:field xpath="@n"/></xs:unique>
          </xs:element>
        </xs:schema>
        """

    static func schema(_ text: String = simple) throws -> XMLSchema { try XMLSchema(Array(text.utf8), file: "s.xsd") }

    @Test func validIsSilent() throws {
        let good = "<list xmlns='urn:t'>\n<entry n='1'>甲</entry><entry n='2'/></list>"
        #expect(try Self.schema().validate(Array(good.utf8), file: "t.xml") == [])
        let (events, findings) = try XMLEvents.parse(Array(good.utf8), file: "t.xml", validating: Self.schema())
        #expect(findings.isEmpty && events.names.map(\.local) == ["list", "entry"])
    }

    @Test(arguments: [
        ("<list xmlns='urn:t'>\n\n<entry n='x'/></list>", 3), ("<list xmlns='urn:t'>\n<entry/></list>", 2),
        ("<list xmlns='urn:t'>\n<other/></list>", 2), ("<list xmlns='urn:t'>\n<entry n='1' m=''/></list>", 2),
        ("<list xmlns='urn:t'><entry n='1'/>\n<entry n='1'/></list>", 2), ("\n<list/>", 2),
    ]) func violationsHaveTheirLine(_ text: String, _ line: Int) throws {
        let findings = try Self.schema().validate(Array(text.utf8), file: "t.xml")
        #expect(findings.first?.place == Place(file: "t.xml", line: line), "\(findings)")
        #expect(findings.first?.message.key == "xml.schema" && findings.first?.severity == .error)
    }

    @Test func noMoreFindingsThanAskedFor() throws {
        let text = "<list xmlns='urn:t'>" + String(repeating: "<entry/>", count: 50) + "</list>"
        #expect(try Self.schema().validate(Array(text.utf8), file: "t.xml", limit: 7).count == 7)
    }

    @Test func linesBeyondSixteenBitsAreRight() throws {
        let text = "<list xmlns='urn:t'>" + String(repeating: "\n<entry n='1'/>", count: 1) + String(repeating: "\n", count: 70_000) + "<entry/></list>"
        #expect(try Self.schema().validate(Array(text.utf8), file: "t.xml").first?.place.line == 70_002)
    }

    @Test(arguments: ["", "<a/>", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:element type='none'/></xs:schema>", "<xs:schema"])
    func brokenSchemasAreFaults(_ text: String) throws {
        let fault = try #require(throws: Fault.self) { try Self.schema(text) }
        #expect(fault.what.key == "xml.schema.unreadable" && fault.place?.file == "s.xsd")
    }

    @Test func schemaOfAFileReadsItsOwnFolderOnly() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-schema-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder.appending(path: "in"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let inner = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='xs:int'/></xs:schema>"
        func outer(_ location: String) -> String {
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='\(location)'/></xs:schema>"
        }
        try inner.write(to: folder.appending(path: "in/inner.xsd"), atomically: true, encoding: .utf8)
        try inner.write(to: folder.appending(path: "above.xsd"), atomically: true, encoding: .utf8)
        try outer("inner.xsd").write(to: folder.appending(path: "in/good.xsd"), atomically: true, encoding: .utf8)
        try outer("../above.xsd").write(to: folder.appending(path: "in/bad.xsd"), atomically: true, encoding: .utf8)
        let good = try XMLSchema(path: folder.appending(path: "in/good.xsd").path)
        #expect(try good.validate(Array("<a>1</a>".utf8), file: "t.xml").isEmpty)
        #expect(try good.validate(Array("<a>x</a>".utf8), file: "t.xml").count == 1)
        #expect(throws: Fault.self) { try XMLSchema(path: folder.appending(path: "in/bad.xsd").path) }
        #expect(throws: Fault.self) { try XMLSchema(path: folder.appending(path: "none.xsd").path) }
    }

    @Test func oneSchemaServesManyThreads() async throws {
        let schema = try Self.schema()
        let results = await withTaskGroup(of: Int.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let text = "<list xmlns='urn:t'>" + String(repeating: "<entry/>", count: number % 5) + "<entry n='1'/></list>"
                    return (try? schema.validate(Array(text.utf8), file: "t.xml").count).map { $0 == number % 5 ? 1 : 0 } ?? 0
                }
            }
            return await group.reduce(0, +)
        }
        #expect(results == 64)
    }
}
