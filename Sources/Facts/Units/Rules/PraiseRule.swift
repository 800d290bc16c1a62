/// Praise alone: every clause assesses, none names who did what or how much: 活动受到一致好评。
enum PraiseRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.has(.praise), !unit.hasQuantity, !unit.hasDate, unit.clauses.count <= 2, !unit.hasBody,
            let last = unit.clauses.last, unit.text.contains(.praise, in: last)
        else { return nil }
        return .other
    }
}
