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
}

/// Reads signals off reported sentences by the words of `Ontology/states.xml`.
struct SignalReader: Sendable {
    private let done: PhraseSet
    private let notDone: PhraseSet
    private let notStarted: PhraseSet
    private let rectified: PhraseSet
    private let rates: PhraseSet
    private let missed: PhraseSet
    private let doneStrength: Double

    init(_ markers: Markers, doneStrength: Double) {
        done = PhraseSet(markers.group("state.done"))
        notDone = PhraseSet(markers.group("state.notDone"))
        notStarted = PhraseSet(markers.group("state.notStarted"))
        rectified = PhraseSet(markers.group("state.rectified"))
        rates = PhraseSet(markers.group("state.completionRate"))
        missed = PhraseSet(markers.group("linking.missed"))
        self.doneStrength = doneStrength
    }

    func read(_ linked: LinkedEvidence, _ requirement: Requirement) -> Signal {
        let evidence = linked.evidence
        let text = PlainText.scalars(evidence.text)
        let day = evidence.day?.description
        let isContradiction = evidence.kind == .problem || linked.link.verdict == .contradicts
        if isContradiction, notStarted.contains(text, in: text.indices) { return Signal(kind: .notStarted, why: .stateNotStarted(day)) }
        if let check = TargetCheck(requirement, evidence, saysMissed: missed.contains(text, in: text.indices)) {
            let target = check.target.comparator + check.target.value + check.target.unit
            let reported = check.reported.comparator + check.reported.value + check.reported.unit
            switch check.outcome {
            case .missed: return Signal(kind: .problem, why: .stateTargetMissed(target, reported: reported))
            case .met where !isContradiction && requirement.targets.count == 1 && mayBeDone(linked):
                return Signal(kind: .done, why: .stateTargetMet(target, reported: reported))
            case .met where !isContradiction: return Signal(kind: .ongoing, why: .stateTargetMet(target, reported: reported))
            case .onTheWay where !isContradiction:
                return Signal(kind: .ongoing, why: .stateTargetOnTheWay(target, reported: reported))
            case .met, .onTheWay: break
            }
        }
        if isContradiction { return Signal(kind: .problem, why: .stateProblem(day)) }
        let isRectified = rectified.contains(text, in: text.indices)
        if let rate = rate(evidence, text) {
            let isDone = rate.value >= 100 && mayBeDone(linked) && !notDone.contains(text, in: text.indices)
            return Signal(
                kind: isDone ? .done : .ongoing, why: .stateRate(rate.text, computed: rate.isComputed), isRectified: isRectified)
        }
        if mayBeDone(linked), let words = completion(text) {
            return Signal(kind: .done, why: .stateCompleted(String(scalars: text[words]), day), isRectified: isRectified)
        }
        return Signal(kind: .ongoing, why: .stateReported(day), isRectified: isRectified)
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

    /// Words of completion with no figure right behind them: 已完成82个 says a part.
    private func completion(_ text: [Unicode.Scalar]) -> Range<Int>? {
        guard !notDone.contains(text, in: text.indices) else { return nil }
        var from = 0
        while let found = done.first(in: from..<text.count, of: text) {
            let next = found.upperBound < text.count ? text[found.upperBound] : "。"
            if !PlainText.isDigit(next) { return found }
            from = found.upperBound
        }
        return nil
    }
}
