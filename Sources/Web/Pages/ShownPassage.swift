import Exports
import Facts
import Provenance

/// A stretch of a document with the words that are asked about marked in it (原文片段).
struct ShownPassage: Sendable {
    let block: TextBlock
    /// Code points of the source.
    let span: Span

    func write(to html: inout HTMLWriter) {
        let places = BlockPlaces(block)
        let range = places.range(of: span)
        html.text(block.words(0..<range.lowerBound))
        html.element("mark", text: block.words(range))
        html.text(block.words(range.upperBound..<block.text.utf8.count))
    }
}

/// Where code points of the source stand in the text of a block (位置换算): exact at both ends of the block and of every fact, and
/// between them wherever nothing of the source was left out there.
struct BlockPlaces {
    /// Source offset in code points, text offset in bytes; both ascending.
    private let anchors: [(source: Int, byte: Int)]
    private let text: [UInt8]

    init(_ block: TextBlock) {
        text = Array(block.text.utf8)
        var anchors = [(source: block.span.start, byte: 0), (source: block.span.end, byte: text.count)]
        for mark in block.marks {
            anchors.append((mark.span.start, mark.range.lowerBound))
            anchors.append((mark.span.end, mark.range.upperBound))
        }
        anchors.sort { ($0.source, $0.byte) < ($1.source, $1.byte) }
        // What does not go forward on both sides tells nothing.
        var kept: [(source: Int, byte: Int)] = []
        for anchor in anchors where kept.last.map({ $0.source < anchor.source && $0.byte <= anchor.byte }) ?? true { kept.append(anchor) }
        self.anchors = kept
    }

    /// In UTF-8 bytes of the block's text.
    func range(of span: Span) -> Range<Int> {
        let start = byte(span.start)
        return start..<max(start, byte(span.end))
    }

    func byte(_ offset: Int) -> Int {
        guard let first = anchors.first, let last = anchors.last else { return 0 }
        if offset <= first.source { return first.byte }
        if offset >= last.source { return last.byte }
        var (low, high) = (0, anchors.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if anchors[middle].source <= offset { low = middle } else { high = middle }
        }
        var byte = anchors[low].byte
        var left = offset - anchors[low].source
        while left > 0, byte < anchors[high].byte {
            byte += 1
            while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
            left -= 1
        }
        return byte
    }
}
