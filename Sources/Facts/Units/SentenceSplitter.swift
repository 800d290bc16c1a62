/// Cuts running text into sentence units (句): at 。！？； outside brackets and quotation marks, and at the end of the paragraph.
enum SentenceSplitter {
    /// Ranges of reading text, each with the mark that ends it; what has no visible text is left out.
    static func units(in text: ScannedText, range: Range<Int>) -> [Range<Int>] {
        parts(text, range, endingAt: unitEnds)
    }

    /// The last of the units.
    static func lastUnit(in text: ScannedText, range: Range<Int>) -> Range<Int>? {
        var last: Range<Int>?
        forEachPart(text, range, BracketPairs(in: text, range: range), endingAt: unitEnds) { last = $0 }
        return last
    }

    /// The clauses of a unit: it is cut at ， ； ： 。 outside brackets and quotation marks as well.
    static func clauses(in text: ScannedText, range: Range<Int>) -> [Range<Int>] {
        parts(text, range, endingAt: clauseEnds)
    }

    private static let unitEnds = Punctuation.Kind.stop.rawValue | Punctuation.Kind.semicolon.rawValue
    private static let clauseEnds =
        Punctuation.Kind.stop.rawValue | Punctuation.Kind.semicolon.rawValue | Punctuation.Kind.comma.rawValue
        | Punctuation.Kind.colon.rawValue

    private static func parts(_ text: ScannedText, _ range: Range<Int>, endingAt ends: UInt8) -> [Range<Int>] {
        let pairs = BracketPairs(in: text, range: range)
        var parts: [Range<Int>] = []
        parts.reserveCapacity(pairs.marks.count { text.marks[$0].kind.isOne(of: ends) } + 1)
        forEachPart(text, range, pairs, endingAt: ends) { parts.append($0) }
        return parts
    }

    /// A mark of the kinds ends a part; closing marks right behind it belong to that part.
    @inline(__always)
    private static func forEachPart(
        _ text: ScannedText, _ range: Range<Int>, _ pairs: BracketPairs, endingAt ends: UInt8, _ visit: (Range<Int>) -> Void
    ) {
        func isEnd(_ mark: Int) -> Bool { text.marks[mark].kind.isOne(of: ends) }
        var start = range.lowerBound
        var mark = pairs.marks.lowerBound
        while mark < pairs.marks.upperBound {
            if text.marks[mark].kind.isOpening, let close = pairs.close(of: mark) {
                mark = close + 1
                continue
            }
            guard isEnd(mark) else {
                mark += 1
                continue
            }
            var end = text.marks[mark].index + 1
            mark += 1
            while mark < pairs.marks.upperBound, text.marks[mark].index == end,
                isEnd(mark) || (text.marks[mark].kind.isClosing && pairs.isUnmatched(mark))
            {
                mark += 1
                end += 1
            }
            visit(start..<end)
            start = end
        }
        if start < range.upperBound { visit(start..<range.upperBound) }
    }
}
