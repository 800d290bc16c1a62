/// What something is demands nothing: 提供优质服务是医院的核心任务。 满意度由患者满意度和职工满意度两部分组成。 A marker of obligation anywhere makes it one.
enum DescriptionRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard !unit.hasLimit, unit.text.first([.must, .mustNot, .may], passing: .notModal, in: unit.range) == nil, var end = unit.clauses.last?.upperBound, let last = unit.clauses.last else { return nil }
        let scalars = unit.text.scalars
        while end > last.lowerBound, scalars[end - 1] == "。" || scalars[end - 1] == "；" || scalars[end - 1] == "，" { end -= 1 }
        if let length = unit.text.rare.descriptionTails.length(endingAt: end, in: scalars, from: last.lowerBound), isCopula(last.lowerBound..<end - length, scalars) { return .other }
        guard let parts = unit.text.rare.descriptionParts.first(in: last, of: scalars) else { return nil }
        // 将事项分为两类 is done by somebody; 由两部分组成 is how it is.
        let before = scalars[last.lowerBound..<parts.lowerBound]
        return before.contains("将") || before.contains("把") || before.contains("按") || before.count < 2 ? nil : .other
    }

    /// 是…的 before the noun, with something before 是 that it speaks of.
    private static func isCopula(_ clause: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
        guard clause.count > 4, text[clause.upperBound - 1] == "的" || text[clause.lowerBound..<clause.upperBound].suffix(8).contains("的") else { return false }
        for index in clause where text[index] == "是" {
            guard index > clause.lowerBound else { return true }
            switch text[index - 1] {
            // 凡是, 但是, 特别是, 尤其是, 实事求是, 一是
            case "凡", "但", "别", "其", "求", "一", "二", "三", "四", "五", "六", "于", "只", "还", "就": continue
            default: break
            }
            if index + 1 < clause.upperBound, text[index + 1] == "否" { continue }
            return true
        }
        return false
    }
}
