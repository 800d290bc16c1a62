import Vocabulary

/// Something missing, late, failed: 3个县尚未启动建设。 In a report only; in a directive the same words state what to prevent.
struct ProblemRule: UnitRule {
    func read(_ unit: SentenceUnit, _ words: UnitWords) -> UnitClass? {
        if unit.topic == .problems { return .problem }
        var index = unit.range.lowerBound
        while index < unit.range.upperBound {
            if let skip = words.problemFalse.length(at: index, in: unit.text, limit: unit.range.upperBound) {
                index += skip
            } else if words.problem.length(at: index, in: unit.text, limit: unit.range.upperBound) != nil {
                return .problem
            } else {
                index += 1
            }
        }
        return nil
    }
}
