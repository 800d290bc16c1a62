/// What something is, and how it is made up, demands nothing: 联席会议由12个部门组成。 提供优质服务是医院的核心任务。 满意度由患者满意度和职工满意度两部分组成。 A marker of obligation anywhere makes it one.
enum DescriptionRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard !unit.hasLimit, unit.text.first([.must, .mustNot, .may], passing: .notModal, in: unit.range) == nil, let last = unit.clauses.last else { return nil }
        let scalars = unit.text.scalars
        if let first = unit.clauses.first, unit.text.rare.compositions.first(in: first, of: scalars) != nil { return .other }
        if describes(last, unit) { return .other }
        guard let parts = unit.text.rare.descriptionParts.first(in: last, of: scalars) else { return nil }
        // 将事项分为两类 is done by somebody; 由两部分组成 is how it is.
        let before = last.lowerBound..<parts.lowerBound
        return before.count < 2 || unit.text.rare.disposal.first(in: before, of: scalars) != nil ? nil : .other
    }

    /// The clause says what something is.
    static func describes(_ clause: Range<Int>, _ unit: SentenceUnit) -> Bool {
        let scalars = unit.text.scalars
        var end = clause.upperBound
        while end > clause.lowerBound, scalars[end - 1] == "。" || scalars[end - 1] == "；" || scalars[end - 1] == "，" { end -= 1 }
        guard let length = unit.text.rare.descriptionTails.length(endingAt: end, in: scalars, from: clause.lowerBound) else { return false }
        return isCopula(clause.lowerBound..<end - length, unit.text, isBare: unit.text.rare.bareTails.length(endingAt: end, in: scalars, from: clause.lowerBound) != nil)
    }

    /// 是…的 before the noun, with something before 是 that it speaks of; 是…关键|一年 needs no 的.
    private static func isCopula(_ clause: Range<Int>, _ text: ScannedText, isBare: Bool) -> Bool {
        guard clause.count > 4, text[clause.upperBound - 1] == "的" || text.scalars[clause].suffix(8).contains("的") || isBare else { return false }
        for index in clause where text[index] == "是" {
            guard index > clause.lowerBound else { return true }
            let words = text.rare.noCopula
            if words.length(endingAt: index + 1, in: text.scalars, from: clause.lowerBound) != nil { continue }
            if words.length(at: index, in: text.scalars, limit: clause.upperBound) != nil { continue }
            return true
        }
        return false
    }
}
