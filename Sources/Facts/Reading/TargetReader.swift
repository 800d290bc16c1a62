import Structure
import Vocabulary

/// Reads a figure in a demand as a target (目标): what is to reach it, and in which direction.
///
/// `建会率达到90%以上`: the words before a verb of reaching name the indicator. `建设实训基地20个`, `培育20家示范企业`: a verb of
/// making names it together with its object.
struct TargetReader {
    let words: UnitWords

    /// - Parameter clauses: those of the unit, ascending.
    func target(_ quantity: QuantityMention, at range: Range<Int>, in clauses: [Range<Int>], text: [Unicode.Scalar]) -> (indicator: String, comparator: String)? {
        guard let clause = clauses.overlapping(range.lowerBound..<range.lowerBound + 1).first else { return nil }
        var verb: Range<Int>?
        var index = clause.lowerBound
        while index < range.upperBound {
            if let length = words.targetVerbs.length(at: index, in: text, limit: range.upperBound) {
                verb = index..<index + length
                index += length
            } else {
                index += 1
            }
        }
        guard let verb else { return nil }
        let isReaching = words.reaching.length(at: verb.lowerBound, in: text, limit: verb.upperBound) != nil
        let before = trimmed(clause.lowerBound..<verb.lowerBound, text)
        var indicator: String
        if isReaching {
            indicator = String(scalars: text[before])
        } else {
            let between = verb.upperBound < range.lowerBound ? verb.upperBound..<range.lowerBound : verb.upperBound..<verb.upperBound
            let after = noun(after: range.upperBound, limit: clause.upperBound, text)
            indicator = String(scalars: text[verb]) + String(scalars: text[between.isEmpty ? after : between])
        }
        if indicator.isEmpty { indicator = String(scalars: text[noun(after: range.upperBound, limit: clause.upperBound, text)]) }
        guard !indicator.isEmpty else { return nil }
        let falling = words.ceiling.length(at: verb.lowerBound, in: text, limit: verb.upperBound) != nil
        let comparator = quantity.comparator.isEmpty || quantity.comparator == "~" ? (falling ? "<=" : ">=") : quantity.comparator
        return (indicator, comparator)
    }

    /// Without days, 到…, 力争 and the like at the front.
    private func trimmed(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Range<Int> {
        var lower = range.lowerBound
        while lower < range.upperBound {
            if let length = words.indicatorNoise.length(at: lower, in: text, limit: range.upperBound) {
                lower += length
            } else if text[lower].isDigit || text[lower] == "年" || text[lower] == "月" || text[lower] == "底" || text[lower] == "前" || text[lower] == "末" {
                lower += 1
            } else {
                break
            }
        }
        var upper = range.upperBound
        while upper > lower, let length = words.indicatorNoise.length(endingAt: upper, in: text, from: lower), length > 1 { upper -= length }
        return lower..<upper
    }

    private func noun(after start: Int, limit: Int, _ text: [Unicode.Scalar]) -> Range<Int> {
        var lower = start
        while lower < limit, text[lower] == "以" || text[lower] == "上" || text[lower] == "的" { lower += 1 }
        var end = lower
        while end < limit, end - lower < 16, text[end].isHan { end += 1 }
        return lower..<end
    }
}
