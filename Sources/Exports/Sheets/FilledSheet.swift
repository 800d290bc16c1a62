import Links
import Provenance
import Queries
import Spreadsheets

/// A matrix that came back filled in (回填表): what was changed in which cell since it was exported.
public struct FilledSheet: Sendable {
    public enum Decision: Sendable, Hashable { case confirm, reject }

    /// What was written into a cell.
    public enum Change: Sendable, Hashable {
        /// Lines that were added to the progress or the problems.
        case progress([String])
        case problems([String])
        /// On the evidence that the row lists.
        case decision(Decision, evidence: [FactID])
        case note([String])
    }

    public struct Entry: Sendable, Hashable {
        public var requirement: FactID
        public var change: Change
        /// `全表!I12`.
        public var cell: String
    }

    public private(set) var entries: [Entry] = []
    /// Changes that are not taken, with the reason and the cell.
    public private(set) var findings: [PlacedFinding] = []

    private let file: String
    private let wording: Wording
    private let current: [String: [String]]

    /// - Parameters:
    ///   - matrix: of the base as it is now.
    ///   - wording: in the language of the sheet.
    /// - Throws: where no sheet has the columns of the matrix and its ids.
    public init(_ book: ReadWorkbook, file: String, against matrix: Matrix, _ wording: Wording) throws(Fault) {
        self.file = file
        self.wording = wording
        let sheet = MatrixSheet(book: MatrixBook(matrix, documents: [], wording, BodyDirectory(), isPublic: false))
        current = Dictionary(
            matrix.rows.map { row in (row.requirement.id, sheet.cells(row).map { SheetMetrics.text($0.content) }) },
            uniquingKeysWith: { first, _ in first })
        var found = false
        for sheet in book.sheets {
            guard let (head, columns) = Self.head(of: sheet) else { continue }
            found = true
            var previous = ""
            for row in sheet.cells.keys.sorted() where row > head {
                let id = sheet[row, columns[MatrixSheet.id]]
                // A row that goes over several lines of the sheet bears its id on each.
                guard !id.isEmpty, id != previous else { continue }
                previous = id
                read(sheet, row, id, columns)
            }
        }
        guard found else { throw Fault(.sheetHasNoMatrix, at: Place(file: file), advice: .sheetIsNoneAdvice) }
    }

    /// The row of titles, and where each column of the matrix stands now: columns may have been moved or added.
    private static func head(of sheet: ReadWorkbook.Sheet) -> (row: Int, columns: [Int])? {
        let titles = MatrixSheet.columns.map(\.title) + [.colID, .sheetEvidenceIDs, .sheetCheck]
        for row in sheet.cells.keys.sorted().prefix(20) {
            var columns: [Int] = []
            for title in titles {
                guard let column = sheet.cells[row]?.filter({ $0.value == title.zh || $0.value == title.en }).keys.min() else { break }
                columns.append(column)
            }
            if columns.count == titles.count { return (row, columns) }
        }
        return nil
    }

    private mutating func read(_ sheet: ReadWorkbook.Sheet, _ row: Int, _ id: String, _ columns: [Int]) {
        let texts = columns.map { sheet[row, $0] }
        func cell(_ column: Int) -> String { sheet.name + "!" + ReadWorkbook.name(row: row, column: columns[column]) }
        guard let requirement = FactID(id), let now = current[id] else {
            return report(.error, .sheetIdIsUnknown(id), cell(MatrixSheet.id))
        }
        guard let exported = SheetCheck(texts[MatrixSheet.check]) else {
            return report(.error, .sheetCheckIsGone, cell(MatrixSheet.check))
        }
        let given = SheetCheck(texts)
        let base = SheetCheck(now)
        if given.fixed != exported.fixed { report(.warning, .sheetFixedChanged, cell(3)) }
        let isStale = base.fixed != exported.fixed || base.progress != exported.progress || base.problems != exported.problems
        var isTouched = false
        for (column, old, new) in [
            (MatrixSheet.progress, exported.progress, given.progress), (MatrixSheet.problems, exported.problems, given.problems),
        ] where old != new {
            isTouched = true
            if isStale { continue }
            let (added, removed) = Self.difference(now[column], texts[column])
            if removed { report(.warning, .sheetTextRemoved, cell(column)) }
            if !added.isEmpty {
                add(Entry(requirement: requirement, change: column == MatrixSheet.progress ? .progress(added) : .problems(added), cell: cell(column)))
            }
        }
        if given.verified != exported.verified {
            isTouched = true
            if !isStale { decide(requirement, texts, cell(MatrixSheet.verified)) }
        }
        if given.remarks != exported.remarks {
            let (added, removed) = Self.difference(base.remarks == exported.remarks ? now[MatrixSheet.remarks] : "", texts[MatrixSheet.remarks])
            if removed { report(.warning, .sheetTextRemoved, cell(MatrixSheet.remarks)) }
            if !added.isEmpty { add(Entry(requirement: requirement, change: .note(added), cell: cell(MatrixSheet.remarks))) }
        }
        if isStale, isTouched { report(.error, .sheetRowIsStale(id), cell(MatrixSheet.progress)) }
    }

    private mutating func decide(_ requirement: FactID, _ texts: [String], _ cell: String) {
        let word = texts[MatrixSheet.verified].trimmed
        let decision: Decision
        if [Message.sheetConfirm.zh, Message.sheetConfirm.en].contains(word) {
            decision = .confirm
        } else if [Message.sheetReject.zh, Message.sheetReject.en].contains(word) {
            decision = .reject
        } else {
            return report(.warning, .sheetDecisionIsUnknown(word), cell)
        }
        let evidence = texts[MatrixSheet.evidence].split(separator: " ").compactMap { FactID(String($0)) }
        guard !evidence.isEmpty else { return report(.warning, .sheetNothingToDecide, cell) }
        add(Entry(requirement: requirement, change: .decision(decision, evidence: evidence), cell: cell))
    }

    /// The same change on two sheets is one; two decisions against each other are none.
    private mutating func add(_ entry: Entry) {
        if let same = entries.firstIndex(where: { $0.requirement == entry.requirement && $0.change == entry.change }), same >= 0 { return }
        if case .decision(let decision, _) = entry.change,
            let other = entries.firstIndex(where: {
                guard $0.requirement == entry.requirement, case .decision(let before, _) = $0.change else { return false }
                return before != decision
            })
        {
            report(.error, .sheetDecisionsDiffer(entries[other].cell), entry.cell)
            entries.remove(at: other)
            return
        }
        entries.append(entry)
    }

    /// The lines that are new, and whether anything of the old text is gone. White space does not count.
    static func difference(_ old: String, _ new: String) -> (added: [String], removed: Bool) {
        func lines(_ text: String) -> [String] {
            text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }).map { String($0).trimmed }.filter { !$0.isEmpty }
        }
        let before = lines(old)
        var left = before.map(SheetCheck.hash)
        var added: [String] = []
        for line in lines(new) {
            if let index = left.firstIndex(of: SheetCheck.hash(line)) {
                left.remove(at: index)
                continue
            }
            // Written on behind an old line.
            if let index = before.firstIndex(where: { line.hasPrefix($0) && left.contains(SheetCheck.hash($0)) }) {
                left.removeAll { $0 == SheetCheck.hash(before[index]) }
                added.append(String(line.dropFirst(before[index].count)).trimmed)
            } else {
                added.append(line)
            }
        }
        return (added, !left.isEmpty)
    }

    private mutating func report(_ severity: Severity, _ message: Message, _ cell: String) {
        findings.append(PlacedFinding(severity, message, at: Place(file: file + "/" + cell)))
    }
}

extension String {
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isWhite }), let last = scalars.lastIndex(where: { !$0.isWhite }) else { return "" }
        return String(scalars[first...last])
    }
}
