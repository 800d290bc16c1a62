import Facts
import Provenance

/// A paragraph, heading, cell or title of a document in reading order (段落): what `show` prints.
struct DocumentPassage: Sendable {
    let id: String
    /// As the XML element is called: `title`, `heading`, `p`, `cell`.
    let role: String
    let span: Span
    let page: Int?
    let text: String
    let marks: [Mark]

    /// The sentences in it that state something: requirements, actions, plans, problems.
    var units: [Mark] {
        marks.filter {
            switch $0.fact {
            case .requirement, .action, .plan, .problem: true
            case .body, .date, .quantity, .cite: false
            }
        }
    }

    static func all(of document: PolicyDocument) -> [DocumentPassage] {
        fields(document.front) + document.body.flatMap(passages) + fields(document.back)
    }

    private init(_ block: TextBlock, role: String) {
        id = block.id
        self.role = role
        span = block.span
        page = block.page
        text = block.text
        marks = block.marks
    }

    private static func fields(_ fields: [Field]) -> [DocumentPassage] {
        fields.map { DocumentPassage($0.content, role: $0.name.rawValue) }
    }

    private static func heading(_ block: TextBlock?) -> [DocumentPassage] {
        block.map { [DocumentPassage($0, role: "heading")] } ?? []
    }

    private static func passages(_ block: Block) -> [DocumentPassage] {
        switch block {
        case .division(let division): heading(division.heading) + division.blocks.flatMap(passages)
        case .directive(let directive): heading(directive.heading) + directive.blocks.flatMap(passages)
        case .paragraph(let text): [DocumentPassage(text, role: "p")]
        case .table(let table): table.rows.flatMap { row in row.cells.map { DocumentPassage($0, role: "cell") } }
        case .closing(let closing): fields(closing)
        case .furniture: []
        }
    }
}
