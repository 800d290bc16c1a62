import Facts
import Provenance
import Vocabulary

/// What one piece of evidence says of the state of a requirement.
struct Signal: Sendable {
    enum Kind: Sendable {
        case ongoing, done, notStarted, problem

        var state: RequirementState {
            switch self {
            case .ongoing: .underWay
            case .done: .done
            case .notStarted: .notStarted
            case .problem: .problem
            }
        }

        /// Among reports of one day the highest decides: that something is done says more than that something goes on.
        var rank: Int {
            switch self {
            case .ongoing: 0
            case .done: 1
            case .notStarted: 2
            case .problem: 3
            }
        }
    }

    var kind: Kind
    var why: Message
    /// It says that what was wrong is put right.
    var isRectified = false
    /// What of the requirement it says is accomplished.
    var accomplished: Set<Part> = []

    /// A part that has to be accomplished, by its number among the demands or the targets of the requirement.
    enum Part: Hashable, Sendable { case demand(Int), target(Int) }
}

/// A requirement as signals are read for it, worked out once.
struct SignalContext: Sendable {
    let requirement: Requirement
    let demands: [Demand]
    /// What must be accomplished for the whole to be done; empty where nothing can make it done.
    let needed: Set<Signal.Part>
}

/// Reads signals off reported sentences by the words of `Ontology/states.xml`.
struct SignalReader: Sendable {
    private let demands: DemandReader
    private let targets: TargetReader
    private let content: ContentWords
    private let notDone: PhraseSet
    private let notStarted: PhraseSet
    private let rectified: PhraseSet
    private let rates: PhraseSet
    private let wholeYear: PhraseSet
    private let doneStrength: Double

    init(_ ontology: Ontology, doneStrength: Double) {
        let markers = ontology.markers
        content = ContentWords(ontology)
        demands = DemandReader(ontology, content)
        targets = TargetReader(ontology, content)
        notDone = PhraseSet(markers.group("state.notDone"))
        notStarted = PhraseSet(markers.group("state.notStarted"))
        rectified = PhraseSet(markers.group("state.rectified"))
        rates = PhraseSet(markers.group("state.completionRate"))
        wholeYear = PhraseSet(markers.group("state.wholeYear"))
        self.doneStrength = doneStrength
    }

    func context(_ requirement: Requirement) -> SignalContext {
        let demands = demands.demands(of: requirement)
        var needed: Set<Signal.Part> = []
        if !requirement.targets.isEmpty {
            // Figures decide; general efforts in the same sentence (健全体系) have no end.
            needed = Set(requirement.targets.indices.map { .target($0) })
            for (number, demand) in demands.enumerated() where demand.targets.isEmpty && demand.isOwedByEach { needed.insert(.demand(number)) }
        } else if requirement.modality == .must || requirement.modality == .explore {
            // What is only encouraged or permitted has no end.
            needed = Set(demands.indices.map { .demand($0) })
        }
        return SignalContext(requirement: requirement, demands: demands, needed: needed)
    }

    func read(_ linked: LinkedEvidence, _ context: SignalContext) -> Signal {
        let (evidence, requirement) = (linked.evidence, context.requirement)
        let text = PlainText.scalars(evidence.text)
        let day = evidence.day?.description
        let isContradiction = evidence.kind == .problem || linked.link.verdict == .contradicts
        if isContradiction, notStarted.contains(text, in: text.indices), concerns(text, evidence, context) {
            return Signal(kind: .notStarted, why: .stateNotStarted(day))
        }
        let checks = targets.checks(requirement, evidence, targets.figures.read(evidence.quantities, in: text))
        if let check = checks.first(where: { $0.outcome == .missed }) {
            return Signal(kind: .problem, why: .stateTargetMissed(printed(check.target), reported: printed(check.reported)))
        }
        if isContradiction, !checks.contains(where: { $0.outcome == .met }) || evidence.kind == .problem, concerns(text, evidence, context) {
            return Signal(kind: .problem, why: .stateProblem(day))
        }
        var signal = Signal(kind: .ongoing, why: .stateReported(day), isRectified: rectified.contains(text, in: text.indices))
        if let check = checks.first {
            let (target, reported) = (printed(check.target), printed(check.reported))
            signal.why = check.outcome == .met ? .stateTargetMet(target, reported: reported) : .stateTargetOnTheWay(target, reported: reported)
        } else if let rate = rate(evidence, text) {
            signal.why = .stateRate(rate.text, computed: rate.isComputed)
        }
        guard mayBeDone(linked), evidence.kind != .problem, !evidence.isPart(of: requirement) else { return signal }
        for check in checks where check.outcome == .met { signal.accomplished.insert(.target(check.index)) }
        for (number, words) in demands.accomplished(context.demands, by: evidence, text).sorted(by: { $0.key < $1.key }) {
            signal.accomplished.insert(.demand(number))
            let demand = context.demands[number]
            // A figure above one is reached by a figure only; one thing is there or not, and each of many has its own.
            for target in demand.targets where Double(requirement.targets[target].value) == 1 || demand.isOwedByEach {
                signal.accomplished.insert(.target(target))
            }
            if checks.isEmpty, context.needed.contains(.demand(number)) || !demand.targets.isEmpty {
                signal.why = .stateCompleted(words, day)
            }
        }
        // 完成年度目标的117%: of which target, where the requirement has none?
        if let rate = rate(evidence, text), rate.value >= 100, !notDone.contains(text, in: text.indices),
            !requirement.targets.isEmpty || !wholeYear.contains(text, in: text.indices)
        {
            let given = content.pairs(text).union(content.pairs(PlainText.scalars(evidence.itemHeading ?? "")))
            for (number, demand) in context.demands.enumerated() where content.share(of: demand.pairs, in: given) >= 0.5 {
                signal.accomplished.insert(.demand(number))
            }
        }
        return signal
    }

    /// Where figures are demanded, a problem of another matter or of one place does not put them in doubt.
    private func concerns(_ text: [Unicode.Scalar], _ evidence: Evidence, _ context: SignalContext) -> Bool {
        guard !context.requirement.targets.isEmpty else { return true }
        if evidence.isPart(of: context.requirement) { return false }
        let given = content.pairs(text).union(content.pairs(PlainText.scalars(evidence.itemHeading ?? "")))
        return context.demands.contains { content.share(of: $0.pairs, in: given) >= 0.5 }
    }

    /// A wrong "done" costs more than a missed one, so weak ties do not make one.
    private func mayBeDone(_ linked: LinkedEvidence) -> Bool {
        linked.link.status == .confirmed || linked.link.strength >= doneStrength
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
