/// A slogan at the head of a paragraph, short, with neither actor nor figure: 把课堂搬到车间。 And what only assesses, anywhere: 经济运行稳中向好。
enum SloganRule: UnitRule {
    private static let longest = 15

    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.range.count <= longest, unit.clauses.count == 1, unit.opensParagraph || assesses(unit), !unit.hasBody, !unit.hasDate,
            !unit.hasQuantity, !unit.has(.occurred), !unit.has(.ongoing),
            // 一是抓思想武装。 is a member of what is reported; 副市长某某参加。 says who was there.
            unit.text.rare.members.length(at: unit.range.lowerBound, in: unit.text.scalars, limit: unit.range.upperBound) == nil,
            unit.text.rare.attending.first(in: unit.range, of: unit.text.scalars) == nil
        else { return nil }
        return .other
    }

    /// 经济运行稳中向好。 over the figures that show it.
    private static func assesses(_ unit: SentenceUnit) -> Bool {
        var end = unit.range.upperBound
        if unit.text[end - 1] == "。" || unit.text[end - 1] == "；" { end -= 1 }
        return unit.text.rare.assessing.length(endingAt: end, in: unit.text.scalars, from: unit.range.lowerBound) != nil
    }
}
