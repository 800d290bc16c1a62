import Facts
import Links
import Provenance
import Store

extension Inquiry {
    public func overview(asOf: CalendarDay? = nil) throws(Fault) -> Overview {
        try base.read { reader throws in
            let view = try View(reader, asOf: asOf, self)
            let selection = try Selection(Filter(asOf: asOf), in: view, ontology: ontology)
            let survey = try Survey(view, selection)
            var byDocument: [Int: [Survey.Row]] = [:]
            for row in survey.rows { byDocument[row.document, default: []].append(row) }
            let documents = view.documents.indices.compactMap { place in
                byDocument[place].map { rows in
                    DocumentCoverage(
                        label: view.label(view.documents[place]), requirements: rows.count, states: StateCount.all(of: rows),
                        gaps: rows.count { $0.gap != .none })
                }
            }
            return Overview(
                today: view.today, summary: Summary(survey, selection), documents: documents,
                bodies: try BodyTally(view, survey.rows).sorted(view.officials))
        }
    }

    /// What has come since a mark; the latest documents and decisions first, at most `limit` of each.
    public func changes(since mark: Changes.Mark, limit: Int = 50) throws(Fault) -> Changes {
        try base.read { reader throws in
            let view = try View(reader, asOf: nil, self)
            let current = Set(view.documents.map(\.id))
            let new = try reader.documents().filter { $0.key > mark.document }.sorted { $0.key > $1.key }
            let decided = try reader.reviewLog(after: mark.decision)
            return Changes(
                documents: new.prefix(limit).map { row($0, view, isSuperseded: !current.contains($0.id)) },
                decisions: Array(decided.reversed().prefix(limit)),
                mark: Changes.Mark(
                    document: max(mark.document, new.first?.key ?? 0), decision: max(mark.decision, decided.last?.number ?? 0)))
        }
    }
}

/// Requirements by the bodies that owe them, each once a body; classes of bodies (各州市) are none.
private struct BodyTally {
    private struct Count {
        let key: String
        let name: String
        var requirements = 0
        var gaps = 0
        var states = StateTally()
    }

    private var counts: [Count] = []

    init(_ view: View, _ rows: [Survey.Row]) throws {
        let ownership = try view.memory.ownership(view)
        var places: [String: Int] = [:]
        var placeOfBody = [Int?](repeating: nil, count: ownership.bodies.count)
        var seen: [Int] = []
        for row in rows {
            seen.removeAll(keepingCapacity: true)
            for owner in ownership.owners(of: row.key) where !owner.isClass {
                let body = ownership.bodies[owner.number]
                let place = placeOfBody[owner.number] ?? places[body.key] ?? counts.count
                if place == counts.count { counts.append(Count(key: body.key, name: body.name)) }
                placeOfBody[owner.number] = place
                places[body.key] = place
                if seen.contains(place) { continue }
                seen.append(place)
                counts[place].requirements += 1
                if row.gap != .none { counts[place].gaps += 1 }
                counts[place].states.add(row)
            }
        }
    }

    func sorted(_ officials: [String: String]) -> [BodyCoverageCount] {
        counts.map { one in
            BodyCoverageCount(
                body: BodyName(id: one.name == one.key ? nil : one.key, name: one.name, official: officials[one.key]), requirements: one.requirements,
                states: one.states.counts, gaps: one.gaps)
        }.sorted { left, right in
            if left.gaps != right.gaps { return left.gaps > right.gaps }
            if left.requirements != right.requirements { return left.requirements > right.requirements }
            return (left.body.id ?? left.body.name) < (right.body.id ?? right.body.name)
        }
    }
}
