import Provenance

/// What a person decided on a link (核实记录). The log of them is only ever appended to.
public struct Review: Hashable, Sendable {
    public enum Decision: String, Sendable, CaseIterable {
        /// The evidence answers the requirement (已核实).
        case confirm
        /// It does not (已否定).
        case reject
        /// A link that the engine did not find (人工补充).
        case add
        /// A text has changed since, and what was decided still stands for it (复核无误).
        case clear
        /// What was decided before no longer stands (撤销).
        case withdraw
        /// Words only; decides nothing (批注).
        case note
    }

    public var requirement: FactID
    public var evidence: FactID
    public var decision: Decision
    /// Who decided.
    public var by: String
    /// ISO 8601 day, as the caller gives it: the base knows no clock.
    public var at: String
    public var note: String?

    public init(
        requirement: FactID, evidence: FactID, decision: Decision, by: String, at: String, note: String? = nil
    ) {
        self.requirement = requirement
        self.evidence = evidence
        self.decision = decision
        self.by = by
        self.at = at
        self.note = note
    }
}

/// An entry of the log with what the person saw (核实日志).
public struct LoggedReview: Hashable, Sendable {
    /// From 1, in the order in which it was decided.
    public var number: Int
    public var review: Review
    /// The two texts as they were then.
    public var requirementText: String
    public var evidenceText: String

    public init(number: Int, review: Review, requirementText: String, evidenceText: String) {
        self.number = number
        self.review = review
        self.requirementText = requirementText
        self.evidenceText = evidenceText
    }
}

/// The decision that a link stands under (核实结论).
public struct Ruling: Hashable, Sendable {
    public var requirement: FactID
    public var evidence: FactID
    /// Confirmed or rejected.
    public var status: Link.Status
    /// What has changed in either text since; empty where the decision holds for both as they read now.
    public var changes: [TextChange]
    /// Number of the log's entry that it rests on, which may name the facts of an older version.
    public var entry: Int

    public init(requirement: FactID, evidence: FactID, status: Link.Status, changes: [TextChange], entry: Int) {
        self.requirement = requirement
        self.evidence = evidence
        self.status = status
        self.changes = changes
        self.entry = entry
    }

    public var link: String { Link.id(requirement: requirement, evidence: evidence) }
}
