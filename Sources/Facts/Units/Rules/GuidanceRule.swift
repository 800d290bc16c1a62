/// 指导思想 and 基本原则 that stand without a heading of their own: 以…思想为指导，全面贯彻…; under 总体要求, 坚持全面覆盖。将…纳入…. A figure there is a
/// target all the same, and a clause with a marker of obligation demands.
enum GuidanceRule: UnitRule {
    /// How far behind the head of a paragraph 为指导 may stand.
    private static let reach = 120

    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard !(unit.hasQuantity && unit.has(.targetVerb)), !unit.hasLimit, !unit.clauses.contains(where: { DemandRule.demands($0, unit) }) else { return nil }
        let scalars = unit.text.scalars
        if unit.opensParagraph, unit.text.rare.guidanceBasis.contains(scalars, in: unit.range.lowerBound..<min(unit.range.upperBound, unit.range.lowerBound + reach)) {
            return .other
        }
        guard unit.topic == .overall else { return nil }
        return unit.text.rare.guidanceOpening.length(at: unit.opening.lowerBound, in: scalars, limit: unit.opening.upperBound) == nil ? nil : .other
    }
}
