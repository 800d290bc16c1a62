import Structure
import Vocabulary

/// Reads targets that print no figure of their own (相对目标): 满意度不低于全省平均水平, 完成省定改造任务. They are read as the whole of what they refer to:
/// at least 100 % of 全省平均水平, of 省定任务.
struct ReferenceTargetReader {
    let words: TargetWords
    let days: TargetDays

    struct Found {
        var indicator: String
        var comparator: String
        var reference: String
        /// The words that state it.
        var range: Range<Int>
    }

    /// At most one a clause.
    func targets(in unit: Range<Int>, text: ScannedText) -> [Found] {
        SentenceSplitter.clauses(in: text, range: unit).compactMap { target(in: $0, text: text.scalars) }
    }

    private func target(in clause: Range<Int>, text: [Unicode.Scalar]) -> Found? {
        guard let mark = words.references.first(in: clause, of: text) else { return nil }
        return average(mark, clause, text) ?? assigned(mark, clause, text)
    }

    private static let reach = 12

    /// 不低于全省平均水平: a verb of bounding a few words before 平均水平, and no figure behind it.
    private func average(_ mark: Range<Int>, _ clause: Range<Int>, _ text: [Unicode.Scalar]) -> Found? {
        guard words.averages.length(at: mark.lowerBound, in: text, limit: mark.upperBound) != nil, !isFollowedByFigure(mark.upperBound, clause, text)
        else { return nil }
        var index = mark.lowerBound
        while index > clause.lowerBound, mark.lowerBound - index <= Self.reach {
            index -= 1
            let bound = words.reaching.length(at: index, in: text, limit: mark.lowerBound)
            guard let length = bound ?? words.relating.length(at: index, in: text, limit: mark.lowerBound) else { continue }
            // 对未达到平均水平的县
            if index > clause.lowerBound, text[index - 1] == "未" { return nil }
            // 不低于 holds 低于.
            if index > clause.lowerBound, words.reaching.length(at: index - 1, in: text, limit: mark.lowerBound) ?? 0 > length { continue }
            let subject = subject(clause.lowerBound..<index, text)
            guard !subject.isEmpty else { return nil }
            let isBelow = words.ceiling.length(at: index, in: text, limit: mark.lowerBound) != nil || text[index] == "低"
            return Found(
                indicator: String(scalars: text[subject]), comparator: isBelow ? "<=" : ">=",
                reference: String(scalars: text[index + length..<mark.upperBound]), range: subject.lowerBound..<mark.upperBound)
        }
        return nil
    }

    private func isFollowedByFigure(_ index: Int, _ clause: Range<Int>, _ text: [Unicode.Scalar]) -> Bool { index < clause.upperBound && text[index].isDigit }

    /// 完成省定改造任务, 完成上级下达的造林任务, 造林完成省下达任务.
    private func assigned(_ mark: Range<Int>, _ clause: Range<Int>, _ text: [Unicode.Scalar]) -> Found? {
        guard words.assigned.length(at: mark.lowerBound, in: text, limit: mark.upperBound) != nil else { return nil }
        var verb: Range<Int>?
        var index = max(clause.lowerBound, mark.lowerBound - Self.reach)
        while index < mark.lowerBound {
            if let length = words.completing.length(at: index, in: text, limit: mark.lowerBound) {
                verb = index..<index + length
                break
            }
            index += 1
        }
        guard let verb else { return nil }
        var suffix: Range<Int>?
        index = mark.upperBound
        while index < min(clause.upperBound, mark.upperBound + 24) {
            if let length = words.tasks.length(at: index, in: text, limit: clause.upperBound) {
                suffix = index..<index + length
                break
            }
            index += 1
        }
        guard let suffix else { return nil }
        var object = mark.upperBound..<suffix.lowerBound
        var giver = verb.upperBound..<mark.upperBound
        if let first = object.first, text[first] == "的" {
            object = first + 1..<object.upperBound
            giver = giver.lowerBound..<first + 1
        }
        let subject = object.isEmpty ? subject(clause.lowerBound..<verb.lowerBound, text) : object
        guard !subject.isEmpty else { return nil }
        return Found(
            indicator: String(scalars: text[subject]), comparator: ">=", reference: String(scalars: text[giver]) + String(scalars: text[suffix]),
            range: min(subject.lowerBound, verb.lowerBound)..<suffix.upperBound)
    }

    private func subject(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Range<Int> {
        var lower = range.lowerBound
        while lower < range.upperBound {
            if let day = days.beginning(at: lower), day.upperBound <= range.upperBound {
                lower = day.upperBound
            } else if let length = words.indicatorNoise.length(at: lower, in: text, limit: range.upperBound) {
                lower += length
            } else {
                break
            }
        }
        return lower..<range.upperBound
    }
}
