/// A unit that only introduces what follows is no demand and no report: 重点实施如下项目： Unless it tells what was done before: 对…进行了督查，现通报如下：
enum IntroductionRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard let last = unit.range.last else { return nil }
        guard unit.text[last] == "：" else { return nil }
        return ValidityRule.tells(unit) ? .action(.done) : .other
    }
}
