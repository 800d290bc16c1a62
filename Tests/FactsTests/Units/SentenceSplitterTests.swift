import Testing

@testable import Facts

/// `|` marks where a unit must end.
@Suite struct SentenceSplitterTests {
    private func check(_ marked: String, _ split: (ScannedText, Range<Int>) -> [Range<Int>]) {
        let text = ScannedText(marked.replacing("|", with: ""))
        let parts = split(text, 0..<text.scalars.count).map { text.reading.string($0) }
        #expect(parts == marked.split(separator: "|").map(String.init))
    }

    @Test(arguments: [
        "各校要公示食谱。|家长可以参与监督。", "开工了吗？|尚未开工！|请抓紧。", "新建公园3个；|改造绿道12公里；|补种行道树。", "没有句号的一段话", "逗号，顿号、冒号：都不断句",
        "新建托位（含社区嵌入式；家庭式）800个。|其余另行安排。", "会议强调“要保供水；要稳价格。要防隐患”，部署下阶段工作。|各地抓紧。", "印发《供水条例；释义。》一书。|已发放。",
        "市长说：“先修管网。再改泵房。”会后即开工。|完。", "（市教育局牵头；市财政局配合）", "完成改造。|（责任单位：市住建局；市财政局）下一句。", "多个标点！！！|后面。",
        "括号不配对（仍要断句。|后一句。", "只有右括号）也要断句。|后一句。", "引号“没有结束。|后一句。", "交错（“）”的符号。|后一句。", "〔注；释〕后文。|完。", "【专栏；一】后文。|完。",
        "「引文。引文」说。|完。", "书名《甲〈乙。丙〉丁》止。|完。", "”。|开头的右引号。",
    ])
    func unitsEndAtTheirMarks(_ marked: String) { check(marked, SentenceSplitter.units) }

    @Test(arguments: ["到2032年，|全市（含开发区，新区）建成12座，|总量翻番。", "会议指出：|“要快，要稳”，|各地照办。", "单一分句", "一；|二：|三，|四"])
    func clausesEndAtTheirMarks(_ marked: String) { check(marked, SentenceSplitter.clauses) }

    @Test func emptyTextHasNoUnits() {
        #expect(SentenceSplitter.units(in: ScannedText(""), range: 0..<0).isEmpty)
        #expect(SentenceSplitter.units(in: ScannedText("甲。乙"), range: 1..<1).isEmpty)
    }

    @Test func unitsCoverTheTextWithoutGaps() {
        let text = ScannedText("（甲。乙）丙；“丁。戊！己？』庚〉。。辛")
        let parts = SentenceSplitter.units(in: text, range: 2..<text.scalars.count)
        #expect(parts.first?.lowerBound == 2)
        #expect(parts.last?.upperBound == text.scalars.count)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    }
}
