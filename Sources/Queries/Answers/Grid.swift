import Links
import Provenance

/// Where things stand by two of their sides (交叉表): what is asked for downwards, whose or when it is across.
public struct Grid: Sendable, Hashable {
    public enum Rows: String, Sendable, CaseIterable { case requirements, directives, documents, bodies, regions }

    public enum Columns: String, Sendable, CaseIterable {
        case bodies, regions
        /// How it stood at the end of each period.
        case periods
        case states
    }

    public enum Period: String, Sendable, CaseIterable { case month, quarter, year }

    public var today: Today
    public var down: Rows
    public var across: Columns
    public var columns: [GridColumn]
    public var rows: [GridRow]

    public init(today: Today, down: Rows, across: Columns, columns: [GridColumn], rows: [GridRow]) {
        self.today = today
        self.down = down
        self.across = across
        self.columns = columns
        self.rows = rows
    }
}

public struct GridColumn: Sendable, Hashable {
    /// Id of the body or division, or its name; the first day of the period; the state.
    public var id: String
    /// Of a state its id: answers name it in their language.
    public var name: String
    /// Of a period its last day.
    public var end: CalendarDay?

    public init(id: String, name: String, end: CalendarDay? = nil) {
        self.id = id
        self.name = name
        self.end = end
    }
}

public struct GridRow: Sendable, Hashable {
    /// `docId#elementId` of a requirement or directive; id of a document, body or division, else its name.
    public var id: String
    public var name: String
    /// The requirement, or the first of a directive.
    public var requirement: RequirementRow?
    public var document: DocumentLabel?
    /// Of all requirements in it, the worst.
    public var state: RequirementState
    public var counts: Coverage.Counts
    /// How many requirements are in it.
    public var requirements: Int
    /// Those that have anything, in the order of the columns.
    public var cells: [GridCell]

    public init(
        id: String, name: String, requirement: RequirementRow? = nil, document: DocumentLabel? = nil, state: RequirementState,
        counts: Coverage.Counts, requirements: Int, cells: [GridCell]
    ) {
        self.id = id
        self.name = name
        self.requirement = requirement
        self.document = document
        self.state = state
        self.counts = counts
        self.requirements = requirements
        self.cells = cells
    }
}

public struct GridCell: Sendable, Hashable {
    /// Place among the columns.
    public var column: Int
    /// Of several requirements the worst.
    public var state: RequirementState
    public var counts: Coverage.Counts
    /// The requirements in it.
    public var requirements: [FactID]
    /// What it rests on, latest first.
    public var evidence: [GridEvidence]

    public init(column: Int, state: RequirementState, counts: Coverage.Counts, requirements: [FactID], evidence: [GridEvidence]) {
        self.column = column
        self.state = state
        self.counts = counts
        self.requirements = requirements
        self.evidence = evidence
    }
}

/// A piece of evidence behind a cell, and where it is to be read (出处).
public struct GridEvidence: Sendable, Hashable {
    /// `docId#elementId`.
    public var id: String
    /// `Link.id`: by which a person decides on it.
    public var link: String
    public var day: CalendarDay?
    /// It decides on the state; else it is indirect material.
    public var counts: Bool
    public var place: SourcePlace

    public init(id: String, link: String, day: CalendarDay?, counts: Bool, place: SourcePlace) {
        self.id = id
        self.link = link
        self.day = day
        self.counts = counts
        self.place = place
    }
}
