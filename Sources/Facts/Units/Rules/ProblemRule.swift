import Vocabulary

/// Something missing, late, failed: 3个县尚未启动建设。 In a report only; in a directive the same words state what to prevent.
struct ProblemRule: UnitRule {
    func read(_ unit: SentenceUnit, _ words: UnitWords) -> UnitClass? {
        if unit.topic == .problems { return .problem }
        return unit.clauses.contains { names($0, unit, words) } ? .problem : nil
    }

    /// A clause names a problem unless it tells what is done about one: 针对技能短板, 排查安全隐患.
    private func names(_ clause: Range<Int>, _ unit: SentenceUnit, _ words: UnitWords) -> Bool {
        var index = clause.lowerBound
        while index < clause.upperBound {
            if let skip = words.problemFalse.length(at: index, in: unit.text, limit: clause.upperBound) {
                index += skip
            } else if words.problemAddressed.length(at: index, in: unit.text, limit: clause.upperBound) != nil {
                return false
            } else if words.problem.length(at: index, in: unit.text, limit: clause.upperBound) != nil {
                return true
            } else {
                index += 1
            }
        }
        return false
    }
}
