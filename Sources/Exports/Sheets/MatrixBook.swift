import Facts
import Links
import Provenance
import Queries
import Spreadsheets

/// The table of implementation as a workbook (落实情况对照表工作簿): one sheet a view, to be printed on A3, filtered, filled in and
/// sent back.
struct MatrixBook {
    let wording: Wording
    let directory: BodyDirectory
    /// For publication: without notes of persons, indirect material, names of files and ids.
    let isPublic: Bool
    let matrix: Matrix
    let documents: [DocumentRow]
    private let numbers: [String: Int]

    init(_ matrix: Matrix, documents: [DocumentRow], _ wording: Wording, _ directory: BodyDirectory, isPublic: Bool) {
        self.wording = wording
        self.directory = directory
        self.isPublic = isPublic
        self.matrix = matrix
        self.documents = documents
        numbers = Dictionary(
            matrix.rows.enumerated().map { ($0.element.requirement.id, $0.offset + 1) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of a requirement is the same on every sheet.
    func number(_ row: MatrixRow) -> Int { numbers[row.requirement.id] ?? 0 }

    func workbook() -> Workbook {
        let table = MatrixSheet(book: self)
        let late: Set<RequirementState> = [.overdue, .problem, .stale, .notStarted]
        return Workbook(
            title: wording(.matrixTitle), created: created,
            sheets: [
                table.sheet(.sheetAll, matrix.rows, tab: 0xA4161A),
                table.sheet(.sheetGaps, matrix.rows.filter { $0.gap != .none }, tab: 0x8B95A1),
                table.sheet(.sheetLate, matrix.rows.filter { late.contains($0.state) }, tab: 0xD69B2D),
                OwnerSheet(book: self).byBody(), OwnerSheet(book: self).byRegion(), StatisticsSheet(book: self).sheet(),
                NotesSheet(book: self).sheet(),
            ])
    }

    /// Noon of the day of the answer: the file is dated by what it says, not by a clock.
    private var created: Int { (matrix.today.day?.ordinal ?? 0) * 86_400 + 43_200 }

    // MARK: What every sheet has

    /// Title, date, and what the colours mean, above a table.
    func begin(_ sheet: inout Worksheet, _ view: Message, rows: Int) {
        let title = wording(.matrixTitle) + (view == .sheetAll ? "" : wording.bracketed(wording(view)))
        sheet.append(across: .init(.text(title), SheetLook.title), atLeast: 42)
        let facts = [
            (wording(.asOf), wording.asOf(matrix.today)), (wording(.summaryDocuments), String(matrix.summary.documents)),
            (wording(.summaryRequirements), String(matrix.rows.count)), (wording(.sheetListed), String(rows)),
        ]
        sheet.append(
            across: .init(.text(facts.map { $0.0 + wording(.labelColon) + $0.1 }.joined(separator: "　　")), SheetLook.facts), atLeast: 20)
        var legend: [Worksheet.Piece] = [.init(wording(.sheetLegend) + wording(.labelColon))]
        for count in matrix.summary.states {
            legend.append(.init("■", CellStyle().with { $0.ink = SheetLook.ink(count.state) }))
            legend.append(.init("【" + wording.mark(count.state) + "】" + wording.label(count.state) + " \(count.claimed)　"))
        }
        sheet.append(across: .init(.pieces(legend), SheetLook.legend), atLeast: 22)
        sheet.header = ""
        let name = wording(.matrixTitle).replacing("&", with: "&&") + "　" + wording(view)
        let day = matrix.today.day.map { wording(.asOf) + wording(.labelColon) + $0.description } ?? ""
        sheet.footer = "&L&8" + name + "&C&10— &P / &N —&R&8" + day
    }

    func head(_ titles: [Message], hidden: Int = 0) -> [Worksheet.Cell] {
        titles.map { Worksheet.Cell(.text(wording($0)), SheetLook.head) }
    }

    func state(_ state: RequirementState) -> Worksheet.Cell {
        Worksheet.Cell(.text("【" + wording.mark(state) + "】\n" + wording.label(state)), SheetLook.state(state))
    }

    func lines(_ lines: [String], _ style: CellStyle = SheetLook.body) -> Worksheet.Cell {
        let filled = lines.filter { !$0.isEmpty }
        return Worksheet.Cell(filled.isEmpty ? .blank : .text(filled.joined(separator: "\n")), style)
    }

    /// Number and date, which a clerk knows it by; the title where there is no number. Whole titles are on the last sheet.
    func document(_ label: DocumentLabel) -> String {
        [label.number ?? label.title, label.date ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    func clause(_ row: RequirementRow) -> Worksheet.Content {
        guard let last = row.headings.last else { return row.number.map { .text($0) } ?? .blank }
        let outer = row.headings.dropLast().map { Worksheet.Piece($0 + "\n", CellStyle().with { $0.ink = 0x6B737C; $0.size = 9 }) }
        return .pieces(outer + [.init(last, SheetLook.strong)])
    }

    /// Where something stands: file and line; for publication the document only.
    func source(_ place: SourcePlace) -> String {
        let label = place.document
        // 简报 are known by name and issue, other documents by their number.
        let parts = label.kind == .bulletin ? [label.title, label.number] : [label.number ?? label.title]
        let name = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        if isPublic { return "〔" + name + "〕" }
        return "〔" + name + " · " + [label.file, place.line.map(String.init), place.locator.map { wording($0.message) }].compactMap(\.self).joined(separator: ":") + "〕"
    }
}
