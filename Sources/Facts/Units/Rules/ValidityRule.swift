/// Formulas on force and interpretation, and those that introduce: 本办法自公布之日起施行。 现将有关情况通报如下。 What was done before such a report is told
/// all the same: 督查室对20个项目开展了督查，现通报如下。
enum ValidityRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.has(.validity), standsOutsideBrackets(unit) else { return nil }
        // 工会委员会应当广泛听取意见，提请大会审议。
        if let first = unit.clauses.first, unit.hasSubject(in: first), DemandRule.demands(first, unit) { return nil }
        return tells(unit) ? .action(.done) : .other
    }

    /// 将名单报送市水务局（联系人：李明，电话：…）。 asks all the same.
    private static func standsOutsideBrackets(_ unit: SentenceUnit) -> Bool {
        var start = unit.range.lowerBound
        while let found = unit.text.first(.validity, in: start..<unit.range.upperBound) {
            let opened = unit.text.scalars[unit.range.lowerBound..<found.lowerBound].lastIndex { $0 == "（" || $0 == "）" }
            guard let opened, opened > unit.range.lowerBound, unit.text[opened] == "（" else { return true }
            start = found.upperBound
        }
        return false
    }

    /// What was done, before the clause that introduces.
    static func tells(_ unit: SentenceUnit) -> Bool {
        guard unit.hasBody, unit.clauses.count > 1, let last = unit.clauses.last else { return false }
        return unit.text.rare.introducing.first(in: last, of: unit.text.scalars) != nil
            && unit.text.scalars[unit.range.lowerBound..<last.lowerBound].contains("了")
    }
}
