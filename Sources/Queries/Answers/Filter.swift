import Links
import Provenance

/// What narrows an answer (筛选条件). Nil or empty: no narrowing.
public struct Filter: Sendable, Hashable {
    /// The day as of which the question is asked (截止日期): documents and evidence of later days are not seen. Nil: the latest
    /// date of a document in the base.
    public var asOf: CalendarDay?
    /// A body (责任单位): its id in the ontology, a name that resolves to one, or a part of a printed name.
    public var body: String?
    /// A division (地区): code, id or name.
    public var region: String?
    /// A document: its id, the beginning of it, or a part of its title.
    public var document: String?
    public var states: [RequirementState]
    /// Words that the requirement, its heading or its directive must hold.
    public var text: String?
    /// A field of the thesaurus (领域): id or label; the requirement or the heading of its clause names one of its concepts.
    public var field: String?

    public init(
        asOf: CalendarDay? = nil, body: String? = nil, region: String? = nil, document: String? = nil,
        states: [RequirementState] = [], text: String? = nil, field: String? = nil
    ) {
        self.asOf = asOf
        self.body = body
        self.region = region
        self.document = document
        self.states = states
        self.text = text
        self.field = field
    }
}

/// The day of an answer and how it was found: printed with every answer, so that the same base gives the same one at any time.
public struct Today: Sendable, Hashable {
    public var day: CalendarDay?
    /// Given by the user; else the latest date of a document.
    public var isGiven: Bool

    public init(day: CalendarDay?, isGiven: Bool) {
        self.day = day
        self.isGiven = isGiven
    }
}
