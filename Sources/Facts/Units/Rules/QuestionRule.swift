/// A question neither demands nor reports: 那么如何精准调度这些农机？
enum QuestionRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard let last = unit.range.last else { return nil }
        return unit.text[last] == "？" ? .other : nil
    }
}
