/// A bracket that is a sentence of its own says who wrote what stands before it, or how it may be used: （某某供稿）, （张明）.
enum NoteRule: UnitRule {
    /// Characters of a bracket that holds a person's name and no more.
    private static let longestName = 6

    static func read(_ unit: SentenceUnit) -> UnitClass? {
        // 举报电话：… behind a demand
        if let label = unit.text.rare.lineLabels.length(at: unit.range.lowerBound, in: unit.text.scalars, limit: unit.range.upperBound),
            unit.range.lowerBound + label < unit.range.upperBound, unit.text[unit.range.lowerBound + label] == "："
        {
            return .other
        }
        var end = unit.range.upperBound - 1
        if end > unit.range.lowerBound, unit.text[end] == "。" { end -= 1 }
        guard unit.text[unit.range.lowerBound] == "（", unit.text[end] == "）",
            unit.text.scalars[unit.range].firstIndex(of: "）") == end
        else { return nil }
        let inside = unit.range.lowerBound + 1..<end
        let isName = inside.count <= longestName && !unit.hasBody && !unit.hasDate && !unit.hasQuantity
        return isName || unit.text.rare.notes.first(in: inside, of: unit.text.scalars) != nil ? .other : nil
    }
}
