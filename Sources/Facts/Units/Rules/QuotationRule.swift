import Vocabulary

/// What somebody says about the news is none of it: 会议指出，开局之年意义重大。 负责人表示，此次活动是一次检验。 “出门就能吃上热饭。”张奶奶说。 A figure or a day in
/// what a person tells makes it news all the same.
enum QuotationRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard let first = unit.clauses.first, let last = unit.clauses.last else { return nil }
        let scalars = unit.text.scalars
        func ends(_ clause: Range<Int>, _ words: PhraseSet) -> Bool { Self.ends(clause, words, unit.text) }
        if unit.clauses.count > 1, first.count <= 40, ends(first, unit.text.rare.quoting), !(unit.hasQuantity && unit.hasDate) { return .other }
        // “出门就能吃上热饭！”11月5日，张奶奶说。 The day is not of what she tells.
        if scalars[unit.range.lowerBound] == "“", ends(last, unit.text.rare.saying), let close = scalars[unit.range].firstIndex(of: "”"), !unit.hasFigure(in: unit.range.lowerBound..<close) {
            return .other
        }
        guard !unit.hasQuantity, !unit.hasDate else { return nil }
        return unit.clauses.count > 1 && ends(first, unit.text.rare.saying) ? .other : nil
    }

    /// 他说：“守住了河，就是守住了饭碗。” A person's words and nothing else.
    static func isSpeech(_ unit: SentenceUnit) -> Bool {
        guard let last = unit.range.last, unit.text[last] == "”", unit.clauses.count == 2, let first = unit.clauses.first, unit.text[first.upperBound - 1] == "：" else { return false }
        return unit.text[first.upperBound] == "“" && !unit.has([.must, .mustNot]) && ends(first, unit.text.rare.saying, unit.text)
    }

    private static func ends(_ clause: Range<Int>, _ words: PhraseSet, _ text: ScannedText) -> Bool {
        var end = clause.upperBound
        while end > clause.lowerBound, "，。；：".unicodeScalars.contains(text[end - 1]) { end -= 1 }
        return words.length(endingAt: end, in: text.scalars, from: clause.lowerBound) != nil
    }
}
