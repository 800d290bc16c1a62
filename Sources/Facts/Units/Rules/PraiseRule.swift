/// Praise alone: every clause assesses, none names who did what or how much: 活动受到一致好评。 长岗区坚持科技赋能，工作走在全市前列。
enum PraiseRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard !unit.hasQuantity, !unit.hasDate, let last = unit.clauses.last else { return nil }
        if unit.has(.praise), unit.clauses.count <= 2, !unit.hasBody, unit.text.contains(.praise, in: last) { return .other }
        // 建成智慧监管平台，走在全省前列 tells a fact too.
        return unit.has(.assessing) && !unit.tellsEvent ? .other : nil
    }
}
