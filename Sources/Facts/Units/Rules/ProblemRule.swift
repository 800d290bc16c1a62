/// Something missing, late, failed: 3个县尚未启动建设; 存在以会议落实会议的问题. In a report only; in a directive the same words state what to
/// prevent.
enum ProblemRule: UnitRule {
    private static let signs: WordGroups = [.problem, .problemPredicate, .problemExists]

    static func read(_ unit: SentenceUnit) -> UnitClass? {
        if unit.topic == .problems, !saysOtherwise(unit) { return .problem }
        guard unit.has(signs) else { return nil }
        let end = demandBehindCase(unit) ?? unit.range.upperBound
        return unit.clauses.contains { ($0.lowerBound >= end || end == unit.range.upperBound) && names($0, unit) } ? .problem : nil
    }

    /// 审计发现的主要问题是：…；… 我们也清醒地看到，…；…: it names the first of a list of problems, or none yet.
    static func opensList(_ unit: SentenceUnit) -> Bool {
        if unit.has(.problem), unit.text.rare.problemAdmissions.first(in: unit.range, of: unit.text.scalars) != nil { return true }
        guard let colon = unit.text.scalars[unit.range].firstIndex(of: "：") else { return false }
        return announcesList(unit.range.lowerBound..<colon, unit.text)
    }

    /// Words before a colon: 主要问题有, 还面临不少困难.
    static func announcesList(_ words: Range<Int>, _ text: ScannedText) -> Bool {
        text.rare.problemLists.length(endingAt: words.upperBound, in: text.scalars, from: words.lowerBound) != nil
    }

    /// 对上述问题，…; 已全部整改: what is done about a list of problems is none of them.
    static func isAnswered(_ unit: SentenceUnit) -> Bool {
        unit.begins(with: .future) || !unit.has(signs) && !isLimited(unit) && hasDone(unit) || unit.text.rare.problemAnswers.length(at: unit.range.lowerBound, in: unit.text.scalars, limit: unit.range.upperBound) != nil
    }

    /// Below 存在问题及下一步打算 stands also what is to come, what was done, what others are told.
    private static func saysOtherwise(_ unit: SentenceUnit) -> Bool {
        if isAnswered(unit) { return true }
        guard !unit.has(signs), !isLimited(unit) else { return false }
        if PlanRule.read(unit) == .plan { return true }
        return unit.clauses.first.map { DemandRule.demands($0, unit) } ?? false
    }

    /// 仅完成3个
    private static func isLimited(_ unit: SentenceUnit) -> Bool { unit.text.rare.limitedProblems.first(in: unit.range, of: unit.text.scalars) != nil }

    /// 已完成整改。 今年已举办12期。 but 部分已关停的企业死灰复燃。
    private static func hasDone(_ unit: SentenceUnit) -> Bool {
        unit.has(.completed) && unit.clauses.contains { clause in
            unit.text.scalars[clause.prefix(8)].contains("已") && !unit.text.scalars[clause].contains("的")
        }
    }

    /// 凡达不到条件的，一律停产: a case that ends in 的 and what is to be done in it name no problem. Where the demand begins.
    private static func demandBehindCase(_ unit: SentenceUnit) -> Int? {
        guard unit.has([.must, .mustNot]) else { return nil }
        for (clause, next) in zip(unit.clauses, unit.clauses.dropFirst())
        where clause.count > 2 && unit.text[clause.upperBound - 1] == "，" && unit.text[clause.upperBound - 2] == "的" && DemandRule.demands(next, unit) {
            return next.lowerBound
        }
        return nil
    }

    /// A clause names a problem unless it tells what is done about one: 针对技能短板, 排查安全隐患, 隐患已全部整改, 对进度滞后的县开展督导.
    private static func names(_ clause: Range<Int>, _ unit: SentenceUnit) -> Bool {
        let text = unit.text
        guard text.groups(in: clause).intersects(signs) else { return false }
        var index = clause.lowerBound
        var isAimed = false
        let isTopic = isTopic(clause, unit)
        while index < clause.upperBound {
            // （尚未统计…） is a caveat on what is reported.
            if text[index] == "（", let close = text.scalars[index..<clause.upperBound].firstIndex(of: "）") {
                index = close + 1
                continue
            }
            if text[index] == "对" { isAimed = true }
            let here = text.groups(at: index, limit: clause.upperBound)
            if here.isEmpty {
                index += 1
            } else if here.contains(.problemFalse), let skip = text.length(.problemFalse, at: index, limit: clause.upperBound) {
                index += skip
            } else if here.contains(.problemAddressed) {
                // 因施工单位更换、雨季停工未能完工: 更换 has no object there.
                guard let length = text.length(.problemAddressed, at: index, limit: clause.upperBound), index + length < clause.upperBound, text[index + length] == "、",
                    text.scalars[clause.lowerBound..<index].contains("因")
                else { return false }
                index += length
            } else if here.contains(.problem), let length = isWelcome(at: index, in: clause, unit) {
                index += length
            } else if here.contains(.problem), let length = text.length(.problem, at: index, limit: clause.upperBound) {
                let rest = index + length..<clause.upperBound
                // 进度滞后的责任单位要加快推进 demands.
                if text.scalars[rest].contains("的"), let marker = text.first([.must, .mustNot], passing: .notModal, in: rest, startingBefore: rest.upperBound), marker.index > rest.lowerBound { return false }
                return !(isAimed && (isTopic || text.scalars[rest].contains("的"))) && !isResolved(rest, text)
            } else if here.contains(.problemPredicate), let length = text.length(.problemPredicate, at: index, limit: clause.upperBound),
                isPredicate(endingAt: index + length, clause, text)
            {
                return !isResolved(index + length..<clause.upperBound, text)
            } else if here.contains(.problemExists), let length = text.length(.problemExists, at: index, limit: clause.upperBound),
                let existing = text.first(.problemExisting, in: index + length..<clause.upperBound), existing.upperBound == clause.upperBound
                    // 存在问题的小区, 存在问题整改
                    || text[existing.upperBound] != "的" && !text.groups(at: existing.upperBound, limit: clause.upperBound).contains(.problemAddressed)
            {
                return !isResolved(index + length..<clause.upperBound, text)
            } else {
                index += 1
            }
        }
        return false
    }

    /// 对监管不到位等问题，发出建议46件: what something is done about, in a clause of its own.
    private static func isTopic(_ clause: Range<Int>, _ unit: SentenceUnit) -> Bool {
        guard clause.upperBound < unit.range.upperBound, unit.text[clause.upperBound - 1] == "，" else { return false }
        return unit.text.length(.problemThing, endingAt: clause.upperBound - 1, from: clause.lowerBound) != nil
    }

    /// 失业率2.8%，低于全省平均水平: less of it is better. The length of the words that compare.
    private static func isWelcome(at index: Int, in clause: Range<Int>, _ unit: SentenceUnit) -> Int? {
        guard let length = unit.text.rare.below.length(at: index, in: unit.text.scalars, limit: clause.upperBound),
            unit.text.rare.lowerIsBetter.first(in: unit.range.lowerBound..<index, of: unit.text.scalars) != nil
        else { return nil }
        return length
    }

    /// 设备陈旧， and 设备陈旧问题 name one; 陈旧设备 does not yet.
    private static func isPredicate(endingAt end: Int, _ clause: Range<Int>, _ text: ScannedText) -> Bool {
        guard end < clause.upperBound else { return true }
        switch text[end] {
        case "，", "。", "；", "、", "！", "（", "”": return true
        default: return text.groups(at: end, limit: clause.upperBound).contains(.problemThing)
        }
    }

    /// Behind the problem stands what became of it: 隐患已全部整改到位; but 问题尚未解决.
    private static func isResolved(_ rest: Range<Int>, _ text: ScannedText) -> Bool {
        guard let found = text.first(.problemResolved, in: rest) else { return false }
        return !text.scalars[rest.lowerBound..<found.lowerBound].contains { $0 == "未" || $0 == "没" || $0 == "不" }
    }
}
