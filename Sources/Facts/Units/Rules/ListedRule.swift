/// Members of a list behind ； are what the first is, unless something of their own says that they are not: 要抓好改革；资源整合，实现互补。 still demands,
/// 还面临不少困难：产业层次不高；财政收支压力加大。 still names what is wrong.
enum ListedRule {
    static func read(_ unit: SentenceUnit, _ found: UnitClass, behind before: UnitClass?) -> UnitClass {
        guard case .action = found else { return found }
        switch before {
        case .requirement(let modality)?:
            let acts = unit.clauses.first.map { unit.hasSubject(in: $0) } ?? true
            return acts || unit.hasQuantity || unit.hasDate || unit.has([.occurred, .completed, .ongoing]) ? found : .requirement(modality)
        case .problem?:
            return unit.text.rare.problemLists.length(endingAt: colon(before: unit), in: unit.text.scalars, from: 0) == nil ? found : .problem
        default: return found
        }
    }

    /// The colon of the sentence in which the unit stands; the unit's beginning where it has none.
    private static func colon(before unit: SentenceUnit) -> Int {
        var index = unit.range.lowerBound
        while index > 0 {
            switch unit.text[index - 1] {
            case "：": return index - 1
            case "。", "！", "？": return unit.range.lowerBound
            default: index -= 1
            }
        }
        return unit.range.lowerBound
    }
}
