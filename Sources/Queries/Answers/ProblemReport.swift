import Facts
import Links
import Provenance

/// Where a reported problem stands (问题办理阶段), from what was reported on it.
public enum ProblemStage: String, Sendable, CaseIterable, Comparable {
    /// Somebody has told of it (已提出).
    case raised
    /// It has been handed to a body to deal with (已转办).
    case passedOn
    /// That body has answered (已答复).
    case answered
    /// It is settled (已办结).
    case closed

    public static func < (left: ProblemStage, right: ProblemStage) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// What problems were reported, by the body that is to deal with them (问题清单).
public struct ProblemReport: Sendable, Hashable {
    public var today: Today
    /// Most problems first; those addressed to nobody come last.
    public var bodies: [BodyProblems]
    /// Problems that match, each once, shown or not.
    public var open: Int
    public var closed: Int

    public init(today: Today, bodies: [BodyProblems], open: Int, closed: Int) {
        self.today = today
        self.bodies = bodies
        self.open = open
        self.closed = closed
    }
}

public struct BodyProblems: Sendable, Hashable {
    /// Nil for problems that are addressed to nobody.
    public var body: BodyName?
    /// In order of date, then of place.
    public var problems: [ProblemRow]

    public init(body: BodyName?, problems: [ProblemRow]) {
        self.body = body
        self.problems = problems
    }
}

public struct ProblemRow: Sendable, Hashable {
    /// Why a body is held to be the one.
    public enum Basis: String, Sendable, CaseIterable {
        /// The text addresses it (转省财政厅办理).
        case stated
        /// It owes the requirement that the problem bears on.
        case owner
        /// The text names it.
        case actor
        case none
    }

    public var problem: EvidenceRow
    public var stage: ProblemStage
    public var basis: Basis
    public var addressees: [BodyName]
    /// The requirement that it bears on most strongly, where one was found.
    public var requirement: RequirementRow?
    /// What was reported on it since, in order of time.
    public var course: [ProblemStep]

    public init(
        problem: EvidenceRow, stage: ProblemStage, basis: Basis, addressees: [BodyName], requirement: RequirementRow?, course: [ProblemStep]
    ) {
        self.problem = problem
        self.stage = stage
        self.basis = basis
        self.addressees = addressees
        self.requirement = requirement
        self.course = course
    }
}

/// A step on the way of a problem.
public struct ProblemStep: Sendable, Hashable {
    public var stage: ProblemStage
    /// The words that say so; empty where the state of the requirement says it.
    public var words: String
    public var evidence: EvidenceRow

    public init(stage: ProblemStage, words: String, evidence: EvidenceRow) {
        self.stage = stage
        self.words = words
        self.evidence = evidence
    }
}
