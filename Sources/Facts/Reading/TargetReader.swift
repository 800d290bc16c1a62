import Structure

/// Reads a figure in a demand as a target (目标): what is to reach it, and in which direction.
///
/// `建会率达到90%以上`: the words before a verb of reaching name the indicator. `建设实训基地20个`, `培育20家示范企业`: a verb of
/// making names it together with its object.
struct TargetReader {
    /// - Parameter clauses: those of the unit, ascending.
    func target(_ quantity: QuantityMention, at range: Range<Int>, in clauses: [Range<Int>], text: ScannedText) -> (indicator: String, comparator: String)? {
        guard let clause = clauses.overlapping(range.lowerBound..<range.lowerBound + 1).first else { return nil }
        guard let verb = text.last(.targetVerb, in: clause.lowerBound..<range.upperBound) else { return nil }
        let isReaching = text.groups(at: verb.lowerBound, limit: verb.upperBound).contains(.reaching)
        let before = trimmed(clause.lowerBound..<verb.lowerBound, text)
        var indicator: String
        if isReaching {
            indicator = text.reading.string(before)
        } else {
            let between = verb.upperBound < range.lowerBound ? verb.upperBound..<range.lowerBound : verb.upperBound..<verb.upperBound
            let after = noun(after: range.upperBound, limit: clause.upperBound, text)
            indicator = text.reading.string(verb) + text.reading.string(between.isEmpty ? after : between)
        }
        if indicator.isEmpty { indicator = text.reading.string(noun(after: range.upperBound, limit: clause.upperBound, text)) }
        guard !indicator.isEmpty else { return nil }
        let falling = text.groups(at: verb.lowerBound, limit: verb.upperBound).contains(.ceiling)
        let comparator = quantity.comparator.isEmpty || quantity.comparator == "~" ? (falling ? "<=" : ">=") : quantity.comparator
        return (indicator, comparator)
    }

    /// Without days, 到…, 力争 and the like at the front.
    private func trimmed(_ range: Range<Int>, _ text: ScannedText) -> Range<Int> {
        var lower = range.lowerBound
        while lower < range.upperBound {
            if let length = text.length(.indicatorNoise, at: lower, limit: range.upperBound) {
                lower += length
            } else if text[lower].isDigit || text[lower] == "年" || text[lower] == "月" || text[lower] == "底" || text[lower] == "前" || text[lower] == "末" {
                lower += 1
            } else {
                break
            }
        }
        var upper = range.upperBound
        while upper > lower, let length = text.length(.indicatorNoise, endingAt: upper, from: lower), length > 1 { upper -= length }
        return lower..<upper
    }

    private func noun(after start: Int, limit: Int, _ text: ScannedText) -> Range<Int> {
        var lower = start
        while lower < limit, text[lower] == "以" || text[lower] == "上" || text[lower] == "的" { lower += 1 }
        var end = lower
        while end < limit, end - lower < 16, text[end].isHan { end += 1 }
        return lower..<end
    }
}
