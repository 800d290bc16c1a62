/// Background: 做好这项工作，对于稳就业具有重要意义。 A demand with a marker of its own stays one: 要充分认识…重大意义。
enum SignificanceRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.has(.significance) else { return nil }
        return unit.clauses.contains { DemandRule.demands($0, unit) } ? nil : .other
    }
}
