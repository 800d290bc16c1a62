/// What opens a report before its facts: 一年来，全县坚持以…为指导，推动各项工作取得新成效。 A period, words of guidance or work in general, and an
/// assessment; a figure makes it news.
enum OverviewRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard !unit.hasQuantity, unit.clauses.count > 1, let last = unit.clauses.last else { return nil }
        let (text, rare) = (unit.text.scalars, unit.text.rare)
        guard rare.overviewResults.first(in: last, of: text) != nil,
            rare.overviewPeriods.first(in: unit.range.lowerBound..<min(unit.range.upperBound, unit.range.lowerBound + reach), of: text) != nil
        else { return nil }
        return rare.overviewGeneral.first(in: unit.range, of: text) == nil ? nil : .other
    }

    /// How far into the sentence the period may end: 2031年年初以来， 中国工会十七大以来，
    private static let reach = 16
}
