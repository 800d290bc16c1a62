import Facts
import Links
import Provenance
import Queries
import Spreadsheets

/// The requirements once more for everybody who owes them (按单位、按地区): what one body has reported, another has not.
struct OwnerSheet {
    let book: MatrixBook
    private var wording: Wording { book.wording }

    private struct Entry {
        let row: MatrixRow
        let owner: Owner
        let state: BodyState
    }

    private static let columns: [(title: Message, width: Double)] = [
        (.colRole, 6), (.colNumber, 6), (.colDocument, 16), (.colClause, 24), (.colTask, 48), (.colDeadline, 11), (.sheetOwnState, 11),
        (.colVerified, 9), (.sheetLatest, 11), (.sheetWholeState, 10), (.colRemarks, 22),
    ]

    func byBody() -> Worksheet {
        sheet(.sheetByBody, tab: 0x4F86C6, columns: [(.colBody, 28)] + Self.columns, groups: grouped(by: bodyKey)) { entry in
            [wording.name(entry.owner.body)]
        }
    }

    func byRegion() -> Worksheet {
        sheet(.sheetByRegion, tab: 0x2F6B4F, columns: [(.sheetRegion, 11), (.colBody, 19)] + Self.columns, groups: grouped(by: regionKey)) {
            entry in
            [region(entry.owner), wording.name(entry.owner.body)]
        }
    }

    private func region(_ owner: Owner) -> String {
        guard let division = book.directory.division(of: owner.body) else { return wording(.sheetNoRegion) }
        return division == "CN" ? wording(.sheetCentre) : book.directory.name(of: division)
    }

    private func bodyKey(_ owner: Owner) -> String { owner.body.id ?? owner.body.name }
    private func regionKey(_ owner: Owner) -> String { book.directory.division(of: owner.body) ?? "" }

    /// The duties of each body or region, in the order of the directory, below that by number.
    private func grouped(by key: (Owner) -> String) -> [[Entry]] {
        var entries: [(place: BodyPlace, key: String, entry: Entry)] = []
        for row in book.matrix.rows {
            var seen: Set<String> = []
            for owner in row.requirement.owners where seen.insert(bodyKey(owner)).inserted {
                // A requirement with one owner has no state by bodies of its own.
                let state =
                    row.bodies.first { $0.owner == owner }
                    ?? BodyState(owner: owner, state: row.state, why: row.why, counts: row.counts, latest: row.latest)
                entries.append((book.directory.place(of: owner.body), key(owner), Entry(row: row, owner: owner, state: state)))
            }
        }
        entries.sort { left, right in
            left.place != right.place ? left.place < right.place : book.number(left.entry.row) < book.number(right.entry.row)
        }
        var groups: [(key: String, entries: [Entry])] = []
        for entry in entries {
            if groups.last?.key == entry.key {
                groups[groups.count - 1].entries.append(entry.entry)
            } else {
                groups.append((entry.key, [entry.entry]))
            }
        }
        return groups.map(\.entries)
    }

    private func sheet(
        _ view: Message, tab: UInt32, columns: [(title: Message, width: Double)], groups: [[Entry]], names: (Entry) -> [String]
    ) -> Worksheet {
        var sheet = Worksheet(name: wording(view), columns: columns.map { .init(width: $0.width) })
        book.begin(&sheet, view, rows: groups.reduce(0) { $0 + $1.count })
        sheet.tab = tab
        sheet.append(book.head(columns.map(\.title)), atLeast: 30)
        let head = sheet.rows.count - 1
        sheet.frozen = (head + 1, columns.count - Self.columns.count)
        sheet.repeated = head...head
        for group in groups {
            for (index, entry) in group.enumerated() {
                // The name on every row, so that each can be read, filtered and sorted alone; the first of a group stands out.
                let style = index == 0 ? SheetLook.body.with { $0.isBold = true; $0.fill = 0xF4F6F8 } : SheetLook.soft
                sheet.append(names(entry).map { .init(.text($0), style) } + cells(entry), atLeast: 32)
            }
        }
        if groups.isEmpty { sheet.append(across: .init(.text(wording(.matrixEmpty)), SheetLook.centred), atLeast: 30) }
        let last = columns.count - 1
        sheet.filter = groups.isEmpty ? nil : .init(rows: head...(sheet.rows.count - 1), columns: 0...last)
        sheet.printed = .init(rows: 0...(sheet.rows.count - 1), columns: 0...last)
        return sheet
    }

    private func cells(_ entry: Entry) -> [Worksheet.Cell] {
        let row = entry.row
        let counts = entry.state.counts
        return [
            .init(.text(wording.name(entry.owner.role)), SheetLook.centred),
            .init(.number(Double(book.number(row))), SheetLook.centred),
            .init(.text(book.document(row.requirement.place.document)), SheetLook.body),
            .init(book.clause(row.requirement), SheetLook.body),
            .init(.text(row.requirement.text), SheetLook.body),
            book.lines(row.requirement.deadlines, SheetLook.centred),
            book.state(entry.state.state),
            .init(
                .text(wording(.pageClaimed) + " \(counts.claimed)\n" + wording(.pageVerified) + " \(counts.verified)"), SheetLook.centred),
            .init(entry.state.latest.map { .text($0.description) } ?? .blank, SheetLook.centred),
            book.state(row.state), book.lines(entry.state.why.map { wording($0) }),
        ]
    }
}
