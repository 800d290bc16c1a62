/// News and reports say what something is beside what was done: 2031年是改革的关键一年。 产业工人是创新驱动发展的骨干力量。 医保关系千家万户，是群众的“救命钱”。
enum AssessmentRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard !unit.hasQuantity, !unit.has(.completed), let first = unit.clauses.first else { return nil }
        if unit.has(.significance), !unit.hasDate, let last = unit.clauses.last, unit.text.contains(.significance, in: unit.clauses.count > 2 ? last : unit.range), !unit.tellsEvent { return .other }
        let isCopula = unit.text.scalars[first].contains("是")
        if isCopula, unit.clauses.count > 1, DescriptionRule.describes(first, unit) { return .other }
        return isCopula || RelayedDemandRule.reports(unit) ? DescriptionRule.read(unit) : nil
    }
}
