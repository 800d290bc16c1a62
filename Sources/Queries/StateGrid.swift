import Facts
import Links
import Provenance
import Store

/// Documents or bodies by states (单位、文件×状态): all that it needs of a requirement was worked out by the survey, so that no report is
/// gone through again.
struct StateGrid {
    private struct Cell {
        var counts = Coverage.Counts()
        var requirements: [Int64] = []
    }

    private struct Row {
        let key: String
        var name: String
        var state: RequirementState
        var counts = Coverage.Counts()
        var requirements = 0
        /// In the order of `RequirementState.allCases`.
        var cells = [Cell](repeating: Cell(), count: RequirementState.allCases.count)

        mutating func add(_ standing: Standing, _ requirement: Int64) {
            if standing.state.rank < state.rank { state = standing.state }
            counts.add(standing.counts)
            requirements += 1
            cells[StateGrid.column(of: standing.state)].counts.add(standing.counts)
            cells[StateGrid.column(of: standing.state)].requirements.append(requirement)
        }
    }

    private let view: View
    private let down: Grid.Rows
    private var rows: [Row] = []
    private var places: [String: Int] = [:]

    private static func column(of state: RequirementState) -> Int { RequirementState.allCases.firstIndex(of: state) ?? 0 }

    /// Whether a table of these sides is one of these.
    static func answers(_ down: Grid.Rows, _ across: Grid.Columns) -> Bool { across == .states && (down == .bodies || down == .documents) }

    init(_ view: View, _ selection: Selection, _ survey: Survey, _ down: Grid.Rows) throws {
        (self.view, self.down) = (view, down)
        if down == .bodies { try addBodies(selection, survey) } else { addDocuments(survey) }
    }

    private mutating func addDocuments(_ survey: Survey) {
        for row in survey.rows {
            let document = view.documents[row.document]
            let place = place(of: document.id, name: view.label(document).title)
            rows[place].add(row.standing, row.key)
        }
    }

    /// Each body that owes a requirement once, though it may owe it in two roles.
    private mutating func addBodies(_ selection: Selection, _ survey: Survey) throws {
        let ownership = try view.memory.ownership(view)
        let isAsked = ownership.bodies.map { body in selection.body.map { $0.matches(id: body.body, name: body.name) } ?? true }
        var known = [Int?](repeating: nil, count: ownership.bodies.count)
        var found: [(place: Int, owner: Int, mask: UInt64, isOne: Bool)] = []
        let reader = ReportReader(view)
        for row in survey.rows {
            found.removeAll(keepingCapacity: true)
            for (number, owner) in ownership.owners(of: row.key).enumerated() where isAsked[owner.number] {
                let body = ownership.bodies[owner.number]
                let place = known[owner.number] ?? place(of: body.key, name: body.body.flatMap { view.officials[$0] } ?? body.name)
                known[owner.number] = place
                let bit: UInt64 = number < 64 ? 1 << UInt64(number) : 0
                if let one = found.firstIndex(where: { $0.place == place }) {
                    found[one].mask |= bit
                    found[one].isOne = found[one].isOne && row.areTwins(found[one].owner, number)
                } else {
                    found.append((place, number, bit, true))
                }
            }
            for one in found {
                if one.isOne {
                    rows[one.place].add(row.standing(ofOwner: one.owner, view), row.key)
                } else {
                    let reports = try reader.told(view.reader.reports(on: row.key), of: row.key).map(\.report).filter { $0.signal.reporters & one.mask != 0 }
                    rows[one.place].add(view.rules.judge(row.duty, reports, asOf: view.today.day?.ordinal), row.key)
                }
            }
        }
    }

    private mutating func place(of key: String, name: String) -> Int {
        if let known = places[key] { return known }
        places[key] = rows.count
        // The best of all states: the first requirement is no better.
        rows.append(Row(key: key, name: name, state: .done))
        return rows.count - 1
    }

    /// Bodies by division, documents in their order.
    func grid() throws -> Grid {
        let ids = try view.reader.requirementIDs(among: view.documents)
        let ordered = down == .bodies ? rows.sorted { GridMaker.isBefore($0.key, $1.key) } : rows
        return Grid(
            today: view.today, down: down, across: .states, columns: RequirementState.allCases.map { GridColumn(id: $0.rawValue, name: $0.rawValue) },
            rows: ordered.map { row in
                var made = GridRow(
                    id: row.key, name: row.name, state: row.state, counts: row.counts, requirements: row.requirements,
                    cells: row.cells.enumerated().compactMap { column, cell in
                        cell.requirements.isEmpty
                            ? nil
                            : GridCell(
                                column: column, state: RequirementState.allCases[column], counts: cell.counts,
                                requirements: cell.requirements.compactMap { ids[$0] }, evidence: [])
                    })
                if down == .documents { made.document = view[row.key].map(view.label) }
                return made
            })
    }
}
