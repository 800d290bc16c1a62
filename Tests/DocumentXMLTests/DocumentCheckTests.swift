import Facts
import Provenance
import Testing
import XMLTree

@testable import DocumentXML

struct DocumentCheckTests {
    static func keys(_ text: String, front: String = "") throws -> [String] {
        let events = try XMLEvents.parse(Array(ParserRefusalTests.file(text, front: front).replacing("characters='3'", with: "characters='30'").utf8), file: "d.xml")
        let (document, lines) = try DocumentParser.parse(events)
        return DocumentCheck.findings(in: document, lines: lines, file: "d.xml").map { "\($0.message.key) \($0.place.line ?? 0)" }
    }

    @Test(arguments: [
        ("<p id='p' start='0' end='3'>甲</p>\n<p id='p' start='3' end='4'/>", ["document.id.repeated 3"]),
        ("<p id='p' start='0' end='3'>甲</p>\n<p id='q' start='2' end='4'/>", ["document.span.order 3"]),
        ("<p id='p' start='9' end='31'>甲</p>", ["document.span.outside 2"]),
        ("<p id='p' start='0' end='2'>甲乙丙</p>", ["document.text.long 2"]),
        ("<p id='p' start='0' end='6'>甲乙</p><furniture start='2' end='6'>— —</furniture>", []),
        ("<p id='p' start='0' end='6'>甲乙丙</p><furniture start='2' end='6'>— —</furniture>", ["document.text.long 2"]),
        ("<p id='p' start='2' end='6'><plan id='m' start='1' end='3'>甲</plan></p>", ["document.mark.outside 2"]),
        ("<p id='p' start='0' end='9'><plan id='m' start='0' end='3'>甲<body id='n' start='2' end='4' name='甲' class='specific'>乙</body></plan></p>", ["document.mark.outside 2"]),
        ("<p id='p' start='0' end='9'><date start='0' end='3' when='2030-02-30'>甲</date></p>", ["document.date 2"]),
        ("<p id='p' start='0' end='9'><date start='0' end='3' from='2030-02' to='2029'>甲</date></p>", ["document.interval 2"]),
        ("<directive id='d1' level='1'><assignment name='甲' role='lead' basis='none'/></directive>", ["document.reference 2"]),
        ("<directive id='d1' level='1'><deadline when='2030-13-01' basis='d1'/></directive>", ["document.date 2"]),
        ("<table id='t'><directive id='d1' level='1'><target indicator='' comparator='=' value='1' unit='' basis='x'/><row/></directive></table>", ["document.reference 2"]),
        ("<p id='p' start='0' end='9'><action start='0' end='3' state='done' rate='50' rateActual='p' ratePlanned='x'>甲</action></p>", ["document.reference 2"]),
        ("<p id='p' start='3' end='9'><char code='1' start='1'/>甲</p>", ["document.char 2"]),
    ]) func findsWhatTheSchemaCannotSay(_ text: String, _ expected: [String]) throws {
        let found = try Self.keys(text).map { $0.replacing("verify.char", with: "document.char") }
        #expect(found == expected)
    }

    @Test func worksWithoutLines() {
        let block = TextBlock(id: "p", span: Span(0, 1), text: "甲")
        let findings = DocumentCheck.findings(in: RoundTripTests.document([.paragraph(block), .paragraph(block)]), file: "d")
        #expect(findings.map(\.message.key) == ["document.id.repeated", "document.span.order"])
        #expect(findings.allSatisfy { $0.place == Place(file: "d") })
    }
}
