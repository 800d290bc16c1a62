/// Reads statements of responsibility (责任单位): brackets `（省甲厅牵头，省乙局、省丙委配合）`, lines `责任单位：市甲局；各区政府`, and sentences.
struct DutyReader: Sendable {
    private let segments = DutySegments()
    private let sentences = DutySentences(segments: DutySegments())

    /// The statements of a paragraph: a line of labels, or else brackets that name duties and, where none does, sentences.
    /// - Parameters:
    ///   - bodies: where bodies stand in it, ascending; asked for only where words of duty stand in it.
    ///   - isSection: the heading over it is 责任分工.
    func statements(in text: ScannedText, range: Range<Int>, bodies: @autoclosure () -> [Range<Int>], isSection: Bool = false) -> [DutyStatement] {
        guard !range.isEmpty else { return [] }
        let words = text.groups(in: range)
        guard words.intersects(DutySegments.signs) || isSection else { return [] }
        if text.groups(at: range.lowerBound, limit: range.upperBound).intersects(.label),
            let statement = segments.statement(in: text, range: range, whole: range)
        {
            return [statement]
        }
        var found = brackets(in: text, range: range)
        if isSection { return found + sentences.section(in: text, range: range, bodies: bodies()) }
        guard found.allSatisfy({ $0.parts.isEmpty }) else { return found }
        for one in sentences.statements(in: text, range: range, words: words, bodies: bodies())
        where !found.contains(where: { $0.range.overlaps(one.range) }) {
            found.append(one)
        }
        if found.count > 1 { found.sort { $0.range.lowerBound < $1.range.lowerBound } }
        return found
    }

    private func brackets(in text: ScannedText, range: Range<Int>) -> [DutyStatement] {
        var found: [DutyStatement] = []
        let pairs = BracketPairs(in: text, range: range)
        var mark = pairs.marks.lowerBound
        while mark < pairs.marks.upperBound {
            let open = text.marks[mark].index
            if text[open] == "（" || text[open] == "〔" || text[open] == "【", let partner = pairs.close(of: mark) {
                let close = text.marks[partner].index
                if close > open + 2, let statement = segments.statement(in: text, range: open + 1..<close, whole: open..<close + 1) {
                    found.append(statement)
                }
                mark = partner + 1
            } else {
                mark += 1
            }
        }
        return found
    }
}
