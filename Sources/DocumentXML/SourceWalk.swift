import Provenance

/// Goes through a stretch of a source, passing over white space and furniture (逐字读取).
struct SourceWalk {
    private let source: SourceText
    private let gaps: SourceGaps
    private let end: Int
    private var place: Int
    private var gap: Int

    init(_ source: SourceText, _ gaps: SourceGaps, _ span: Span) {
        self.source = source
        self.gaps = gaps
        place = max(0, span.start)
        end = min(span.end, source.count)
        gap = gaps.first(endingAfter: place)
    }

    /// The place of the next code point that counts; nil at the end.
    mutating func next() -> Int? {
        while place < end {
            if gap < gaps.spans.count, gaps.spans[gap].start <= place {
                place = max(place, gaps.spans[gap].end)
                gap += 1
            } else if source.scalars[place].isWhite {
                place += 1
            } else {
                place += 1
                return place - 1
            }
        }
        return nil
    }
}
