import Vocabulary

/// A demand that a report makes itself: 各地要…, 有关单位应…: a clause with a marker of obligation at its head or behind a short
/// subject, and nothing that has happened.
struct DemandRule: UnitRule {
    func read(_ unit: SentenceUnit, _ words: UnitWords) -> UnitClass? {
        guard !unit.has(words.occurred), let first = unit.clauses.first(where: { Self.demands($0, unit, words) }),
            first.lowerBound - unit.range.lowerBound <= 60
        else { return nil }
        return .requirement(.must)
    }

    /// How far behind the head of a clause its subject may push the marker.
    private static let reach = 16

    static func demands(_ clause: Range<Int>, _ unit: SentenceUnit, _ words: UnitWords) -> Bool {
        var index = clause.lowerBound
        while index < min(clause.upperBound, clause.lowerBound + reach) {
            if let skip = words.notModal.length(at: index, in: unit.text, limit: clause.upperBound) {
                index += skip
            } else if words.must.length(at: index, in: unit.text, limit: clause.upperBound) != nil
                || words.mustNot.length(at: index, in: unit.text, limit: clause.upperBound) != nil
            {
                return index == clause.lowerBound || unit.hasSubject(in: clause) || index - clause.lowerBound <= 8
            } else {
                index += 1
            }
        }
        return false
    }
}
