/// The goals that a work report sets: 今年发展的主要预期目标是：地区生产总值增长6%，城镇新增就业3万人。 完成预期目标的103% tells.
enum ExpectedGoalRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.hasQuantity, !unit.has(.completed), unit.text.rare.goals.first(in: unit.range, of: unit.text.scalars) != nil else { return nil }
        return .requirement(.must)
    }
}
