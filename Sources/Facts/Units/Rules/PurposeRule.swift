/// A purpose clause without a main clause: 为贯彻落实…精神，激发内生动力，打通“最后一公里”。 But 为困难家庭发放补贴，… says for whom.
enum PurposeRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.text[unit.range.lowerBound] == "为", unit.clauses.count >= 2, !unit.hasQuantity, !serves(unit) else { return nil }
        // 为更好地落实部署，我县制定了方案: done.
        if unit.has(.completed), unit.text.first([.must, .mustNot], passing: .notModal, in: unit.range) == nil { return nil }
        // Whoever acts is named at the head of a later clause.
        return unit.clauses.dropFirst().contains(where: { unit.hasBody(beginningIn: $0.lowerBound..<$0.lowerBound + 1) }) ? nil : .other
    }

    /// 为 whom, and a verb of giving behind them.
    private static func serves(_ unit: SentenceUnit) -> Bool {
        guard unit.has(.giving), let first = unit.clauses.first, first.count > 4 else { return false }
        if unit.text.groups(at: first.lowerBound + 1, limit: first.upperBound).contains(.purpose) { return false }
        return unit.text.contains(.giving, in: first.lowerBound + 3..<first.upperBound)
    }
}
