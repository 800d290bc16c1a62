import Facts
import Provenance
import Vocabulary

/// What state a requirement is in on a day (落实状态判定): from its evidence and its deadline alone.
///
/// Strong links that nobody has rejected are gone through by the days of their evidence. On one day the worst verdict decides.
/// A problem stays until a later report says done or put right; mere activity does not lift it. Done stays done.
public struct StateRules: Sendable {
    let staleDays: Int
    let signals: SignalReader

    /// - Throws: a fault that names the weight which no ontology file gives.
    public init(_ ontology: Ontology) throws(Fault) {
        staleDays = Int(try ontology.linking.value("staleDays"))
        signals = SignalReader(ontology, doneStrength: try ontology.linking.value("doneStrength"))
    }

    /// - Parameters:
    ///   - evidence: everything linked to the requirement, in any order, rejected links too.
    ///   - asOf: the day of the question; nil where no day is known, so that nothing is late and nothing stale.
    public func coverage(of requirement: Requirement, evidence: [LinkedEvidence], asOf: CalendarDay?) -> Coverage {
        let sorted = evidence.sorted(by: Self.isEarlier)
        let context = signals.context(requirement)
        let finding = judge(context, sorted, asOf)
        let gap: Coverage.Gap =
            if requirement.modality == .may || finding.counts.claimed > 0 { .none } else if finding.counts.indirect > 0 { .indirectOnly } else { .bare }
        return Coverage(
            requirement: requirement.id, state: finding.state, why: finding.why, counts: finding.counts, latest: finding.latest,
            deciding: finding.deciding, gap: gap,
            bodies: requirement.assignments.map { assignment in
                let own = sorted.filter { self.isReport($0.evidence, of: assignment, in: requirement) }
                let finding = judge(context, own, asOf)
                return BodyCoverage(
                    assignment: assignment, state: finding.state, why: finding.why, counts: finding.counts, latest: finding.latest)
            })
    }

    private struct Finding {
        var state = RequirementState.noReport
        var why: [Message] = []
        var counts = Coverage.Counts()
        var latest: CalendarDay?
        var deciding: FactID?
    }

    private func judge(_ context: SignalContext, _ evidence: [LinkedEvidence], _ asOf: CalendarDay?) -> Finding {
        let requirement = context.requirement
        var finding = Finding()
        let counted = evidence.filter(\.counts)
        finding.counts = Coverage.Counts(
            claimed: counted.count, verified: counted.count { $0.link.status == .confirmed },
            indirect: evidence.count { !$0.counts && $0.link.status != .rejected })
        finding.latest = counted.compactMap(\.evidence.day).max()
        follow(counted, context, &finding)
        if counted.isEmpty {
            finding.why = [finding.counts.indirect > 0 ? .stateIndirectOnly(finding.counts.indirect) : .stateNoEvidence]
        }
        let suspects = counted.count { $0.link.status == .suspect }
        if suspects > 0 {
            finding.state = .suspect
            finding.why.insert(.stateSuspect(suspects), at: 0)
        } else if let asOf, finding.state != .done {
            if let due = requirement.due, due < asOf {
                finding.state = .overdue
                finding.why.insert(.stateOverdue(due.description), at: 0)
            } else if finding.state == .underWay, let latest = finding.latest, asOf.ordinal - latest.ordinal > staleDays {
                finding.state = .stale
                finding.why.insert(.stateStale(asOf.ordinal - latest.ordinal), at: 0)
            }
        }
        return finding
    }

    /// Goes through the evidence day by day. What has been accomplished adds up: the whole is done with the last of its demands.
    private func follow(_ counted: [LinkedEvidence], _ context: SignalContext, _ finding: inout Finding) {
        var accomplished: Set<Signal.Part> = []
        var start = 0
        while start < counted.count {
            var end = start
            var worst: (signal: Signal, fact: FactID)?
            while end < counted.count, counted[end].evidence.day == counted[start].evidence.day {
                var signal = signals.read(counted[end], context)
                accomplished.formUnion(signal.accomplished)
                if signal.kind == .ongoing, !signal.accomplished.isEmpty, !context.needed.isEmpty, context.needed.isSubset(of: accomplished) {
                    signal.kind = .done
                }
                if worst == nil || signal.kind.rank > worst!.signal.kind.rank { worst = (signal, counted[end].evidence.id) }
                end += 1
            }
            start = end
            guard let (signal, fact) = worst else { continue }
            switch (finding.state, signal.kind) {
            case (.done, .ongoing): continue
            case (.problem, .ongoing) where !signal.isRectified:
                if !finding.why.contains(.stateProblemOpen) { finding.why.append(.stateProblemOpen) }
                continue
            default:
                finding.state = signal.kind.state
                finding.why = [signal.why]
                finding.deciding = fact
            }
        }
    }

    /// Whether this is that body's report. What a body below it did is not its own; what nobody in particular did counts where
    /// one body alone owes the duty.
    private func isReport(_ evidence: Evidence, of assignment: Assignment, in requirement: Requirement) -> Bool {
        if evidence.actors.contains(where: { BodyRelation($0, owes: assignment) == .same }) { return true }
        if requirement.assignments.count == 1, !assignment.isOpen, evidence.actors.isEmpty { return true }
        // A class of lower bodies (各州、市) reports through any of them.
        guard assignment.body == nil, assignment.name.unicodeScalars.first == "各" else { return false }
        return evidence.scope.contains { one in requirement.scope.contains { $0 != one && DivisionScope.isWithin(one, $0) } }
    }

    private static func isEarlier(_ left: LinkedEvidence, _ right: LinkedEvidence) -> Bool {
        let (first, second) = (left.evidence.day?.ordinal ?? .min, right.evidence.day?.ordinal ?? .min)
        return first != second ? first < second : left.evidence.id < right.evidence.id
    }
}
