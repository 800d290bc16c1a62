import Facts
import Provenance
import SuyuanTesting
import Testing

@testable import Store

@Suite("Full text")
struct SearchTests {
    private static let lines = [
        "开展劳动和技能竞赛。技能人才队伍壮大", "竞赛技能劳动", "技能。竞赛", "Ａ类企业１２３家，ABC 培训",
        "建立现代职业教育体系和终身职业技能培训制度", "“引号”与\"双引号\"*星号", "职\u{200B}业技能𠮷",
    ]

    private func base() throws -> KnowledgeBase {
        let base = try KnowledgeBase.inMemory()
        var sample = SampleDocument("lines-000001", kind: .other)
        for line in Self.lines { sample.item(nil, line, []) }
        try base.add(Samples.addition(&sample))
        return base
    }

    /// What a plain look at every line finds is what the index must find.
    @Test(arguments: [
        "技", "赛", "。", "𠮷", "技能", "能竞", "竞赛", "动和", "赛技", "a", "A", "ab", "123", "3家", "职业技", "职业技能",
        "现代职业教育体系", "和终身职业技能培训", "技能。竞赛", "\"", "双引号\"*", "*", "*星", "没有的词", "育体系", "度", "业技能𠮷",
    ])
    func findsWordsOfAnyLength(words: String) throws {
        let folded = Grams.folded(words)
        let expected = Self.lines.filter { !Grams.matches(of: folded, in: $0).isEmpty }
        let found = try base().read { try $0.passages(holding: words, in: $0.documents()) }
        #expect(found.map(\.text) == expected)
    }

    /// What the index counts is what a look at every text counts, also where words overlap themselves or have letters of other scripts.
    @Test(arguments: ["技", "技能", "职业技能", "人人", "人人人", "啊", "ω", "Ω", "é", "a", "12", "，", "没有"])
    func countsAreThoseOfTheTexts(words: String) throws {
        let lines = ["技能，技能。职业技能、职业技能", "人人人人 人人", "啊啊啊", "Ω和ω，é和É", "aAａＡ1212", "技"]
        let base = try KnowledgeBase.inMemory()
        var sample = SampleDocument("lines-000001", kind: .other)
        for line in lines { sample.item(nil, line, []) }
        try base.add(Samples.addition(&sample))
        let counts = lines.map { Grams.matches(of: Grams.folded(words), in: $0).count }.filter { $0 > 0 }
        #expect(try base.read { try $0.found(words).map(\.occurrences) } == counts)
    }

    @Test(arguments: [("技能", "技能。竞赛，技 能", [0..<2, 6..<9]), ("aa", "ＡＡa aa", [0..<2, 2..<5]), ("竞", "", [])])
    func matchesAreRangesOfTheText(words: String, text: String, ranges: [Range<Int>]) {
        #expect(Grams.matches(of: Grams.folded(words), in: text) == ranges)
    }

    @Test(arguments: ["", "  ", "\u{3000}\n", "\u{200B}"])
    func nothingIsFoundForNothing(words: String) throws {
        #expect(try base().read { try $0.passages(holding: words, in: $0.documents()) }.isEmpty)
    }
}
