/// What a paper that directs tells of what was done: 县甲局已于3月完成普查。 已建成的，应当… demands.
enum ActedRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.hasBody, unit.has(.completed), !unit.hasLimit, !unit.has([.must, .mustNot, .may, .encourage, .explore]), unit.hasActed else { return nil }
        return .action(.done)
    }
}
