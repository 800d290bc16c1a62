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
    let knowsConcepts: Bool

    /// - Throws: a fault that names the weight which no ontology file gives.
    public init(_ ontology: Ontology) throws(Fault) {
        profile = try LinkingProfile(ontology.linking)
        reader = TermReader(ontology, profile: profile)
        circumstances = CircumstanceReader(ontology.markers)
        knowsConcepts = !ontology.thesaurus.concepts.isEmpty
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

    // MARK: Preparing

    struct Prepared: Sendable {
        let facts: LinkableFacts
        let requirements: [FactFeatures]
        let evidence: [FactFeatures]
        /// For each piece of evidence the number of its item.
        let groups: [Int]
    }

    func prepare(_ facts: LinkableFacts) -> Prepared {
        var groups: [Int] = []
        for (index, evidence) in facts.evidence.enumerated() {
            let previous = index > 0 ? facts.evidence[index - 1] : nil
            let isSame =
                previous.map { $0.headings == evidence.headings && $0.itemHeading == evidence.itemHeading && !evidence.headings.isEmpty } ?? false
            groups.append(isSame ? groups[index - 1] : index)
        }
        return Prepared(
            facts: facts, requirements: reader.features(facts.requirements), evidence: reader.features(facts.evidence, groups: groups),
            groups: groups)
    }

    // MARK: Reports

    func report(_ demanding: [Prepared], _ reporting: [Prepared]) -> [Link] {
        var index = CandidateIndex()
        var places: [(document: Int, requirement: Int)] = []
        // The requirement and the progress of one row of a ledger answer each other even where they share no word.
        var clauses: [FactID: [Int]] = [:]
        for (number, document) in demanding.enumerated() {
            index.add(document.requirements, from: places.count, reader)
            for (requirement, fact) in document.facts.requirements.enumerated() {
                if let directive = fact.directive {
                    clauses[FactID(document: fact.document.id, element: directive), default: []].append(places.count)
                }
                places.append((number, requirement))
            }
        }
        var marks = [Int32](repeating: -1, count: places.count)
        var stamp: Int32 = 0
        var links: [Link] = []
        for document in reporting {
            var start = 0
            while start < document.evidence.count {
                var end = start
                while end < document.evidence.count, document.groups[end] == document.groups[start] { end += 1 }
                var asked: [Int: [Int]] = [:]
                for position in start..<end {
                    for candidate in index.candidates(of: document.evidence[position], marks: &marks, stamp: stamp) {
                        asked[candidate, default: []].append(position)
                    }
                    stamp += 1
                    let fact = document.facts.evidence[position]
                    guard let directive = fact.directive else { continue }
                    for same in clauses[FactID(document: fact.document.id, element: directive)] ?? [] {
                        asked[same, default: []].append(position)
                    }
                }
                for (candidate, positions) in asked {
                    let place = places[candidate]
                    links += answer(demanding[place.document], place.requirement, document, positions, within: start..<end)
                }
                start = end
            }
        }
        return links.sorted(by: Linker.isOrdered)
    }

    /// The links of one requirement to the sentences of one item. Sentences near a candidate are looked at as well, since an item tells
    /// one story.
    private func answer(
        _ demanding: Prepared, _ number: Int, _ reporting: Prepared, _ positions: [Int], within item: Range<Int>
    ) -> [Link] {
        let requirement = demanding.facts.requirements[number]
        var scores: [Int: (pair: PairScore, circumstance: Circumstance?)] = [:]
        for position in positions {
            let reach = max(item.lowerBound, position - profile.contextReach)..<min(item.upperBound, position + profile.contextReach + 1)
            for near in reach where scores[near] == nil {
                scores[near] = (
                    PairScore(demanding.requirements[number], reporting.evidence[near], profile, knowsConcepts: knowsConcepts),
                    circumstances.read(requirement, reporting.facts.evidence[near])
                )
            }
        }
        var links: [Link] = []
        for position in scores.keys.sorted() {
            guard let (score, found) = scores[position], let circumstance = found else { continue }
            var best = 0.0
            for near in position - profile.contextReach...position + profile.contextReach where near != position {
                // What can be weak at most lifts nothing.
                guard let other = scores[near], let around = other.circumstance, !around.isEarlier, !around.isElsewhere else { continue }
                best = max(best, other.pair.total)
            }
            let weighing = Weighing(score, context: profile.context * max(0, best - score.total), circumstance, profile)
            guard weighing.strength >= (knowsConcepts ? profile.floor : profile.floorWithoutConcepts) else { continue }
            links.append(
                link(
                    requirement, demanding.requirements[number], reporting.facts.evidence[position], reporting.evidence[position],
                    weighing, circumstance))
        }
        return links
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
