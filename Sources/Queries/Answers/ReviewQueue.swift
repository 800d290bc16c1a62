import Links
import Provenance

/// What waits to be reviewed (待核实), most worth looking at first.
public struct ReviewQueue: Sendable, Hashable {
    public var today: Today
    public var rows: [WaitingRow]
    /// How many wait, shown or not.
    public var waiting: Int
    /// Those of them whose texts have changed since a person decided.
    public var changed: Int

    public init(today: Today, rows: [WaitingRow], waiting: Int, changed: Int) {
        self.today = today
        self.rows = rows
        self.waiting = waiting
        self.changed = changed
    }
}

/// A link that a person should look at.
public struct WaitingRow: Sendable, Hashable {
    public var requirement: RequirementRow
    /// With reasons, changes and what was decided before.
    public var link: LinkRow
    public var state: RequirementState
    public var looks: [Look]
    /// Sum of what the looks are worth, by the weights `review…` of the ontology; without unit.
    public var value: Double

    public init(requirement: RequirementRow, link: LinkRow, state: RequirementState, looks: [Look], value: Double) {
        self.requirement = requirement
        self.link = link
        self.state = state
        self.looks = looks
        self.value = value
    }
}

/// Why a link is worth a look (核实要点).
public enum Look: Sendable, Hashable {
    /// A text has changed since a person decided.
    case changed([TextChange])
    /// Its strength is near the threshold.
    case uncertain
    /// The state of the requirement rests on it.
    case decides(RequirementState)
    case contradicts
    /// The requirement must be carried out.
    case binding
    case overdue
    /// So many bodies owe the requirement.
    case manyBodies(Int)

    public var id: String {
        switch self {
        case .changed: "changed"
        case .uncertain: "uncertain"
        case .decides: "decides"
        case .contradicts: "contradicts"
        case .binding: "binding"
        case .overdue: "overdue"
        case .manyBodies: "manyBodies"
        }
    }
}

/// The log of decisions (核实日志), oldest first.
public struct ReviewLog: Sendable, Hashable {
    public var today: Today
    public var entries: [Entry]

    public init(today: Today, entries: [Entry]) {
        self.today = today
        self.entries = entries
    }

    public struct Entry: Sendable, Hashable {
        public var logged: LoggedReview
        /// Of the link today, handed on to new versions; nil where no decision stands on it any more, or where it is an earlier one
        /// on a document that has been superseded since.
        public var status: Link.Status?

        public init(logged: LoggedReview, status: Link.Status?) {
            self.logged = logged
            self.status = status
        }
    }
}
