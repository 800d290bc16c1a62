import Facts
import Vocabulary

/// What the documents of a package refer to in the ontology (引用的词表条目): ids of bodies, and concepts in their sentences.
struct ReferencedEntries {
    /// Ids of bodies: `CN-53/hrss`, or of a named body.
    private(set) var bodies: Set<String> = []
    /// Indices into the thesaurus.
    private(set) var concepts: Set<Int> = []
    private let thesaurus: Thesaurus

    init(_ thesaurus: Thesaurus) {
        self.thesaurus = thesaurus
    }

    mutating func add(_ document: PolicyDocument) {
        for field in document.front + document.back { add(field) }
        for block in document.body { add(block) }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .division(let division):
            if let heading = division.heading { add(heading) }
            for inner in division.blocks { add(inner) }
        case .directive(let directive): add(directive)
        case .paragraph(let text): add(text)
        case .table(let table):
            for row in table.rows {
                if let directive = row.directive { add(directive) }
                for cell in row.cells { add(cell) }
            }
        case .closing(let fields): for field in fields { add(field) }
        case .furniture: break
        }
    }

    private mutating func add(_ directive: Directive) {
        bodies.formUnion(directive.assignments.compactMap(\.body))
        if let heading = directive.heading { add(heading) }
        for inner in directive.blocks { add(inner) }
    }

    private mutating func add(_ field: Field) {
        if let ref = field.ref { bodies.insert(ref) }
        add(field.content)
    }

    private mutating func add(_ text: TextBlock) {
        for mark in text.marks {
            switch mark.fact {
            case .body(let mention): if let ref = mention.ref { bodies.insert(ref) }
            case .requirement, .action, .plan, .problem:
                for match in thesaurus.concepts(in: text.words(of: mark)) { concepts.insert(match.concept) }
            case .date, .quantity, .cite: break
            }
        }
    }
}
