import Vocabulary

/// What is announced or forecast: 下一步，… · 将继续… · 预计… · 其余项目年底可全部完成。 What has already begun is reported, not planned.
struct PlanRule: UnitRule {
    func read(_ unit: SentenceUnit, _ words: UnitWords) -> UnitClass? {
        if unit.topic == .plans { return unit.has(words.completed) ? nil : .plan }
        if unit.has(words.forecast) { return .plan }
        if unit.clauses.contains(where: { words.future.length(at: $0.lowerBound, in: unit.text, limit: $0.upperBound) != nil }) {
            return unit.has(words.completed) ? nil : .plan
        }
        guard words.futureVerbs.contains(unit.text, in: unit.range) else { return nil }
        return unit.has(words.completed) ? nil : .plan
    }
}
