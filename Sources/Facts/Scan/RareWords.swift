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

    init(_ words: (_ group: String) -> [String] = { _ in [] }) {
        below = PhraseSet(words("problem.below"))
        lowerIsBetter = PhraseSet(words("problem.lowerIsBetter"))
        cases = PhraseSet(words("list.cases"))
        decided = PhraseSet(words("minutes.decided"))
        demandHeadings = PhraseSet(words("heading.demand"))
    }
}
