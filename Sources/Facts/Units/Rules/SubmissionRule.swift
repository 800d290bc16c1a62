/// Who has to hand in what by when, without a word of duty: 被通报单位于4月20日前将整改情况报县纪委。 What was handed in says 已.
enum SubmissionRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.hasLimit, !unit.has(.completed), unit.text.rare.submitting.first(in: unit.range, of: unit.text.scalars) != nil else { return nil }
        return .requirement(.must)
    }
}
