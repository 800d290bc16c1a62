import Vocabulary

/// Praise alone: every clause assesses, none names who did what or how much: 活动受到一致好评。
struct PraiseRule: UnitRule {
    func read(_ unit: SentenceUnit, _ words: UnitWords) -> UnitClass? {
        guard !unit.hasQuantity, !unit.hasDate, unit.clauses.count <= 2, unit.bodyStarts.isEmpty,
            let last = unit.clauses.last, words.praise.contains(unit.text, in: last)
        else { return nil }
        return .other
    }
}
