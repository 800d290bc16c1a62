import Provenance
import Structure

/// Lines of duty behind the last of several items (条末责任行). Where 责任单位：… closes each （一） of a text, the one behind 3. of （二） closes
/// （二） as well: it holds for 1. and 2. as for 3.
extension TreeReader {
    /// One of the units is closed by a line of duty of its own.
    func closesWithDuty(_ nodes: [OutlineNode]) -> Bool {
        nodes.contains { node in
            guard case .unit(let unit) = node, case .paragraph(let last)? = unit.children.last else { return false }
            return unit.children.allSatisfy(\.isParagraph) && isDutyLine(last)
        }
    }

    /// Takes the lines of duty from the last item of a unit that hold for all of its items: none of the others names who owes it.
    func takeDutyLines(from unit: inout OutlineUnit) -> [Passage] {
        guard unit.children.count > 1, case .unit(var last)? = unit.children.last, last.children.allSatisfy(\.isParagraph) else { return [] }
        let earlier = unit.children.dropLast()
        guard earlier.contains(where: { if case .unit = $0 { true } else { false } }), !earlier.contains(where: namesDuty) else { return [] }
        var lines: [Passage] = []
        while case .paragraph(let passage)? = last.children.last, last.children.count > 1 || last.heading != nil, isDutyLine(passage) {
            lines.insert(passage, at: 0)
            last.children.removeLast()
        }
        guard !lines.isEmpty else { return [] }
        unit.children[unit.children.count - 1] = .unit(last)
        return lines
    }

    /// Gives all directives of blocks what holds for them all.
    static func owe(_ assignments: [Assignment], _ deadlines: [Deadline], _ blocks: inout [Block]) {
        for index in blocks.indices {
            switch blocks[index] {
            case .division(var division):
                owe(assignments, deadlines, &division.blocks)
                blocks[index] = .division(division)
            case .directive(var directive):
                let own = Set(directive.assignments.map { $0.body ?? $0.name })
                directive.assignments += assignments.filter { !own.contains($0.body ?? $0.name) }
                directive.deadlines += deadlines
                blocks[index] = .directive(directive)
            default: break
            }
        }
    }

    private func isDutyLine(_ passage: Passage) -> Bool {
        let line = passage.reading
        guard let length = scanned.length(.label, at: line.lowerBound, limit: line.upperBound), line.lowerBound + length < line.upperBound else { return false }
        return scanned[line.lowerBound + length] == "："
    }

    private func namesDuty(_ node: OutlineNode) -> Bool {
        switch node {
        case .paragraph(let passage): namesDuty(passage.reading)
        case .unit(let unit): unit.heading.map { namesDuty($0.reading) } ?? false || unit.children.contains(where: namesDuty)
        case .table, .closing: true
        }
    }

    /// A label, or a bracket behind the last stop.
    private func namesDuty(_ line: Range<Int>) -> Bool {
        guard let last = line.last else { return false }
        if scanned[last] == "）" { return true }
        return line.contains { scanned[$0] == "：" && scanned.length(.label, endingAt: $0, from: line.lowerBound) != nil }
    }
}

extension OutlineNode {
    fileprivate var isParagraph: Bool { if case .paragraph = self { true } else { false } }
}
