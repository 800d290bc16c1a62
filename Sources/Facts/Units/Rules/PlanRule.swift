import Vocabulary

/// What is announced or forecast: 下一步，… · 将继续… · 预计… · 其余项目年底可全部完成。 What has already begun is reported, not planned.
struct PlanRule: UnitRule {
    func read(_ unit: SentenceUnit, _ words: UnitWords) -> UnitClass? {
        if unit.topic == .plans { return unit.has(words.completed) ? nil : .plan }
        if unit.has(words.forecast) { return .plan }
        guard let marker = Self.marker(unit, words) else { return nil }
        return Self.reports(unit, words, announcedFrom: marker) ? nil : .plan
    }

    /// How far a subject may push a word of intent.
    private static let reach = 14

    /// Where the unit begins to announce.
    private static func marker(_ unit: SentenceUnit, _ words: UnitWords) -> Int? {
        for clause in unit.clauses {
            if words.future.length(at: clause.lowerBound, in: unit.text, limit: clause.upperBound) != nil { return clause.lowerBound }
            let head = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + reach)
            if let found = words.intent.first(in: head, of: unit.text) { return found.lowerBound }
        }
        return words.futureVerbs.first(in: unit.range, of: unit.text)?.lowerBound
    }

    /// Something has happened all the same; a result behind the marker is what is announced.
    private static func reports(_ unit: SentenceUnit, _ words: UnitWords, announcedFrom marker: Int) -> Bool {
        var index = unit.range.lowerBound
        while index < unit.range.upperBound {
            if index > marker, let skip = words.plannable.length(at: index, in: unit.text, limit: unit.range.upperBound) {
                index += skip
            } else if words.completed.length(at: index, in: unit.text, limit: unit.range.upperBound) != nil {
                return true
            } else {
                index += 1
            }
        }
        return false
    }
}
