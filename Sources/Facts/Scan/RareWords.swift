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
    /// …说，…; 会议指出，…; 你省请求，…
    let saying, quoting, requests: PhraseSet
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
        requests = PhraseSet(words("letter.request"))
        descriptionTails = PhraseSet(words("description.tail"))
        descriptionParts = PhraseSet(words("description.parts"))
    }
}
