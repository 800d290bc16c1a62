import Links
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
        /// What was decided before no longer stands (撤销).
        case clear
    }

    public var requirement: FactID
    public var evidence: FactID
    public var decision: Decision
    /// Who decided.
    public var by: String
    /// ISO 8601, as the caller gives it: the base knows no clock.
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
