import Vocabulary

/// What somebody says about the news is none of it: 会议指出，开局之年意义重大。 负责人表示，此次活动是一次检验。 “出门就能吃上热饭。”张奶奶说。 A figure or a day in
/// what a person tells makes it news all the same.
enum QuotationRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard let first = unit.clauses.first, let last = unit.clauses.last else { return nil }
        let scalars = unit.text.scalars
        func ends(_ clause: Range<Int>, _ words: PhraseSet) -> Bool {
            var end = clause.upperBound
            while end > clause.lowerBound, "，。；：".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
            return words.length(endingAt: end, in: scalars, from: clause.lowerBound) != nil
        }
        if unit.clauses.count > 1, first.count <= 40, ends(first, unit.text.rare.quoting), !(unit.hasQuantity && unit.hasDate) { return .other }
        guard !unit.hasQuantity, !unit.hasDate else { return nil }
        if unit.clauses.count > 1, ends(first, unit.text.rare.saying) { return .other }
        return scalars[unit.range.lowerBound] == "“" && ends(last, unit.text.rare.saying) ? .other : nil
    }
}
