import Facts
import Provenance
import Testing
import XMLTree

@testable import DocumentXML

/// XML that is no document of the vocabulary: one clear fault each, with its line.
struct ParserRefusalTests {
    static let source =
        "<source name='s' mediaType='text/plain' encoding='UTF-8' sha256='\(String(repeating: "0", count: 64))' bytes='3' characters='3'/>"

    static func file(_ text: String, front: String = "", attributes: String = "") -> String {
        "<document xmlns='urn:suyuan:policy:1' id='d' work='w' kind='other' lang='zh-Hans'\(attributes)>\(source)<front>\(front)</front><text>\n\(text)</text><back/></document>"
    }

    @Test func theFrameItselfIsFine() throws {
        let bytes = Array(Self.file("<p id='p' start='0' end='3'>甲</p>").utf8)
        #expect(try DocumentParser.parse(bytes, file: "d.xml").body.count == 1)
        #expect(try RoundTripTests.validator.get().findings(in: bytes, file: "d.xml").isEmpty)
    }

    @Test(arguments: [
        ("<document/>", "xml.root", 1), ("<a xmlns='urn:suyuan:policy:1'/>", "xml.root", 1),
        (file("").replacing("policy:1", with: "policy:2"), "xml.root", 1),
        (file("<p id='p' start='0'/>"), "xml.attribute.missing", 2), (file("<p start='0' end='1'/>"), "xml.attribute.missing", 2),
        (file("<p id='p' start='2' end='1'/>"), "xml.attribute.invalid", 2),
        (file("<p id='p' start='-1' end='1'/>"), "xml.attribute.invalid", 2),
        (file("<p id='p' start='99999999999999999999' end='1'/>"), "xml.attribute.invalid", 2),
        (file("<p id='p' start='0' end='1' colour='red'/>"), "xml.attribute.unexpected", 2),
        (file("<p id='p' start='0' end='1' role='lead'/>"), "xml.attribute.unexpected", 2),
        (file("<q/>"), "xml.element.unexpected", 2), (file("<x:p xmlns:x='urn:x'/>"), "xml.element.unexpected", 2),
        (file("文字"), "xml.text.unexpected", 2),
        (file("<p id='p' start='0' end='1'>\n<p id='q' start='0' end='1'/></p>"), "xml.element.unexpected", 3),
        (file("<p id='p' start='0' end='1'><requirement start='0' end='1' modality='shall'/></p>"), "xml.attribute.invalid", 2),
        (file("<p id='p' start='0' end='1'><char code='41' start='0'/></p>"), "xml.attribute.invalid", 2),
        (file("<p id='p' start='0' end='1'><date start='0' end='1'/></p>"), "xml.attribute.missing", 2),
        (file("<directive id='d1' level='1'><row/></directive>"), "xml.element.unexpected", 2),
        (file("<table id='t'>\n<directive id='d1' level='1'/></table>"), "xml.element.missing", 3),
        (file("<section id='s' level='1'><p id='p' start='0' end='0'/>\n<heading id='h' start='0' end='0'/></section>"), "xml.element.unexpected", 3),
        (file("", front: "<p id='p' start='0' end='0'/>"), "xml.element.unexpected", 1),
        ("<!DOCTYPE document [<!ENTITY x 'y'>]>" + file("&x;"), "xml.doctype", 1), (String(file("").dropLast(20)), "xml.syntax", 2),
    ]) func isAFault(_ text: String, _ key: String, _ line: Int) throws {
        let fault = try #require(throws: Fault.self) { try DocumentParser.parse(Array(text.utf8), file: "d.xml") }
        #expect(fault.what.key == key, "\(fault.text(.en))")
        #expect(fault.place?.file == "d.xml" && fault.place?.line == line, "\(fault.text(.en))")
        let findings = Result { try RoundTripTests.validator.get().findings(in: Array(text.utf8), file: "d.xml") }
        let isRefused = (try? findings.get().isEmpty) != true
        #expect(isRefused, "the schema refuses it too")
    }

    @Test func attributesOfOtherNamespacesArePassedOver() throws {
        let text = Self.file("", attributes: " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:suyuan:policy:1 http://127.0.0.1/p.xsd'")
        #expect(try DocumentParser.parse(Array(text.utf8), file: "d.xml").id == "d")
        #expect(try RoundTripTests.validator.get().findings(in: Array(text.utf8), file: "d.xml").isEmpty, "and nothing is fetched")
    }

    @Test func manifestsAndTracesAreValidatedToo() throws {
        let validator = try RoundTripTests.validator.get()
        let manifest = "<manifest xmlns='urn:suyuan:policy:1' by='省总工会' when='2030-01-01' version='0.1'><file name='documents/d.xml' bytes='3' sha256='\(String(repeating: "0", count: 64))'/></manifest>"
        #expect(try validator.findings(in: Array(manifest.utf8), file: "m.xml").isEmpty)
        let outside = manifest.replacing("documents/d.xml", with: "../d.xml")
        #expect(try !validator.findings(in: Array(outside.utf8), file: "m.xml").isEmpty)
        let trace = """
            <trace xmlns='urn:suyuan:policy:1'><link id='l1' requirement='a#r1' evidence='b#a1' strength='0.72' status='proposed' verdict='supports' relation='reports'>
            <because feature='concept' weight='0.4' requirementWords='竞赛' evidenceWords='练赛'/><review by='甲' at='2030-01-01' decision='confirmed'><note>属实</note></review></link>
            <coverage requirement='a#r1' state='done' claimed='1' verified='1'/></trace>
            """
        #expect(try validator.findings(in: Array(trace.utf8), file: "t.xml").map { $0.text(.en) } == [])
        #expect(try validator.findings(in: Array(trace.replacing("0.72", with: "1.2").utf8), file: "t.xml").first?.place.line == 1)
    }
}
