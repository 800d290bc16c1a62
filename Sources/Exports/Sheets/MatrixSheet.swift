import Facts
import Links
import Provenance
import Queries
import Spreadsheets

/// A sheet with the columns of 落实情况对照表 (主表): one requirement a row, clauses merged, states coloured. Hidden columns hold
/// what a filled-in sheet is read back by.
struct MatrixSheet {
    let book: MatrixBook
    private var wording: Wording { book.wording }

    /// Titles and widths. Together they fit A3 landscape as they are.
    static let columns: [(title: Message, width: Double)] = [
        (.colNumber, 5), (.colDocument, 12), (.colClause, 16), (.colTask, 30), (.colLead, 12), (.colOthers, 14), (.colDeadline, 10.5),
        (.colTarget, 14), (.colProgress, 40), (.colState, 9), (.colVerified, 8), (.colProblems, 21), (.colRemarks, 13),
    ]
    /// Rows above the first requirement: title, facts, legend, head.
    static let headRows = 4
    /// Where the cells stand that may be filled in, and the hidden ones.
    static let progress = 8, verified = 10, problems = 11, remarks = 12, id = 13, evidence = 14, check = 15
    /// The highest row; what needs more goes over several rows that are merged.
    private static let rowLimit = 400.0
    /// Lines of evidence in one cell, so that a row stays on its page.
    private static let evidenceLimit = 4

    func sheet(_ view: Message, _ rows: [MatrixRow], tab: UInt32) -> Worksheet {
        var sheet = Worksheet(name: wording(view), columns: Self.columns.map { .init(width: $0.width) })
        book.begin(&sheet, view, rows: rows.count)
        if !book.isPublic { for _ in Self.id...Self.check { sheet.columns.append(.init(width: 12, isHidden: true)) } }
        sheet.tab = tab
        sheet.append(book.head(Self.columns.map(\.title) + (book.isPublic ? [] : [.colID, .sheetEvidenceIDs, .sheetCheck])), atLeast: 30)
        let last = Self.columns.count - 1
        sheet.frozen = (Self.headRows, 3)
        sheet.repeated = (Self.headRows - 1)...(Self.headRows - 1)
        guard !rows.isEmpty else {
            sheet.append(across: .init(.text(wording(.matrixEmpty)), SheetLook.centred), atLeast: 30)
            sheet.printed = .init(rows: 0...(sheet.rows.count - 1), columns: 0...last)
            return sheet
        }
        var index = 0
        while index < rows.count {
            let next = rows[index...].firstIndex { !isSameClause($0.requirement, rows[index].requirement) } ?? rows.count
            append(Array(rows[index..<next]), to: &sheet)
            index = next
        }
        let body = Self.headRows...(sheet.rows.count - 1)
        sheet.filter = .init(rows: (Self.headRows - 1)...body.upperBound, columns: 0...last)
        sheet.printed = .init(rows: 0...body.upperBound, columns: 0...last)
        if !book.isPublic {
            sheet.choices = [
                .init(
                    area: .init(rows: body, columns: Self.verified...Self.verified),
                    words: [wording(.sheetConfirm), wording(.sheetReject)], title: wording(.colVerified), hint: wording(.sheetVerifyHint))
            ]
        }
        return sheet
    }

    private func isSameClause(_ left: RequirementRow, _ right: RequirementRow) -> Bool {
        left.place.document.id == right.place.document.id && left.directive == right.directive && left.headings == right.headings
    }

    /// The rows of one clause, whose document and clause are merged.
    private func append(_ rows: [MatrixRow], to sheet: inout Worksheet) {
        let start = sheet.rows.count
        for row in rows {
            let cells = cells(row)
            let heights = zip(cells, sheet.columns).map { $1.isHidden ? 0 : SheetMetrics.height($0, width: $1.width) }
            // What goes over the rows of the clause counts below.
            let own = max(30, heights.enumerated().filter { rows.count == 1 || !Self.merged.contains($0.offset) }.map(\.element).max() ?? 0)
            let parts = Int((own / Self.rowLimit).rounded(.up))
            let first = sheet.rows.count
            for _ in 0..<parts { sheet.rows.append(.init(height: own / Double(parts), cells: cells)) }
            guard parts > 1 else { continue }
            for column in Self.columns.indices where rows.count == 1 || !Self.merged.contains(column) {
                sheet.merged.append(.init(rows: first...(first + parts - 1), columns: column...column))
            }
        }
        guard rows.count > 1 else { return }
        let end = sheet.rows.count - 1
        for column in Self.merged { sheet.merged.append(.init(rows: start...end, columns: column...column)) }
        let total = sheet.rows[start...end].reduce(0) { $0 + $1.height }
        let needed = Self.merged.map { SheetMetrics.height(sheet.rows[start].cells[$0], width: sheet.columns[$0].width) }.max() ?? 0
        if needed > total {
            for index in start...end {
                sheet.rows[index].height = min(Worksheet.heightLimit, sheet.rows[index].height * needed / total)
            }
        }
    }

    private static let merged = [1, 2]

    func cells(_ row: MatrixRow) -> [Worksheet.Cell] {
        let requirement = row.requirement
        let isLate = row.state == .overdue
        var cells: [Worksheet.Cell] = [
            .init(.number(Double(book.number(row))), SheetLook.centred),
            .init(.text(book.document(requirement.place.document)), SheetLook.body),
            .init(book.clause(requirement), SheetLook.body),
            .init(
                book.isPublic
                    ? .text(requirement.text)
                    : .pieces([.init(requirement.text + "\n"), .init(book.source(requirement.place), SheetLook.small)]), SheetLook.body),
            book.lines(names(row, .lead)), book.lines(others(row)),
            book.lines(requirement.deadlines, SheetLook.centred.with { if isLate { $0.ink = 0xA4161A; $0.isBold = true } }),
            book.lines(requirement.targets.map(wording.target)),
            .init(progress(row), SheetLook.body), book.state(row.state),
            .init(.text(verified(row)), SheetLook.centred), .init(evidence(row.problems, of: row.problemsCount), SheetLook.body),
            book.lines(remarks(row)),
        ]
        guard !book.isPublic else { return cells }
        let shown = row.progress.prefix(Self.evidenceLimit) + row.problems.prefix(Self.evidenceLimit)
        let ids = shown.map(\.evidence.id)
        cells.append(.init(.text(requirement.id), SheetLook.hidden))
        cells.append(.init(.text(ids.joined(separator: " ")), SheetLook.hidden))
        cells.append(.init(.text(SheetCheck(cells.map { SheetMetrics.text($0.content) }).text), SheetLook.hidden))
        return cells
    }

    private func names(_ row: MatrixRow, _ role: Role) -> [String] {
        row.requirement.owners.filter { $0.role == role }.map { wording.name($0.body) }
    }

    private func others(_ row: MatrixRow) -> [String] {
        let groups = [Role.responsible, .support].flatMap { role in
            names(row, role).enumerated().map { ($0.offset == 0 ? wording.name(role) + wording(.labelColon) : "") + $0.element }
        }
        return groups + (row.requirement.isOpenList ? [wording(.wordOpenList)] : [])
    }

    private func verified(_ row: MatrixRow) -> String {
        wording(.pageClaimed) + " \(row.counts.claimed)\n" + wording(.pageVerified) + " \(row.counts.verified)"
    }

    private func remarks(_ row: MatrixRow) -> [String] {
        Reports(wording: wording).remarks(row).filter { $0 != wording(.wordOpenList) } + row.why.map { wording($0) }
            + row.paces.map(wording.pace)
    }

    private func progress(_ row: MatrixRow) -> Worksheet.Content {
        if !row.progress.isEmpty { return evidence(row.progress, of: row.progressCount) }
        guard !book.isPublic, let first = row.indirect.first else { return .blank }
        let grey = CellStyle().with { $0.ink = 0x7A828B }
        return .pieces([
            .init(wording(.gapsIndirect) + wording.bracketed(String(row.indirectCount)) + wording(.labelColon) + "\n", grey),
            .init(wording.day(first.evidence) + " " + wording.quoted(first.evidence.text) + "\n", grey),
            .init(book.source(first.evidence.place), SheetLook.small),
        ])
    }

    /// Each piece of evidence with its date before and its source behind it, the latest first.
    private func evidence(_ links: [LinkRow], of count: Int) -> Worksheet.Content {
        guard !links.isEmpty else { return .blank }
        var pieces: [Worksheet.Piece] = []
        for (index, link) in links.prefix(Self.evidenceLimit).enumerated() {
            if index > 0 { pieces.append(.init("\n")) }
            pieces.append(.init(wording.day(link.evidence) + " ", SheetLook.strong))
            if link.verdict == .contradicts { pieces.append(.init(wording.name(link.verdict) + " ", SheetLook.red)) }
            let computed = link.evidence.figures.filter(\.isComputed).map { wording.figure($0) }
            pieces.append(.init(link.evidence.text + (computed.isEmpty ? "" : wording.bracketed(wording.clauses(computed)))))
            pieces.append(.init(book.source(link.evidence.place), SheetLook.small))
        }
        if count > Self.evidenceLimit {
            pieces.append(.init("\n" + wording(.sheetMore(count - Self.evidenceLimit)), SheetLook.small))
        }
        return .pieces(pieces)
    }
}

/// What tells which cells of a row were changed since it was exported (校验): a short hash of each that may be, and of the rest.
struct SheetCheck: Equatable {
    /// The form that this program writes and reads.
    private static let version = "v1"

    let fixed: String
    let progress: String
    let verified: String
    let problems: String
    let remarks: String

    /// - Parameter texts: of the row's cells from the first column on.
    init(_ texts: [String]) {
        func text(_ column: Int) -> String { texts.indices.contains(column) ? texts[column] : "" }
        fixed = Self.hash([3, 4, 5, 6, 7].map(text).joined(separator: "\u{1F}"))
        progress = Self.hash(text(MatrixSheet.progress))
        verified = Self.hash(text(MatrixSheet.verified))
        problems = Self.hash(text(MatrixSheet.problems))
        remarks = Self.hash(text(MatrixSheet.remarks))
    }

    /// Nil where it is none of ours.
    init?(_ text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 6, parts[0] == Self.version else { return nil }
        (fixed, progress, verified, problems, remarks) = (parts[1], parts[2], parts[3], parts[4], parts[5])
    }

    var text: String { [Self.version, fixed, progress, verified, problems, remarks].joined(separator: " ") }

    /// White space and line ends are changed by every program that saves a sheet.
    static func hash(_ text: String) -> String {
        ContentHash.shortName(String(scalars: text.unicodeScalars.filter { !$0.isWhite }))
    }
}
