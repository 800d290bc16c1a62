import Facts
import Ingest
import Provenance

/// The text of paragraphs and cells that no sentence unit claims (未认定文字): what a reader looks through to find what was missed.
enum Residue {
    /// One line for each stretch: `file:line:column`, tab, text. Sentences are given whole; brackets and lines that state who owes a clause
    /// are claimed by their assignments, printed numbers by their clauses.
    static func text(of conversion: Conversion) -> [UInt8] {
        let lines = LineIndex(conversion.source)
        var bytes: [UInt8] = []
        for (block, stated, number) in conversion.document.body.flatMap({ texts($0, stated: [], number: nil) }) {
            for range in unclaimed(block, stated) {
                let words = String(String.UnicodeScalarView(block.words(range).unicodeScalars.filter { $0 != "\t" && $0 != "\n" }))
                guard words.trimmed != number, holdsMore(range, block) else { continue }
                let position = lines.position(of: start(of: range, in: block, conversion.source))
                bytes.append(contentsOf: "\(conversion.path):\(position.line):\(position.column)\t\(words)\n".utf8)
            }
        }
        return bytes
    }

    /// The texts of a block, with the marks on which assignments and deadlines of its clause rest, and the number that is printed before it.
    private static func texts(_ block: Block, stated: Set<String>, number: String?) -> [(TextBlock, Set<String>, String?)] {
        switch block {
        case .division(let division):
            division.blocks.flatMap { texts($0, stated: stated, number: division.number) }
        case .directive(let directive):
            directive.blocks.flatMap { texts($0, stated: Self.stated(directive), number: directive.number) }
        case .paragraph(let text): [(text, stated, number)]
        case .table(let table):
            table.rows.flatMap { row in row.cells.map { ($0, row.directive.map(Self.stated) ?? [], row.directive?.number) } }
        case .closing, .furniture: []
        }
    }

    private static func stated(_ directive: Directive) -> Set<String> {
        Set(directive.assignments.compactMap(\.basis) + directive.deadlines.compactMap(\.basis))
    }

    /// UTF-8 ranges between the sentence units, but for those that state duties.
    private static func unclaimed(_ block: TextBlock, _ stated: Set<String>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var position = 0
        func add(_ range: Range<Int>) {
            guard !range.isEmpty, !block.marks.contains(where: { $0.id.map(stated.contains) == true && range.overlaps($0.range) }) else { return }
            ranges.append(range)
        }
        for mark in block.marks where isUnit(mark.fact) {
            add(position..<max(position, mark.range.lowerBound))
            position = max(position, mark.range.upperBound)
        }
        add(position..<max(position, block.text.utf8.count))
        return ranges
    }

    private static func isUnit(_ fact: Fact) -> Bool {
        switch fact {
        case .requirement, .action, .plan, .problem: true
        case .body, .date, .quantity, .cite: false
        }
    }

    /// Words stand in a range that are neither punctuation nor a body, date, figure or title.
    private static func holdsMore(_ range: Range<Int>, _ block: TextBlock) -> Bool {
        var position = range.lowerBound
        func speaks(_ range: Range<Int>) -> Bool {
            block.words(range).unicodeScalars.contains { !$0.isWhite && !"，。；：、！？（）".unicodeScalars.contains($0) }
        }
        for mark in block.marks where !isUnit(mark.fact) && range.overlaps(mark.range) && mark.range.upperBound > position {
            if mark.range.lowerBound > position, speaks(position..<mark.range.lowerBound) { return true }
            position = mark.range.upperBound
        }
        return position < range.upperBound && speaks(position..<range.upperBound)
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

extension String {
    fileprivate var trimmed: String { String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isWhite })) }
}
