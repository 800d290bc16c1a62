/// A slogan at the head of a paragraph, short, with neither actor nor figure: 把课堂搬到车间。
enum SloganRule: UnitRule {
    private static let longest = 15

    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.opensParagraph, unit.range.count <= longest, unit.clauses.count == 1, !unit.hasBody, !unit.hasDate,
            !unit.hasQuantity, !unit.has(.occurred), !unit.has(.ongoing)
        else { return nil }
        return .other
    }
}
