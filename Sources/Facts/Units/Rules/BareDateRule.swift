/// A time and nothing else, below 一、禁火期: 2031年3月20日至4月20日。
enum BareDateRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.hasDate, let first = unit.inside.first(where: { _ in true }), case .date = first.fact, first.range.lowerBound == unit.range.lowerBound else { return nil }
        return unit.range.upperBound - first.range.upperBound <= 1 ? .other : nil
    }
}
