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
            var byKey: [Int64: Survey.Row] = [:]
            for row in survey.rows {
                byDocument[row.document, default: []].append(row)
                byKey[row.key] = row
            }
            let documents = view.documents.indices.compactMap { place in
                byDocument[place].map { rows in
                    DocumentCoverage(
                        label: view.label(view.documents[place]), requirements: rows.count, states: StateCount.all(of: rows),
                        gaps: rows.count { $0.gap != .none })
                }
            }
            return Overview(
                today: view.today, summary: Summary(survey, selection), documents: documents,
                bodies: try BodyTally(view, byKey).sorted(view.officials))
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
    private var rows: [String: [Survey.Row]] = [:]
    private var names: [String: String] = [:]

    init(_ view: View, _ known: [Int64: Survey.Row]) throws {
        var last: [String: Int64] = [:]
        var (rows, names): ([String: [Survey.Row]], [String: String]) = ([:], [:])
        try view.reader.owners { key, id, name in
            guard let row = known[key] else { return }
            let identity = id ?? name
            if names[identity] == nil { names[identity] = name }
            if last[identity] == key { return }
            last[identity] = key
            rows[identity, default: []].append(row)
        }
        self.rows = rows
        self.names = names
    }

    func sorted(_ officials: [String: String]) -> [BodyCoverageCount] {
        rows.map { identity, rows in
            let name = names[identity] ?? identity
            return BodyCoverageCount(
                body: BodyName(id: name == identity ? nil : identity, name: name, official: officials[identity]), requirements: rows.count,
                states: StateCount.all(of: rows), gaps: rows.count { $0.gap != .none })
        }.sorted { left, right in
            if left.gaps != right.gaps { return left.gaps > right.gaps }
            if left.requirements != right.requirements { return left.requirements > right.requirements }
            return (left.body.id ?? left.body.name) < (right.body.id ?? right.body.name)
        }
    }
}
