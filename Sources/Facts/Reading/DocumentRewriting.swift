import Provenance
import Structure

extension PolicyDocument {
    /// Gives each mention of a body (机构提及) the name that the second pass over all mentions found for it.
    /// - Parameters:
    ///   - found: every mention of the document, as it was read.
    ///   - unified: the same after the second pass.
    mutating func rename(_ found: [FoundBody], _ unified: [FoundBody], in reading: ReadingText) {
        let names = RenamedBodies(found, unified, in: reading)
        if !names.isEmpty {
            var refs: [String: String] = [:]
            func rename(_ block: inout TextBlock) {
                for index in block.marks.indices {
                    guard case .body = block.marks[index].fact, let naming = names[block.marks[index].span] else { continue }
                    block.marks[index].fact = naming.fact
                    if let id = block.marks[index].id, let ref = naming.body.ref { refs[id] = ref }
                }
            }
            forEachBlock(rename, where: names.touch)
            body.forEachDirective { directive in
                for index in directive.assignments.indices where directive.assignments[index].body == nil {
                    directive.assignments[index].body = directive.assignments[index].basis.flatMap { refs[$0] }
                }
            }
        }
        for index in front.indices where front[index].name == .issuer { front[index].ref = front[index].content.firstBody ?? front[index].ref }
    }

    /// Visits the blocks of text whose place is asked for, all where nothing is said, in printed order.
    mutating func forEachBlock(_ change: (inout TextBlock) -> Void, where isAsked: (Span) -> Bool = { _ in true }) {
        for index in front.indices where isAsked(front[index].content.span) { change(&front[index].content) }
        body.forEachTextBlock(change, where: isAsked)
        for index in back.indices where isAsked(back[index].content.span) { change(&back[index].content) }
    }
}

extension TextBlock {
    fileprivate var firstBody: String? {
        for mark in marks { if case .body(let body) = mark.fact, let ref = body.ref { return ref } }
        return nil
    }
}

extension [Block] {
    mutating func forEachDirective(_ change: (inout Directive) -> Void) {
        for index in indices { self[index].forEachDirective(change) }
    }

    mutating func forEachTextBlock(_ change: (inout TextBlock) -> Void, where isAsked: (Span) -> Bool = { _ in true }) {
        for index in indices { self[index].forEachTextBlock(change, where: isAsked) }
    }
}

extension Block {
    private static let nothing = Block.furniture(Furniture(span: Span(0, 0), text: ""))

    /// Leaves nothing behind: what a block holds is taken out of it while it changes, since with two owners it would be copied first.
    private mutating func take() -> Block {
        var taken = Self.nothing
        swap(&taken, &self)
        return taken
    }

    // Each case is put back by its name: a pattern that binds the whole would be a second owner.

    private var holdsBlocks: Bool {
        switch self {
        case .division, .directive, .table: true
        case .paragraph, .closing, .furniture: false
        }
    }

    fileprivate mutating func forEachDirective(_ change: (inout Directive) -> Void) {
        guard holdsBlocks else { return }
        switch take() {
        case .division(var division):
            division.blocks.forEachDirective(change)
            self = .division(division)
        case .directive(var directive):
            change(&directive)
            directive.blocks.forEachDirective(change)
            self = .directive(directive)
        case .table(var table):
            for row in table.rows.indices {
                guard var directive = table.rows[row].directive.take() else { continue }
                change(&directive)
                table.rows[row].directive = directive
            }
            self = .table(table)
        case .paragraph(let block): self = .paragraph(block)
        case .closing(let fields): self = .closing(fields)
        case .furniture(let furniture): self = .furniture(furniture)
        }
    }

    fileprivate mutating func forEachTextBlock(_ change: (inout TextBlock) -> Void, where isAsked: (Span) -> Bool) {
        // Most blocks are paragraphs that nobody asks for.
        if case .paragraph(let block) = self, !isAsked(block.span) { return }
        func visit(_ heading: inout TextBlock?) {
            guard let span = heading?.span, isAsked(span), var block = heading.take() else { return }
            change(&block)
            heading = block
        }
        switch take() {
        case .paragraph(var block):
            change(&block)
            self = .paragraph(block)
        case .division(var division):
            visit(&division.heading)
            division.blocks.forEachTextBlock(change, where: isAsked)
            self = .division(division)
        case .directive(var directive):
            visit(&directive.heading)
            directive.blocks.forEachTextBlock(change, where: isAsked)
            self = .directive(directive)
        case .table(var table):
            for row in table.rows.indices {
                for cell in table.rows[row].cells.indices where isAsked(table.rows[row].cells[cell].span) { change(&table.rows[row].cells[cell]) }
            }
            self = .table(table)
        case .closing(var fields):
            for field in fields.indices where isAsked(fields[field].content.span) { change(&fields[field].content) }
            self = .closing(fields)
        case .furniture(let furniture): self = .furniture(furniture)
        }
    }
}
