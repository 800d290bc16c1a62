/// What the other side of a letter asked is no demand of the letter: 你省请求，国家加大支持力度。
enum RequestRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        let scalars = unit.text.scalars
        guard let first = unit.clauses.first, first.count <= 16,
            unit.text.rare.letterOpenings.length(at: first.lowerBound, in: scalars, limit: first.upperBound) != nil
        else { return nil }
        return unit.text.rare.requests.length(endingAt: first.upperBound - 1, in: scalars, from: first.lowerBound) == nil ? nil : .other
    }
}
