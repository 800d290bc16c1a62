import Facts
import Provenance

/// Everything of a document that bears text of its source, in printed order (文本要素).
public enum DocumentPiece: Sendable {
    /// Running text, with the name of its element: `p`, `heading`, `title`.
    case block(TextBlock, element: String)
    case furniture(Furniture)
}

extension PolicyDocument {
    /// Calls `body` for each piece in printed order: front, text, back.
    public func forEachPiece(_ body: (DocumentPiece) -> Void) {
        visit(front, body)
        visit(self.body, body)
        visit(back, body)
    }

    /// Calls `body` for each directive in printed order, those of table rows included.
    public func forEachDirective(_ body: (Directive) -> Void) {
        visitDirectives(self.body, body)
    }

    private func visit(_ fields: [Field], _ body: (DocumentPiece) -> Void) {
        for field in fields { body(.block(field.content, element: field.name.rawValue)) }
    }

    private func visit(_ blocks: [Block], _ body: (DocumentPiece) -> Void) {
        for block in blocks {
            switch block {
            case .division(let division):
                if let heading = division.heading { body(.block(heading, element: "heading")) }
                visit(division.blocks, body)
            case .directive(let directive): visit(directive, body)
            case .paragraph(let paragraph): body(.block(paragraph, element: "p"))
            case .table(let table):
                for row in table.rows {
                    if let directive = row.directive { visit(directive, body) }
                    for cell in row.cells { body(.block(cell, element: "cell")) }
                }
            case .closing(let fields): visit(fields, body)
            case .furniture(let furniture): body(.furniture(furniture))
            }
        }
    }

    private func visit(_ directive: Directive, _ body: (DocumentPiece) -> Void) {
        if let heading = directive.heading { body(.block(heading, element: "heading")) }
        visit(directive.blocks, body)
    }

    private func visitDirectives(_ blocks: [Block], _ body: (Directive) -> Void) {
        for block in blocks {
            switch block {
            case .division(let division): visitDirectives(division.blocks, body)
            case .directive(let directive):
                body(directive)
                visitDirectives(directive.blocks, body)
            case .table(let table):
                for row in table.rows {
                    guard let directive = row.directive else { continue }
                    body(directive)
                    visitDirectives(directive.blocks, body)
                }
            case .paragraph, .closing, .furniture: break
            }
        }
    }

    /// Every id of structure, in printed order; those of text and marks are found by `forEachPiece`.
    func forEachStructureID(_ body: (String) -> Void) { visitIDs(self.body, body) }

    private func visitIDs(_ blocks: [Block], _ body: (String) -> Void) {
        for block in blocks {
            switch block {
            case .division(let division):
                body(division.id)
                visitIDs(division.blocks, body)
            case .directive(let directive):
                body(directive.id)
                visitIDs(directive.blocks, body)
            case .table(let table):
                body(table.id)
                for row in table.rows {
                    guard let directive = row.directive else { continue }
                    body(directive.id)
                    visitIDs(directive.blocks, body)
                }
            case .paragraph, .closing, .furniture: break
            }
        }
    }
}

extension Mark {
    /// As findings name it: `body b3`.
    var title: String { "\(fact.element)" + (id.map { " " + $0 } ?? "") }
}

extension Fact {
    /// The time that it states, where it states one.
    var time: DateValue? {
        switch self {
        case .action(let action): action.time
        case .plan(let plan): plan.time
        case .problem(let problem): problem.time
        case .date(let date): date.value
        case .requirement, .body, .quantity, .cite: nil
        }
    }
}
