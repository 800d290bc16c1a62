import Provenance
import Structure
import SuyuanTesting

@testable import Facts

/// What the reader finds in each piece of a block, put into its document.
struct ClauseReading {
    private(set) var pieces: [ClauseFacts]
    private let ranges: [Range<Int>]

    /// - Parameter noise: what a converter has done to each line.
    init(_ block: [MarkedClauses.Piece], of file: MarkedClauses, noise: TextVariation? = nil) throws {
        let lineBreak = noise == .crlf ? "\r\n" : "\n"
        func received(_ lines: [String]) -> [String] { lines.map { noise?.apply(to: $0) ?? $0 } }
        func length(_ lines: [String]) -> Int { lines.reduce(0) { $0 + $1.unicodeScalars.count + lineBreak.unicodeScalars.count } }
        var lines = received(file.head)
        var offset = length(lines)
        var ranges: [Range<Int>] = []
        for piece in block {
            let text = received(piece.text)
            lines += text
            ranges.append(offset..<offset + length(text))
            offset += length(text)
        }
        self.ranges = ranges
        pieces = Array(repeating: ClauseFacts(), count: block.count)
        let document = try TestOntology.read((lines + received(file.foot)).joined(separator: lineBreak))
        var owners: [String: Int] = [:]
        for part in document.body { walk(part, &owners) }
        for finding in document.findings {
            if let element = finding.element, let piece = owners[element] { pieces[piece].findings.append(finding.message.key) }
        }
    }

    private func piece(at start: Int) -> Int? { ranges.firstIndex { $0.contains(start) } }

    private mutating func walk(_ block: Block, _ owners: inout [String: Int]) {
        switch block {
        case .paragraph(let text): take(text, &owners)
        case .table(let table):
            for row in table.rows {
                if let directive = row.directive, let cell = row.cells.first { take(directive, at: cell.span.end - 1, &owners) }
                row.cells.forEach { take($0, &owners) }
            }
        case .division(let division):
            if let heading = division.heading { take(heading, &owners) }
            for inner in division.blocks { walk(inner, &owners) }
        case .directive(let directive):
            let start = directive.heading.map { $0.span.end - 1 } ?? Self.end(of: directive.blocks)
            if let start { take(directive, at: start, &owners) }
            if let heading = directive.heading { take(heading, &owners) }
            for inner in directive.blocks { walk(inner, &owners) }
        case .closing, .furniture: break
        }
    }

    /// A paragraph may begin with invisible characters of the line before it: its last character tells where it stands.
    private static func end(of blocks: [Block]) -> Int? {
        for block in blocks {
            if case .paragraph(let text) = block { return text.span.end - 1 }
        }
        return nil
    }

    private mutating func take(_ directive: Directive, at start: Int, _ owners: inout [String: Int]) {
        guard let piece = piece(at: start) else { return }
        owners[directive.id] = piece
        for assignment in directive.assignments {
            let words = "\(assignment.role.rawValue) \(assignment.name)"
            pieces[piece].duties.append(words)
            if assignment.isOpen { pieces[piece].open.append(words) }
        }
        pieces[piece].deadlines += directive.deadlines.map(\.when)
        for target in directive.targets {
            var words = "\(target.indicator) \(target.comparator)"
            for part in [target.value, target.unit] where !part.isEmpty { words += " " + part }
            if let reference = target.reference { words += " over " + reference }
            if let when = target.when { words += " by " + when }
            pieces[piece].targets.append(words)
        }
    }

    private mutating func take(_ text: TextBlock, _ owners: inout [String: Int]) {
        for mark in text.marks {
            let kind: String
            switch mark.fact {
            case .requirement(let modality): kind = modality.rawValue
            case .action(let action): kind = action.state == .done ? "action" : "ongoing"
            case .plan: kind = "plan"
            case .problem: kind = "problem"
            default: continue
            }
            guard let piece = piece(at: mark.span.end - 1) else { continue }
            if let id = mark.id { owners[id] = piece }
            pieces[piece].units.append(.init(kind: kind, words: Self.visible(text.words(of: mark))))
        }
    }

    private static func visible(_ words: String) -> String {
        String(
            scalars: words.unicodeScalars.filter { !$0.isWhite && !$0.isInvisible }
                .map { (0xFF10...0xFF19).contains($0.value) ? Unicode.Scalar($0.value - 0xFEE0) ?? $0 : $0 })
    }
}
