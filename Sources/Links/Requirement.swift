import Facts
import Provenance

/// A duty as the linker sees it (要求): one sentence with everything that its clause adds to it.
public struct Requirement: Hashable, Sendable {
    public var id: FactID
    public var text: String
    public var modality: Modality
    public var span: Span
    /// Id of the directive that holds it; nil where it stands outside of every clause, as the words of a leader do.
    public var directive: String?
    /// The directive's number as printed.
    public var number: String?
    /// Headings from the outermost division down to the directive's own.
    public var headings: [String]
    /// The clause is told second-hand: 《意见》要求….
    public var isReported: Bool
    /// The document that a reported clause belongs to: id, or title as cited.
    public var of: String?
    public var assignments: [Assignment]
    /// Those stated in the sentence itself, or for the directive as a whole.
    public var deadlines: [Deadline]
    public var targets: [Target]
    /// Organisations named in the sentence.
    public var bodies: [BodyMention]
    public var citations: [Citation]
    /// Divisions (`CN-53`) for which it holds, from the heading's or the issuer's bodies; empty where unknown.
    public var scope: [String]
    public var document: DocumentContext

    public init(
        id: FactID, text: String, modality: Modality = .must, span: Span = Span(0, 0), directive: String? = nil,
        number: String? = nil, headings: [String] = [], isReported: Bool = false, of: String? = nil,
        assignments: [Assignment] = [], deadlines: [Deadline] = [], targets: [Target] = [], bodies: [BodyMention] = [],
        citations: [Citation] = [], scope: [String] = [], document: DocumentContext
    ) {
        self.id = id
        self.text = text
        self.modality = modality
        self.span = span
        self.directive = directive
        self.number = number
        self.headings = headings
        self.isReported = isReported
        self.of = of
        self.assignments = assignments
        self.deadlines = deadlines
        self.targets = targets
        self.bodies = bodies
        self.citations = citations
        self.scope = scope
        self.document = document
    }

    /// The last day on which it falls due; nil where it has no deadline.
    public var due: CalendarDay? {
        deadlines.compactMap { CalendarDay(iso: $0.when, last: true) }.max()
    }
}
