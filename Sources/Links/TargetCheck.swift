import Facts
import Provenance

/// Whether a reported figure reaches the target of a requirement (目标完成情况).
public struct TargetCheck: Hashable, Sendable {
    public enum Outcome: String, Sendable {
        case met, missed
        /// Below, but there is still time or the report is of a part.
        case onTheWay
    }

    public var outcome: Outcome
    public var target: Target
    public var reported: QuantityMention

    /// The first target of the requirement that the evidence measures, the missed one where several are; nil where it measures none.
    /// - Parameter saysMissed: the sentence itself says that a figure falls short (仅, 低于).
    init?(_ requirement: Requirement, _ evidence: Evidence, saysMissed: Bool) {
        var best: TargetCheck?
        for target in requirement.targets {
            guard let wanted = Double(target.value) else { continue }
            for quantity in evidence.quantities where quantity.unit == target.unit && TargetCheck.isSameIndicator(target, quantity, evidence) {
                guard let value = Double(quantity.value) else { continue }
                let check = TargetCheck(
                    outcome: TargetCheck.compare(value, target, wanted, evidence, saysMissed), target: target, reported: quantity)
                if best == nil || check.outcome == .missed { best = check }
                break
            }
            if best?.outcome == .missed { break }
        }
        guard let best else { return nil }
        self = best
    }

    private init(outcome: Outcome, target: Target, reported: QuantityMention) {
        self.outcome = outcome
        self.target = target
        self.reported = reported
    }

    private static func compare(_ value: Double, _ target: Target, _ wanted: Double, _ evidence: Evidence, _ saysMissed: Bool) -> Outcome {
        let isUpperBound = target.comparator == "<=" || target.comparator == "<"
        let holds =
            switch target.comparator {
            case "<=": value <= wanted
            case "<": value < wanted
            case ">": value > wanted
            default: value >= wanted
            }
        if holds { return .met }
        if isUpperBound || evidence.kind == .problem || saysMissed { return .missed }
        // A sum grows until the day it falls due; a share that has no date holds at any time.
        guard let due = target.when.flatMap({ CalendarDay(iso: $0, last: true) }) else {
            return target.unit == "%" ? .missed : .onTheWay
        }
        guard let day = evidence.day else { return .onTheWay }
        return day < due ? .onTheWay : .missed
    }

    /// The words that say what is counted: at least half of the target's pairs of characters stand in the evidence.
    private static func isSameIndicator(_ target: Target, _ quantity: QuantityMention, _ evidence: Evidence) -> Bool {
        let indicator = PlainText.scalars(target.indicator)
        guard indicator.count > 1 else { return quantity.of == target.indicator }
        if let of = quantity.of, share(of: indicator, in: PlainText.scalars(of)) >= 0.5 { return true }
        return share(of: indicator, in: PlainText.scalars(evidence.text)) >= 0.5
    }

    private static func share(of words: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Double {
        let pairs = Set(zip(text, text.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
        let wanted = zip(words, words.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
        guard !wanted.isEmpty else { return 0 }
        return Double(wanted.count { pairs.contains($0) }) / Double(wanted.count)
    }
}
