import Vocabulary

/// Background: 做好这项工作，对于稳就业具有重要意义。 A demand with a marker of its own stays one: 要充分认识…重大意义。
struct SignificanceRule: UnitRule {
    func read(_ unit: SentenceUnit, _ words: UnitWords) -> UnitClass? {
        guard unit.has(words.significance) else { return nil }
        return unit.clauses.contains { DemandRule.demands($0, unit, words) } ? nil : .other
    }
}
