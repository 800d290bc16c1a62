/// What is announced or forecast: 下一步，… · 将继续… · 预计… · 其余项目年底可全部完成。 What has already begun is reported, not planned.
enum PlanRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        if unit.topic == .plans { return unit.has(.completed) ? nil : .plan }
        if unit.has(.forecast) { return reachedBefore(unit) ? nil : .plan }
        guard let marker = marker(unit) else { return nil }
        return reports(unit, announcedFrom: marker) ? nil : .plan
    }

    /// 已建成9个，其余3个年底可全部完工: what was reached stands in a clause before the forecast.
    private static func reachedBefore(_ unit: SentenceUnit) -> Bool {
        guard unit.has(.completed), let forecast = unit.text.first(.forecast, in: unit.range),
            let clause = unit.clauses.last(where: { $0.lowerBound <= forecast.lowerBound })
        else { return false }
        return unit.text.contains(.completed, in: unit.range.lowerBound..<clause.lowerBound)
    }

    /// How far a subject may push a word of intent.
    private static let reach = 14

    /// Where the unit begins to announce.
    private static func marker(_ unit: SentenceUnit) -> Int? {
        guard unit.has([.future, .intent, .futureVerb]) else { return nil }
        for clause in unit.clauses {
            if unit.text.groups(at: clause.lowerBound, limit: clause.upperBound).contains(.future) { return clause.lowerBound }
            let head = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + reach)
            // 听取当前情况和下一步工作安排汇报 has been heard.
            if let found = unit.text.first(.intent, in: head), unit.text.rare.hearing.first(in: clause.lowerBound..<found.lowerBound, of: unit.text.scalars) == nil,
                // 计划完成率76% is a figure.
                found.upperBound == unit.range.upperBound || unit.text[found.upperBound] != "率"
            {
                return found.lowerBound
            }
        }
        return unit.text.first(.futureVerb, in: unit.range)?.lowerBound
    }

    /// Something has happened all the same; a result behind the marker is what is announced.
    private static func reports(_ unit: SentenceUnit, announcedFrom marker: Int) -> Bool {
        guard unit.has(.completed) else { return false }
        return unit.text.first(.completed, passing: [], in: unit.range, startingBefore: marker + 1) != nil
            || unit.text.first(.completed, passing: .plannable, in: marker + 1..<unit.range.upperBound) != nil
    }
}
