/// A unit that only introduces what follows is no demand and no report: 重点实施如下项目：
enum IntroductionRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard let last = unit.range.last else { return nil }
        return unit.text[last] == "：" ? .other : nil
    }
}
