/// News and reports say what something is beside what was done: 2031年是改革的关键一年。 产业工人是创新驱动发展的骨干力量。
enum AssessmentRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard !unit.hasQuantity, !unit.has(.completed), let first = unit.clauses.first,
            unit.text.scalars[first].contains("是") || RelayedDemandRule.reports(unit)
        else { return nil }
        return DescriptionRule.read(unit)
    }
}
