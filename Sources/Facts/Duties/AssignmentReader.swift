import Provenance
import Structure
import Vocabulary

/// Turns statements of responsibility into assignments (责任分解): names split and completed, resolved in the scope of the
/// document, each with the words that state it.
struct AssignmentReader {
    let bodies: BodyRecogniser

    /// Rules that a document states once; they hold from where they stand.
    struct Rules {
        var firstLeads = false
        var responsibleLead = false
        /// Every clause has a lead, by the document's own word.
        var requireLead: Bool { firstLeads || responsibleLead }
        /// Names that nothing explains, since they were told last.
        var unknown: [String] = []
        /// Bodies that owe every clause.
        var everywhere: [Assignment] = []
        /// Functions of the past that were told.
        var past: Set<String> = []
    }

    func assignments(
        of result: inout PassageReader.Result, block: String, in reading: ReadingText, rules: inout Rules, context: inout PassageContext
    ) -> [Assignment] {
        var assignments: [Assignment] = []
        var counter = 0
        var placed: [DraftMark] = []
        for statement in result.statements {
            if statement.firstLeads { rules.firstLeads = true }
            if statement.responsibleLead { rules.responsibleLead = true }
            for names in statement.everywhere {
                for name in bodies.splitNames(in: reading, range: names, scope: &context.bodies).names {
                    counter += 1
                    let id = "\(block).b\(counter)"
                    placed.append(DraftMark(name.range, name.naming.fact, id: id))
                    context.named.append(name)
                    rules.everywhere.append(Assignment(body: name.body.ref, name: name.body.name, role: .responsible, basis: id))
                }
            }
            // A lead that is named leads; the first of those responsible does where none is.
            let firstLeads = rules.firstLeads && !statement.parts.contains { $0.role == .lead }
            for (place, part) in statement.parts.enumerated() {
                let list = bodies.splitNames(in: reading, range: part.names, scope: &context.bodies)
                for (index, name) in list.names.enumerated() {
                    counter += 1
                    let id = block + ".b" + String(counter)
                    placed.append(DraftMark(name.range, name.naming.fact, id: id))
                    context.named.append(name)
                    // A composed name has a division before its function, known or not; an open one has its kind.
                    if name.body.ref == nil, !name.body.isClass, name.kind.isEmpty, name.areaLength == 0, !name.body.name.hasPrefix("各") {
                        rules.unknown.append(name.body.name)
                    }
                    // 省甲厅、省乙局，各县人民政府按职责分工负责: the very first of all leads.
                    let role = firstLeads && part.role == .responsible && index == 0 && place == 0 ? Role.lead : part.role
                    assignments.append(Assignment(body: name.body.ref, name: name.body.name, role: role, basis: id, isOpen: list.isOpen))
                }
            }
        }
        if !result.statements.isEmpty { place(placed, in: &result) }
        return assignments
    }

    /// The lists know their names better than the scan of running text: inside a statement only they name bodies (负责部门： is a
    /// label), and their marks take the place of those that they overlap.
    private func place(_ names: [DraftMark], in result: inout PassageReader.Result) {
        let names = names.sorted { $0.range.lowerBound < $1.range.lowerBound }
        let statements = result.statements.map(\.range)
        let ranges = names.map(\.range)
        let kept = result.entities.filter { mark in
            let overlapped = ranges.overlapping(mark.range)
            if case .body = mark.fact {
                return overlapped.isEmpty && !statements.overlapping(mark.range).contains { $0.contains(mark.range) }
            }
            return overlapped.allSatisfy { $0.contains(mark.range) }
        }
        result.entities = (names + kept).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Drafting errors: a body named twice, or both as lead and as support, a name that nobody bears, or nobody any more, no lead where the
    /// document promises one. They are told, not repaired.
    /// - Parameter year: of the document, where known.
    func findings(_ directive: Directive, _ rules: inout Rules, year: Int?) -> [Finding] {
        var findings = year.map { outOfTime(directive, &rules, $0) } ?? []
        for name in rules.unknown where directive.assignments.contains(where: { $0.name == name }) {
            findings.append(Finding(.note, .bodyUnknown(name), element: directive.id))
        }
        rules.unknown = []
        if rules.requireLead, !directive.assignments.isEmpty, !directive.assignments.contains(where: { $0.role == .lead }) {
            findings.append(Finding(.warning, .leadMissing, element: directive.id))
        }
        guard directive.assignments.count > 1, Set(directive.assignments.lazy.map { $0.body ?? $0.name }).count < directive.assignments.count
        else { return findings }
        var roles: [String: [Role]] = [:]
        for assignment in directive.assignments { roles[assignment.body ?? assignment.name, default: []].append(assignment.role) }
        var told: Set<String> = []
        for assignment in directive.assignments {
            let key = assignment.body ?? assignment.name
            guard let held = roles[key], held.count > 1, told.insert(key).inserted else { continue }
            let message: Message = Set(held).count > 1 ? .bodyInTwoRoles(assignment.name) : .bodyNamedTwice(assignment.name)
            findings.append(Finding(.warning, message, element: directive.id))
        }
        return findings
    }

    /// Reforms of the centre (机构改革) reach the counties in the year after.
    private static let reformLag = 1

    /// 省环境保护厅 in a document of 2031: the name is of another time. Told once a document for each function.
    private func outOfTime(_ directive: Directive, _ rules: inout Rules, _ year: Int) -> [Finding] {
        var findings: [Finding] = []
        for assignment in directive.assignments {
            guard let ref = assignment.body, let slash = ref.utf8.lastIndex(of: UInt8(ascii: "/")) else { continue }
            guard let function = bodies.ontology.pastFunctions[ref[ref.index(after: slash)...]], let end = function.validUntil, year > end + Self.reformLag,
                rules.past.insert(function.id).inserted
            else { continue }
            let successors = function.successors.compactMap { next in bodies.ontology.functions.first { $0.id == next }?.label }
            findings.append(Finding(.note, .bodyOfThePast(assignment.name, until: end, successors: successors), element: directive.id))
        }
        return findings
    }
}
