/// A purpose clause without a main clause: 为贯彻落实…精神，激发内生动力，打通“最后一公里”。
enum PurposeRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.text[unit.range.lowerBound] == "为", unit.clauses.count >= 2, !unit.hasQuantity else { return nil }
        // Whoever acts is named at the head of a later clause.
        return unit.clauses.dropFirst().contains(where: { unit.bodyStarts.contains($0.lowerBound) }) ? nil : .other
    }
}
