import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// Everything known of what an id or some words name.
    ///
    /// - Parameters:
    ///   - query: an id (`docId#elementId`), the beginning of one, the id of an element or clause, or words: then all
    ///     requirements, and all evidence, whose text or headings hold each of them or another name of the same concept (练赛 and
    ///     劳动和技能竞赛).
    ///   - limit: how many requirements are shown, and how many pieces of evidence.
    ///   - most: how many links of each sort are given of a requirement, the latest and the strongest; nil: all of them.
    public func trace(_ query: String, _ filter: Filter = Filter(), limit: Int = 20, most: Int? = nil) throws(Fault) -> TraceReport {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            var report = TraceReport(today: view.today, query: query, requirements: [], evidence: [])
            var found: [StoredRequirement] = []
            let named = try identified(query, in: view)
            for id in named {
                if let stored = try reader.requirement(id, among: view.documents) {
                    if selection.holds(stored) { found.append(stored) }
                } else if let stored = try reader.evidence(id, among: view.documents) {
                    report.evidence.append(try trace(stored, in: view))
                }
            }
            var decided = Decided(view)
            var reporting: [StoredEvidence] = []
            // What an id names may be left out by the question, or be superseded: its letters are not sought in texts for that.
            if found.isEmpty, report.evidence.isEmpty, named.isEmpty || !query.contains("#") {
                let words = SoughtWords(query, ontology.thesaurus)
                let documents = try words.documents(in: view, among: selection.documents)
                let holding = try reader.requirements(of: documents).filter { stored in
                    selection.holds(stored) && words.areHeld(by: [stored.requirement.text] + stored.requirement.headings)
                }
                // Those that say it in the same words come first.
                let literal = holding.map { words.areHeldLiterally(by: [$0.requirement.text] + $0.requirement.headings) }
                found = zip(holding, literal).filter(\.1).map(\.0) + zip(holding, literal).filter { !$0.1 }.map(\.0)
                reporting = try reader.evidence(of: try words.documents(in: view, among: view.documents.documents)).filter { stored in
                    words.areHeld(by: [stored.evidence.text] + stored.evidence.headings)
                }
            }
            let cascade = CascadeView(view, self)
            var shown: Set<String> = []
            for stored in found {
                let row: MatrixRow
                let counting: [StoredEvidence]
                if let most, let some = try RowMaker(view, RowMaker.Extent(reasons: true)).row(of: stored, most: most) {
                    guard selection.holds(some.row) else { continue }
                    (row, counting) = some
                } else {
                    let assessment = try Assessment(view, of: [stored.key], reasons: true)
                    let coverage = assessment.coverage(of: stored)
                    guard selection.holds(coverage) else { continue }
                    row = assessment.matrixRow(stored, coverage)
                    counting = assessment.reported(stored).filter(\.link.counts).map(\.evidence)
                }
                guard report.requirements.count < limit else {
                    report.more += 1
                    continue
                }
                shown.formUnion((row.progress + row.problems + row.indirect).map(\.evidence.id))
                report.requirements.append(
                    RequirementTrace(
                        row: try decided.marked(row), related: try related(stored, in: view), plans: try plans(beside: counting, in: view),
                        chain: try Chain(view, of: stored).rows(),
                        differences: try view[stored.requirement.id.document].map { try cascade.findings(on: stored, in: $0) } ?? []))
            }
            for stored in reporting where !shown.contains(stored.evidence.id.description) {
                if report.evidence.count < limit { report.evidence.append(try trace(stored, in: view)) } else { report.more += 1 }
            }
            return report
        }
    }

    /// Facts by id: the exact one alone where there is one.
    private func identified(_ query: String, in view: View) throws -> [FactID] {
        let query = query.trimmed
        guard !query.isEmpty, query.unicodeScalars.contains(where: \.isASCII) else { return [] }
        let found = query.contains("#")
            ? try view.reader.facts(beginning: query) : try view.reader.facts(element: query)
        if let exact = found.first(where: { $0.description == query }) { return [exact] }
        let exact = found.filter { $0.element == query }
        return (exact.isEmpty ? found : exact).filter { view[$0.document] != nil }
    }

    /// The plans beside the strong evidence, each once.
    private func plans(beside counting: [StoredEvidence], in view: View) throws -> [EvidenceRow] {
        var seen: Set<FactID> = []
        var rows: [EvidenceRow] = []
        for one in counting {
            for plan in try view.reader.plans(beside: one, among: view.documents) where seen.insert(plan.id).inserted {
                rows.append(view.row(plan))
            }
        }
        return rows
    }

    private func related(_ stored: StoredRequirement, in view: View) throws -> [RelatedRow] {
        let id = stored.requirement.id
        return try view.reader.related(to: stored, among: view.documents)
            .filter { $0.status != .rejected }
            .sorted { $0.strength != $1.strength ? $0.strength > $1.strength : $0.id < $1.id }
            .compactMap { link in
                let other = link.requirement == id ? link.evidence : link.requirement
                return try view.reader.requirement(other, among: view.documents).map {
                    RelatedRow(
                        relation: link.relation, isUpper: link.evidence == id, requirement: view.row($0), strength: link.strength,
                        status: link.status, reasons: link.reasons)
                }
            }
    }

    private func trace(_ stored: StoredEvidence, in view: View) throws -> EvidenceTrace {
        let links = try view.reader.links(of: stored.evidence.id, among: view.documents)
            .sorted { $0.strength != $1.strength ? $0.strength > $1.strength : $0.id < $1.id }
        var decided = Decided(view)
        return EvidenceTrace(
            evidence: view.row(stored),
            answers: try links.compactMap { link in
                try view.reader.requirement(link.requirement, among: view.documents).map {
                    AnsweredRow(requirement: view.row($0), link: try decided.marked(view.row(link, stored), of: stored.evidence.id))
                }
            })
    }
}

extension String {
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isWhite }), let last = scalars.lastIndex(where: { !$0.isWhite })
        else { return "" }
        return String(scalars[first...last])
    }
}
