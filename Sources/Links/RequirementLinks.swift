import Facts
import Provenance

extension Linker {
    /// Links between requirements: a lower document's that carries out an upper one's (承接), a reported one's to its original (转述).
    func relate(_ upper: [Prepared], _ lower: [Prepared]) -> [Link] {
        var links: [Link] = []
        for high in upper where !high.requirements.isEmpty {
            var index: CandidateIndex?
            for low in lower where high.facts.document.id != low.facts.document.id {
                let told = restating(high, low)
                let derived = Linker.derives(low.facts.document, from: high.facts.document) ? deriving(low) : []
                guard !told.isEmpty || !derived.isEmpty else { continue }
                var known = index ?? indexed(high)
                links += best(high, low, of: told, by: &known, relation: .restates, least: profile.restates)
                links += best(high, low, of: derived, by: &known, relation: .derives, least: profile.derives)
                index = known
            }
        }
        return links.sorted(by: Linker.isOrdered)
    }

    /// A document derives from another where its bodies are those of a region inside the other's, or where its title names the
    /// other's, and where it is not older.
    private static func derives(_ low: DocumentContext, from high: DocumentContext) -> Bool {
        guard low.kind == .directive || low.kind == .table, high.kind == .directive || high.kind == .regulation else { return false }
        if let first = high.date.flatMap({ CalendarDay(iso: $0) }), let then = low.date.flatMap({ CalendarDay(iso: $0, last: true) }), then < first {
            return false
        }
        if let title = high.title.map(PlainText.scalars), title.count > 6, let own = low.title.map(PlainText.scalars), own.count > title.count,
            contains(own, title)
        {
            return true
        }
        let (above, below) = (DivisionScope.of(high.issuers), DivisionScope.of(low.issuers))
        return !above.isEmpty && !below.isEmpty
            && below.allSatisfy { one in above.contains { $0 != one && DivisionScope.isWithin(one, $0) } }
    }

    private func indexed(_ document: Prepared) -> CandidateIndex {
        var index = CandidateIndex()
        index.add(document.requirements, reader, knowsConcepts: knowsConcepts)
        return index
    }

    private func deriving(_ low: Prepared) -> [Int] {
        low.facts.requirements.indices.filter { !low.facts.requirements[$0].isReported }
    }

    private func restating(_ high: Prepared, _ low: Prepared) -> [Int] {
        let told = low.facts.requirements.indices.filter { low.facts.requirements[$0].isReported && low.facts.requirements[$0].of != nil }
        guard !told.isEmpty else { return [] }
        return told.filter { index in low.facts.requirements[index].of.map { high.names.all.contains(PlainText.scalars($0)) } ?? false }
    }

    /// The upper requirement nearest to each of the lower ones, where it is near enough.
    private func best(
        _ high: Prepared, _ low: Prepared, of indices: [Int], by index: inout CandidateIndex, relation: Link.Relation, least: Double
    ) -> [Link] {
        var links: [Link] = []
        for number in indices {
            let features = low.requirements[number]
            var best: (score: PairScore, upper: Int)?
            for candidate in index.candidates(of: features, least: candidateScore) {
                guard !high.facts.requirements[candidate].isReported else { continue }
                let score = PairScore(high.requirements[candidate], features, profile, knowsConcepts: knowsConcepts)
                if score.total > best?.score.total ?? 0 { best = (score, candidate) }
            }
            guard let best else { continue }
            let weighing = Weighing(best.score, context: 0, Circumstance(), profile)
            guard weighing.strength >= least else { continue }
            let (upper, lower) = (high.facts.requirements[best.upper], low.facts.requirements[number])
            links.append(
                Link(
                    requirement: upper.id, evidence: lower.id, strength: weighing.strength, relation: relation,
                    reasons: [
                        Reason(
                            .clause, weight: weighing.strength, requirementWords: upper.number ?? upper.headings.last ?? "",
                            evidenceWords: lower.number ?? lower.of ?? lower.headings.last ?? "")
                    ]))
        }
        return links
    }

    private static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
        guard part.count <= text.count else { return false }
        return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }
}
