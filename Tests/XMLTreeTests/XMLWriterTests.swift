import Provenance
import Testing

@testable import XMLTree

struct XMLWriterTests {
    @Test func indentsStructureAndLeavesRunningTextAlone() {
        var writer = XMLWriter()
        writer.declaration()
        writer.start("document")
        writer.attribute("id", "d")
        writer.start("section")
        writer.attribute("level", 1)
        writer.attribute("number", nil as String?)
        writer.start("p", mixed: true)
        writer.text("甲 ")
        writer.start("body")
        writer.attribute("class", literal: "class")
        writer.text("乙")
        writer.end()
        writer.start("char")
        writer.end()
        writer.end()
        writer.start("p", mixed: true)
        writer.end()
        writer.end()
        writer.element("note", text: "丙")
        writer.end()
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <document id="d">
                  <section level="1">
                    <p>甲 <body class="class">乙</body><char/></p>
                    <p/>
                  </section>
                  <note>丙</note>
                </document>

                """)
    }

    static let strings = [
        "", "&<>\"'", "&#38;&amp;#38;", "]]>", "a\tb\nc\rd\r\n", "，。！？；：（）￥\u{FFFD}\u{FFFC}\u{FEFF}", "\u{20000}\u{1FFFE}\u{10FFFF}", " \u{3000}\u{85}\u{2028} ",
        "\u{E000}\u{D7FF}\u{7F}", String(repeating: "长&", count: 500),
    ]

    @Test(arguments: strings) func whatIsWrittenIsReadBack(_ text: String) throws {
        var writer = XMLWriter()
        writer.start("a", mixed: true)
        writer.attribute("b", text)
        writer.text(text)
        writer.end()
        let node = try XMLNode.parse(writer.bytes, file: "t.xml")
        // Code points, not canonical equivalence; and no dump of long strings where they differ.
        let isSameText = node.text.unicodeScalars.elementsEqual(text.unicodeScalars)
        let isSameValue = (node["b"] ?? "").unicodeScalars.elementsEqual(text.unicodeScalars)
        #expect(isSameText && isSameValue)
    }

    @Test(arguments: [0, 1, 8, 0xB, 0xC, 0x1F, 0xFFFE, 0xFFFF] as [UInt32]) func forbiddenCodePointsAreReplaced(_ code: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(code))
        var writer = XMLWriter()
        writer.start("a", mixed: true)
        writer.attribute("b", "x\(scalar)y")
        writer.text("\(scalar)z")
        writer.end()
        let node = try XMLNode.parse(writer.bytes, file: "t.xml")
        #expect(node["b"] == "x\u{FFFD}y" && node.text == "\u{FFFD}z")
    }

    @Test(arguments: [0, 7, 10, -12, Int.max, Int.min]) func numbersAreDecimal(_ number: Int) {
        var writer = XMLWriter()
        writer.start("a")
        writer.attribute("n", number)
        writer.end()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "<a n=\"\(number)\"/>\n")
    }
}
