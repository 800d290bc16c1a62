import Provenance
import Testing

@testable import XMLTree

struct XMLNodeTests {
    @Test func keepsNamesAttributesTextAndLines() throws {
        let text = "<?xml version=\"1.0\"?>\n<!-- c --><根 xmlns='urn:a' b='2' a='1'>\n  <p>甲<em>乙</em><![CDATA[<丙>]]>𠀀</p>\n  <b:p xmlns:b='urn:b' b:x='y' x='z'/>\n</根>"
        let root = try XMLNode.parse(Array(text.utf8), file: "t.xml")
        #expect(root.name == "根" && root.namespace == "urn:a" && root.line == 2)
        #expect(root.attributes.map(\.value) == ["2", "1"])
        #expect(root["a"] == "1" && root["c"] == nil)
        let paragraph = try #require(root.first("p"))
        #expect(paragraph.text == "甲乙<丙>𠀀" && paragraph.line == 3)
        #expect(paragraph.children.count == 3, "text and CDATA that touch are one text")
        #expect(root.elements("p").map(\.namespace) == ["urn:a", "urn:b"])
        #expect(root.elements("p")[1]["x"] == "z")
        #expect(root.elements("p")[1].attributes[0].name == XMLName("x", namespace: "urn:b"))
    }

    @Test func resolvesCharacterReferencesAndTheFiveEntities() throws {
        let root = try XMLNode.parse(Array("<a b='&lt;&#13;&#x9;'>&amp;&#xD;&#x20000;&quot;</a>".utf8), file: "t.xml")
        #expect(root["b"] == "<\r\t" && root.text == "&\r\u{20000}\"")
    }

    @Test func readsADeclaredEncoding() throws {
        var bytes = Array("<?xml version='1.0' encoding='GB18030'?><a>".utf8)
        bytes += [0xD4, 0xC6, 0xC4, 0xCF]  // 云南
        bytes += Array("</a>".utf8)
        #expect(try XMLNode.parse(bytes, file: "t.xml").text == "云南")
    }

    @Test func longTextIsOnePiece() throws {
        let long = String(repeating: "长", count: 200_000)
        let root = try XMLNode.parse(Array("<a>\(long)</a>".utf8), file: "t.xml")
        #expect(root.children == [.text(long)])
    }

    @Test func requiredAttributesFaultWithTheirPlace() throws {
        let root = try XMLNode.parse(Array("<a>\n<b c=''/></a>".utf8), file: "t.xml")
        #expect(throws: Fault(.attributeIsMissing("c", of: "b"), at: Place(file: "t.xml", line: 2))) {
            try root.elements[0].required("c")
        }
    }
}
