/// Tells what each sentence unit is (句类判定). The guide's order is problem, action, requirement, plan; the voice of the text
/// around a unit says which rules can speak at all.
struct UnitClassifier: Sendable {
    private let modality = ModalityReader()

    private static let directive: [any UnitRule.Type] = [
        IntroductionRule.self, NoteRule.self, BareDateRule.self, QuestionRule.self, DefinitionRule.self, ValidityRule.self, PrincipleRule.self, GuidanceRule.self, BackgroundRule.self, SignificanceRule.self,
        DescriptionRule.self, PurposeRule.self, ActedRule.self, AnnouncementRule.self, OutlineRule.self, SenderPlanRule.self,
    ]
    private static let letter: [any UnitRule.Type] = [ProblemRule.self, PlanRule.self]
    private static let report: [any UnitRule.Type] = [
        IntroductionRule.self, NoteRule.self, CourtesyRule.self, OutlineRule.self, QuestionRule.self, RelayedDemandRule.self, ExpectedGoalRule.self, ProblemRule.self, DefinitionRule.self, ValidityRule.self,
        AimRule.self, PraiseRule.self, PurposeRule.self, AssessmentRule.self, RecommendationRule.self, InvitationRule.self, PlanRule.self, DemandRule.self, SubmissionRule.self, QuotationRule.self, OverviewRule.self,
        SloganRule.self, ReportRule.self,
    ]
    private static let preamble: [any UnitRule.Type] = [
        IntroductionRule.self, DefinitionRule.self, ValidityRule.self, ProblemRule.self, SignificanceRule.self, PurposeRule.self, GuidanceRule.self, DemandRule.self, GoalRule.self,
        EventRule.self, PreambleFactRule.self,
    ]

    /// - Parameter continuation: of the paragraph; its sentences come in order.
    func classify(_ unit: SentenceUnit, voice: Voice, continuing continuation: inout Continuation) -> UnitClass {
        let found: UnitClass
        switch voice {
        case .directive: found = first(Self.directive, unit) ?? .requirement(.must)
        case .preamble: found = first(Self.preamble, unit) ?? .other
        case .report: found = continuation.settle(first(Self.report, unit) ?? .other, unit)
        case .relayed: found = relayed(unit)
        case .letter: found = letter(unit)
        }
        guard case .requirement = found else { return found }
        return .requirement(modality.modality(of: unit))
    }

    /// What a line with a colon says of the items below it.
    func announcement(_ unit: SentenceUnit) -> Announcement? {
        if unit.text.rare.cases.first(in: unit.range, of: unit.text.scalars) != nil { return .cases }
        // What governs the items stands right before the colon: 可以采取下列措施：
        guard let last = unit.clauses.last, unit.text.contains([.mustNot, .may, .encourage, .explore], in: last), !unit.has(.validity) else { return nil }
        let found = modality.modality(of: unit)
        return found == .must ? nil : .modality(found)
    }

    /// Once a paragraph relays demands, it goes on with them until it reports again; 2023年底前建成10家 still demands.
    private func relayed(_ unit: SentenceUnit) -> UnitClass {
        if QuotationRule.isSpeech(unit) { return .other }
        if let found = first(Self.directive, unit) { return found }
        let demands = unit.text.first([.must, .mustNot], passing: .notModal, in: unit.range) != nil
        let tells = unit.hasDate || unit.hasQuantity || unit.text.scalars[unit.range].contains("了") && !demands
        // 会议传达学习了…，通报了…: the meeting acts again.
        let meets = unit.begins(with: .reporter) && unit.text.scalars[unit.range].contains("了")
        // 市长要求，任务书都已明确，要坚持大抓产业: what is demanded behind it decides.
        let asks = demands && RelayedDemandRule.opens(unit)
        let hasHappened = (unit.has(.completed) && !unit.hasLimit && tells && !asks) || (unit.hasActed || meets) && !demands
        if hasHappened { return .action(.done) }
        // 22件事项中，16件正在办理。
        let isUnderway = unit.hasQuantity && !demands && unit.text.rare.underway.first(in: unit.range, of: unit.text.scalars) != nil
        return isUnderway ? .action(.ongoing) : .requirement(.must)
    }

    /// A letter asks, answers and tells in one breath: what has a marker of its own says what it is, what has none is asked.
    private func letter(_ unit: SentenceUnit) -> UnitClass {
        if let asked = RequestRule.read(unit) ?? CourtesyRule.read(unit) { return asked }
        if let found = first(Self.directive, unit) { return found }
        if unit.clauses.contains(where: { DemandRule.demands($0, unit) }) { return .requirement(.must) }
        if let found = first(Self.letter, unit) { return found }
        return unit.has(.completed) && !unit.hasLimit ? .action(.done) : .requirement(.must)
    }

    private func first(_ rules: [any UnitRule.Type], _ unit: SentenceUnit) -> UnitClass? {
        for rule in rules {
            if let found = rule.read(unit) { return found }
        }
        return nil
    }
}

/// What a line that ends in a colon says of the items below it (列举).
enum Announcement: Sendable, Hashable {
    /// 不得有下列行为： 可以采取下列措施：
    case modality(Modality)
    /// 有下列情形之一的，…： the items are no demands.
    case cases

    /// A sentence of an item, as the line over it makes it; nil where it is none any more. What has a marker of its own keeps it.
    func read(_ fact: Fact, _ range: Range<Int>, in text: ScannedText) -> Fact? {
        guard case .requirement(let own) = fact else { return fact }
        switch self {
        case .cases: return nil
        case .modality(.mustNot): return .requirement(.mustNot)
        case .modality(let announced): return own == .must && !text.contains(.must, in: range) ? .requirement(announced) : fact
        }
    }
}
