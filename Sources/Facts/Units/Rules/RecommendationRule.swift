/// What an audit or a survey recommends: 建议市财政局细化预算编制。 提出建议12条 and 建议已采纳 tell.
enum RecommendationRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        var start = unit.range.lowerBound
        // 一是建议…
        if let member = unit.text.rare.members.length(at: start, in: unit.text.scalars, limit: unit.range.upperBound) { start += member }
        guard unit.text.rare.recommending.length(at: start, in: unit.text.scalars, limit: unit.range.upperBound) != nil, !unit.has(.completed) else { return nil }
        return .requirement(.must)
    }
}
