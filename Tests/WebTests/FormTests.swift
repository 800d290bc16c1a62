import Links
import Provenance
import Queries
import Testing

@testable import Web

struct FormTests {
    @Test(arguments: ["", "a b", "省总工会", "a&b=c#d?e/f+g%h\"'<>", "\u{0}\u{1F600}\n"])
    func whatIsEncodedComesBack(_ text: String) {
        #expect(PercentCoding.decoded(PercentCoding.encoded(text)[...], isForm: false) == text)
        let form = FormValues([("a", text), ("省", text)])
        #expect(FormValues(decoding: form.query.dropFirst())?.all("a") == (text.isEmpty ? [] : [text]))
    }

    @Test(arguments: ["%", "%4", "%zz", "%ff", "%e7%9c", "a%"])
    func brokenEscapesAreRefused(_ text: String) {
        #expect(PercentCoding.decoded(text[...], isForm: true) == nil)
        #expect(FormValues(decoding: ("a=" + text)[...]) == nil)
        #expect(WebRequest.parts(of: "/" + text) == nil)
        #expect(WebRequest.parts(of: "/?a=" + text) == nil)
    }

    @Test(arguments: ["", "x", "/a/../b", "/%2e%2e/b", "/./a", "http://other/a", "*"])
    func onlyPathsOfOurOwnAreTaken(_ target: String) {
        #expect(WebRequest.parts(of: target) == nil)
    }

    @Test func tooManyValuesAreRefused() {
        #expect(FormValues(decoding: String(repeating: "a=1&", count: 1_990)[...]) != nil)
        #expect(FormValues(decoding: String(repeating: "a=1&", count: 2_100)[...]) == nil)
    }

    @Test func aQuestionStandsWholeInItsAddress() throws {
        var question = ClauseQuestion(
            Filter(
                asOf: CalendarDay(2023, 4, 30), body: "省总工会 & 省妇联", region: "云南省", document: "d#1", states: [.overdue, .problem], text: "a+b=c"))
        question.field = "f3"
        question.isVerified = false
        question.gap = .indirectOnly
        question.dueFrom = CalendarDay(2023, 1, 1)
        question.dueTo = CalendarDay(2023, 12, 31)
        question.isOpen = true
        question.order = .latest
        question.isDescending = true
        let address = Address.clauses(question)
        let parts = try #require(WebRequest.parts(of: address))
        #expect(QuestionForm(parts.query).question == question)
        #expect(Address.clauses(ClauseQuestion()) == "/clauses")
    }

    @Test func valuesOfNoKindAreLeftOut() {
        let values = FormValues([("state", "nosuch"), ("asOf", "2023-13-01"), ("verified", "maybe"), ("gap", "x"), ("order", "'; DROP"), ("dueTo", "tomorrow")])
        #expect(QuestionForm(values).question == ClauseQuestion())
    }

    @Test func cookiesAreReadByName() {
        #expect(WebRequest.cookies("a=1; b=%E7%9C%81; a=2; c") == ["a": "1", "b": "省"])
    }
}
