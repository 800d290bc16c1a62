import Links
import Provenance

/// A question about requirements as a person narrows, sorts and pages them on a screen (条款查询).
public struct ClauseQuestion: Sendable, Hashable {
    public enum Order: String, Sendable, CaseIterable {
        /// By document and place.
        case place
        /// By the last day on which it falls due; those without one come last.
        case deadline
        /// By the latest evidence; those without any come last.
        case latest
        /// The worst first, by `RequirementState.worstFirst`.
        case state
    }

    public var filter: Filter
    /// Id of a field of the thesaurus (改革领域) that the requirement's words or headings touch.
    public var field: String?
    /// Whether a person has confirmed some of its evidence.
    public var isVerified: Bool?
    public var gap: Coverage.Gap?
    /// Its last deadline is this day or later, or that day or earlier. Either leaves those without a deadline out.
    public var dueFrom: CalendarDay?
    public var dueTo: CalendarDay?
    /// Without what is done already.
    public var isOpen = false
    public var order = Order.place
    public var isDescending = false

    public init(_ filter: Filter = Filter()) {
        self.filter = filter
    }
}

/// Some of the requirements that were asked about, with their progress (条款一页).
public struct ClausePage: Sendable, Hashable {
    public var today: Today
    /// Those shown, in the order asked for; links without their reasons.
    public var rows: [MatrixRow]
    /// How many match, shown or not.
    public var total: Int
    /// How many of all that match are in each state, in the order of `RequirementState`.
    public var states: [StateCount]
    /// Place of the first row shown among all that match, from 0.
    public var offset: Int
    /// On which days was reported on each row, where they were asked for.
    public var days: [[ReportedDay]]

    /// How much is given of each row.
    public enum Extent: Sendable {
        /// Evidence and paces.
        case whole
        /// The latest evidence of each sort alone.
        case latest
        /// States, and on which days something was reported.
        case days
        /// States alone.
        case states
    }

    public init(today: Today, rows: [MatrixRow], total: Int, states: [StateCount], offset: Int, days: [[ReportedDay]] = []) {
        self.today = today
        self.rows = rows
        self.total = total
        self.states = states
        self.offset = offset
        self.days = days
    }
}

/// A day on which something was reported on a requirement (报送日).
public struct ReportedDay: Sendable, Hashable {
    public var day: CalendarDay
    /// A problem, or what contradicts.
    public var isProblem: Bool

    public init(day: CalendarDay, isProblem: Bool) {
        self.day = day
        self.isProblem = isProblem
    }
}
