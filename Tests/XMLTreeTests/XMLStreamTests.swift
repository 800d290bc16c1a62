import Provenance
import Testing

@testable import XMLTree

/// Files read piece by piece say what they say when they are read whole.
struct XMLStreamTests {
    /// Hands over at most so many bytes at a time.
    private final class Source {
        private var rest: ArraySlice<UInt8>
        private let most: Int

        init(_ bytes: [UInt8], most: Int) {
            rest = bytes[...]
            self.most = most
        }

        func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
            let piece = rest.prefix(min(most, buffer.count))
            buffer.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
    }

    /// What a run of events says: kinds, names, attributes, texts and lines.
    private static func told(_ events: XMLEvents) -> [String] {
        events.items.map { event in
            let name = event.name < 0 ? events.text(of: event) : events.names[Int(event.name)].local
            let attributes = event.kind == .start
                ? events.attributes(of: event).map { events.attributeNames[Int($0.name)].local + "=" + events.value(of: $0) }.joined(separator: " ") : ""
            return "\(event.kind) \(event.line) \(name) \(attributes)"
        }
    }

    private static let long =
        "<?xml version=\"1.0\"?>\n<台账 xmlns=\"urn:x\">\n"
        + (0..<3_000).map { "<link id=\"l\($0)\" words=\"技能&amp;培训\"><because a=\"&lt;\"/>第\($0)条 &amp; <![CDATA[<]]></link>\n" }.joined() + "</台账>\n"

    @Test(arguments: [1, 7, 4_096]) func itIsTheSameAsWhole(most: Int) throws {
        let bytes = Array(Self.long.utf8)
        let source = Source(bytes, most: most)
        var told: [String] = []
        var portions = 0
        let findings = try XMLEvents.stream(file: "t.xml", validating: nil, reading: { buffer throws(Fault) in source.read(buffer) }) { events throws(Fault) in
            portions += 1
            // Children of the root come whole: but for the root itself as many begin as end.
            let balance = events.items.reduce(0) { $0 + ($1.kind == .start ? 1 : $1.kind == .end ? -1 : 0) }
            #expect(balance == (portions == 1 ? 1 : events.items.last?.name == 0 ? -1 : 0))
            told += Self.told(events)
        }
        #expect(findings.isEmpty)
        #expect(portions > 3)
        #expect(told == Self.told(try XMLEvents.parse(bytes, file: "t.xml")))
    }

    @Test(arguments: RefusalTests.cases.filter { $0.name != "empty" }) func whatIsRefusedWholeIsRefused(_ input: RefusalTests.Case) throws {
        let source = Source(input.bytes, most: 5)
        let fault = try #require(throws: Fault.self) {
            _ = try XMLEvents.stream(file: "in.xml", validating: nil, reading: { buffer throws(Fault) in source.read(buffer) }) { _ throws(Fault) in }
        }
        #expect(fault.what.key == input.key, "\(fault.what.en)")
        #expect(fault.place?.file == "in.xml" && fault.place?.line == input.line, "\(fault.text(.en))")
    }

    @Test func whatAReaderOrATakerThrowsIsPassedOn() {
        let bytes = Array(Self.long.utf8)
        let gone = Fault(.fileIsUnreadable, at: Place(file: "gone"))
        var count = 0
        #expect(throws: gone) {
            _ = try XMLEvents.stream(file: "t.xml", validating: nil) { buffer throws(Fault) in
                count += 1
                guard count == 1 else { throw gone }
                buffer.copyBytes(from: bytes.prefix(64))
                return 64
            } portion: { _ throws(Fault) in }
        }
        let source = Source(bytes, most: 4_096)
        var portions = 0
        #expect(throws: gone) {
            _ = try XMLEvents.stream(file: "t.xml", validating: nil, reading: { buffer throws(Fault) in source.read(buffer) }) { _ throws(Fault) in
                portions += 1
                throw gone
            }
        }
        #expect(portions == 1)
    }

    @Test func itIsValidatedOnTheWay() throws {
        let schema = try XMLSchema(
            Array(
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
                <xs:element name="b" maxOccurs="unbounded"><xs:complexType><xs:attribute name="n" type="xs:integer" use="required"/></xs:complexType></xs:element>
                </xs:sequence></xs:complexType></xs:element></xs:schema>
                """.utf8), file: "a.xsd")
        let text = "<a>\n" + (0..<5_000).map { "<b n=\"\($0 == 4_000 ? "x" : "1")\"/>\n" }.joined() + "</a>"
        let source = Source(Array(text.utf8), most: 4_000)
        var starts = 0
        let findings = try XMLEvents.stream(file: "a.xml", validating: schema, reading: { buffer throws(Fault) in source.read(buffer) }) { events throws(Fault) in
            starts += events.items.count { $0.kind == .start }
        }
        #expect(starts == 5_001)
        #expect(findings.map(\.place.line) == [4_002])
    }
}
