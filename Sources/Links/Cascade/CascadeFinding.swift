import Facts
import Provenance

/// What a lower document makes of a duty in the upper one that it carries out (承接差异). Numbers are those of the requirements in
/// their documents.
public struct CascadeFinding: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Nothing in the lower document carries it out (未承接).
        case dropped
        /// What carries it out asks for less (弱化).
        case weakened
        /// Nothing in the upper document asks for it (新增).
        case added
    }

    /// Why a duty is held to be one of the lower level.
    public enum Address: String, Sendable {
        /// The words say so: 各州（市）要….
        case stated
        /// A body that owes it has its like at the lower level, and of the whole clause the lower document says nothing.
        case implied
    }

    public var kind: Kind
    /// Of one clause; empty of what was added.
    public var upper: [Int]
    /// Empty of what was dropped.
    public var lower: [Int]
    /// Of what was dropped alone.
    public var address: Address?
    /// Of what was weakened alone, at least one.
    public var weaknesses: [Weakness]

    public init(_ kind: Kind, upper: [Int] = [], lower: [Int] = [], address: Address? = nil, weaknesses: [Weakness] = []) {
        self.kind = kind
        self.upper = upper
        self.lower = lower
        self.address = address
        self.weaknesses = weaknesses
    }

    /// For people.
    public var why: [Message] {
        switch kind {
        case .dropped: [address == .stated ? .cascadeDroppedStated : .cascadeDroppedImplied]
        case .weakened: weaknesses.map(\.message)
        case .added: [.cascadeAddedWhy]
        }
    }
}

/// In what a lower requirement asks for less than the upper one (弱化之处).
public enum Weakness: Hashable, Sendable {
    /// 必须 → 鼓励.
    case modality(Modality, Modality)
    /// It falls due later; nil: never.
    case deadline(CalendarDay, CalendarDay?)
    /// It is to reach less.
    case target(Target, Target)
    /// No body of the function that leads above owes it below.
    case lead(Assignment)
    /// Nobody owes it at all, though the lower document names who owes what.
    case nobody

    public var message: Message {
        switch self {
        case .modality(let upper, let lower): .cascadeModality(upper.message, lower.message)
        case .deadline(let upper, let lower): .cascadeDeadline(upper.description, lower?.description)
        case .target(let upper, let lower): .cascadeTarget(Self.words(upper), Self.words(lower))
        case .lead(let assignment): .cascadeLead(assignment.name)
        case .nobody: .cascadeNobody
        }
    }

    private static func words(_ target: Target) -> String { target.indicator + target.comparator + target.value + target.unit }
}

extension Modality {
    fileprivate var message: Message {
        switch self {
        case .must: .modalityMust
        case .mustNot: .modalityMustNot
        case .encourage: .modalityEncourage
        case .may: .modalityMay
        case .explore: .modalityExplore
        }
    }

    /// How strongly it binds; 0 is the least.
    var weight: Int {
        switch self {
        case .must, .mustNot: 2
        case .encourage, .explore: 1
        case .may: 0
        }
    }
}
