import Provenance
import Spreadsheets

/// Any report as a workbook (报表工作簿): one sheet for its tables, one below the other.
struct ReportBook {
    let wording: Wording

    /// - Parameter day: by which the file is dated.
    func workbook(_ report: Report, day: CalendarDay?) -> Workbook {
        let sections = [report.ledger].compactMap(\.self).isEmpty ? report.sections : [report.ledger].compactMap(\.self)
        let count = sections.map(\.columns.count).max() ?? 1
        var widths = Array(repeating: 8.0, count: max(2, count))
        for section in sections {
            for (index, column) in section.columns.enumerated() {
                let needed = ([column.title] + section.rows.map { $0[index].text(wording) }).map(CellWidth.of).max() ?? 0
                widths[index] = max(widths[index], min(46, Double(needed) * 1.05 + 3))
            }
        }
        var sheet = Worksheet(name: name(report.title), columns: widths.map { .init(width: $0) })
        sheet.append(across: .init(.text(report.title), SheetLook.title), atLeast: 42)
        for fact in report.facts where !fact.value.isEmpty {
            sheet.append(across: .init(.text(fact.label + wording(.labelColon) + fact.value), SheetLook.plain), atLeast: 18)
        }
        for section in sections { append(section, to: &sheet, isOnly: sections.count == 1) }
        for note in report.notes { sheet.append(across: .init(.text(note), SheetLook.small), atLeast: 16) }
        sheet.footer = "&C— &P / &N —"
        return Workbook(title: report.title, created: (day?.ordinal ?? 0) * 86_400 + 43_200, sheets: [sheet])
    }

    private func append(_ section: Report.Section, to sheet: inout Worksheet, isOnly: Bool) {
        if let title = section.title { sheet.append([.init(.text(title), SheetLook.section)], atLeast: 28) }
        guard !section.rows.isEmpty else {
            return sheet.append(across: .init(.text(section.empty), SheetLook.plain), atLeast: 20)
        }
        let head = sheet.rows.count
        sheet.append(section.columns.map { .init(.text($0.title), SheetLook.head) }, atLeast: 26)
        for row in section.rows { sheet.append(row.map(cell), atLeast: 20) }
        guard isOnly else { return }
        sheet.frozen = (head + 1, 0)
        sheet.repeated = head...head
        sheet.filter = .init(rows: head...(sheet.rows.count - 1), columns: 0...(section.columns.count - 1))
    }

    private func cell(_ cell: Report.Cell) -> Worksheet.Cell {
        switch cell {
        case .number(let value): .init(.number(Double(value)), SheetLook.centred)
        case .state(let state): .init(.text("【" + wording.mark(state) + "】" + wording.label(state)), SheetLook.state(state))
        case .graded(let state, _): .init(.text(cell.text(wording)), SheetLook.state(state))
        case .text, .lines: .init(.text(cell.text(wording)), SheetLook.body)
        }
    }

    /// What a sheet may be called: at most 31 characters, none of `[]:*?/\`.
    private func name(_ title: String) -> String {
        String(title.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
    }
}
