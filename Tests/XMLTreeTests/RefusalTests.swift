import Provenance
import Testing

@testable import XMLTree

/// Input that must be refused, each with one clear fault that names file and line.
struct RefusalTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        let key: String
        let line: Int?
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ key: String, line: Int?) {
            self.init(name, bytes: Array(text.utf8), key, line: line)
        }

        init(_ name: String, bytes: [UInt8], _ key: String, line: Int?) {
            self.name = name
            self.bytes = bytes
            self.key = key
            self.line = line
        }
    }

    static let laughs =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE l [\n<!ENTITY a \"哈\">\n"
        + (1..<12).map { "<!ENTITY a\($0) \"" + String(repeating: "&a\($0 == 1 ? "" : String($0 - 1));", count: 10) + "\">\n" }.joined()
        + "]>\n<l>&a11;</l>"

    static let cases = [
        Case("DTD", "<?xml version='1.0'?>\n<!DOCTYPE a>\n<a/>", "xml.doctype", line: 2),
        Case("external DTD", "\n<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a/>", "xml.doctype", line: 2),
        Case("external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n<a>&x;</a>", "xml.doctype", line: 1),
        Case("billion laughs", laughs, "xml.doctype", line: 2),
        Case("undeclared entity", "<a>\n&b;</a>", "xml.syntax", line: 2),
        Case("truncated in text", "<a>\n<b>云南", "xml.syntax", line: 2),
        Case("truncated in a tag", "<a>\n<b c='", "xml.syntax", line: 2),
        Case("crossing tags", "<a>\n<b></a></b>", "xml.syntax", line: 2),
        Case("two roots", "<a/>\n<a/>", "xml.syntax", line: 2),
        Case("repeated attribute", "<a>\n<b c='1' c='2'/></a>", "xml.syntax", line: 2),
        Case("undeclared prefix", "<a>\n<x:b/></a>", "xml.syntax", line: 2),
        Case("invalid UTF-8", bytes: Array("<a>\n\n云".utf8) + [0xE4, 0xBA] + Array("</a>".utf8), "xml.syntax", line: 3),
        Case("forbidden character", "<a>\n\u{1}</a>", "xml.syntax", line: 2),
        Case("forbidden reference", "<a>\n&#1;</a>", "xml.syntax", line: 2),
        Case("300 levels", String(repeating: "<a>\n", count: 300) + String(repeating: "</a>", count: 300), "xml.depth", line: 256),
        Case("junk", "not xml\nat all", "xml.syntax", line: 1),
        Case("white space only", "  \n ", "xml.syntax", line: 2),
        Case("empty", "", "xml.empty", line: nil),
    ]

    @Test(arguments: cases) func isRefused(_ input: Case) throws {
        let fault = try #require(throws: Fault.self) { try XMLNode.parse(input.bytes, file: "in.xml") }
        #expect(fault.what.key == input.key, "\(fault.what.en)")
        #expect(fault.place?.file == "in.xml" && fault.place?.line == input.line, "\(fault.text(.en))")
        let quiet = try #require(throws: Fault.self) { try Self.schema().validate(input.bytes, file: "in.xml") }
        #expect(quiet == fault, "validation refuses it in the same words")
    }

    @Test(arguments: [[0xE4, 0xBA], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xB9, 0xA4]] as [[UInt8]])
    func brokenUTF8IsCalledSo(_ broken: [UInt8]) throws {
        for bytes in [Array("<a>\n".utf8) + broken + Array("</a>".utf8), Array("<a>\n<b c='甲".utf8) + broken + Array("'/></a>".utf8)] {
            let fault = try #require(throws: Fault.self) { try XMLNode.parse(bytes, file: "in.xml") }
            #expect(fault.what.zh.contains("UTF-8") && fault.place?.line == 2, "\(fault.text(.zh))")
        }
    }

    @Test func deepButLawfulNestingIsRead() throws {
        let text = String(repeating: "<a>", count: 250) + String(repeating: "</a>", count: 250)
        #expect(try XMLNode.parse(Array(text.utf8), file: "in.xml").name == "a")
    }

    private static func schema() throws -> XMLSchema {
        try XMLSchema(Array("<schema xmlns='http://www.w3.org/2001/XMLSchema'><element name='a'/></schema>".utf8), file: "s.xsd")
    }
}
