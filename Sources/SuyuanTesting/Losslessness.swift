import Facts
import Provenance

/// Holds a document as read against its source: nothing dropped, nothing reworded, nothing out of order, every mark where it
/// says.
public struct Losslessness {
    public private(set) var faults: [String] = []
    private let source: SourceText
    private var text: [Unicode.Scalar] = []
    private var restored: [Int: Unicode.Scalar] = [:]
    private var ids: Set<String> = []

    public init(_ document: PolicyDocument, of source: SourceText) {
        self.source = source
        for field in document.front { add(field.content) }
        for block in document.body { add(block) }
        for field in document.back { add(field.content) }
        compare()
    }

    private mutating func take(_ id: String?) {
        if let id, !ids.insert(id).inserted { faults.append("id twice: \(id)") }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .paragraph(let text): add(text)
        case .closing(let fields): for field in fields { add(field.content) }
        case .furniture(let furniture):
            let words = Array(furniture.text.unicodeScalars)
            if words.count != furniture.span.length { faults.append("furniture of another length at \(furniture.span.start)") }
            for (index, scalar) in words.enumerated() { restored[furniture.span.start + index] = scalar }
        case .table(let table):
            take(table.id)
            for row in table.rows {
                take(row.directive?.id)
                for cell in row.cells { add(cell) }
            }
        case .division(let division):
            take(division.id)
            if let heading = division.heading { add(heading) }
            for block in division.blocks { add(block) }
        case .directive(let directive):
            take(directive.id)
            if let heading = directive.heading { add(heading) }
            for block in directive.blocks { add(block) }
        }
    }

    private mutating func add(_ block: TextBlock) {
        take(block.id)
        text += block.text.unicodeScalars
        for forbidden in block.forbidden {
            if let scalar = Unicode.Scalar(forbidden.code) { restored[forbidden.start] = scalar }
            if !block.span.range.contains(forbidden.start) { faults.append("forbidden scalar outside its block at \(forbidden.start)") }
        }
        let bytes = block.text.utf8.count
        var open: [Range<Int>] = []
        for mark in block.marks {
            take(mark.id)
            if mark.range.lowerBound < 0 || mark.range.upperBound > bytes || mark.range.isEmpty {
                faults.append("mark outside its block, or empty: \(mark.range) of \(bytes)")
                continue
            }
            if !block.span.contains(mark.span) { faults.append("span of a mark outside its block: \(mark.span)") }
            while let last = open.last, last.upperBound <= mark.range.lowerBound { open.removeLast() }
            if let last = open.last, last.upperBound < mark.range.upperBound { faults.append("marks cross at \(mark.range)") }
            open.append(mark.range)
            compare(block.words(of: mark), mark.span)
        }
    }

    /// The words of a mark are those of its span, furniture and forbidden scalars apart.
    private mutating func compare(_ words: String, _ span: Span) {
        var rest = words.unicodeScalars.filter { !$0.isWhite }[...]
        for offset in span.range {
            let scalar = source.scalars[offset]
            if scalar == rest.first { rest.removeFirst() }
        }
        if !rest.isEmpty { faults.append("a mark's words are not those of its span: \(words)") }
    }

    private mutating func compare() {
        var rest = text.filter { !$0.isWhite }[...]
        for offset in source.scalars.indices where !source.scalars[offset].isWhite {
            let scalar = source.scalars[offset]
            let found = restored[offset] ?? rest.popFirst()
            if found != scalar {
                faults.append("at \(offset): U+\(String(scalar.value, radix: 16)) expected, \(found.map { "U+" + String($0.value, radix: 16) } ?? "nothing") found")
                return
            }
        }
        if !rest.isEmpty { faults.append("text that the source does not have: \(String(scalars: rest.prefix(20)))") }
    }
}
