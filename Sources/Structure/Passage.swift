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

    /// The parts between places in the source, ascending; one more than there are places.
    func parts(at cuts: [Int]) -> [Pieces] {
        var parts: [Pieces] = []
        var part: [Range<Int>] = []
        var left = cuts[...]
        for range in ranges {
            var start = range.lowerBound
            while let cut = left.first, cut < range.upperBound {
                left.removeFirst()
                if cut > start { part.append(start..<cut) }
                start = max(start, cut)
                parts.append(Pieces(part))
                part = []
            }
            part.append(start..<range.upperBound)
        }
        return parts + [Pieces(part)]
    }

    /// Without 《》 around the whole and bars of a table at its ends, and where those stand.
    func unquoted(in text: [Unicode.Scalar]) -> (pieces: Pieces, marks: [Int]) {
        var pieces = self
        var marks: [Int] = []
        func drop(_ offset: Int) {
            marks.append(offset)
            let (left, right) = (pieces.split(at: offset, in: text).0, pieces.split(at: offset + 1, in: text).1)
            pieces = left.isEmpty ? right : left
        }
        while !pieces.isEmpty, text[pieces.start].isTableBar { drop(pieces.start) }
        while !pieces.isEmpty, text[pieces.end - 1].isTableBar { drop(pieces.end - 1) }
        if !pieces.isEmpty, text[pieces.start] == "《", text[pieces.end - 1] == "》",
            !pieces.ranges.contains(where: { range in range.contains { text[$0] == "》" && $0 < pieces.end - 1 } })
        {
            drop(pieces.start)
            drop(pieces.end - 1)
        }
        return pieces.isEmpty ? (self, []) : (pieces, marks)
    }

    /// Without white space and invisible characters at both ends.
    func trimmed(in text: [Unicode.Scalar]) -> Pieces {
        guard let first = ranges.first, let last = ranges.last else { return self }
        func isPlace(_ scalar: Unicode.Scalar) -> Bool { scalar.isPlain || !(scalar.isWhite || scalar.isInvisible) }
        if isPlace(text[first.lowerBound]), isPlace(text[last.upperBound - 1]) { return self }
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
    private let pieces: Pieces
    /// For each scalar of the source that was left out inside a piece, and for each break between pieces, the index of the scalar
    /// that follows; ascending. Most paragraphs have none.
    private var gaps: [Int] = []

    /// At most `limit` visible characters of the pieces, normalised as reading text is.
    init(_ pieces: Pieces, in text: [Unicode.Scalar], limit: Int = .max) {
        self.pieces = pieces
        scalars.reserveCapacity(min(limit, pieces.end - pieces.start))
        var end = pieces.start
        for range in pieces.ranges {
            if range.lowerBound > end { gaps.append(scalars.count) }
            end = range.upperBound
            var index = range.lowerBound
            while index < range.upperBound, scalars.count < limit {
                let room = limit - scalars.count
                let plain = text.endOfPlain(index..<(range.count <= room ? range.upperBound : min(range.upperBound, index + room)))
                if plain > index {
                    scalars.append(contentsOf: text[index..<plain])
                    index = plain
                    continue
                }
                let scalar = text[index]
                if scalar.isWhite || scalar.isInvisible { gaps.append(scalars.count) } else { scalars.append(ReadingText.normalised(scalar)) }
                index += 1
            }
        }
        ReadingText.widenPunctuation(of: &scalars, in: 0..<scalars.count)
    }

    var holdsGaps: Bool { !gaps.isEmpty }
    /// White space or something invisible stands between a scalar and the one before it.
    func hasGap(before index: Int) -> Bool { gaps.contains(index) }

    /// Where each of `scalars` stands in the source: asked for where something is cut, which few paragraphs are.
    func origins(in text: [Unicode.Scalar]) -> [Int] {
        var origins: [Int] = []
        origins.reserveCapacity(scalars.count)
        if pieces.ranges.count == 1 {
            var left = 0
            for index in scalars.indices {
                while left < gaps.count, gaps[left] <= index { left += 1 }
                origins.append(pieces.start + index + left)
            }
            return origins
        }
        for range in pieces.ranges {
            for index in range where origins.count < scalars.count && (text[index].isPlain || !(text[index].isWhite || text[index].isInvisible)) {
                origins.append(index)
            }
        }
        return origins
    }

    /// Where one of `scalars` stands in the source.
    func origin(of index: Int, in text: [Unicode.Scalar]) -> Int {
        pieces.ranges.count == 1 ? pieces.start + index + gaps.prefix { $0 <= index }.count : origins(in: text)[index]
    }

    var count: Int { scalars.count }
    var string: String { String(scalars: scalars) }

    /// The place in the source just after the first `count` visible characters.
    func offset(after count: Int, in text: [Unicode.Scalar]) -> Int {
        guard !scalars.isEmpty else { return 0 }
        return count == 0 ? origin(of: 0, in: text) : origin(of: count - 1, in: text) + 1
    }

    func hasPrefix(_ prefix: String) -> Bool {
        scalars.starts(with: prefix.unicodeScalars)
    }
}
