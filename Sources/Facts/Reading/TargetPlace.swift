import Structure
import Vocabulary

/// A figure in its clause, and the words around it that make it a target.
struct TargetPlace {
    let text: [Unicode.Scalar]
    let words: TargetWords
    let clause: Range<Int>
    let figure: Range<Int>
    /// The figure before it in the sentence.
    let before: Range<Int>?
    let days: TargetDays

    struct Phrase {
        var indicator: String
        var comparator: String
        var reference: String?
        /// 12至18个月: the figure is the upper end.
        var isUpperEnd = false
        /// 下降: the last words of the indicator, where it measures a fall.
        var falling = ""
    }

    /// - Parameter last: the indicator of the figure before, for one that names none of its own.
    func phrase(_ quantity: QuantityMention, after last: String?) -> Phrase? {
        guard !isAttribute, !isGranted, !isBase else { return nil }
        if let before, before.upperBound + 1 == figure.lowerBound, isJoint(text[before.upperBound]) {
            return last.map { Phrase(indicator: $0, comparator: "<=", isUpperEnd: true) }
        }
        let lower = start
        guard let verb = reachingVerb(from: lower) else {
            if let relation = relation(from: lower, quantity, after: last) { return relation }
            return rate(quantity, from: lower, after: last) ?? count(quantity, from: lower)
        }
        var subject = lower..<verb.lowerBound
        var reference: String?
        if let from = base(in: subject) { subject = subject.lowerBound..<from }
        if let (end, name) = comparison(in: subject) {
            subject = subject.lowerBound..<end
            reference = name
        }
        guard isAllowedLimit(quantity, verb) else { return nil }
        subject = trimmed(subject)
        var indicator = subject.isEmpty ? last ?? string(noun(after: figure.upperBound)) : string(subject)
        guard !indicator.isEmpty else { return nil }
        if let counted = counted(in: subject) { indicator = counted }
        // A fall is no rise: 能耗下降5% measures 能耗下降.
        let falling = subject.isEmpty ? "" : falling(verb)
        indicator += falling
        return Phrase(indicator: indicator, comparator: comparator(quantity, verb), reference: reference, falling: falling)
    }

    /// 各县要组织不少于2000名护林员: a verb before the bound, and what is counted behind the figure.
    private func counted(in subject: Range<Int>) -> String? {
        let after = noun(after: figure.upperBound)
        guard !after.isEmpty, let verb = lastVerb(in: subject), subject[verb...].count <= Self.longestVerb,
            words.making.length(endingAt: subject.upperBound, in: text, from: verb) != nil
        else { return nil }
        return string(verb..<subject.upperBound) + string(after)
    }

    /// 组织, 组织开展.
    private static let longestVerb = 4

    /// 下降, 减少 before a figure, of 下降不低于 too; not of 降低到, behind which a level stands.
    private func falling(_ verb: Range<Int>) -> String {
        guard let length = words.falling.length(at: verb.lowerBound, in: text, limit: verb.upperBound),
            words.ceiling.length(at: verb.lowerBound, in: text, limit: verb.upperBound) ?? 0 <= length
        else { return "" }
        return string(verb.lowerBound..<verb.lowerBound + length)
    }

    // MARK: Where its words begin

    /// Behind the figure before it where 、 parts them, else at the head of the clause.
    private var start: Int {
        guard let before, before.upperBound > clause.lowerBound, before.upperBound < figure.lowerBound, text[before.upperBound] == "、" else {
            return clause.lowerBound
        }
        return before.upperBound + 1
    }

    /// Without days, 其中, 全省, 各地, 要 and the like at the front, and without 累计, 要 and a day at the end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        while lower < range.upperBound {
            if let day = days.beginning(at: lower), day.upperBound <= range.upperBound {
                lower = day.upperBound
            } else if let length = words.indicatorNoise.length(at: lower, in: text, limit: range.upperBound), lower + length == range.upperBound || text[lower + length] != "（" {
                lower += length
            } else if text[lower] == "、" || text[lower] == "，" || (lower > range.lowerBound && text[lower] == "前" && days.ending(at: lower) != nil) {
                lower += 1
            } else if let end = span(at: lower, limit: range.upperBound) {
                lower = end
            } else {
                break
            }
        }
        var upper = range.upperBound
        while upper > lower {
            if let day = days.ending(at: upper), day.lowerBound > lower {
                upper = day.lowerBound
            } else if let length = words.indicatorNoise.length(endingAt: upper, in: text, from: lower), length > 1 || text[upper - 1] == "要" || text[upper - 1] == "应" {
                upper -= length
            } else if text[upper - 1] == "、" || text[upper - 1] == "，" {
                upper -= 1
            } else {
                break
            }
        }
        return lower..<upper
    }

    /// 用三年左右时间: a span that opens a demand and is not what it measures.
    private func span(at index: Int, limit: Int) -> Int? {
        guard text[index] == "用", index + 4 < limit else { return nil }
        for end in index + 2..<min(limit - 1, index + 10) where text[end] == "时" && text[end + 1] == "间" { return end + 2 }
        return nil
    }

    // MARK: What is no target

    /// 20年的管道, 30万人口以上的县; but 达到95%的目标.
    private var isAttribute: Bool {
        guard figure.upperBound < clause.upperBound else { return false }
        if text[figure.upperBound] == "的" { return words.targetNouns.length(at: figure.upperBound + 1, in: text, limit: clause.upperBound) == nil }
        // 20米宽的隔离带
        if let length = words.dimensions.length(at: figure.upperBound, in: text, limit: clause.upperBound), figure.upperBound + length < clause.upperBound,
            text[figure.upperBound + length] == "的"
        {
            return true
        }
        // 4个方面的指标, 三个部分: they divide.
        return words.notCounting.length(at: figure.upperBound, in: text, limit: clause.upperBound) != nil
    }

    /// 给予15万元, 最高100万元, 按5%.
    private var isGranted: Bool {
        guard words.reaching.length(at: figure.lowerBound, in: text, limit: figure.upperBound) == nil else { return false }
        return words.granting.length(endingAt: figure.lowerBound, in: text, from: clause.lowerBound) != nil
    }

    /// 由45%提高到65%: where it comes from.
    private var isBase: Bool { words.reaching.length(at: figure.upperBound, in: text, limit: clause.upperBound) != nil }

    /// 15个工作日内 is a service's time, and a target only where a verb bounds it.
    private func isAllowedLimit(_ quantity: QuantityMention, _ verb: Range<Int>) -> Bool {
        guard isInside else { return true }
        return words.ceiling.length(at: verb.lowerBound, in: text, limit: verb.upperBound) != nil
    }

    private var isInside: Bool { figure.upperBound < clause.upperBound && text[figure.upperBound] == "内" || text[figure.upperBound - 1] == "内" }

    // MARK: Forms

    /// The verb of reaching right before the number: 达到, 不低于; inside the figure's own words or before them.
    private func reachingVerb(from lower: Int) -> Range<Int>? {
        if let length = words.reaching.length(at: figure.lowerBound, in: text, limit: figure.upperBound) {
            // 提升不低于5%: two verbs, and the subject stands before both.
            let outer = words.reaching.length(endingAt: figure.lowerBound, in: text, from: lower) ?? 0
            return figure.lowerBound - outer..<figure.lowerBound + length
        }
        if let length = words.reaching.length(endingAt: figure.lowerBound, in: text, from: lower) { return figure.lowerBound - length..<figure.lowerBound }
        return nil
    }

    /// 由 or 从 before the figure that it comes from.
    private func base(in subject: Range<Int>) -> Int? {
        guard let before, subject.contains(before.lowerBound), before.lowerBound > subject.lowerBound else { return nil }
        let word = before.lowerBound - 1
        return text[word] == "由" || text[word] == "从" ? word : nil
    }

    private static let longestReference = 14

    /// 较上年, 比2030年 at the end of a subject.
    private func comparison(in subject: Range<Int>) -> (end: Int, name: String)? {
        // 在上年基础上再压减5%
        if let basis = words.basis.length(endingAt: subject.upperBound, in: text, from: subject.lowerBound) {
            let end = subject.upperBound - basis
            guard let start = (max(subject.lowerBound, end - Self.longestReference)..<end).last(where: { text[$0] == "在" }), start + 1 < end else { return nil }
            return (start, string(start + 1..<(text[end - 1] == "的" ? end - 1 : end)))
        }
        var index = subject.upperBound - 2
        while index >= subject.lowerBound, subject.upperBound - index <= Self.longestReference {
            if let length = words.comparing.length(at: index, in: text, limit: subject.upperBound), index + length < subject.upperBound {
                return (index, string(index + length..<subject.upperBound))
            }
            index -= 1
        }
        return nil
    }

    /// 高于上年3个百分点.
    private func relation(from lower: Int, _ quantity: QuantityMention, after last: String?) -> Phrase? {
        var index = figure.lowerBound - 3
        while index >= lower, figure.lowerBound - index <= Self.longestReference {
            if let length = words.relating.length(at: index, in: text, limit: figure.lowerBound), index + length < figure.lowerBound {
                // 不得高于 holds 高于 and bounds the other way.
                let bound = words.reaching.length(endingAt: index + length, in: text, from: lower).map { index + length - $0..<index + length }
                let verb = bound ?? index..<index + length
                let subject = trimmed(lower..<verb.lowerBound)
                guard let indicator = subject.isEmpty ? last : string(subject) else { return nil }
                let isUpper =
                    bound.map { words.ceiling.length(at: $0.lowerBound, in: text, limit: $0.upperBound) != nil } ?? (text[index] == "低" || text[index] == "少")
                let end = text[figure.lowerBound - 1] == "的" ? figure.lowerBound - 1 : figure.lowerBound
                return Phrase(indicator: indicator, comparator: isUpper ? "<=" : ">=", reference: string(verb.upperBound..<end))
            }
            index -= 1
        }
        return nil
    }

    /// 良种覆盖率98%, 完成60%: a share without a verb of reaching.
    private func rate(_ quantity: QuantityMention, from lower: Int, after last: String?) -> Phrase? {
        guard quantity.unit == "%" else { return nil }
        var subject = trimmed(lower..<figure.lowerBound)
        if let verb = words.completing.length(endingAt: subject.upperBound, in: text, from: subject.lowerBound) {
            subject = trimmed(subject.lowerBound..<subject.upperBound - verb)
            guard let indicator = subject.isEmpty ? last : string(subject) else { return nil }
            return Phrase(indicator: indicator, comparator: comparator(quantity, nil))
        }
        guard words.rateNouns.length(endingAt: subject.upperBound, in: text, from: subject.lowerBound) != nil else { return nil }
        if let verb = words.completing.length(at: subject.lowerBound, in: text, limit: subject.upperBound) {
            subject = subject.lowerBound + verb..<subject.upperBound
        }
        return subject.count < 2 ? nil : Phrase(indicator: string(subject), comparator: comparator(quantity, nil))
    }

    private static let longestObject = 30

    /// 新建中小学校120所, 培育60家示范企业: a verb of making, its object and how many.
    private func count(_ quantity: QuantityMention, from lower: Int) -> Phrase? {
        guard !quantity.unit.isEmpty, quantity.unit != "%", quantity.unit != "个百分点", words.durations.length(
            at: 0, in: Array(quantity.unit.unicodeScalars), limit: quantity.unit.unicodeScalars.count) == nil, !isInside
        else { return nil }
        var phrase = trimmed(lower..<figure.lowerBound)
        guard let first = phrase.first, text[figure.lowerBound - 1] != "、" else { return nil }
        let after = noun(after: figure.upperBound)
        guard words.fines.first(in: after, of: text) == nil else { return nil }
        let endsClause = after.isEmpty
        if words.opening.length(at: first, in: text, limit: phrase.upperBound) == nil {
            if let verb = lastVerb(in: phrase) {
                phrase = verb..<phrase.upperBound
            } else {
                // A verb that no list knows: 送戏下乡100场.
                guard endsClause, (3...16).contains(phrase.count), words.notCounting.first(in: phrase, of: text) == nil else { return nil }
            }
        }
        guard phrase.count <= Self.longestObject else { return nil }
        return Phrase(indicator: string(phrase) + string(after), comparator: comparator(quantity, nil))
    }

    /// The last verb of making, with those that stand right before it: 各县要组织开展….
    private func lastVerb(in phrase: Range<Int>) -> Int? {
        var found: Int?
        var end = 0
        var index = phrase.lowerBound
        while index < phrase.upperBound {
            if let length = words.making.length(at: index, in: text, limit: phrase.upperBound) {
                if found == nil || index != end { found = index }
                end = index + length
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    // MARK: Words

    private func comparator(_ quantity: QuantityMention, _ verb: Range<Int>?) -> String {
        let printed = quantity.comparator
        if !printed.isEmpty, printed != "~" { return printed }
        guard let verb else { return printed == "~" ? printed : ">=" }
        if words.ceiling.length(at: verb.lowerBound, in: text, limit: verb.upperBound) != nil { return "<=" }
        if printed == "~" { return printed }
        return words.exceeding.length(at: verb.lowerBound, in: text, limit: verb.upperBound) != nil ? ">" : ">="
    }

    /// What is counted, where it stands behind: 20家[示范企业].
    private func noun(after start: Int) -> Range<Int> {
        var lower = start
        while lower < clause.upperBound, text[lower] == "以" || text[lower] == "上" || text[lower] == "左" || text[lower] == "右" { lower += 1 }
        var end = lower
        while end < clause.upperBound, end - lower < 24, text[end].isHan { end += 1 }
        // 达到95%的目标 says nothing of what is counted.
        return lower < clause.upperBound && text[lower] == "的" ? lower..<lower : lower..<end
    }

    private func isJoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "至" || scalar == "到" || scalar == "—" || scalar == "-" || scalar == "~" }

    private func string(_ range: Range<Int>) -> String { String(scalars: text[range]) }
}
