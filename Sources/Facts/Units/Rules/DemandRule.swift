/// A demand that a report makes itself: 各地要…, 有关单位应…: a clause with a marker of obligation at its head or behind a short
/// subject, and nothing that has happened.
enum DemandRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        // 确保年底前全部建成: a result that is demanded has not happened.
        guard !unit.has(.occurred) || unit.text.first(.occurred, passing: .plannable, in: unit.range) == nil, let first = unit.clauses.first(where: { demands($0, unit) }),
            first.lowerBound - unit.range.lowerBound <= 60
        else { return nil }
        return .requirement(.must)
    }

    /// How far behind the head of a clause its subject may push the marker.
    private static let reach = 16
    /// Where the word right before the marker says who is told.
    private static let farthest = 48

    static func demands(_ clause: Range<Int>, _ unit: SentenceUnit) -> Bool {
        guard unit.has([.must, .mustNot]),
            let marker = unit.text.first([.must, .mustNot], passing: .notModal, in: clause, startingBefore: clause.lowerBound + farthest)
        else { return false }
        // 以前备案要跑两头 tells.
        if unit.text.rare.pastHabits.length(at: clause.lowerBound, in: unit.text.scalars, limit: clause.upperBound) != nil { return false }
        let distance = marker.index - clause.lowerBound
        // 今后凡工作日中午一律禁止饮酒: a prohibition needs nobody before it.
        if distance <= 8 || distance < reach && unit.text.groups(at: marker.index, limit: clause.upperBound).contains(.mustNot) { return true }
        if distance < reach, unit.hasSubject(in: clause) { return true }
        // 没有开展整改的部门主要负责同志|要向区委说明原因
        return unit.text.rare.addressed.length(endingAt: marker.index, in: unit.text.scalars, from: clause.lowerBound) != nil
    }
}
