import Provenance
import SuyuanTesting

@testable import Facts

/// What the reader finds in each piece of a block, put into its document.
struct ClauseReading {
    private(set) var pieces: [ClauseFacts]
    private let ranges: [Range<Int>]

    init(_ block: [MarkedClauses.Piece], of file: MarkedClauses) throws {
        var lines = file.head
        var offset = lines.reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        var ranges: [Range<Int>] = []
        for piece in block {
            lines += piece.text
            let next = offset + piece.text.reduce(0) { $0 + $1.unicodeScalars.count + 1 }
            ranges.append(offset..<next)
            offset = next
        }
        self.ranges = ranges
        pieces = Array(repeating: ClauseFacts(), count: block.count)
        let document = try TestOntology.read((lines + file.foot).joined(separator: "\n"))
        var owners: [String: Int] = [:]
        for part in document.body { walk(part, &owners) }
        for finding in document.findings {
            if let element = finding.element, let piece = owners[element] { pieces[piece].findings.append(finding.message.key) }
        }
    }

    private func piece(at start: Int) -> Int? { ranges.firstIndex { $0.contains(start) } }

    private mutating func walk(_ block: Block, _ owners: inout [String: Int]) {
        switch block {
        case .paragraph(let text): take(text)
        case .table(let table):
            for row in table.rows {
                if let directive = row.directive, let cell = row.cells.first { take(directive, at: cell.span.start, &owners) }
                row.cells.forEach { take($0) }
            }
        case .division(let division):
            if let heading = division.heading { take(heading) }
            for inner in division.blocks { walk(inner, &owners) }
        case .directive(let directive):
            let start = directive.heading?.span.start ?? Self.start(of: directive.blocks)
            if let start { take(directive, at: start, &owners) }
            if let heading = directive.heading { take(heading) }
            for inner in directive.blocks { walk(inner, &owners) }
        case .closing, .furniture: break
        }
    }

    private static func start(of blocks: [Block]) -> Int? {
        for block in blocks {
            if case .paragraph(let text) = block { return text.span.start }
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
            if let when = target.when { words += " by " + when }
            pieces[piece].targets.append(words)
        }
    }

    private mutating func take(_ text: TextBlock) {
        for mark in text.marks {
            let kind: String
            switch mark.fact {
            case .requirement(let modality): kind = modality.rawValue
            case .action(let action): kind = action.state == .done ? "action" : "ongoing"
            case .plan: kind = "plan"
            case .problem: kind = "problem"
            default: continue
            }
            if let piece = piece(at: mark.span.start) { pieces[piece].units.append(.init(kind: kind, words: text.words(of: mark))) }
        }
    }
}
