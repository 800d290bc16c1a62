import Facts
import Provenance

/// What is reported (佐证): an action or a problem with all that tells whose, when and how much. A plan, praise or a restated
/// requirement is no evidence and never becomes one of these.
public struct Evidence: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable { case action, problem }

    public var id: FactID
    public var kind: Kind
    public var text: String
    public var span: Span
    /// Id of the directive whose table row it stands in, as the progress column of a ledger (台账) does.
    public var directive: String?
    /// Title of the bulletin's item in which it stands (简讯标题), where there is one.
    public var itemHeading: String?
    /// All headings above it, from the outermost.
    public var headings: [String]
    /// When it happened, as the sentence says; see `day`.
    public var time: DateValue?
    /// Finished or going on; nil of a problem.
    public var state: ActionFact.State?
    public var quantities: [QuantityMention]
    /// A share computed from two printed figures.
    public var rate: ComputedRate?
    /// Who did it: the bodies of the sentence, else of the sentences before it in the item, else of the item's title.
    public var actors: [BodyMention]
    /// Divisions (`CN-53`) of the actors, else of the issuers; empty where unknown.
    public var scope: [String]
    public var citations: [Citation]
    public var document: DocumentContext

    public init(
        id: FactID, kind: Kind = .action, text: String, span: Span = Span(0, 0), directive: String? = nil,
        itemHeading: String? = nil, headings: [String] = [], time: DateValue? = nil, state: ActionFact.State? = .done,
        quantities: [QuantityMention] = [], rate: ComputedRate? = nil, actors: [BodyMention] = [], scope: [String] = [],
        citations: [Citation] = [], document: DocumentContext
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        self.span = span
        self.directive = directive
        self.itemHeading = itemHeading
        self.headings = headings
        self.time = time
        self.state = state
        self.quantities = quantities
        self.rate = rate
        self.actors = actors
        self.scope = scope
        self.citations = citations
        self.document = document
    }

    /// The last day that it speaks of, else the document's date; nil where neither is known. Nothing is reported before it
    /// happens: a report of November that says 2022年 speaks of no day after November.
    public var day: CalendarDay? {
        let reported = document.date.flatMap { CalendarDay(iso: $0, last: true) }
        guard let day = time?.lastDay else { return reported }
        return reported.map { min(day, $0) } ?? day
    }
}
