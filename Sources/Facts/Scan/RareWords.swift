import Vocabulary

/// Words that a rule asks for seldom, behind another that the scan has found (少用词): they take no bit of `WordGroups`.
final class RareWords: Sendable {
    /// Problems that compare, and what an office wants little of: 失业率低于全省平均水平.
    let below, lowerIsBetter: PhraseSet
    /// Before a colon, over cases: 有下列情形之一的，…：
    let cases: PhraseSet
    /// At the head of a paragraph of minutes: 会议议定，…
    let decided: PhraseSet
    /// Ends of headings over demands: 三、下一步工作要求.
    let demandHeadings: PhraseSet
    /// Ends of lines of a report behind which it demands: 现提出如下要求：
    let demandsFollow: PhraseSet
    /// In headings: 一、充分认识…的重要意义, 一、总体要求.
    let backgroundHeadings, backgroundOpenings, overallHeadings: PhraseSet
    /// 以…思想为指导; the words with which such paragraphs begin.
    let guidanceBasis, guidanceOpening: PhraseSet
    /// …是…的核心任务。 …由…组成。
    let descriptionTails, descriptionParts: PhraseSet
    /// 但是, 凡是, 是否: no copula; 将…分为两类: somebody does it.
    let noCopula, disposal: PhraseSet
    /// …说，…; 会议指出，…; 省总工会要求，…
    let saying, quoting, requiring: PhraseSet
    /// In letters: 你省请求，…
    let letterOpenings, requests: PhraseSet
    /// 听取…下一步工作安排汇报 has been heard.
    let hearing: PhraseSet
    /// 现将有关情况通报如下。
    let introducing: PhraseSet
    /// 指标来源：…。
    let lineLabels: PhraseSet

    init(_ words: (_ group: String) -> [String] = { _ in [] }) {
        below = PhraseSet(words("problem.below"))
        lowerIsBetter = PhraseSet(words("problem.lowerIsBetter"))
        cases = PhraseSet(words("list.cases"))
        decided = PhraseSet(words("minutes.decided"))
        demandHeadings = PhraseSet(words("heading.demand"))
        demandsFollow = PhraseSet(words("report.demands"))
        backgroundHeadings = PhraseSet(words("heading.background"))
        backgroundOpenings = PhraseSet(words("heading.background.opening"))
        overallHeadings = PhraseSet(words("heading.overall"))
        guidanceBasis = PhraseSet(words("guidance.basis"))
        guidanceOpening = PhraseSet(words("guidance.opening"))
        lineLabels = PhraseSet(words("line.label"))
        saying = PhraseSet(words("report.saying"))
        quoting = PhraseSet(words("report.quoting"))
        requiring = PhraseSet(words("report.requiring"))
        letterOpenings = PhraseSet(words("letter.you"))
        requests = PhraseSet(words("letter.request"))
        hearing = PhraseSet(words("plan.heard"))
        introducing = PhraseSet(words("other.introduction"))
        descriptionTails = PhraseSet(words("description.tail"))
        descriptionParts = PhraseSet(words("description.parts"))
        noCopula = PhraseSet(words("description.noCopula"))
        disposal = PhraseSet(words("description.disposal"))
    }
}
