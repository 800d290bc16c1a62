import Facts
import Links
import Provenance
import Queries
import Spreadsheets

/// The counts behind the table (统计): by state, document, body and region.
struct StatisticsSheet {
    let book: MatrixBook
    private var wording: Wording { book.wording }

    private struct Tally {
        var states: [RequirementState: Int] = [:]
        var bare = 0
        var indirect = 0
        var verified = 0
        var total: Int { states.values.reduce(0, +) }

        mutating func add(_ state: RequirementState, _ gap: Coverage.Gap, verified isVerified: Bool) {
            states[state, default: 0] += 1
            if gap == .bare { bare += 1 }
            if gap == .indirectOnly { indirect += 1 }
            if isVerified { verified += 1 }
        }
    }

    func sheet() -> Worksheet {
        let states = RequirementState.allCases
        var sheet = Worksheet(
            name: wording(.sheetStatistics), columns: [.init(width: 52), .init(width: 12)] + states.map { _ in .init(width: 12) } + [.init(width: 13), .init(width: 13), .init(width: 13)])
        book.begin(&sheet, .sheetStatistics, rows: book.matrix.rows.count)
        sheet.tab = 0x6B7280
        overview(&sheet)
        byState(&sheet)
        table(&sheet, .sheetByDocument, byDocument())
        table(&sheet, .sheetByRegion, byOwner { owner in
            book.directory.division(of: owner.body).map { $0 == "CN" ? wording(.sheetCentre) : book.directory.name(of: $0) }
                ?? wording(.sheetNoRegion)
        })
        table(&sheet, .sheetByBody, byOwner { wording.name($0.body) })
        sheet.frozen = (3, 1)
        sheet.printed = .init(rows: 0...(sheet.rows.count - 1), columns: 0...(sheet.columns.count - 1))
        return sheet
    }

    private func overview(_ sheet: inout Worksheet) {
        section(.summaryTitle, &sheet)
        let summary = book.matrix.summary
        let counts: [(Message, Int)] = [
            (.summaryDocuments, summary.documents), (.summaryDirectives, summary.directives), (.summaryRequirements, summary.requirements),
            (.summaryPermissions, summary.permissions), (.summaryRestated, summary.restated), (.summaryActions, summary.actions),
            (.summaryProblems, summary.problems), (.summaryClaimed, summary.claimed), (.summaryVerified, summary.verified),
            (.summaryBare, summary.bare), (.summaryIndirect, summary.indirectOnly),
        ]
        for (label, count) in counts {
            sheet.append([.init(.text(wording(label)), SheetLook.body), number(count)], atLeast: 18)
        }
        sheet.rows.append(.init(height: 14, cells: []))
    }

    private func byState(_ sheet: inout Worksheet) {
        section(.summaryStates, &sheet)
        sheet.append(book.head([.colState, .colCount, .sheetShare, .colVerifiedCount]), atLeast: 22)
        let first = sheet.rows.count
        let total = max(1, book.matrix.summary.states.reduce(0) { $0 + $1.claimed })
        for count in book.matrix.summary.states {
            let share = SheetLook.centred.with { $0.numberFormat = "0.0%" }
            sheet.append(
                [
                    .init(.text("【" + wording.mark(count.state) + "】" + wording.label(count.state)), SheetLook.state(count.state)),
                    number(count.claimed), .init(.number(Double(count.claimed) / Double(total)), share), number(count.verified),
                ], atLeast: 18)
        }
        sheet.bars.append((.init(rows: first...(sheet.rows.count - 1), columns: 1...1), 0x9DB8D9))
        sheet.rows.append(.init(height: 14, cells: []))
    }

    private func table(_ sheet: inout Worksheet, _ title: Message, _ tallies: [(name: String, tally: Tally)]) {
        section(title, &sheet)
        let states = RequirementState.allCases
        var head = book.head([.sheetCounted, .sheetTotal])
        head += states.map { .init(.text("【" + wording.mark($0) + "】\n" + wording.label($0)), SheetLook.state($0).with { $0.vertical = .middle }) }
        head += book.head([.gapsBare, .gapsIndirect, .colVerifiedCount])
        sheet.append(head, atLeast: 32)
        // All tables have one head, so that the first can stand on every page.
        if sheet.repeated == nil { sheet.repeated = (sheet.rows.count - 1)...(sheet.rows.count - 1) }
        let first = sheet.rows.count
        for (name, tally) in tallies {
            sheet.append(
                [.init(.text(name), SheetLook.body), number(tally.total)]
                    + states.map { number(tally.states[$0] ?? 0) } + [number(tally.bare), number(tally.indirect), number(tally.verified)],
                atLeast: 18)
        }
        if !tallies.isEmpty { sheet.bars.append((.init(rows: first...(sheet.rows.count - 1), columns: 1...1), 0x9DB8D9)) }
        sheet.rows.append(.init(height: 14, cells: []))
    }

    private func section(_ title: Message, _ sheet: inout Worksheet) {
        sheet.append([.init(.text(wording(title)), SheetLook.section)], atLeast: 26)
    }

    /// A dash for none, so that the figures stand out.
    private func number(_ value: Int) -> Worksheet.Cell {
        value == 0 ? .init(.text("–"), SheetLook.centred.with { $0.ink = 0xA9B0B7 }) : .init(.number(Double(value)), SheetLook.centred)
    }

    private func byDocument() -> [(name: String, tally: Tally)] {
        var order: [String] = []
        var tallies: [String: (name: String, tally: Tally)] = [:]
        for row in book.matrix.rows {
            let label = row.requirement.place.document
            if tallies[label.id] == nil {
                order.append(label.id)
                tallies[label.id] = (wording.document(label), Tally())
            }
            tallies[label.id]?.tally.add(row.state, row.gap, verified: row.counts.verified > 0)
        }
        return order.compactMap { tallies[$0] }
    }

    /// Joint duties count for everybody who owes them, with the state of each.
    private func byOwner(_ name: (Owner) -> String) -> [(name: String, tally: Tally)] {
        var tallies: [String: (place: BodyPlace, tally: Tally)] = [:]
        for row in book.matrix.rows {
            var seen: Set<String> = []
            for owner in row.requirement.owners where seen.insert(name(owner)).inserted {
                let state = row.bodies.first { $0.owner == owner }
                let place = book.directory.place(of: owner.body)
                let known = tallies[name(owner)]
                tallies[name(owner)] = (min(known?.place ?? place, place), known?.tally ?? Tally())
                let counts = state?.counts ?? row.counts
                let gap: Coverage.Gap = counts.claimed > 0 || row.gap == .none && state == nil ? .none : counts.indirect > 0 ? .indirectOnly : .bare
                tallies[name(owner)]?.tally.add(state?.state ?? row.state, gap, verified: counts.verified > 0)
            }
        }
        return tallies.sorted { $0.value.place != $1.value.place ? $0.value.place < $1.value.place : $0.key < $1.key }
            .map { ($0.key, $0.value.tally) }
    }
}
