import Facts
import Provenance

/// What is known of a requirement on a day (落实情况): its state and what that rests on.
public struct Coverage: Hashable, Sendable {
    public var requirement: FactID
    public var state: RequirementState
    /// What decided, in the order in which it was weighed.
    public var why: [Message]
    public var counts: Counts
    /// Day of the latest evidence that counts.
    public var latest: CalendarDay?
    /// The evidence that decided the state, where evidence did.
    public var deciding: FactID?
    /// No strong evidence supports or contradicts it: see `Gap`. Permissions (可, 允许) are no gaps.
    public var gap: Gap
    /// One for each body that owes it, in printed order; empty where none is named.
    public var bodies: [BodyCoverage]

    public init(
        requirement: FactID, state: RequirementState, why: [Message] = [], counts: Counts = Counts(),
        latest: CalendarDay? = nil, deciding: FactID? = nil, gap: Gap = .none, bodies: [BodyCoverage] = []
    ) {
        self.requirement = requirement
        self.state = state
        self.why = why
        self.counts = counts
        self.latest = latest
        self.deciding = deciding
        self.gap = gap
        self.bodies = bodies
    }

    /// How many pieces of evidence: claimed by the engine, verified by a person (报送数、核实数).
    public struct Counts: Hashable, Sendable {
        /// Strong links that nobody has rejected, verified ones included.
        public var claimed: Int
        /// Those of them that a person has confirmed.
        public var verified: Int
        /// Weak links that nobody has rejected (间接材料).
        public var indirect: Int

        public init(claimed: Int = 0, verified: Int = 0, indirect: Int = 0) {
            self.claimed = claimed
            self.verified = verified
            self.indirect = indirect
        }
    }

    public enum Gap: String, Sendable, CaseIterable {
        /// It has strong evidence, or it is a permission.
        case none
        /// No evidence at all (无任何材料).
        case bare
        /// Weak links only (仅有间接材料).
        case indirectOnly
    }
}

/// The state of a requirement for one of the bodies that owe it (分单位落实情况).
public struct BodyCoverage: Hashable, Sendable {
    public var assignment: Assignment
    public var state: RequirementState
    public var why: [Message]
    public var counts: Coverage.Counts
    public var latest: CalendarDay?

    public init(
        assignment: Assignment, state: RequirementState, why: [Message] = [], counts: Coverage.Counts = Coverage.Counts(),
        latest: CalendarDay? = nil
    ) {
        self.assignment = assignment
        self.state = state
        self.why = why
        self.counts = counts
        self.latest = latest
    }
}
