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
            // In order of documents, as the rows are.
            var documents: [DocumentCoverage] = []
            var start = 0
            while start < survey.rows.count {
                let document = survey.rows[start].document
                var states = StateTally()
                var (end, gaps) = (start, 0)
                while end < survey.rows.count, survey.rows[end].document == document {
                    states.add(survey.rows[end].standing)
                    if survey.rows[end].standing.gap(of: survey.rows[end].duty) != .none { gaps += 1 }
                    end += 1
                }
                documents.append(
                    DocumentCoverage(label: view.label(view.documents[document]), requirements: end - start, states: states.counts, gaps: gaps))
                start = end
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
            let new = try view.memory.documents(reader, view.revision).filter { $0.key > mark.document }.sorted { $0.key > $1.key }
            let decided = try reader.reviewLog(after: mark.decision)
            return Changes(
                documents: new.prefix(limit).map { row($0, view, isSuperseded: view.documents.place(ofKey: $0.key) == nil) },
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
        for place in rows.indices {
            let (key, standing, isGap) = (rows[place].key, rows[place].standing, rows[place].gap != .none)
            seen.removeAll(keepingCapacity: true)
            for owner in ownership.owners(of: key) where !owner.isClass {
                let body = ownership.bodies[owner.number]
                let place = placeOfBody[owner.number] ?? places[body.key] ?? counts.count
                if place == counts.count { counts.append(Count(key: body.key, name: body.name)) }
                placeOfBody[owner.number] = place
                places[body.key] = place
                if seen.contains(place) { continue }
                seen.append(place)
                counts[place].requirements += 1
                if isGap { counts[place].gaps += 1 }
                counts[place].states.add(standing)
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
