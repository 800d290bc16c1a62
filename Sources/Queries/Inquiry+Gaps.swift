import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// The requirements without progress, those with indirect material apart, and the same by the body that owes them.
    public func gaps(_ filter: Filter = Filter()) throws(Fault) -> GapReport {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let survey = try Survey(view, selection)
            var report = GapReport(today: view.today, bare: [], indirectOnly: [], bodies: [], asked: 0)
            var found: [Survey.Row] = []
            for row in survey.rows where !row.duty.isPermission {
                report.asked += 1
                if row.gap != .none || !row.silent.isEmpty { found.append(row) }
            }
            let requirements = try survey.requirements(found)
            let maker = try RowMaker(view)
            let indirect = try maker.indirect(found.filter { $0.gap == .indirectOnly }, requirements)
            var groups = GapGroups(only: selection.body)
            for one in found {
                guard let stored = requirements[one.key] else { continue }
                let assignments = stored.requirement.assignments
                let silent = one.gap == .none ? one.silent.filter { $0 < assignments.count && assignments[$0].body != nil } : []
                guard one.gap != .none || !silent.isEmpty else { continue }
                let row = GapRow(
                    requirement: view.row(stored), gap: one.gap, state: one.standing.state, why: try survey.why(one),
                    indirect: indirect[one.key] ?? [],
                    omitted: one.gap == .indirectOnly ? one.standing.counts.indirect - (indirect[one.key]?.count ?? 0) : 0)
                switch one.gap {
                case .bare: report.bare.append(row)
                case .indirectOnly: report.indirectOnly.append(row)
                case .none: break
                }
                groups.add(row, silent: silent.map { assignments[$0] })
            }
            report.bodies = groups.sorted()
            return report
        }
    }
}

/// Gaps by body.
private struct GapGroups {
    private let only: BodyMatcher?
    private var groups: [String: BodyGaps] = [:]
    private var unowned = BodyGaps(body: nil, bare: [], indirectOnly: [], notByThisBody: [])

    init(only: BodyMatcher?) {
        self.only = only
    }

    mutating func add(_ row: GapRow, silent: [Assignment]) {
        guard !row.requirement.owners.isEmpty else {
            unowned.append(row)
            return
        }
        var seen: Set<String> = []
        for owner in row.requirement.owners {
            let key = owner.body.id ?? owner.body.name
            if let only, !only.matches(id: owner.body.id, name: owner.body.name) { continue }
            if row.gap == .none, !silent.contains(where: { $0.body == owner.body.id }) { continue }
            guard seen.insert(key).inserted else { continue }
            groups[key, default: BodyGaps(body: owner.body, bare: [], indirectOnly: [], notByThisBody: [])].append(row)
        }
    }

    /// Most gaps first, then by name; what nobody is named for comes last.
    func sorted() -> [BodyGaps] {
        let named = groups.sorted { left, right in
            let (first, second) = (left.value.count, right.value.count)
            return first != second ? first > second : left.key < right.key
        }
        return named.map(\.value) + (unowned.count == 0 ? [] : [unowned])
    }
}

extension BodyGaps {
    fileprivate var count: Int { bare.count + indirectOnly.count + notByThisBody.count }

    fileprivate mutating func append(_ row: GapRow) {
        switch row.gap {
        case .bare: bare.append(row)
        case .indirectOnly: indirectOnly.append(row)
        case .none: notByThisBody.append(row)
        }
    }
}
