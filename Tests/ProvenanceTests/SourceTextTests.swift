import Testing

@testable import Provenance

@Suite struct SourceTextTests {
    private static let text = SourceText("首行\n第二行\r\n\r末行😀x")

    @Test(arguments: [(0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (6, 2, 4), (7, 2, 5), (8, 3, 1), (9, 4, 1), (11, 4, 3), (12, 4, 4), (13, 4, 5), (99, 4, 5)])
    func placesAreFound(_ offset: Int, line: Int, column: Int) {
        let place = Self.text.position(of: offset)
        #expect(place.line == line && place.column == column)
    }

    @Test func indexAgreesWithTheText() {
        let index = LineIndex(Self.text)
        for offset in 0...Self.text.count {
            #expect(index.position(of: offset) == Self.text.position(of: offset), "at \(offset)")
        }
    }

    @Test func spansAreCutAtTheEnd() {
        #expect(Self.text.string(Span(3, 6)) == "第二行")
        #expect(Self.text.string(Span(11, 99)) == "😀x")
        #expect(Self.text.string(Span(50, 99)) == "")
        #expect(Span(7, 3).length == 0)
    }

    @Test func linesAreFoundAroundAPlace() {
        #expect(Self.text.line(around: 4) == "第二行")
        #expect(Self.text.line(around: 12) == "末行😀x")
        #expect(SourceText("").line(around: 0) == "")
    }

    @Test func spansHoldAndOverlap() {
        #expect(Span(2, 8).contains(Span(2, 8)) && Span(2, 8).contains(Span(4, 5)) && !Span(2, 8).contains(Span(4, 9)))
        #expect(Span(2, 8).overlaps(Span(7, 9)) && !Span(2, 8).overlaps(Span(8, 9)))
        #expect(Span(1, 4) < Span(1, 5) && Span(1, 9) < Span(2, 3))
    }

    @Test(arguments: ["", "a", "é", "甲乙丙", "😀🀄️", "\u{0}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"])
    func stringsAreMadeOfScalars(_ text: String) { #expect(String(scalars: Array(text.unicodeScalars)) == text) }

    @Test func whatXMLForbidsIsKnown() {
        for value: UInt32 in [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x1F, 0xFFFE, 0xFFFF] { #expect(Unicode.Scalar(value).map(\.isXMLCharacter) == false) }
        for value: UInt32 in [0x09, 0x0A, 0x0D, 0x20, 0x7F, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF] { #expect(Unicode.Scalar(value).map(\.isXMLCharacter) == true) }
    }

    @Test func whiteSpaceIsThatOfUnicode() {
        for value in 0...0x3100 as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(scalar.isWhite == scalar.properties.isWhitespace, "U+\(String(value, radix: 16))")
        }
    }
}
