import Links
import Provenance
import Queries
import Spreadsheets

/// How to read the table and how to fill it in (说明), and the whole titles of the documents behind it.
struct NotesSheet {
    let book: MatrixBook
    private var wording: Wording { book.wording }

    private static let widths = [8.0, 14, 66, 24, 12, 32, 36, 12]

    func sheet() -> Worksheet {
        var sheet = Worksheet(name: wording(.sheetNotes), columns: Self.widths.map { .init(width: $0) })
        book.begin(&sheet, .sheetNotes, rows: book.documents.count)
        section(.sheetHow, &sheet)
        for (index, note) in [Message.sheetHowEvidence, .sheetHowVerified, .sheetHowDay, .sheetHowJoint].enumerated() {
            sheet.append(across: .init(.text("\(index + 1). " + wording(note)), SheetLook.plain), atLeast: 20)
        }
        legend(&sheet)
        if !book.isPublic {
            section(.sheetColumns, &sheet)
            for (index, note) in [Message.sheetHowFill, .sheetHowReturn].enumerated() {
                sheet.append(across: .init(.text("\(index + 1). " + wording(note)), SheetLook.plain), atLeast: 20)
            }
        }
        documents(&sheet)
        sheet.printed = .init(rows: 0...(sheet.rows.count - 1), columns: 0...(sheet.columns.count - 1))
        return sheet
    }

    private func legend(_ sheet: inout Worksheet) {
        section(.sheetLegend, &sheet)
        let meanings: [RequirementState: Message] = [
            .noReport: .sheetStateNoReport, .notStarted: .sheetStateNotStarted, .underWay: .sheetStateUnderWay, .done: .sheetStateDone,
            .problem: .sheetStateProblem, .overdue: .sheetStateOverdue, .stale: .sheetStateStale, .suspect: .sheetStateSuspect,
        ]
        for state in RequirementState.allCases {
            let row = sheet.rows.count
            sheet.append(
                [
                    .init(.text("【" + wording.mark(state) + "】"), SheetLook.state(state)), .init(.text(wording.label(state)), SheetLook.state(state)),
                    .init(.text(meanings[state].map { wording($0) } ?? ""), SheetLook.body), .init(.blank, SheetLook.body),
                    .init(.blank, SheetLook.body),
                ], atLeast: 20)
            sheet.merged.append(.init(rows: row...row, columns: 2...4))
        }
    }

    private func documents(_ sheet: inout Worksheet) {
        section(.sheetSources, &sheet)
        var titles: [Message] = [.colNumber, .colDate, .colTitle, .colDocNumber, .colKind, .colIssuer]
        titles += book.isPublic ? [] : [.colFile]
        sheet.append(book.head(titles + [.colRequirements]), atLeast: 24)
        sheet.repeated = (sheet.rows.count - 1)...(sheet.rows.count - 1)
        for (index, row) in book.documents.enumerated() {
            var cells: [Worksheet.Cell] = [
                .init(.number(Double(index + 1)), SheetLook.centred), .init(.text(row.label.date ?? ""), SheetLook.centred),
                .init(.text(row.label.title), SheetLook.body), .init(.text(row.label.number ?? ""), SheetLook.body),
                .init(.text(wording.name(row.label.kind)), SheetLook.centred), .init(.text(row.issuer.map(wording.name) ?? ""), SheetLook.body),
            ]
            if !book.isPublic { cells.append(.init(.text(row.label.file), SheetLook.body)) }
            cells.append(.init(.number(Double(row.requirements)), SheetLook.centred))
            sheet.append(cells, atLeast: 20)
        }
    }

    private func section(_ title: Message, _ sheet: inout Worksheet) {
        sheet.append([.init(.text(wording(title)), SheetLook.section)], atLeast: 30)
    }
}
