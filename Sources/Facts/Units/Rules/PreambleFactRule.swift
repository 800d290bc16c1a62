/// How things stand, told before the first clause of a directive: 截至2031年底，全市绿化覆盖率达到34.7%。 What is to be reached has a limit.
enum PreambleFactRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.hasQuantity, unit.has(.completed), !unit.hasLimit, unit.text.first([.must, .mustNot], passing: .notModal, in: unit.range) == nil else { return nil }
        return .action(.done)
    }
}
