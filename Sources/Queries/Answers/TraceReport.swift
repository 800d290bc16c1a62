import Links
import Provenance

/// What is known of the things that an id or some words name (追溯).
public struct TraceReport: Sendable, Hashable {
    public var today: Today
    public var query: String
    /// Requirements found, each with everything linked to it, in order of document and place.
    public var requirements: [RequirementTrace]
    /// Evidence that the id names or that holds the words, where it is not shown with a requirement: that, and what it is
    /// evidence for.
    public var evidence: [EvidenceTrace]
    /// How many more requirements and pieces of evidence match than are shown.
    public var more: Int

    public init(
        today: Today, query: String, requirements: [RequirementTrace], evidence: [EvidenceTrace], more: Int = 0
    ) {
        self.today = today
        self.query = query
        self.requirements = requirements
        self.evidence = evidence
        self.more = more
    }
}

/// One requirement, its state and why, and all that is linked to it.
public struct RequirementTrace: Sendable, Hashable {
    /// Requirement, state, why, and strong, problem and weak links with their reasons.
    public var row: MatrixRow
    /// Requirements of other documents that restate it, or that carry it out at a lower level, and documents issued for it.
    public var related: [RelatedRow]
    /// What is announced or forecast beside its evidence (计划): never progress.
    public var plans: [EvidenceRow]
    /// The requirements above and below it as a tree in printed order, itself among them; empty where there are none.
    public var chain: [ChainRow]
    /// What of it, or by it, is dropped, weakened or added on the way down.
    public var differences: [CascadeRow]

    public init(
        row: MatrixRow, related: [RelatedRow], plans: [EvidenceRow] = [], chain: [ChainRow] = [], differences: [CascadeRow] = []
    ) {
        self.row = row
        self.related = related
        self.plans = plans
        self.chain = chain
        self.differences = differences
    }
}

/// A requirement in the chain from the centre down (承接链).
public struct ChainRow: Sendable, Hashable {
    public var requirement: RequirementRow
    /// 0 of the uppermost.
    public var depth: Int
    /// The one that was asked about.
    public var isSubject: Bool
    /// By its own evidence (浅层).
    public var state: RequirementState
    /// The worst of its own and of all that carry it out (深层).
    public var deep: RequirementState
    public var counts: Coverage.Counts
    public var latest: CalendarDay?
    /// It carries itself out through others, which cannot be.
    public var isInRing: Bool

    public init(
        requirement: RequirementRow, depth: Int, isSubject: Bool, state: RequirementState, deep: RequirementState, counts: Coverage.Counts,
        latest: CalendarDay?, isInRing: Bool
    ) {
        self.requirement = requirement
        self.depth = depth
        self.isSubject = isSubject
        self.state = state
        self.deep = deep
        self.counts = counts
        self.latest = latest
        self.isInRing = isInRing
    }
}

/// A requirement joined to another: `derives`, `restates`.
public struct RelatedRow: Sendable, Hashable {
    public var relation: Link.Relation
    /// The other is the original, or the upper document's: this one restates it or carries it out.
    public var isUpper: Bool
    public var requirement: RequirementRow
    public var strength: Double
    public var status: Link.Status
    public var reasons: [Reason]

    public init(
        relation: Link.Relation, isUpper: Bool, requirement: RequirementRow, strength: Double, status: Link.Status, reasons: [Reason]
    ) {
        self.relation = relation
        self.isUpper = isUpper
        self.requirement = requirement
        self.strength = strength
        self.status = status
        self.reasons = reasons
    }
}

/// Evidence and the requirements that it answers, strongest first.
public struct EvidenceTrace: Sendable, Hashable {
    public var evidence: EvidenceRow
    public var answers: [AnsweredRow]

    public init(evidence: EvidenceRow, answers: [AnsweredRow]) {
        self.evidence = evidence
        self.answers = answers
    }
}

public struct AnsweredRow: Sendable, Hashable {
    public var requirement: RequirementRow
    public var link: LinkRow

    public init(requirement: RequirementRow, link: LinkRow) {
        self.requirement = requirement
        self.link = link
    }
}
