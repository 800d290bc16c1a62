import Facts
import Provenance

/// One pass over the blocks of a document that hands on headings, clauses and actors from the outside in.
struct FactWalk {
    /// What a sentence inherits from where it stands.
    struct Surroundings {
        var headings: [String] = []
        var itemHeading: String?
        var directive: Directive?
        /// Id of the directive that the table row states.
        var row: String?
        /// Bodies of the item's title, for sentences that name none.
        var actors: [BodyMention]
        /// Ids of marks that stand in requirements of the directive: a deadline with such a basis belongs to that sentence alone.
        var claimed: Set<String> = []
    }

    let document: DocumentContext
    private(set) var requirements: [Requirement] = []
    private(set) var evidence: [Evidence] = []
    /// The actors of the sentence before, within one division.
    private var previous: [BodyMention] = []

    init(_ source: PolicyDocument) {
        var context = DocumentContext(id: source.id, work: source.work, kind: source.kind, date: source.date)
        let closing = source.body.flatMap { block -> [Field] in if case .closing(let fields) = block { fields } else { [] } }
        for field in source.front + closing {
            switch field.name {
            case .title where context.title == nil: context.title = field.content.text
            case .number where context.number == nil: context.number = field.content.text
            case .issuer:
                let named = field.content.marks.compactMap(\.fact.body)
                let issuers = named.isEmpty ? [BodyMention(ref: field.ref, name: field.content.text)] : named
                for issuer in issuers where !context.issuers.contains(where: { $0.same(as: issuer) }) {
                    context.issuers.append(issuer)
                }
            default: break
            }
        }
        document = context
    }

    mutating func visit(_ blocks: [Block], in outer: Surroundings) {
        for block in blocks {
            switch block {
            case .division(let division): visit(division, in: outer)
            case .directive(let directive): visit(directive, in: outer)
            case .paragraph(let text): read(text, in: outer)
            case .table(let table):
                for row in table.rows { visit(row, in: outer) }
            case .closing, .furniture: break
            }
        }
    }

    private mutating func visit(_ division: Division, in outer: Surroundings) {
        var inner = outer
        if let heading = division.heading {
            inner.headings.append(heading.text)
            if division.kind == .item { inner.itemHeading = heading.text }
            let actors = FactWalk.actors(heading.marks[...])
            if !actors.isEmpty { inner.actors = actors }
        }
        if division.kind == .item { previous = [] }
        visit(division.blocks, in: inner)
        if division.kind == .item { previous = [] }
    }

    private mutating func visit(_ directive: Directive, in outer: Surroundings) {
        var inner = outer
        inner.directive = directive
        inner.claimed = FactWalk.claimed(in: directive.blocks)
        if let heading = directive.heading {
            inner.headings.append(heading.text)
            read(heading, in: inner)
        }
        visit(directive.blocks, in: inner)
    }

    private mutating func visit(_ row: Row, in outer: Surroundings) {
        var inner = outer
        if let directive = row.directive {
            inner.directive = directive
            inner.row = directive.id
            inner.claimed = FactWalk.claimed(in: row.cells.map { .paragraph($0) })
            if let heading = directive.heading { inner.headings.append(heading.text) }
        }
        for cell in row.cells { read(cell, in: inner) }
    }

    private mutating func read(_ block: TextBlock, in around: Surroundings) {
        for (index, mark) in block.marks.enumerated() {
            switch mark.fact {
            case .requirement(let modality):
                add(mark, FactWalk.inside(mark, at: index, of: block.marks), modality, of: block, in: around)
            case .action(let fact):
                add(
                    mark, FactWalk.inside(mark, at: index, of: block.marks), .action, time: fact.time, state: fact.state,
                    rate: fact.rate, of: block, in: around)
            case .problem(let fact):
                add(
                    mark, FactWalk.inside(mark, at: index, of: block.marks), .problem, time: fact.time, state: nil, rate: nil,
                    of: block, in: around)
            default: continue
            }
        }
    }

    private mutating func add(_ mark: Mark, _ inside: ArraySlice<Mark>, _ modality: Modality, of block: TextBlock, in around: Surroundings) {
        guard let id = mark.id else { return }
        let ids = Set(inside.compactMap(\.id))
        func holds(_ basis: String?) -> Bool {
            guard let basis else { return true }
            return ids.contains(basis) || !around.claimed.contains(basis)
        }
        let directive = around.directive
        var scope = DivisionScope.of(around.actors)
        if scope.isEmpty, directive?.reported == true || directive == nil { scope = DivisionScope.of(previous) }
        if scope.isEmpty { scope = DivisionScope.of(document.issuers) }
        requirements.append(
            Requirement(
                id: FactID(document: document.id, element: id), text: block.words(of: mark), modality: modality, span: mark.span,
                directive: directive?.id, number: directive?.number, headings: around.headings,
                isReported: directive?.reported ?? false, of: directive?.of, assignments: directive?.assignments ?? [],
                deadlines: (directive?.deadlines ?? []).filter { holds($0.basis) },
                targets: (directive?.targets ?? []).filter { holds($0.basis) },
                bodies: inside.compactMap(\.fact.body), citations: inside.compactMap(\.fact.citation), scope: scope,
                document: document))
    }

    private mutating func add(
        _ mark: Mark, _ inside: ArraySlice<Mark>, _ kind: Evidence.Kind, time: DateValue?, state: ActionFact.State?, rate: ComputedRate?,
        of block: TextBlock, in around: Surroundings
    ) {
        guard let id = mark.id else { return }
        var actors = FactWalk.actors(inside)
        // The sentences of an item tell of one body; those of a report's section each of another matter.
        if actors.isEmpty, around.itemHeading != nil || document.kind != .report { actors = previous }
        if actors.isEmpty { actors = around.actors }
        if actors.isEmpty, document.kind != .bulletin { actors = document.issuers }
        previous = actors
        var scope = DivisionScope.of(actors)
        if scope.isEmpty { scope = DivisionScope.of(around.actors) }
        if scope.isEmpty { scope = DivisionScope.of(document.issuers) }
        evidence.append(
            Evidence(
                id: FactID(document: document.id, element: id), kind: kind, text: block.words(of: mark), span: mark.span,
                directive: around.row, itemHeading: around.itemHeading, headings: around.headings, time: time,
                state: state, quantities: inside.compactMap(\.fact.quantity), rate: rate, actors: actors, scope: scope,
                citations: inside.compactMap(\.fact.citation), document: document))
    }

    /// The first bodies named: one, or a list of several with nothing but a comma or 和 between them. Classes of bodies are none.
    private static func actors(_ marks: ArraySlice<Mark>) -> [BodyMention] {
        var actors: [BodyMention] = []
        var end: Int?
        for mark in marks {
            guard case .body(let body) = mark.fact, !body.isClass else { continue }
            // Three bytes are one Chinese character or mark.
            if let end, mark.range.lowerBound > end + 3 { break }
            end = max(end ?? 0, mark.range.upperBound)
            if !actors.contains(where: { $0.same(as: body) }) { actors.append(body) }
        }
        return actors
    }

    /// The marks inside a sentence: those that follow it, outer ones coming first.
    private static func inside(_ mark: Mark, at index: Int, of marks: [Mark]) -> ArraySlice<Mark> {
        marks[(index + 1)...].prefix { mark.range.contains($0.range) }
    }

    /// Ids of all marks that stand inside requirements.
    private static func claimed(in blocks: [Block]) -> Set<String> {
        var ids: Set<String> = []
        for block in blocks {
            switch block {
            case .paragraph(let text):
                for (index, unit) in text.marks.enumerated() {
                    guard case .requirement = unit.fact else { continue }
                    ids.formUnion(inside(unit, at: index, of: text.marks).compactMap(\.id))
                }
            case .division(let division): ids.formUnion(claimed(in: division.blocks))
            case .directive(let directive): ids.formUnion(claimed(in: directive.blocks))
            case .table(let table): ids.formUnion(claimed(in: table.rows.flatMap { $0.cells.map { .paragraph($0) } }))
            case .closing, .furniture: break
            }
        }
        return ids
    }
}

extension Fact {
    var body: BodyMention? { if case .body(let body) = self { body } else { nil } }
    var quantity: QuantityMention? { if case .quantity(let quantity) = self { quantity } else { nil } }
    var citation: Citation? { if case .cite(let citation) = self { citation } else { nil } }
}

extension BodyMention {
    /// The same body: by id where both have one, else by name.
    func same(as other: BodyMention) -> Bool {
        if let ref, let otherRef = other.ref { return ref == otherRef }
        return name == other.name || (official != nil && official == other.official)
    }
}
