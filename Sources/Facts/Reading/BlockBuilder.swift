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

    func block(_ passage: Passage, id: String, _ result: PassageReader.Result) -> TextBlock {
        var places = nested(result)
        var encoder = BlockEncoder()
        let text = encoder.encode(source.scalars, passage.pieces, &places)
        var marks: [Mark] = []
        marks.reserveCapacity(places.count)
        for place in places {
            let span = Span(place.start, place.end)
            if place.index < result.units.count {
                marks.append(Mark(result.units[place.index], span, place.bytes))
            } else {
                marks.append(Mark(result.entities[place.index - result.units.count], span, place.bytes))
            }
        }
        return TextBlock(id: id, span: passage.span, page: passage.page, text: text, marks: marks, forbidden: encoder.forbidden)
    }

    /// In printed order, outer before inner. Marks that would cross another are left out: XML elements nest.
    private func nested(_ result: PassageReader.Result) -> [MarkPlace] {
        var places: [MarkPlace] = []
        places.reserveCapacity(result.units.count + result.entities.count)
        func add(_ range: Range<Int>, _ depth: Int, _ index: Int) {
            guard !range.isEmpty else { return }
            let span = reading.span(range)
            places.append(MarkPlace(start: span.start, end: span.end, depth: depth, index: index))
        }
        for index in result.units.indices { add(result.units[index].range, 0, index) }
        for index in result.entities.indices { add(result.entities[index].range, Self.depth(result.entities[index].fact), result.units.count + index) }
        if places.count > 1 { places.sort { $0.comes(before: $1) } }
        var innermost = -1
        var kept = 0
        for index in places.indices {
            var place = places[index]
            while innermost >= 0, places[innermost].end <= place.start { innermost = places[innermost].outer }
            if innermost >= 0, place.end > places[innermost].end { continue }
            place.outer = innermost
            places[kept] = place
            innermost = kept
            kept += 1
        }
        places.removeLast(places.count - kept)
        return places
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

/// Where a fact stands in the source, and which of the passage's it is: units first, then entities.
private struct MarkPlace {
    let start: Int
    let end: Int
    let depth: Int
    let index: Int
    /// Index of the place right around it; -1 for none.
    var outer = -1
    /// Of the block's text.
    var bytes = 0..<0

    init(start: Int, end: Int, depth: Int, index: Int) {
        self.start = start
        self.end = end
        self.depth = depth
        self.index = index
    }

    func comes(before other: MarkPlace) -> Bool {
        if start != other.start { return start < other.start }
        if end != other.end { return end > other.end }
        return depth != other.depth ? depth < other.depth : index < other.index
    }
}

extension Mark {
    fileprivate init(_ draft: DraftMark, _ span: Span, _ bytes: Range<Int>) { self.init(id: draft.id, span: span, range: bytes, fact: draft.fact) }
}

/// Encodes the pieces of a passage as UTF-8 and tells where its marks fall.
private struct BlockEncoder {
    private(set) var forbidden: [ForbiddenScalar] = []
    /// The place that is open and has no open one in it; -1 for none.
    private var innermost = -1
    /// The first place that has not begun.
    private var next = 0

    /// - Parameter places: in printed order, nested or disjoint; each gets the bytes that it takes.
    mutating func encode(_ source: [Unicode.Scalar], _ pieces: [Range<Int>], _ places: inout [MarkPlace]) -> String {
        source.withUnsafeBufferPointer { source in
            places.withUnsafeMutableBufferPointer { places in
                var length = 0
                for piece in pieces { for scalar in source[piece] { length &+= scalar.utf8Length } }
                return String(utf8Capacity: length) { bytes in
                    var count = 0
                    /// The next code point at which a mark begins or ends.
                    var stop = places.first?.start ?? .max
                    for piece in pieces {
                        var offset = piece.lowerBound
                        while offset < piece.upperBound {
                            while stop <= offset { stop = pass(offset, at: count, places) }
                            let end = min(piece.upperBound, stop)
                            count = encode(source, offset..<end, to: bytes, at: count)
                            offset = end
                        }
                    }
                    while stop < .max { stop = pass(.max - 1, at: count, places) }
                    return count
                }
            }
        }
    }

    private mutating func encode(
        _ source: UnsafeBufferPointer<Unicode.Scalar>, _ range: Range<Int>, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int
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
    private mutating func pass(_ offset: Int, at byte: Int, _ places: UnsafeMutableBufferPointer<MarkPlace>) -> Int {
        while innermost >= 0, places[innermost].end <= offset {
            let start = places[innermost].bytes.lowerBound
            places[innermost].bytes = start..<max(start, byte)
            innermost = places[innermost].outer
        }
        while next < places.count, places[next].start <= offset {
            places[next].bytes = byte..<byte
            if places[next].end > offset { innermost = next }
            next += 1
        }
        return min(innermost >= 0 ? places[innermost].end : .max, next < places.count ? places[next].start : .max)
    }
}
