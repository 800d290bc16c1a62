import Testing

@testable import Provenance

@Suite struct PlaceTests {
    @Test func caretStandsBelowItsColumn() throws {
        let place = Place(file: "甲.txt", source: SourceText("首行\n供水ab单位"), offset: 6)
        #expect(place.description == "甲.txt:2:4")
        let lines = try #require(place.caret).split(separator: "\n")
        #expect(lines == ["供水ab单位", "     ^"])
    }

    @Test func longLinesAreShownAroundTheColumn() throws {
        let line = String(repeating: "长", count: 200)
        let caret = try #require(Place(file: "f", line: 1, column: 150, excerpt: line).caret)
        let lines = caret.split(separator: "\n")
        #expect(lines[0].count == 60)
        #expect(lines[1].count == 61)
    }

    @Test func controlCharactersDoNotReachTheTerminal() throws {
        let caret = try #require(Place(file: "f", line: 1, column: 2, excerpt: "a\u{1B}[31mb").caret)
        #expect(!caret.unicodeScalars.contains("\u{1B}"))
    }

    @Test func placesWithoutAnExcerptHaveNoCaret() {
        #expect(Place(file: "f").caret == nil)
        #expect(Place(file: "f").description == "f")
        #expect(Place(file: "f", line: 3).description == "f:3")
    }

    @Test func aFaultSaysWhatWhereAndWhatToDo() {
        let fault = Fault(
            Message("test", zh: "读不出", en: "cannot be read"), at: Place(file: "f.txt", line: 2, column: 1, excerpt: "甲"),
            advice: Message("test", zh: "请另存", en: "save it anew"))
        #expect(fault.text(.en) == "f.txt:2:1: cannot be read\n甲\n^\nsave it anew")
        #expect(fault.text(.zh).hasSuffix("请另存"))
    }
}
