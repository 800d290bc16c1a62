import Facts
import Provenance
import Vocabulary

/// A requirement as signals are read for it, worked out once.
struct SignalContext: Sendable {
    let requirement: Requirement
    let demands: [Demand]
    let duty: Duty
}

/// Reads signals off reported sentences by the words of `Ontology/states.xml`.
struct SignalReader: Sendable {
    private let demands: DemandReader
    let targets: TargetReader
    private let content: ContentWords
    private let notDone: PhraseSet
    private let notStarted: PhraseSet
    private let rectified: PhraseSet
    private let rates: PhraseSet
    private let wholeYear: PhraseSet

    init(_ ontology: Ontology) {
        let markers = ontology.markers
        content = ContentWords(ontology)
        demands = DemandReader(ontology, content)
        targets = TargetReader(ontology, content)
        notDone = PhraseSet(markers.group("state.notDone"))
        notStarted = PhraseSet(markers.group("state.notStarted"))
        rectified = PhraseSet(markers.group("state.rectified"))
        rates = PhraseSet(markers.group("state.completionRate"))
        wholeYear = PhraseSet(markers.group("state.wholeYear"))
    }

    func context(_ requirement: Requirement) -> SignalContext {
        let demands = demands.demands(of: requirement)
        var needed = LinkSignal.Parts()
        if !requirement.targets.isEmpty {
            // Figures decide; general efforts in the same sentence (健全体系) have no end.
            for target in requirement.targets.indices { needed.need(target: target) }
            for (number, demand) in demands.enumerated() where demand.targets.isEmpty && demand.isOwedByEach { needed.need(demand: number) }
        } else if requirement.modality == .must || requirement.modality == .explore {
            // What is only encouraged or permitted has no end.
            for demand in demands.indices { needed.need(demand: demand) }
        }
        let duty = Duty(
            needed: needed, due: (requirement.due ?? endOfPlan(requirement))?.ordinal, isPermission: requirement.modality == .may, owners: requirement.assignments.count)
        return SignalContext(requirement: requirement, demands: demands, duty: duty)
    }

    /// - Parameter strength: of the link.
    func read(_ evidence: Evidence, verdict: Link.Verdict, strength: Double, _ context: SignalContext) -> LinkSignal {
        let requirement = context.requirement
        let text = PlainText.scalars(evidence.text)
        var signal = LinkSignal(day: evidence.day?.ordinal, tie: Int64(ContentHash.shortHash(evidence.id.description)), reporters: reporters(of: evidence, among: requirement))
        let isContradiction = evidence.kind == .problem || verdict == .contradicts
        if isContradiction, notStarted.contains(text, in: text.indices), concerns(text, evidence, strength, context) {
            (signal.kind, signal.reason) = (.notStarted, .notStarted)
            return signal
        }
        let checks = targets.checks(requirement, evidence, targets.figures.read(evidence.quantities, in: text))
        if let check = checks.first(where: { $0.outcome == .missed }) {
            (signal.kind, signal.reason) = (.problem, .missed(target: printed(check.target), reported: printed(check.reported)))
            return signal
        }
        if isContradiction, !checks.contains(where: { $0.outcome == .met }) || evidence.kind == .problem, concerns(text, evidence, strength, context) {
            (signal.kind, signal.reason) = (.problem, .problem)
            return signal
        }
        signal.isRectified = rectified.contains(text, in: text.indices)
        if let check = checks.first {
            let (target, reported) = (printed(check.target), printed(check.reported))
            signal.reason = check.outcome == .met ? .met(target: target, reported: reported) : .onTheWay(target: target, reported: reported)
        } else if let rate = rate(evidence, text) {
            signal.reason = .rate(rate.text, isComputed: rate.isComputed)
        }
        guard evidence.kind != .problem, !evidence.isPart(of: requirement) else { return signal }
        for check in checks where check.outcome == .met { signal.accomplished.insert(target: check.index) }
        for (number, words) in demands.accomplished(context.demands, by: evidence, text).sorted(by: { $0.key < $1.key }) {
            signal.accomplished.insert(demand: number)
            let demand = context.demands[number]
            // A figure above one is reached by a figure only; one thing is there or not, and each of many has its own.
            for target in demand.targets where Double(requirement.targets[target].value) == 1 || demand.isOwedByEach {
                signal.accomplished.insert(target: target)
            }
            if checks.isEmpty, context.duty.needed.contains(demand: number) || !demand.targets.isEmpty {
                signal.completion = words
            }
        }
        // 完成年度目标的117%: of which target, where the requirement has none?
        if let rate = rate(evidence, text), rate.value >= 100, !notDone.contains(text, in: text.indices),
            !requirement.targets.isEmpty || !wholeYear.contains(text, in: text.indices)
        {
            let given = content.pairs(text).union(content.pairs(PlainText.scalars(evidence.itemHeading ?? "")))
            for (number, demand) in context.demands.enumerated() where content.share(of: demand.pairs, in: given) >= 0.5 {
                signal.accomplished.insert(demand: number)
            }
        }
        return signal
    }

    /// The targets of a plan for one year fall due with it, where they name no day of their own.
    private func endOfPlan(_ requirement: Requirement) -> CalendarDay? {
        guard requirement.targets.contains(where: { $0.reference == nil && $0.when == nil }) else { return nil }
        return targets.endOfPlan(requirement.document)
    }

    /// Where figures are demanded, a problem of another matter or of one place does not put them in doubt.
    private func concerns(_ text: [Unicode.Scalar], _ evidence: Evidence, _ strength: Double, _ context: SignalContext) -> Bool {
        guard !context.requirement.targets.isEmpty else { return true }
        if evidence.isPart(of: context.requirement) { return false }
        let given = content.pairs(text).union(content.pairs(PlainText.scalars(evidence.itemHeading ?? "")))
        // What is shown as a contradiction counts as one, where it speaks of the same things: 其余82座尚未动工 of 500座.
        // One that falls short of a goal of its own (仅完成5000名目标的77.2%) is another matter's.
        let hasGoal = targets.figures.read(evidence.quantities, in: text).contains { figure in
            figure.isNoLevel && !context.requirement.targets.contains { Double($0.value) == figure.value }
        }
        let least = Link.counts(strength: strength, .proposed) && !hasGoal ? 0.2 : 0.5
        if context.demands.contains(where: { content.share(of: $0.pairs, in: given) >= least }) { return true }
        return least < 0.5 && evidence.quantities.contains { quantity in context.requirement.targets.contains { targets.isRare($0.unit) && $0.unit == quantity.unit } }
    }

    /// Whose report it is. What a body below did is not the upper one's own; what nobody in particular did counts where one body
    /// alone owes the duty.
    private func reporters(of evidence: Evidence, among requirement: Requirement) -> UInt64 {
        var found: UInt64 = 0
        for (place, assignment) in requirement.assignments.prefix(64).enumerated() where isReport(evidence, of: assignment, in: requirement) {
            found |= 1 << UInt64(place)
        }
        return found
    }

    private func isReport(_ evidence: Evidence, of assignment: Assignment, in requirement: Requirement) -> Bool {
        if evidence.actors.contains(where: { BodyRelation($0, owes: assignment) == .same }) { return true }
        if requirement.assignments.count == 1, !assignment.isOpen, evidence.actors.isEmpty { return true }
        // A class of lower bodies (各州、市) reports through any of them.
        guard assignment.body == nil, assignment.name.unicodeScalars.first == "各" else { return false }
        return evidence.scope.contains { one in requirement.scope.contains { $0 != one && DivisionScope.isWithin(one, $0) } }
    }

    /// The rate of completion that the sentence prints or its figures give; the lowest where several are printed.
    private func rate(_ evidence: Evidence, _ text: [Unicode.Scalar]) -> (value: Double, text: String, isComputed: Bool)? {
        if let rate = evidence.rate, let value = Double(rate.percent) { return (value, rate.percent, true) }
        guard rates.contains(text, in: text.indices) else { return nil }
        let printed = evidence.quantities.filter { $0.unit == "%" }.compactMap { quantity in Double(quantity.value).map { ($0, quantity.value) } }
        return printed.min { $0.0 < $1.0 }.map { ($0.0, $0.1, false) }
    }

    private func printed(_ target: Target) -> String { target.comparator + target.value + target.unit }
    private func printed(_ quantity: QuantityMention) -> String { quantity.comparator + quantity.value + quantity.unit }
}
