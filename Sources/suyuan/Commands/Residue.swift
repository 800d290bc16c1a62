import Facts
import Ingest
import Provenance

/// The text of paragraphs and cells that no sentence unit claims (未认定文字): what a reader looks through to find what was missed.
enum Residue {
    /// One line for each stretch: `file:line:column`, tab, text.
    static func text(of conversion: Conversion) -> [UInt8] {
        let lines = LineIndex(conversion.source)
        var bytes: [UInt8] = []
        for block in conversion.document.body.flatMap(texts) {
            for range in unclaimed(block) {
                let words = String(String.UnicodeScalarView(block.words(range).unicodeScalars.filter { $0 != "\t" && $0 != "\n" }))
                guard words.unicodeScalars.contains(where: { !$0.isWhite && !"，。；：、！？）".unicodeScalars.contains($0) }) else { continue }
                let position = lines.position(of: start(of: range, in: block, conversion.source))
                bytes.append(contentsOf: "\(conversion.path):\(position.line):\(position.column)\t\(words)\n".utf8)
            }
        }
        return bytes
    }

    private static func texts(_ block: Block) -> [TextBlock] {
        switch block {
        case .division(let division): division.blocks.flatMap(texts)
        case .directive(let directive): directive.blocks.flatMap(texts)
        case .paragraph(let text): [text]
        case .table(let table): table.rows.flatMap(\.cells)
        case .closing, .furniture: []
        }
    }

    /// UTF-8 ranges between the sentence units, and between bodies, dates and quantities outside of them.
    private static func unclaimed(_ block: TextBlock) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var position = 0
        for mark in block.marks where mark.range.upperBound > position {
            if mark.range.lowerBound > position { ranges.append(position..<mark.range.lowerBound) }
            position = mark.range.upperBound
        }
        if position < block.text.utf8.count { ranges.append(position..<block.text.utf8.count) }
        return ranges
    }

    /// Code point of the source at which a range begins: as many characters other than white space into the block's span as
    /// into its text. Page furniture in between may set it off by its length.
    private static func start(of range: Range<Int>, in block: TextBlock, _ source: SourceText) -> Int {
        let before = block.words(0..<range.lowerBound).unicodeScalars.count { !$0.isWhite }
        var seen = 0
        for place in block.span.start..<min(block.span.end, source.count) where !source.scalars[place].isWhite {
            if seen == before { return place }
            seen += 1
        }
        return block.span.start
    }
}
