import Provenance
import Structure

/// A fact over a range of the reading text, before it becomes a mark.
struct DraftMark {
    var range: Range<Int>
    var fact: Fact
    var id: String?

    init(_ range: Range<Int>, _ fact: Fact, id: String? = nil) {
        self.range = range
        self.fact = fact
        self.id = id
    }
}

/// Turns a passage and the facts found in it into a block of text with marks (成段).
struct BlockBuilder {
    let source: SourceText
    let reading: ReadingText

    /// Where a fact stands in the source, and which of the passage's it is: units first, then entities.
    private struct Place {
        let start: Int
        let end: Int
        let depth: Int
        let index: Int
    }

    func block(_ passage: Passage, id: String, _ result: PassageReader.Result) -> TextBlock {
        let places = nested(result)
        var encoder = BlockEncoder(source: source.scalars, pieces: passage.pieces)
        let ranges = encoder.encode(marks: places.map { ($0.start, $0.end) })
        var marks: [Mark] = []
        marks.reserveCapacity(places.count)
        for (place, range) in zip(places, ranges) {
            let draft = place.index < result.units.count ? result.units[place.index] : result.entities[place.index - result.units.count]
            marks.append(Mark(id: draft.id, span: Span(place.start, place.end), range: range, fact: draft.fact))
        }
        return TextBlock(id: id, span: passage.span, page: passage.page, text: encoder.text, marks: marks, forbidden: encoder.forbidden)
    }

    /// In printed order, outer before inner. Marks that would cross another are left out: XML elements nest.
    private func nested(_ result: PassageReader.Result) -> [Place] {
        var places: [Place] = []
        places.reserveCapacity(result.units.count + result.entities.count)
        func add(_ range: Range<Int>, _ depth: Int, _ index: Int) {
            guard !range.isEmpty else { return }
            let span = reading.span(range)
            places.append(Place(start: span.start, end: span.end, depth: depth, index: index))
        }
        for index in result.units.indices { add(result.units[index].range, 0, index) }
        for index in result.entities.indices { add(result.entities[index].range, Self.depth(result.entities[index].fact), result.units.count + index) }
        if places.count > 1 { places.sort(by: Self.comesFirst) }
        var open: [Int] = []
        var kept = 0
        for place in places {
            while let end = open.last, end <= place.start { open.removeLast() }
            if let end = open.last, place.end > end { continue }
            open.append(place.end)
            places[kept] = place
            kept += 1
        }
        places.removeLast(places.count - kept)
        return places
    }

    private static func comesFirst(_ left: Place, _ right: Place) -> Bool {
        if left.start != right.start { return left.start < right.start }
        if left.end != right.end { return left.end > right.end }
        return left.depth != right.depth ? left.depth < right.depth : left.index < right.index
    }

    /// Of marks over the same words the outer one: a sentence holds a body, a body holds a figure (六部门).
    private static func depth(_ fact: Fact) -> Int {
        switch fact {
        case .requirement, .action, .plan, .problem: 0
        case .cite: 1
        case .body: 2
        case .date: 3
        case .quantity: 4
        }
    }
}

/// Encodes the pieces of a passage as UTF-8 and tells where its marks fall.
private struct BlockEncoder {
    let source: [Unicode.Scalar]
    let pieces: [Range<Int>]
    private(set) var text = ""
    private(set) var forbidden: [ForbiddenScalar] = []

    init(source: [Unicode.Scalar], pieces: [Range<Int>]) {
        self.source = source
        self.pieces = pieces
    }

    /// - Parameter marks: code points of the source, in printed order, nested or disjoint.
    /// - Returns: the bytes of `text` that each takes.
    mutating func encode(marks: [(start: Int, end: Int)]) -> [Range<Int>] {
        var ranges = [Range<Int>](repeating: 0..<0, count: marks.count)
        var forbidden: [ForbiddenScalar] = []
        text = source.withUnsafeBufferPointer { source in
            var length = 0
            for piece in pieces { for scalar in source[piece] { length &+= scalar.utf8Length } }
            return String(unsafeUninitializedCapacity: length) { bytes in
                var count = 0
                var next = 0
                var open: [Int] = []
                /// The next code point at which a mark begins or ends.
                var stop = marks.first?.start ?? .max
                for piece in pieces {
                    var offset = piece.lowerBound
                    while offset < piece.upperBound {
                        while stop <= offset { stop = Self.pass(offset, at: count, marks, &ranges, &open, &next) }
                        let end = min(piece.upperBound, stop)
                        count = Self.encode(source, offset..<end, to: bytes, at: count, &forbidden)
                        offset = end
                    }
                }
                while stop < .max { stop = Self.pass(.max - 1, at: count, marks, &ranges, &open, &next) }
                return count
            }
        }
        self.forbidden = forbidden
        return ranges
    }

    private static func encode(
        _ source: UnsafeBufferPointer<Unicode.Scalar>, _ range: Range<Int>, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int,
        _ forbidden: inout [ForbiddenScalar]
    ) -> Int {
        var count = start
        for offset in range {
            let scalar = source[offset]
            let value = scalar.value
            if value >= 0x800 && value < 0xD800 {
                bytes[count] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
                bytes[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
                bytes[count &+ 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
                count &+= 3
            } else if scalar.isXMLCharacter {
                count = scalar.writeUTF8(to: bytes, at: count)
            } else {
                forbidden.append(ForbiddenScalar(start: offset, offset: count, code: value))
            }
        }
        return count
    }

    /// Ends and begins the marks that do so before a code point, and returns where the next one does.
    private static func pass(
        _ offset: Int, at byte: Int, _ marks: [(start: Int, end: Int)], _ ranges: inout [Range<Int>], _ open: inout [Int], _ next: inout Int
    ) -> Int {
        while let last = open.last, marks[last].end <= offset {
            ranges[last] = ranges[last].lowerBound..<max(ranges[last].lowerBound, byte)
            open.removeLast()
        }
        while next < marks.count, marks[next].start <= offset {
            ranges[next] = byte..<byte
            if marks[next].end > offset { open.append(next) }
            next += 1
        }
        return min(open.last.map { marks[$0].end } ?? .max, next < marks.count ? marks[next].start : .max)
    }
}
