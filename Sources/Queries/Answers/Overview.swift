import Links
import Provenance

/// The base at a glance (总览): what a coordinator looks at first; every figure is the number of rows of a `ClauseQuestion`.
public struct Overview: Sendable, Hashable {
    public var today: Today
    public var summary: Summary
    /// The documents that demand something, in order of date, then id.
    public var documents: [DocumentCoverage]
    /// The bodies that owe something, most gaps first, then by name.
    public var bodies: [BodyCoverageCount]

    public init(today: Today, summary: Summary, documents: [DocumentCoverage], bodies: [BodyCoverageCount]) {
        self.today = today
        self.summary = summary
        self.documents = documents
        self.bodies = bodies
    }
}

/// How far the requirements of one document are covered (文件落实情况).
public struct DocumentCoverage: Sendable, Hashable {
    public var label: DocumentLabel
    public var requirements: Int
    /// Every state in the order of `RequirementState`, none left out.
    public var states: [StateCount]
    /// Requirements without strong evidence, permissions excepted.
    public var gaps: Int

    public init(label: DocumentLabel, requirements: Int, states: [StateCount], gaps: Int) {
        self.label = label
        self.requirements = requirements
        self.states = states
        self.gaps = gaps
    }
}

/// What one body owes, and how much of it has no progress (单位落实情况), by the state of the requirements as a whole.
public struct BodyCoverageCount: Sendable, Hashable {
    public var body: BodyName
    public var requirements: Int
    public var states: [StateCount]
    public var gaps: Int

    public init(body: BodyName, requirements: Int, states: [StateCount], gaps: Int) {
        self.body = body
        self.requirements = requirements
        self.states = states
        self.gaps = gaps
    }
}

/// What has come since a mark (变动): documents and decisions, in the order in which they came.
public struct Changes: Sendable, Hashable {
    /// How far somebody has seen the base: a document's key and a number of the log. Without unit; both only ever grow.
    public struct Mark: Sendable, Hashable {
        public var document: Int64
        public var decision: Int

        public init(document: Int64 = 0, decision: Int = 0) {
            self.document = document
            self.decision = decision
        }
    }

    public var documents: [DocumentRow]
    public var decisions: [LoggedReview]
    /// Where the base stands now.
    public var mark: Mark

    public init(documents: [DocumentRow], decisions: [LoggedReview], mark: Mark) {
        self.documents = documents
        self.decisions = decisions
        self.mark = mark
    }
}
