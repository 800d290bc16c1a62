/// Tells what each sentence unit is (句类判定). The guide's order is problem, action, requirement, plan; the voice of the text
/// around a unit says which rules can speak at all.
struct UnitClassifier: Sendable {
    private let modality = ModalityReader()

    private static let directive: [any UnitRule.Type] = [
        IntroductionRule.self, DefinitionRule.self, ValidityRule.self, PrincipleRule.self, SignificanceRule.self, PurposeRule.self,
    ]
    private static let report: [any UnitRule.Type] = [
        IntroductionRule.self, RelayedDemandRule.self, ProblemRule.self, DefinitionRule.self, ValidityRule.self, AimRule.self, PraiseRule.self, PurposeRule.self,
        PlanRule.self, DemandRule.self, SloganRule.self, ReportRule.self,
    ]
    private static let preamble: [any UnitRule.Type] = [
        IntroductionRule.self, DefinitionRule.self, ValidityRule.self, SignificanceRule.self, PurposeRule.self, DemandRule.self,
    ]

    func classify(_ unit: SentenceUnit, voice: Voice) -> UnitClass {
        let found: UnitClass
        switch voice {
        case .directive: found = first(Self.directive, unit) ?? .requirement(.must)
        case .preamble: found = first(Self.preamble, unit) ?? .other
        case .report: found = first(Self.report, unit) ?? .other
        case .relayed: found = relayed(unit)
        }
        guard case .requirement = found else { return found }
        return .requirement(modality.modality(of: unit))
    }

    /// Once a paragraph relays demands, it goes on with them until it reports again.
    private func relayed(_ unit: SentenceUnit) -> UnitClass {
        if let found = first(Self.directive, unit) { return found }
        return unit.has(.completed) && (unit.hasDate || unit.hasQuantity) ? .action(.done) : .requirement(.must)
    }

    private func first(_ rules: [any UnitRule.Type], _ unit: SentenceUnit) -> UnitClass? {
        for rule in rules {
            if let found = rule.read(unit) { return found }
        }
        return nil
    }
}
