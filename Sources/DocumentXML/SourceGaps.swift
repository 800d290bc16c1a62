import Facts
import Provenance

/// The page furniture of a document as stretches of its source, ascending and merged: what is left out when a block's text
/// is compared with its span (版面文字区间).
struct SourceGaps {
    let spans: [Span]
    /// Code points of all spans before the one of the same index.
    private let before: [Int]

    init(_ document: PolicyDocument) {
        var all: [Span] = []
        document.forEachPiece { if case .furniture(let furniture) = $0, furniture.span.length > 0 { all.append(furniture.span) } }
        all.sort()
        var merged: [Span] = []
        for span in all {
            if let last = merged.last, span.start <= last.end {
                merged[merged.count - 1] = Span(last.start, max(last.end, span.end))
            } else {
                merged.append(span)
            }
        }
        spans = merged
        var sum = 0
        before = merged.map { span in
            defer { sum += span.length }
            return sum
        }
    }

    /// Index of the first span that ends after a place.
    func first(endingAfter place: Int) -> Int {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].end <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Code points of furniture inside a stretch of the source.
    func length(inside span: Span) -> Int { length(upTo: span.end) - length(upTo: span.start) }

    private func length(upTo place: Int) -> Int {
        let index = first(endingAfter: place)
        guard index < spans.count else { return (before.last ?? 0) + (spans.last?.length ?? 0) }
        return before[index] + max(0, place - spans[index].start)
    }
}
