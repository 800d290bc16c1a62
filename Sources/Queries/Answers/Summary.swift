import Facts
import Links
import Provenance

/// The base in numbers (汇总).
public struct Summary: Sendable, Hashable {
    public var today: Today
    public var documents: Int
    /// Of each kind that occurs, in the order of `DocumentKind`.
    public var kinds: [KindCount]
    public var directives: Int
    public var requirements: Int
    /// Those of the requirements that permit only (可, 允许).
    public var permissions: Int
    /// Second-hand requirements that repeat one whose original is in the base; they are in no other count.
    public var restated: Int
    public var actions: Int
    public var problems: Int
    /// Every state in the order of `RequirementState`, none left out.
    public var states: [StateCount]
    public var bare: Int
    public var indirectOnly: Int
    /// Requirements with at least one strong link that nobody rejected; with at least one that a person confirmed.
    public var claimed: Int
    public var verified: Int

    public init(
        today: Today, documents: Int, kinds: [KindCount], directives: Int, requirements: Int, permissions: Int, restated: Int,
        actions: Int, problems: Int, states: [StateCount], bare: Int, indirectOnly: Int, claimed: Int, verified: Int
    ) {
        self.today = today
        self.documents = documents
        self.kinds = kinds
        self.directives = directives
        self.requirements = requirements
        self.permissions = permissions
        self.restated = restated
        self.actions = actions
        self.problems = problems
        self.states = states
        self.bare = bare
        self.indirectOnly = indirectOnly
        self.claimed = claimed
        self.verified = verified
    }
}

public struct KindCount: Sendable, Hashable {
    public var kind: DocumentKind
    public var documents: Int

    public init(kind: DocumentKind, documents: Int) {
        self.kind = kind
        self.documents = documents
    }
}

public struct StateCount: Sendable, Hashable {
    public var state: RequirementState
    public var claimed: Int
    /// Those of them whose state rests on a link that a person confirmed.
    public var verified: Int

    public init(state: RequirementState, claimed: Int, verified: Int) {
        self.state = state
        self.claimed = claimed
        self.verified = verified
    }
}
