import Provenance

/// That a piece of evidence answers a requirement, how strongly, and why (关联).
public struct Link: Hashable, Sendable {
    public enum Status: String, Sendable, CaseIterable {
        /// By the engine (系统建议).
        case proposed
        /// By a person (已核实, 已否定).
        case confirmed, rejected
        /// A text on either side has changed since a person decided (待复核).
        case suspect
    }

    public enum Verdict: String, Sendable, CaseIterable { case supports, contradicts }

    public enum Relation: String, Sendable, CaseIterable {
        /// An action or a problem (报送).
        case reports
        /// A document issued to carry it out (配套).
        case implements
        /// A lower document's requirement that implements this one (承接); the evidence is that requirement.
        case derives
        /// A report of a requirement whose original is in the base (转述); the evidence is the reported requirement.
        case restates
    }

    public var requirement: FactID
    public var evidence: FactID
    /// 0 to 1; from `strong` on an inspector would accept it, below it only touches the subject.
    public var strength: Double
    public var status: Status
    public var verdict: Verdict
    public var relation: Relation
    /// Strongest first.
    public var reasons: [Reason]
    /// What the evidence says of the state; nil of `derives` and `restates`, and where nobody has worked it out yet, as of a link made by
    /// hand.
    public var signal: LinkSignal?

    /// The lowest strength of a strong link (强关联), fixed by the contract that partners read.
    public static let strong = 0.5

    public init(
        requirement: FactID, evidence: FactID, strength: Double, status: Status = .proposed, verdict: Verdict = .supports,
        relation: Relation = .reports, reasons: [Reason] = [], signal: LinkSignal? = nil
    ) {
        self.requirement = requirement
        self.evidence = evidence
        self.strength = strength
        self.status = status
        self.verdict = verdict
        self.relation = relation
        self.reasons = reasons
        self.signal = signal
    }

    /// The same for the same two facts, whenever and in whatever order they are linked.
    public var id: String { Self.id(requirement: requirement, evidence: evidence) }

    public var isStrong: Bool { strength >= Self.strong }

    /// How uncertain a strength is: 1 at the threshold, 0 at both ends.
    public static func doubt(_ strength: Double) -> Double { 1 - min(1, (strength - strong).magnitude / strong) }

    /// It decides on a state: nobody has rejected it, and it is strong, or a person has accepted it in spite of its strength, be it
    /// before a text changed.
    public var counts: Bool { Self.counts(strength: strength, status) }

    static func counts(strength: Double, _ status: Status) -> Bool { status != .rejected && (strength >= strong || status != .proposed) }

    public static func id(requirement: FactID, evidence: FactID) -> String {
        "l" + ContentHash.name(of: number(requirement: requirement, evidence: evidence))
    }

    /// The same of ids that are spelled out.
    public static func id(requirement: String, evidence: String) -> String {
        ContentHash.name(of: ContentHash.shortHash(requirement, ">", evidence), prefix: "l")
    }

    /// The number that the id spells: by it a link is found.
    public static func number(requirement: FactID, evidence: FactID) -> UInt64 {
        ContentHash.shortHash(requirement.description + ">" + evidence.description)
    }

    /// The number of an id; nil where it is no link's.
    public static func number(ofID id: String) -> UInt64? { id.first == "l" ? ContentHash.hash(ofName: id.dropFirst()) : nil }
}

/// Why two facts are linked (关联理由): the `because` element.
public struct Reason: Hashable, Sendable {
    public enum Feature: String, Sendable, CaseIterable {
        /// The same subject by the thesaurus (概念).
        case concept
        /// A broader, narrower or related subject (相关概念).
        case relatedConcept
        /// The same rare words (用词).
        case words
        /// Words of one family of ordinary language (词族): 比赛 and 竞赛.
        case family
        /// The same figure of the same unit (数字): 157座.
        case figure
        /// The title of the evidence's item and the sentences beside it speak of it (标题).
        case heading
        /// The actor owes the requirement (责任单位).
        case body
        /// The same indicator is measured (指标).
        case indicator
        /// Document or clause are named (引用).
        case citation
        /// The evidence is older than the requirement (早于要求); holds the strength down.
        case earlier
        /// It comes from a wider region than the one that owes the requirement (其他地区); holds the strength down.
        case elsewhere
        /// A clause is told or carried out by another (条款对应); of `derives` and `restates`.
        case clause
        /// A person made the link (人工补充).
        case byHand
    }

    public var feature: Feature
    /// What it adds to the strength, -1 to 1.
    public var weight: Double
    /// Words on the requirement's side.
    public var requirementWords: String
    /// Words on the evidence's side.
    public var evidenceWords: String

    public init(_ feature: Feature, weight: Double, requirementWords: String, evidenceWords: String) {
        self.feature = feature
        self.weight = weight
        self.requirementWords = requirementWords
        self.evidenceWords = evidenceWords
    }
}
