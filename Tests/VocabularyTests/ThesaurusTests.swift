import Testing

@testable import Vocabulary

@Suite struct ThesaurusTests {
    private let thesaurus = Thesaurus(concepts: [
        Concept(id: "skills", prefLabel: "技能"),
        Concept(id: "contest", prefLabel: "劳动和技能竞赛", altLabels: ["练赛", "技能竞赛"], broader: ["skills"]),
        Concept(id: "welding", prefLabel: "焊工比武", broader: ["contest", "loop"]),
        Concept(id: "loop", prefLabel: "环", broader: ["welding"]),
    ])

    @Test(arguments: [
        ("组织练赛和技能竞赛", ["contest@2", "contest@5"]), ("提升技能", ["skills@2"]), ("劳动和技能竞赛活动", ["contest@0"]), ("没有", []),
    ])
    func findsTheLongestLabel(text: String, expected: [String]) {
        #expect(thesaurus.concepts(in: text).map { "\(thesaurus.concepts[$0.concept].id)@\($0.range.lowerBound)" } == expected)
    }

    @Test func rangesCountFromTheFirstScalarGiven() {
        let text = Array("又是练赛".unicodeScalars)
        #expect(thesaurus.concepts(in: text[2...]).map(\.range) == [0..<2])
    }

    @Test func ancestorsEndWhereACycleCloses() throws {
        let index = try #require(thesaurus.index(of: "welding"))
        #expect(thesaurus.ancestors(of: index).map { thesaurus.concepts[$0].id } == ["contest", "loop", "skills"])
    }

    @Test func anEmptyThesaurusFindsNothing() {
        #expect(Thesaurus.empty.concepts(in: "技能").isEmpty)
    }
}
