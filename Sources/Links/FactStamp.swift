import Facts
import Provenance

/// What a person saw of a fact when deciding on it (核实时的文本): compared with the fact as it reads now. The clause's number is no
/// part of it: a clause that moves is the same clause.
public struct FactStamp: Hashable, Sendable {
    public let text: String
    /// What the clause adds to the words; nil where that is not known.
    let duties: Duties?

    struct Duties: Hashable, Sendable {
        /// Each sorted.
        var deadlines: [String]
        var targets: [String]
        var bodies: [String]
    }

    public init(_ requirement: Requirement) {
        text = requirement.text
        duties = Duties(
            deadlines: Set(requirement.deadlines.map(\.when)).sorted(),
            // The day of a target is one of the deadlines.
            targets: Set(requirement.targets.map { "\($0.comparator)\($0.value)\($0.unit)" }).sorted(),
            bodies: Set(requirement.assignments.map { "\($0.role.rawValue) \($0.name)" }).sorted())
    }

    public init(_ evidence: Evidence) {
        text = evidence.text
        duties = Duties(deadlines: [], targets: [], bodies: Set(evidence.actors.map(\.name)).sorted())
    }

    // MARK: Comparing

    /// What is different now, in the order of `TextChange`; empty where the decision holds for the fact as it reads now.
    public func changes(to now: FactStamp) -> [TextChange] {
        var changes: Set<TextChange> = []
        if let old = duties, let new = now.duties {
            if old.deadlines != new.deadlines { changes.insert(.deadline) }
            if old.targets != new.targets { changes.insert(.target) }
            if old.bodies != new.bodies { changes.insert(.body) }
        }
        if Self.plain(text) != Self.plain(now.text) {
            let names = Set((duties?.bodies ?? []) + (now.duties?.bodies ?? [])).map { $0.split(separator: " ").last.map(String.init) ?? $0 }
            let known = changes.contains(.body) ? names.map(PlainText.scalars) : []
            if Self.withoutFigures(text, known) != Self.withoutFigures(now.text, known) {
                changes.insert(.wording)
            } else if changes.isEmpty {
                changes.insert(.number)
            }
        }
        return TextChange.allCases.filter(changes.contains)
    }

    private static func plain(_ text: String) -> [Unicode.Scalar] { PlainText.scalars(text) }

    /// The words alone: figures and the days that they print (2030年6月底前) leave one mark, names another.
    private static func withoutFigures(_ text: String, _ names: [[Unicode.Scalar]]) -> [Unicode.Scalar] {
        let text = PlainText.blank(names, in: plain(text))
        var words: [Unicode.Scalar] = []
        words.reserveCapacity(text.count)
        var isInFigure = false
        for scalar in text {
            if PlainText.isDigit(scalar) {
                if !isInFigure { words.append("0") }
                isInFigure = true
            } else if isInFigure, belongsToFigure(scalar) {
                continue
            } else {
                isInFigure = false
                words.append(scalar)
            }
        }
        return words
    }

    private static func belongsToFigure(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", ",", "%", "％", "年", "月", "日", "底", "末", "前": true
        default: false
        }
    }

    // MARK: For the base

    /// The text, then deadlines, targets and bodies, apart by U+001D; members of a list apart by U+001E. No document holds either.
    public var encoded: String {
        guard let duties else { return text }
        return ([text] + [duties.deadlines, duties.targets, duties.bodies].map { $0.joined(separator: "\u{1E}") }).joined(separator: "\u{1D}")
    }

    public init(decoding encoded: String) {
        let parts = encoded.split(separator: "\u{1D}", omittingEmptySubsequences: false).map(String.init)
        text = parts.first ?? ""
        guard parts.count == 4 else {
            duties = nil
            return
        }
        func list(_ part: String) -> [String] { part.split(separator: "\u{1E}").map(String.init) }
        duties = Duties(deadlines: list(parts[1]), targets: list(parts[2]), bodies: list(parts[3]))
    }
}
