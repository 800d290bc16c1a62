import Links
import Provenance
import Store

extension Inquiry {
    /// What the body of a filter is behind with: as `gaps` tells it, without the words of more than are shown.
    /// - Parameter limit: how many of each sort are given; all are counted.
    public func arrears(_ filter: Filter, limit: Int) throws(Fault) -> Arrears {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let ownership = try view.memory.ownership(view)
            let isAsked = ownership.bodies.map { body in selection.body.map { $0.matches(id: body.body, name: body.name) } ?? true }
            var (bare, indirect, silent) = ([Survey.Row](), [Survey.Row](), [Survey.Row]())
            var counts = (bare: 0, indirect: 0, silent: 0)
            func take(_ row: Survey.Row, _ rows: inout [Survey.Row], _ count: inout Int) {
                count += 1
                if rows.count < limit { rows.append(row) }
            }
            for row in try narrowed(view, ClauseQuestion(filter)).rows where !row.duty.isPermission {
                switch row.gap {
                case .bare: take(row, &bare, &counts.bare)
                case .indirectOnly: take(row, &indirect, &counts.indirect)
                case .none:
                    let places = row.silent
                    guard !places.isEmpty else { continue }
                    let owners = ownership.owners(of: row.key)
                    if places.contains(where: { $0 < owners.count && ownership.bodies[owners[$0].number].body != nil && isAsked[owners[$0].number] }) {
                        take(row, &silent, &counts.silent)
                    }
                }
            }
            let reports = ReportReader(view)
            let maker = try RowMaker(view)
            func part(_ rows: [Survey.Row], _ count: Int) throws -> Arrears.Part {
                let requirements = try RowMaker.requirements(rows, view, isShown: true)
                let material = try maker.indirect(rows.filter { $0.gap == .indirectOnly }, requirements)
                return Arrears.Part(
                    rows: try rows.compactMap { row in
                        try requirements[row.key].map { stored in
                            let links = material[row.key] ?? []
                            return GapRow(
                                requirement: view.row(stored), gap: row.gap, state: row.standing.state, why: try reports.why(row), indirect: links,
                                omitted: row.gap == .indirectOnly ? row.standing.counts.indirect - links.count : 0)
                        }
                    }, count: count)
            }
            return Arrears(
                bare: try part(bare, counts.bare), indirectOnly: try part(indirect, counts.indirect), notByThisBody: try part(silent, counts.silent))
        }
    }
}
