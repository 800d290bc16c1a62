import Facts
import Links
import Provenance

/// A reported fact (佐证) as answers show it: an action, plan or problem.
public struct EvidenceRow: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable { case action, plan, problem }

    /// `docId#elementId`.
    public var id: String
    public var kind: Kind
    public var place: SourcePlace
    public var headings: [String]
    public var text: String
    /// ISO 8601 day, month, year or interval: its own, else the document's.
    public var date: String?
    /// The date is the document's, since the sentence has none.
    public var isDocumentDate: Bool
    /// Of actions: finished or going on.
    public var state: ActionFact.State?
    public var actors: [BodyName]
    public var figures: [Figure]

    public init(
        id: String, kind: Kind, place: SourcePlace, headings: [String], text: String, date: String?, isDocumentDate: Bool,
        state: ActionFact.State?, actors: [BodyName], figures: [Figure]
    ) {
        self.id = id
        self.kind = kind
        self.place = place
        self.headings = headings
        self.text = text
        self.date = date
        self.isDocumentDate = isDocumentDate
        self.state = state
        self.actors = actors
        self.figures = figures
    }
}

/// A figure of a reported fact (数据).
public struct Figure: Sendable, Hashable {
    /// Decimal.
    public var value: String
    public var unit: String
    /// `>`, `<`, `~`, `>=`, `<=`; empty where exact.
    public var comparator: String
    /// What is counted, where the text says it.
    public var of: String?
    /// The words that print it; empty where it is computed.
    public var words: String
    /// Not printed but computed from others (推算值): to be shown as such, with the two figures it comes from.
    public var isComputed: Bool
    /// Of a computed rate: the words of the figures it was computed from, `82个` and `92个`.
    public var basis: [String]

    public init(
        value: String, unit: String, comparator: String = "", of: String? = nil, words: String, isComputed: Bool = false,
        basis: [String] = []
    ) {
        self.value = value
        self.unit = unit
        self.comparator = comparator
        self.of = of
        self.words = words
        self.isComputed = isComputed
        self.basis = basis
    }
}

/// Evidence joined to a requirement (关联), with the reasons.
public struct LinkRow: Sendable, Hashable {
    /// `Link.id`: by which a person decides on it.
    public var id: String
    /// The requirement's end.
    public var requirement: FactID?
    public var evidence: EvidenceRow {
        get { shared.value }
        set { shared.value = newValue }
    }
    private var shared: SharedValue<EvidenceRow>
    public var relation: Link.Relation
    /// 0 to 1; strong from 0.5.
    public var strength: Double
    public var isStrong: Bool
    public var status: Link.Status
    public var verdict: Link.Verdict
    public var reasons: [Reason]
    /// What has changed in either text since a person decided; given by `trace` and by what waits for review.
    public var changes: [TextChange]
    /// What was decided on it, oldest first; given where `changes` are.
    public var reviews: [LoggedReview]

    public init(
        id: String = "", requirement: FactID? = nil, evidence: EvidenceRow, relation: Link.Relation, strength: Double, isStrong: Bool,
        status: Link.Status, verdict: Link.Verdict, reasons: [Reason], changes: [TextChange] = [], reviews: [LoggedReview] = []
    ) {
        self.init(
            id: id, requirement: requirement, sharing: SharedValue(evidence), relation: relation, strength: strength, isStrong: isStrong,
            status: status, verdict: verdict, reasons: reasons, changes: changes, reviews: reviews)
    }

    init(
        id: String, requirement: FactID?, sharing evidence: SharedValue<EvidenceRow>, relation: Link.Relation, strength: Double, isStrong: Bool,
        status: Link.Status, verdict: Link.Verdict, reasons: [Reason], changes: [TextChange] = [], reviews: [LoggedReview] = []
    ) {
        self.id = id
        self.requirement = requirement
        shared = evidence
        self.relation = relation
        self.strength = strength
        self.isStrong = isStrong
        self.status = status
        self.verdict = verdict
        self.reasons = reasons
        self.changes = changes
        self.reviews = reviews
    }
}
