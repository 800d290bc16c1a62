import Provenance
import Testing

@testable import Vocabulary

@Suite struct TermAutomatonTests {
    private func found(_ terms: [String], in text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        let automaton = TermAutomaton(terms: terms.enumerated().map { ($1, Int32($0)) })
        return automaton.matches(in: scalars).map { "\(terms[Int($0.value)])@\($0.range.lowerBound)" }
    }

    @Test func findsOverlappingTermsInOrderOfTheirEnds() {
        #expect(found(["总工会", "工会", "州总工会"], in: "某州总工会") == ["州总工会@1", "总工会@2", "工会@3"])
    }

    @Test func fallsBackToTheLongestSuffix() {
        #expect(found(["改革办公厅", "办公室"], in: "改革办公室") == ["办公室@2"])
    }

    @Test func findsScalarsBeyondTheFirstPlane() {
        #expect(found(["𠮷野", "野"], in: "在𠮷野村") == ["𠮷野@1", "野@2"])
    }

    @Test func reportsEveryValueOfOneTerm() {
        let automaton = TermAutomaton(terms: [("鼓楼区", 3), ("鼓楼区", 1)])
        #expect(automaton.matches(in: Array("鼓楼区".unicodeScalars)).map(\.value) == [3, 1])
    }

    @Test func keepsWithinTheRange() {
        let automaton = TermAutomaton(terms: [("工会", 0)])
        let text = Array("工会工会".unicodeScalars)
        #expect(automaton.matches(in: text, 1..<4).map(\.range) == [2..<4])
        #expect(automaton.matches(in: text, 1..<3).isEmpty)
        #expect(automaton.matches(in: text, 0..<99).count == 2)
    }

    @Test(arguments: [
        (["技能", "技能竞赛", "竞赛活动"], "技能竞赛活动", ["技能竞赛"]),
        (["劳动竞赛", "劳动", "竞赛"], "劳动和竞赛", ["劳动", "竞赛"]),
        ([""], "空", []),
    ])
    func longestMatchesDoNotOverlap(terms: [String], text: String, expected: [String]) {
        let scalars = Array(text.unicodeScalars)
        let automaton = TermAutomaton(terms: terms.enumerated().map { ($1, Int32($0)) })
        #expect(automaton.longestMatches(in: scalars).map { terms[Int($0.value)] } == expected)
    }

    @Test func givesTheTermsAtOnePlaceOnly() {
        let automaton = TermAutomaton(terms: [("市", 0), ("市总", 1), ("市总工会", 2), ("总工会", 3)])
        #expect(automaton.matches(at: 0, in: Array("市总工会".unicodeScalars), limit: 3).map(\.value) == [0, 1])
    }

    /// Terms over few characters overlap in every way; each occurrence is found once and no other.
    @Test(arguments: 1...12)
    func agreesWithPlainSearch(seed: UInt64) {
        var random = SplitMix(seed: seed)
        func word(_ longest: Int, of characters: [Unicode.Scalar] = ["甲", "乙", "丙"]) -> [Unicode.Scalar] {
            (0..<Int.random(in: 1...longest, using: &random)).map { _ in characters.randomElement(using: &random) ?? "甲" }
        }
        let terms = Set((0..<40).map { _ in word(5) }).sorted { String(scalars: $0) < String(scalars: $1) }
        // 丁 stands in no term.
        let text = (0..<30).flatMap { _ in word(7, of: ["甲", "乙", "丙", "丁"]) }
        let automaton = TermAutomaton(terms: terms.enumerated().map { (String(scalars: $1), Int32($0)) })
        var expected: [TermAutomaton.Match] = []
        for (value, term) in terms.enumerated() where term.count <= text.count {
            for start in 0...(text.count - term.count) where text[start..<(start + term.count)].elementsEqual(term) {
                expected.append(.init(value: Int32(value), range: start..<(start + term.count)))
            }
        }
        #expect(Set(automaton.matches(in: text)) == Set(expected))
        #expect(automaton.matches(in: text).count == expected.count)
    }
}
