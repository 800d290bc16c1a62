import Provenance

/// A stretch of running text as it was printed (文段): the pieces of the source that make it, in order, without the breaks
/// between wrapped lines and without page furniture, and the same stretch of the reading text.
public struct Passage: Sendable, Hashable {
    /// Code points of the source, ascending, none empty.
    public let pieces: [Range<Int>]
    /// Indices into the outline's reading text.
    public let reading: Range<Int>
    /// Printed page on which it begins, from 1, where folios are printed.
    public let page: Int?
    /// Where an empty passage stands (an empty cell): behind what was read before it.
    var place = 0

    public var span: Span { Span(pieces.first?.lowerBound ?? place, pieces.last?.upperBound ?? place) }
    public var isEmpty: Bool { pieces.isEmpty }

    /// With invisible characters behind it, which add nothing to what is read.
    func joined(_ rest: Passage) -> Passage { Passage(pieces: pieces + rest.pieces, reading: reading, page: page, place: place) }
}

/// The lines of a passage before it is read: what the stages of `Structure` cut and join.
struct Pieces: Sendable, Hashable {
    var ranges: [Range<Int>]

    init(_ ranges: [Range<Int>]) { self.ranges = ranges.contains { $0.isEmpty } ? ranges.filter { !$0.isEmpty } : ranges }
    init(_ range: Range<Int>) { self.ranges = range.isEmpty ? [] : [range] }

    var isEmpty: Bool { ranges.isEmpty }
    var start: Int { ranges.first?.lowerBound ?? 0 }
    var end: Int { ranges.last?.upperBound ?? 0 }

    /// The parts before and after a place in the source; white space around the cut is dropped.
    func split(at offset: Int, in text: [Unicode.Scalar]) -> (Pieces, Pieces) {
        var left: [Range<Int>] = []
        var right: [Range<Int>] = []
        for range in ranges {
            if range.upperBound <= offset {
                left.append(range)
            } else if range.lowerBound >= offset {
                right.append(range)
            } else {
                left.append(range.lowerBound..<offset)
                right.append(offset..<range.upperBound)
            }
        }
        return (Pieces(left).trimmed(in: text), Pieces(right).trimmed(in: text))
    }

    /// Without white space and invisible characters at both ends.
    func trimmed(in text: [Unicode.Scalar]) -> Pieces {
        var ranges = ranges
        while let first = ranges.first {
            var lower = first.lowerBound
            while lower < first.upperBound, text[lower].isWhite || text[lower].isInvisible { lower += 1 }
            if lower < first.upperBound {
                ranges[0] = lower..<first.upperBound
                break
            }
            ranges.removeFirst()
        }
        while let last = ranges.last {
            var upper = last.upperBound
            while upper > last.lowerBound, text[upper - 1].isWhite || text[upper - 1].isInvisible { upper -= 1 }
            if upper > last.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<upper
                break
            }
            ranges.removeLast()
        }
        return Pieces(ranges)
    }
}

/// A passage that is being looked at: its visible characters and where each stands in the source.
struct Glimpse {
    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var origins: [Int] = []

    /// At most `limit` visible characters of the pieces, normalised as reading text is.
    init(_ pieces: Pieces, in text: [Unicode.Scalar], limit: Int = .max) {
        let length = min(limit, pieces.end - pieces.start)
        var origins: [Int] = []
        scalars = [Unicode.Scalar](unsafeUninitializedCapacity: length) { scalars, count in
            origins = [Int](unsafeUninitializedCapacity: length) { origins, written in
                reading: for range in pieces.ranges {
                    for index in range {
                        var scalar = text[index]
                        if !scalar.isPlain {
                            if scalar.isWhite || scalar.isInvisible { continue }
                            scalar = ReadingText.normalised(scalar)
                        }
                        if count == length { break reading }
                        scalars.initializeElement(at: count, to: scalar)
                        origins.initializeElement(at: count, to: index)
                        count &+= 1
                    }
                }
                written = count
            }
        }
        self.origins = origins
        ReadingText.widenPunctuation(of: &scalars, in: 0..<scalars.count)
    }

    var count: Int { scalars.count }
    var string: String { String(scalars: scalars) }

    /// The place in the source just after the first `count` visible characters.
    func offset(after count: Int) -> Int { count == 0 ? (origins.first ?? 0) : origins[count - 1] + 1 }

    func hasPrefix(_ prefix: String) -> Bool {
        scalars.starts(with: prefix.unicodeScalars)
    }
}
