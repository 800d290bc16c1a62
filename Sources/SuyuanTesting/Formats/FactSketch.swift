import Facts
import Provenance

/// What a document says, without where it says it (事实摘要): to compare one document read from several formats. White space apart,
/// the same words, owners, deadlines, targets and figures give the same lines.
public enum FactSketch {
    public static func lines(of document: PolicyDocument) -> [String] {
        var lines = ["document \(document.kind) \(document.type ?? "-") \(document.date ?? "-") \(document.language)"]
        for field in document.front {
            lines.append("front \(field.name) \(squeezed(field.content.text))")
            facts(field.content, &lines)
        }
        blocks(document.body, &lines)
        for field in document.back {
            lines.append("back \(field.name) \(squeezed(field.content.text))")
            facts(field.content, &lines)
        }
        return lines.sorted()
    }

    private static func blocks(_ blocks: [Block], _ lines: inout [String]) {
        for block in blocks {
            switch block {
            case .division(let division):
                lines.append("\(division.kind) \(division.number ?? "-") \(division.level) \(squeezed(division.heading?.text ?? ""))")
                if let heading = division.heading { facts(heading, &lines) }
                self.blocks(division.blocks, &lines)
            case .directive(let directive):
                self.directive(directive, &lines)
                self.blocks(directive.blocks, &lines)
            case .paragraph(let text): facts(text, &lines)
            case .table(let table):
                for row in table.rows {
                    if let directive = row.directive { self.directive(directive, &lines) }
                    for cell in row.cells { facts(cell, &lines) }
                }
            case .closing(let fields):
                for field in fields {
                    lines.append("closing \(field.name) \(squeezed(field.content.text))")
                    facts(field.content, &lines)
                }
            case .furniture: continue
            }
        }
    }

    private static func directive(_ directive: Directive, _ lines: inout [String]) {
        let name = "directive \(directive.number ?? "-")"
        lines.append("\(name) \(directive.level) \(directive.reported) \(squeezed(directive.heading?.text ?? ""))")
        if let heading = directive.heading { facts(heading, &lines) }
        for one in directive.assignments { lines.append("\(name) owner \(one.role) \(one.body ?? "-") \(one.name) \(one.isOpen)") }
        for one in directive.deadlines { lines.append("\(name) deadline \(one.when)") }
        for one in directive.targets {
            lines.append("\(name) target \(one.indicator) \(one.comparator) \(one.value) \(one.unit) \(one.when ?? "-")")
        }
    }

    private static func facts(_ block: TextBlock, _ lines: inout [String]) {
        for mark in block.marks {
            let words = squeezed(block.words(of: mark))
            switch mark.fact {
            case .requirement(let modality): lines.append("requirement \(modality) \(words)")
            case .action(let fact): lines.append("action \(fact.state) \(words)")
            case .body(let body): lines.append("body \(body.ref ?? "-") \(body.name) \(body.isClass)")
            case .quantity(let quantity): lines.append("quantity \(quantity.value) \(quantity.unit) \(quantity.comparator)")
            case .plan: lines.append("plan \(words)")
            case .problem: lines.append("problem \(words)")
            case .date(let date): lines.append("date \(date.value.text) \(date.isDeadline)")
            case .cite(let citation): lines.append("cite \(citation.title)")
            }
        }
    }

    private static func squeezed(_ text: String) -> String { String(scalars: text.unicodeScalars.filter { !$0.isWhite }) }
}
