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

/// Turns a passage and the facts found in it into a block of text with marks.
struct BlockBuilder {
    let source: SourceText
    let reading: ReadingText

    /// `marks` must nest or be disjoint.
    func block(_ passage: Passage, id: String, marks drafts: [DraftMark]) -> TextBlock {
        let drafts = drafts.sorted {
            if $0.range.lowerBound != $1.range.lowerBound { return $0.range.lowerBound < $1.range.lowerBound }
            if $0.range.upperBound != $1.range.upperBound { return $0.range.upperBound > $1.range.upperBound }
            return Self.depth($0.fact) < Self.depth($1.fact)
        }
        let spans = drafts.map { reading.span($0.range) }
        var boundaries: [(offset: Int, mark: Int, isEnd: Bool)] = []
        boundaries.reserveCapacity(spans.count * 2)
        for (index, span) in spans.enumerated() {
            boundaries.append((span.start, index, false))
            boundaries.append((span.end, index, true))
        }
        boundaries.sort { $0.offset < $1.offset }
        var starts = [Int](repeating: 0, count: spans.count)
        var ends = starts
        var bytes: [UInt8] = []
        bytes.reserveCapacity(passage.reading.count * 3 + 16)
        var forbidden: [ForbiddenScalar] = []
        var next = 0
        for piece in passage.pieces {
            for offset in piece {
                while next < boundaries.count, boundaries[next].offset <= offset {
                    if boundaries[next].isEnd { ends[boundaries[next].mark] = bytes.count } else { starts[boundaries[next].mark] = bytes.count }
                    next += 1
                }
                let scalar = source.scalars[offset]
                if scalar.isXMLCharacter {
                    bytes.append(utf8Of: scalar)
                } else {
                    forbidden.append(ForbiddenScalar(start: offset, offset: bytes.count, code: scalar.value))
                }
            }
        }
        while next < boundaries.count {
            if boundaries[next].isEnd { ends[boundaries[next].mark] = bytes.count } else { starts[boundaries[next].mark] = bytes.count }
            next += 1
        }
        let marks = drafts.indices.map { index in
            Mark(id: drafts[index].id, span: spans[index], range: starts[index]..<max(starts[index], ends[index]), fact: drafts[index].fact)
        }
        return TextBlock(
            id: id, span: passage.span, page: passage.page, text: String(decoding: bytes, as: UTF8.self), marks: marks,
            forbidden: forbidden)
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
