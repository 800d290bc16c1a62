/// What happened on a day, told before the first clause of a directive: 2031年9月11日，省政府召开会议，部署…。
enum EventRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.has([.occurred, .completed]), unit.hasBody || unit.has(.reporter), let first = unit.inside.first(where: { _ in true }), first.range.lowerBound == unit.range.lowerBound,
            case .date(let date) = first.fact, !date.isDeadline, date.value.namesDays
        else { return nil }
        return .action(.done)
    }
}
