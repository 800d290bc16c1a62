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
    }

    func assignments(
        of result: inout PassageReader.Result, block: String, in reading: ReadingText, rules: inout Rules, context: inout PassageContext
    ) -> [Assignment] {
        var assignments: [Assignment] = []
        var counter = 0
        for statement in result.statements {
            // 负责部门： is a label; only what stands in the lists names bodies.
            result.entities.removeAll { mark in
                if case .body = mark.fact { statement.range.contains(mark.range) } else { false }
            }
            if statement.firstLeads { rules.firstLeads = true }
            if statement.responsibleLead { rules.responsibleLead = true }
            for part in statement.parts {
                let list = bodies.splitNames(in: reading, range: part.names, scope: &context.bodies)
                for (index, name) in list.names.enumerated() {
                    counter += 1
                    let id = "\(block).b\(counter)"
                    place(name, id: id, in: &result)
                    context.named.append(name)
                    let role = rules.firstLeads && part.role == .responsible && index == 0 ? Role.lead : part.role
                    assignments.append(Assignment(body: name.body.ref, name: name.body.name, role: role, basis: id, isOpen: list.isOpen))
                }
            }
        }
        return assignments
    }

    /// The list knows its names better than the scan of running text: its mark takes the place of those that it overlaps.
    private func place(_ name: FoundBody, id: String, in result: inout PassageReader.Result) {
        result.entities.removeAll { mark in
            guard mark.range.overlaps(name.range) else { return false }
            if case .body = mark.fact { return true }
            return !name.range.contains(mark.range)
        }
        let index = result.entities.firstIndex { $0.range.lowerBound > name.range.lowerBound } ?? result.entities.endIndex
        result.entities.insert(DraftMark(name.range, .body(name.body), id: id), at: index)
    }

    /// Drafting errors: a body named twice, or both as lead and as support. They are told, not repaired.
    func findings(_ directive: Directive) -> [Finding] {
        var findings: [Finding] = []
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
}
