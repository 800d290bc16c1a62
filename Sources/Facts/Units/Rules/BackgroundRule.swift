/// Sections that say why: 一、充分认识…的重要意义. What somebody is told to do there is demanded all the same: 各有关部门要从…的高度，把…摆在首位。
enum BackgroundRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.topic == .background, !(unit.hasQuantity && unit.has(.targetVerb)) else { return nil }
        return !unit.has(.occurred) && unit.clauses.contains { DemandRule.demands($0, unit) && unit.text.first(.must, passing: .notModal, in: $0) != nil } ? nil : .other
    }
}
