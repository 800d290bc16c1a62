/// What somebody says about the news is none of it: 负责人表示，此次活动是…的一次检验。 “出门就能吃上热饭。”张奶奶说。 A figure, a day or a demand in the words makes
/// them news all the same.
enum QuotationRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard !unit.hasQuantity, !unit.hasDate, let first = unit.clauses.first, let last = unit.clauses.last else { return nil }
        let scalars = unit.text.scalars
        func says(_ clause: Range<Int>) -> Bool {
            var end = clause.upperBound
            while end > clause.lowerBound, "，。；：".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
            return unit.text.rare.saying.length(endingAt: end, in: scalars, from: clause.lowerBound) != nil
        }
        if unit.clauses.count > 1, says(first) { return .other }
        return scalars[unit.range.lowerBound] == "“" && says(last) ? .other : nil
    }
}
