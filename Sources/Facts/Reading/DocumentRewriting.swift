import Provenance
import Structure

extension PolicyDocument {
    /// Gives each mention of a body the name that the second pass over all mentions found for it.
    mutating func rename(_ found: [FoundBody], in reading: ReadingText) {
        var names: [Span: BodyMention] = [:]
        for mention in found { names[reading.span(mention.range)] = mention.body }
        forEachBlock { block in
            for index in block.marks.indices {
                guard case .body = block.marks[index].fact, let name = names[block.marks[index].span] else { continue }
                block.marks[index].fact = .body(name)
            }
        }
    }

    /// Visits every block of text in printed order.
    mutating func forEachBlock(_ change: (inout TextBlock) -> Void) {
        for index in front.indices { change(&front[index].content) }
        body.forEachTextBlock(change)
        for index in back.indices { change(&back[index].content) }
    }
}

extension [Block] {
    mutating func forEachTextBlock(_ change: (inout TextBlock) -> Void) {
        for index in indices {
            switch self[index] {
            case .paragraph(var block):
                change(&block)
                self[index] = .paragraph(block)
            case .division(var division):
                if var heading = division.heading {
                    change(&heading)
                    division.heading = heading
                }
                division.blocks.forEachTextBlock(change)
                self[index] = .division(division)
            case .directive(var directive):
                if var heading = directive.heading {
                    change(&heading)
                    directive.heading = heading
                }
                directive.blocks.forEachTextBlock(change)
                self[index] = .directive(directive)
            case .table(var table):
                for row in table.rows.indices {
                    for cell in table.rows[row].cells.indices { change(&table.rows[row].cells[cell]) }
                }
                self[index] = .table(table)
            case .closing(var fields):
                for field in fields.indices { change(&fields[field].content) }
                self[index] = .closing(fields)
            case .furniture: break
            }
        }
    }
}
