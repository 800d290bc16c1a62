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
    let demandHeadings, planHeadingEnds, planLeads, planSenders, scheduling, limitedProblems: PhraseSet
    /// Ends of lines of a report behind which it demands: 现提出如下要求：
    let demandsFollow: PhraseSet
    /// In headings: 一、充分认识…的重要意义, 一、总体要求.
    let backgroundHeadings, backgroundOpenings, situationHeadings, overallHeadings: PhraseSet
    /// 以…思想为指导; the words with which such paragraphs begin.
    let guidanceBasis, guidanceOpening: PhraseSet
    /// …是…的核心任务。 …由…组成。
    let descriptionTails, bareTails, descriptionParts, compositions: PhraseSet
    /// 但是, 凡是, 是否: no copula; 将…分为两类: somebody does it.
    let noCopula, disposal: PhraseSet
    /// …说，…; 会议指出，…; 省总工会要求，…
    let saying, quoting, requiring: PhraseSet
    /// In letters: 你省请求，…
    let letterOpenings, requests: PhraseSet
    /// 听取…下一步工作安排汇报 has been heard.
    let hearing: PhraseSet
    /// 将德育融入教学: what 将 does then is done to something; 将建设|资金纳入预算 too.
    let disposing, willVerbs: PhraseSet
    /// 一年来, 各项工作, 取得新成效: of what opens a report.
    let overviewPeriods, overviewGeneral, overviewResults: PhraseSet
    /// 从六个方面作出部署; 按照通知要求，
    let outlines, grounds: PhraseSet
    /// 管委会, 局: in which names in a bracket end that are not known.
    let nameEnds: PhraseSet
    /// （记者张明）, 一是, 参加.
    let notes, members, attending: PhraseSet
    /// 稳中向好
    let assessing: PhraseSet
    /// 主要负责同志|要: who is told to do something.
    let addressed: PhraseSet
    /// 目前正在办理
    let underway: PhraseSet
    /// 现将有关情况通报如下。
    let introducing: PhraseSet
    /// 指标来源：…。
    let lineLabels, lineLinks, editorials: PhraseSet
    /// 还面临一些困难：…；…。 我们也清醒地看到，…；…。 对上述问题，…
    let problemLists, problemAdmissions, problemAnswers: PhraseSet
    /// 欢迎社会各界…; 建议市财政局…; …将情况报送…; 主要预期目标是…
    let inviting, recommending, submitting, goals: PhraseSet
    /// 以前|要到山外挑水
    let pastHabits: PhraseSet
    /// 禁止下列行为: what stands below is forbidden.
    let prohibitedLists: PhraseSet

    init(_ words: (_ group: String) -> [String] = { _ in [] }) {
        below = PhraseSet(words("problem.below"))
        lowerIsBetter = PhraseSet(words("problem.lowerIsBetter"))
        cases = PhraseSet(words("list.cases"))
        decided = PhraseSet(words("minutes.decided"))
        demandHeadings = PhraseSet(words("heading.demand"))
        planHeadingEnds = PhraseSet(words("heading.planEnd"))
        planSenders = PhraseSet(words("plan.sender"))
        scheduling = PhraseSet(words("plan.scheduling"))
        planLeads = PhraseSet(words("plan.lead"))
        limitedProblems = PhraseSet(words("problem.limited"))
        demandsFollow = PhraseSet(words("report.demands"))
        backgroundHeadings = PhraseSet(words("heading.background"))
        backgroundOpenings = PhraseSet(words("heading.background.opening"))
        situationHeadings = PhraseSet(words("heading.situation"))
        overallHeadings = PhraseSet(words("heading.overall"))
        guidanceBasis = PhraseSet(words("guidance.basis"))
        guidanceOpening = PhraseSet(words("guidance.opening"))
        lineLinks = PhraseSet(words("line.link"))
        editorials = PhraseSet(words("paragraph.editorial"))
        problemLists = PhraseSet(words("problem.lists"))
        problemAdmissions = PhraseSet(words("problem.admission"))
        problemAnswers = PhraseSet(words("problem.answer"))
        inviting = PhraseSet(words("report.inviting"))
        recommending = PhraseSet(words("report.recommending"))
        submitting = PhraseSet(words("demand.submitting"))
        goals = PhraseSet(words("report.goal"))
        pastHabits = PhraseSet(words("demand.past"))
        prohibitedLists = PhraseSet(words("heading.prohibition"))
        lineLabels = PhraseSet(words("line.label"))
        saying = PhraseSet(words("report.saying"))
        quoting = PhraseSet(words("report.quoting"))
        requiring = PhraseSet(words("report.requiring"))
        letterOpenings = PhraseSet(words("letter.you"))
        requests = PhraseSet(words("letter.request"))
        hearing = PhraseSet(words("plan.heard"))
        willVerbs = PhraseSet(words("plan.future.verb"))
        disposing = PhraseSet(words("plan.disposal"))
        overviewPeriods = PhraseSet(words("overview.period"))
        overviewGeneral = PhraseSet(words("overview.general"))
        overviewResults = PhraseSet(words("overview.result"))
        nameEnds = PhraseSet(words("structure.addressee") + words("structure.bodyEnd") + words("role.nameEnd"))
        notes = PhraseSet(words("note.source"))
        members = PhraseSet(words("structure.member"))
        attending = PhraseSet(words("action.attended"))
        assessing = PhraseSet(words("slogan.assessment"))
        outlines = PhraseSet(words("report.outline"))
        grounds = PhraseSet(words("report.ground"))
        addressed = PhraseSet(words("demand.subject"))
        underway = PhraseSet(words("action.underway"))
        introducing = PhraseSet(words("other.introduction"))
        bareTails = PhraseSet(words("description.bare"))
        descriptionTails = PhraseSet(words("description.tail"))
        descriptionParts = PhraseSet(words("description.parts"))
        compositions = PhraseSet(words("description.composition"))
        noCopula = PhraseSet(words("description.noCopula"))
        disposal = PhraseSet(words("description.disposal"))
    }
}
