import Provenance
import Structure
import Vocabulary

/// Rows of a table as directives, and its cells as what their columns say they hold (表格).
extension TreeReader {
    mutating func table(_ table: OutlineTable, in around: Surroundings) -> [Block] {
        var rows: [Row] = []
        var key = ""
        let columns = named(table.columns.map { passages.columns[$0] }, table)
        for row in table.rows {
            var drafts: [Draft] = []
            if row.kind == .data { context.dates.beginItem() }
            for (index, cell) in row.cells.enumerated() {
                let column = row.kind == .data && index < columns.count ? columns[index] : .other
                drafts.append(read(cell: cell, column: column, columns: columns, in: around))
            }
            let printed = row.cells.map { outline.reading.string($0.reading) }.joined(separator: "|")
            key += printed
            var directive: Directive?
            if row.kind == .data, drafts.contains(where: { $0.result.hasRequirement || !$0.assignments.isEmpty }) {
                var duty = Directive(id: ids.id("d", for: printed), number: row.number, level: around.level + 1)
                settle(&duty, drafts, in: around)
                directive = duty
            }
            rows.append(Row(directive: directive, cells: drafts.map { build($0) }))
        }
        return [.table(Table(id: ids.id("t", for: key), rows: rows))]
    }

    /// Where bodies owe something and no label is known of what, the widest column left of theirs says it: 民生实事, 项目名称.
    private func named(_ columns: [DutyColumns.Column], _ table: OutlineTable) -> [DutyColumns.Column] {
        guard let duty = columns.firstIndex(where: { $0 == .lead || $0 == .responsible }), !columns.contains(where: { $0 == .task || $0 == .measure || $0 == .item }) else { return columns }
        let widths = columns.indices.map { column in
            table.rows.reduce(0) { $0 + ($1.kind == .data && column < $1.cells.count ? $1.cells[column].reading.count : 0) }
        }
        let candidates = columns.indices.filter { columns[$0] == .other }
        guard let widest = candidates.filter({ $0 < duty }).max(by: { widths[$0] < widths[$1] }) ?? candidates.max(by: { widths[$0] < widths[$1] }), widths[widest] > 0
        else { return columns }
        var named = columns
        named[widest] = .measure
        return named
    }

    private mutating func read(cell: Passage, column: DutyColumns.Column, columns: [DutyColumns.Column], in around: Surroundings) -> Draft {
        var result: PassageReader.Result
        let start = cell.reading.lowerBound
        // A task beside its measures is their heading; alone it is the demand.
        var column = column
        if column == .task, !columns.contains(.measure) { column = .measure }
        // 国道318线提质改造 beside what is to be reached is a name.
        if column == .item { column = columns.contains(where: { $0 == .task || $0 == .measure || $0 == .goal }) ? .other : .measure }
        context.dates.demands = column == .measure || column == .goal || column == .deadline
        switch column {
        case .measure, .goal:
            result = passages.paragraph(in: scanned, range: cell.reading, from: start, voice: .directive, topic: .open, context: &context)
        case .progress:
            result = passages.paragraph(in: scanned, range: cell.reading, from: start, voice: .report, topic: .open, context: &context)
        case .problem:
            result = passages.paragraph(in: scanned, range: cell.reading, from: start, voice: .report, topic: .problems, context: &context)
        case .plan:
            result = passages.paragraph(in: scanned, range: cell.reading, from: start, voice: .report, topic: .plans, context: &context)
        default:
            result = PassageReader.Result()
            result.entities = passages.entities(in: scanned, range: cell.reading, context: &context)
        }
        let role: Role? =
            switch column {
            case .lead: .lead
            case .responsible: .responsible
            case .support: .support
            default: nil
            }
        if let role, !cell.reading.isEmpty {
            result.statements = [passages.duties.cell(cell.reading, role, in: scanned)]
        }
        if column == .deadline {
            for index in result.entities.indices {
                guard case .date(var date) = result.entities[index].fact else { continue }
                date.isDeadline = true
                result.entities[index].fact = .date(date)
            }
        }
        var draft = Draft(passage: cell, id: ids.id("p", for: words(cell.reading)), result: result)
        resolve(&draft)
        return draft
    }
}
