import Facts
import Provenance
import Vocabulary

/// Finds which reported facts answer which requirements, and why (关联引擎). Pure: the strength of a link depends on the
/// requirement's document, the evidence's document and the ontology alone, so that documents added one by one in any order
/// give the same links as all of them linked anew.
public struct Linker: Sendable {
    let profile: LinkingProfile
    let reader: TermReader
    let circumstances: CircumstanceReader
    private let regions: RegionReader
    let knowsConcepts: Bool
    /// The least strength of a link, and the score that gives it.
    let floor: Double
    private let floorScore: Double

    /// - Throws: a fault that names the weight which no ontology file gives.
    public init(_ ontology: Ontology) throws(Fault) {
        knowsConcepts = !ontology.thesaurus.concepts.isEmpty
        profile = try LinkingProfile(ontology.linking, knowsConcepts: knowsConcepts)
        reader = TermReader(ontology, profile: profile)
        circumstances = CircumstanceReader(ontology)
        regions = RegionReader(ontology.divisions)
        floor = profile.floor
        floorScore = score(floor, half: profile.half)
    }

    /// The links between all documents, each document with itself included, in order of requirement and evidence.
    public func links(among documents: [LinkableFacts]) -> [Link] {
        let prepared = documents.map(prepare)
        return report(prepared, prepared) + relate(prepared, prepared)
    }

    /// The links that a document brings to those that are there: what `links(among:)` gives for all of them, less what it gives
    /// for `base` alone.
    public func links(adding document: LinkableFacts, to base: [LinkableFacts]) -> [Link] {
        let new = [prepare(document)]
        let old = base.map(prepare)
        let found = report(new, new) + report(new, old) + report(old, new) + relate(new, new) + relate(new, old) + relate(old, new)
        return found.sorted(by: Linker.isOrdered)
    }

    /// The links from the evidence of one document to the requirements of another or of the same.
    public func links(from evidence: LinkableFacts, to requirements: LinkableFacts) -> [Link] {
        report([prepare(requirements)], [prepare(evidence)])
    }

    /// The least weight of the keys that a pair shares to be compared at all.
    var candidateScore: Double { floorScore * profile.candidateScore }

    // MARK: Preparing

    struct Prepared: Sendable {
        let facts: LinkableFacts
        let requirements: [FactFeatures]
        let evidence: [FactFeatures]
        /// For each piece of evidence the number of its item.
        let groups: [Int]
        /// What the document can be cited by, as compared.
        let names: DocumentNames
        let traits: [EvidenceTraits]
    }

    func prepare(_ facts: LinkableFacts) -> Prepared {
        let facts = regions.located(facts)
        var groups: [Int] = []
        for (index, evidence) in facts.evidence.enumerated() {
            let previous = index > 0 ? facts.evidence[index - 1] : nil
            let isSame =
                previous.map { $0.headings == evidence.headings && $0.itemHeading == evidence.itemHeading && !evidence.headings.isEmpty } ?? false
            groups.append(isSame ? groups[index - 1] : index)
        }
        return Prepared(
            facts: facts, requirements: reader.features(facts.requirements), evidence: reader.features(facts.evidence, groups: groups),
            groups: groups, names: DocumentNames(facts.document), traits: facts.evidence.map(circumstances.traits))
    }

    // MARK: Reports

    func report(_ demanding: [Prepared], _ reporting: [Prepared]) -> [Link] {
        var index = CandidateIndex()
        var places: [(document: Int, requirement: Int)] = []
        // The requirement and the progress of one row of a ledger answer each other even where they share no word.
        var clauses: [FactID: [Int]] = [:]
        for (number, document) in demanding.enumerated() {
            index.add(document.requirements, reader, knowsConcepts: knowsConcepts)
            for (requirement, fact) in document.facts.requirements.enumerated() {
                if let directive = fact.directive {
                    clauses[FactID(document: fact.document.id, element: directive), default: []].append(places.count)
                }
                places.append((number, requirement))
            }
        }
        guard !places.isEmpty else { return [] }
        var links: [Link] = []
        for document in reporting {
            var start = 0
            while start < document.evidence.count {
                var end = start
                while end < document.evidence.count, document.groups[end] == document.groups[start] { end += 1 }
                var asked: [Int: [Int]] = [:]
                for position in start..<end {
                    for candidate in index.candidates(of: document.evidence[position], least: candidateScore) {
                        asked[candidate, default: []].append(position)
                    }
                    let fact = document.facts.evidence[position]
                    guard let directive = fact.directive else { continue }
                    for same in clauses[FactID(document: fact.document.id, element: directive)] ?? [] {
                        asked[same, default: []].append(position)
                    }
                }
                var demands: [Int: [(requirement: Int, positions: [Int])]] = [:]
                for (candidate, positions) in asked {
                    demands[places[candidate].document, default: []].append((places[candidate].requirement, positions))
                }
                for (number, asked) in demands { links += answers(demanding[number], asked, document, within: start..<end) }
                start = end
            }
        }
        return links.sorted(by: Linker.isOrdered)
    }

    /// The links of the requirements of one document to the sentences of one item. A sentence answers best what it is about, so
    /// that each requirement stands against the best of its document for that sentence.
    private func answers(
        _ demanding: Prepared, _ asked: [(requirement: Int, positions: [Int])], _ reporting: Prepared, within item: Range<Int>
    ) -> [Link] {
        var drafts: [Draft] = []
        for (requirement, positions) in asked { drafts += answer(demanding, requirement, reporting, positions, within: item) }
        var best: [Int: Double] = [:]
        var measured: Set<Int> = []
        for draft in drafts {
            best[draft.position] = max(best[draft.position] ?? 0, draft.weighing.total)
            if draft.circumstance.target != nil { measured.insert(draft.position) }
        }
        return drafts.compactMap { draft in
            var weighing = draft.weighing
            // A figure that measures the target of one requirement does not measure that of another.
            let isOther =
                measured.contains(draft.position) && draft.circumstance.target == nil && !demanding.facts.requirements[draft.requirement].targets.isEmpty
            weighing.stand(against: best[draft.position] ?? 0, isMeasuredElsewhere: isOther, profile)
            guard weighing.strength >= floor else { return nil }
            return link(
                demanding.facts.requirements[draft.requirement], demanding.requirements[draft.requirement],
                reporting.facts.evidence[draft.position], reporting.evidence[draft.position], weighing, draft.circumstance)
        }
    }

    /// A pair that is near enough, before it stands against others.
    private struct Draft {
        let requirement: Int
        let position: Int
        let weighing: Weighing
        let circumstance: Circumstance
    }

    /// One requirement and the sentences of one item. Sentences beside a good answer are looked at as well, since an item tells
    /// one story.
    private func answer(
        _ demanding: Prepared, _ number: Int, _ reporting: Prepared, _ positions: [Int], within item: Range<Int>
    ) -> [Draft] {
        let requirement = demanding.facts.requirements[number]
        var scores: [Int: PairScore] = [:]
        func score(_ position: Int) -> Double {
            if let known = scores[position] { return known.total }
            let score = PairScore(
                demanding.requirements[number], reporting.evidence[position], profile, knowsConcepts: knowsConcepts)
            scores[position] = score
            return score.total
        }
        for position in positions where score(position) >= floorScore {
            for near in reach(of: position, within: item) { _ = score(near) }
        }
        var circumstances: [Int: Circumstance?] = [:]
        func circumstance(_ position: Int) -> Circumstance? {
            if let known = circumstances[position] { return known }
            let found = self.circumstances.read(
                requirement, demanding.names, reporting.facts.evidence[position], reporting.traits[position])
            circumstances[position] = .some(found)
            return found
        }
        var drafts: [Draft] = []
        for position in scores.keys.sorted() {
            guard let own = scores[position] else { continue }
            let around = reach(of: position, within: item).filter { $0 != position && (scores[$0]?.total ?? 0) > own.total }
            let highest = around.reduce(own.total) { max($0, scores[$1]?.total ?? 0) }
            // The most that context and circumstances can add: most pairs end here.
            let isSameClause = reporting.facts.evidence[position].directive != nil || own.total > 0 && !reporting.facts.evidence[position].citations.isEmpty
            guard isSameClause || own.total + profile.context * (highest - own.total) + profile.indicator + profile.body >= floorScore,
                let found = circumstance(position)
            else { continue }
            var best = own.total
            for near in around {
                // What can be weak at most lifts nothing.
                guard let other = scores[near], let beside = circumstance(near), !beside.isEarlier, !beside.isElsewhere
                else { continue }
                best = max(best, other.total)
            }
            let weighing = Weighing(own, context: profile.context * (best - own.total), found, profile)
            if weighing.strength >= floor {
                drafts.append(Draft(requirement: number, position: position, weighing: weighing, circumstance: found))
            }
        }
        return drafts
    }

    private func reach(of position: Int, within item: Range<Int>) -> Range<Int> {
        max(item.lowerBound, position - profile.contextReach)..<min(item.upperBound, position + profile.contextReach + 1)
    }

    private func link(
        _ requirement: Requirement, _ asked: FactFeatures, _ evidence: Evidence, _ given: FactFeatures, _ weighing: Weighing,
        _ circumstance: Circumstance
    ) -> Link {
        let contradicts = evidence.kind == .problem || circumstance.target?.outcome == .missed
        let implements = circumstance.issues && !evidence.citations.isEmpty && evidence.kind == .action
        return Link(
            requirement: requirement.id, evidence: evidence.id, strength: weighing.strength,
            verdict: contradicts ? .contradicts : .supports, relation: implements ? .implements : .reports,
            reasons: reasons(asked, given, weighing, circumstance, evidence))
    }

    static func isOrdered(_ left: Link, _ right: Link) -> Bool {
        if left.requirement != right.requirement { return left.requirement < right.requirement }
        if left.evidence != right.evidence { return left.evidence < right.evidence }
        return left.relation.rawValue < right.relation.rawValue
    }
}
