import Links
import Provenance

/// The table of implementation (落实情况对照表).
public struct Matrix: Sendable, Hashable {
    public var today: Today
    /// In order of document and place.
    public var rows: [MatrixRow]
    public var summary: Summary

    public init(today: Today, rows: [MatrixRow], summary: Summary) {
        self.today = today
        self.rows = rows
        self.summary = summary
    }
}

/// One requirement, who owes it, by when, and what is reported of it.
public struct MatrixRow: Sendable, Hashable {
    public var requirement: RequirementRow
    public var state: RequirementState
    public var why: [Message]
    public var gap: Coverage.Gap
    /// Claimed by the engine, verified by a person, indirect only.
    public var counts: Coverage.Counts
    /// Strong links to actions, latest first.
    public var progress: [LinkRow]
    /// Strong links to problems, and to evidence that contradicts, latest first.
    public var problems: [LinkRow]
    /// Weak links, strongest first.
    public var indirect: [LinkRow]
    /// ISO 8601 day of the latest evidence that counts.
    public var latest: CalendarDay?
    /// One for each body that owes it, in the order of `requirement.owners`.
    public var bodies: [BodyState]
    /// How much of its targets is reached in how much of their time (序时进度); computed.
    public var paces: [Pace]
    /// How many links there are besides those given; `trace` has them all.
    public var omitted: Omitted
    /// What persons noted on it in sheets that came back (备注), oldest first; internal.
    public var notes: [String]

    public init(
        requirement: RequirementRow, state: RequirementState, why: [Message], gap: Coverage.Gap, counts: Coverage.Counts,
        progress: [LinkRow], problems: [LinkRow], indirect: [LinkRow], latest: CalendarDay?, bodies: [BodyState], paces: [Pace] = [],
        omitted: Omitted = Omitted(), notes: [String] = []
    ) {
        self.requirement = requirement
        self.state = state
        self.why = why
        self.gap = gap
        self.counts = counts
        self.progress = progress
        self.problems = problems
        self.indirect = indirect
        self.latest = latest
        self.bodies = bodies
        self.paces = paces
        self.omitted = omitted
        self.notes = notes
    }

    /// Links that are there and not given (未列出的佐证).
    public struct Omitted: Sendable, Hashable {
        public var progress: Int
        public var problems: Int
        public var indirect: Int

        public init(progress: Int = 0, problems: Int = 0, indirect: Int = 0) {
            self.progress = progress
            self.problems = problems
            self.indirect = indirect
        }

        public var all: Int { progress + problems + indirect }
    }

    /// How many links of each sort there are, given or not.
    public var progressCount: Int { progress.count + omitted.progress }
    public var problemsCount: Int { problems.count + omitted.problems }
    public var indirectCount: Int { indirect.count + omitted.indirect }
}

/// The state of a requirement for one of the bodies that owe it.
public struct BodyState: Sendable, Hashable {
    public var owner: Owner
    public var state: RequirementState
    public var why: [Message]
    public var counts: Coverage.Counts
    public var latest: CalendarDay?

    public init(owner: Owner, state: RequirementState, why: [Message], counts: Coverage.Counts, latest: CalendarDay?) {
        self.owner = owner
        self.state = state
        self.why = why
        self.counts = counts
        self.latest = latest
    }
}
