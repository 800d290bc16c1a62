import Facts
import Provenance
import Vocabulary

/// Finds which reported facts answer which requirements, and why (关联引擎).
///
/// The strength of a link depends on the requirement's document, the evidence's document and the ontology alone. Which pairs are
/// weighed at all is a function of the set of documents (`LinkIndex`): up to four neighbouring sentences of an item look for the
/// requirements that they answer in the documents that they are nearest to by telling words, concepts and families, `nearest` of them
/// at most. So documents added one by one in any order give the links of all of them linked anew (`LinkBook`), and adding one costs no
/// more in a large base than in a small one, save for some nanoseconds a posting. What the limit leaves out are documents that many
/// others resemble more.
public struct Linker: Sendable {
    /// Counts up with every change of what is linked, so that bases know that their links are old.
    public static let version = 6

    let profile: LinkingProfile
    let reader: TermReader
    let circumstances: CircumstanceReader
    let regions: RegionReader
    let signals: SignalReader
    let knowsConcepts: Bool
    /// The least strength of a link, and the score that gives it.
    let floor: Double
    private let floorScore: Double
    private let own: OwnWords

    /// - Throws: a fault that names the weight which no ontology file gives.
    public init(_ ontology: Ontology) throws(Fault) {
        knowsConcepts = !ontology.thesaurus.concepts.isEmpty
        profile = try LinkingProfile(ontology.linking, knowsConcepts: knowsConcepts)
        reader = TermReader(ontology, profile: profile)
        circumstances = CircumstanceReader(ontology)
        regions = RegionReader(ontology.divisions, ontology.markers)
        signals = SignalReader(ontology)
        floor = profile.floor
        own = OwnWords(reader, regions)
        floorScore = score(floor, half: profile.half)
    }

    /// An index to link by; empty.
    public func index() -> LinkIndex { LinkIndex(profile, least: floorScore * profile.candidateScore) }

    // MARK: Reports

    /// The links of requirements of one document to some sentences that seek together. A sentence answers best what it is about,
    /// so that each requirement stands against the best of its document for that sentence.
    /// - Parameters:
    ///   - numbers: of the requirements in their document.
    ///   - sentences: numbers of neighbouring pieces of evidence of one item.
    func answers(
        _ demanding: PreparedDocument, _ numbers: [Int], _ reporting: PreparedDocument, _ sentences: Range<Int>
    ) throws -> [Answer] {
        var drafts: [Draft] = []
        for number in numbers { drafts += try drafted(demanding, number, reporting, sentences) }
        guard !drafts.isEmpty else { return [] }
        var best: [Int: Double] = [:]
        var measured: Set<Int> = []
        for draft in drafts {
            best[draft.position] = max(best[draft.position] ?? 0, draft.weighing.total)
            if draft.circumstance.target != nil { measured.insert(draft.position) }
        }
        let least = least(among: demanding.requirementCount)
        var standing: [Standing] = []
        for draft in drafts {
            let requirement = try demanding.requirement(draft.requirement)
            var weighing = draft.weighing
            // A figure that measures the target of one requirement does not measure that of another.
            let isOther = measured.contains(draft.position) && draft.circumstance.target == nil && !requirement.fact.targets.isEmpty
            weighing.stand(against: best[draft.position] ?? 0, isMeasuredElsewhere: isOther, profile)
            guard weighing.strength >= floor else { continue }
            // A clause retold in a bulletin says in a few words what several deeds carry out.
            if draft.circumstance.target == nil, !requirement.fact.isReported {
                let evidence = try reporting.evidence(draft.position, in: sentences, circumstances).fact
                // A title may raise a link, not make one.
                if try !own.areShared(
                    demanding.words(ofRequirement: draft.requirement).features, requirement.fact,
                    reporting.words(ofEvidence: draft.position).features, evidence)
                {
                    weighing.cap(at: profile.inheritedCap)
                    guard weighing.strength >= floor else { continue }
                }
            }
            standing.append((draft, weighing, !requirement.fact.isReported && weighing.isByWords && draft.circumstance.target == nil))
        }
        var answers: [Answer] = []
        for (draft, weighing, _) in try nearest(standing, least: least, demanding, reporting) {
            let requirement = try demanding.requirement(draft.requirement)
            let evidence = try reporting.evidence(draft.position, in: sentences, circumstances)
            var link = link(
                requirement, try demanding.words(ofRequirement: draft.requirement), evidence, try reporting.words(ofEvidence: draft.position),
                weighing, draft.circumstance)
            link.signal = signals.read(evidence.fact, verdict: link.verdict, strength: link.strength, requirement.context(signals))
            answers.append(Answer(requirement: draft.requirement, evidence: draft.position, link: link))
        }
        return answers
    }

    private typealias Standing = (draft: Draft, weighing: Weighing, isByWords: Bool)

    /// Of each sentence the requirements that it answers. One deed may carry out several clauses that speak of the same concept, and
    /// a sentence may tell of several deeds; but words that bring it to one requirement speak for another that is as near only.
    private func nearest(
        _ found: [Standing], least: Double, _ demanding: PreparedDocument, _ reporting: PreparedDocument
    ) throws -> [Standing] {
        let order = found.indices.sorted { left, right in
            let (first, second) = (found[left], found[right])
            if first.draft.position != second.draft.position { return first.draft.position < second.draft.position }
            return first.weighing.strength != second.weighing.strength ? first.weighing.strength > second.weighing.strength : left < right
        }
        var kept: [Int] = []
        var position: Int?
        var (best, rank) = (0.0, 0)
        var told: Set<UInt64> = []
        for (step, place) in order.enumerated() {
            let one = found[place]
            if position != one.draft.position { (position, best, rank, told) = (one.draft.position, one.weighing.strength, 0, []) }
            // Most sentences are near to one requirement alone.
            let isAlone = rank == 0 && (step + 1 == order.count || found[order[step + 1]].draft.position != one.draft.position)
            let shared =
                isAlone
                ? []
                : PairScore.sharedWords(
                    try demanding.words(ofRequirement: one.draft.requirement).features,
                    try reporting.words(ofEvidence: one.draft.position).features, profile)
            if one.isByWords {
                guard one.weighing.strength >= least else { continue }
                let own = shared.reduce(0) { told.contains($1.key) ? $0 : $0 + $1.weight }
                guard rank == 0 || own >= profile.ownWords * floorScore
                    || rank < profile.answers && one.weighing.strength >= profile.answersShare * best
                else { continue }
            }
            rank += 1
            told.formUnion(shared.map(\.key))
            kept.append(place)
        }
        return kept.sorted().map { found[$0] }
    }

    /// The least strength of a link by words alone to one of so many requirements.
    private func least(among count: Int) -> Double {
        floor + profile.crowd * max(0, logarithm(Double(max(1, count)) / 32))
    }

    /// A link by the numbers of its facts in their documents.
    struct Answer {
        let requirement: Int
        let evidence: Int
        let link: Link
    }

    /// A pair that is near enough, before it stands against others.
    private struct Draft {
        let requirement: Int
        let position: Int
        let weighing: Weighing
        let circumstance: Circumstance
    }

    /// One requirement and some sentences of an item. Sentences beside them are looked at as well, since an item tells one story.
    private func drafted(
        _ demanding: PreparedDocument, _ number: Int, _ reporting: PreparedDocument, _ sentences: Range<Int>
    ) throws -> [Draft] {
        let asked = try demanding.words(ofRequirement: number)
        let around = reach(of: sentences, within: reporting.item(of: sentences.lowerBound))
        let isSameDocument = demanding.key == reporting.key
        let most = profile.indicator + profile.body
        var scores: [PairScore] = []
        scores.reserveCapacity(around.count)
        var isNear = isSameDocument
        for position in around {
            let given = try reporting.words(ofEvidence: position)
            let score = PairScore(asked.features, given.features, profile, knowsConcepts: knowsConcepts)
            scores.append(score)
            if score.total > 0, score.total + most >= floorScore || given.features.cites { isNear = true }
        }
        // Most pairs end here.
        guard isNear else { return [] }
        let requirement = try demanding.requirement(number)
        func circumstance(_ position: Int) throws -> Circumstance? {
            let evidence = try reporting.evidence(position, in: around, circumstances)
            return circumstances.read(requirement.fact, demanding.names, evidence.fact, evidence.traits)
        }
        var drafts: [Draft] = []
        for position in sentences {
            let score = scores[position - around.lowerBound]
            let highest = profile.context > 0 ? self.highest(position, scores, around) : score.total
            // The most that context and circumstances can add.
            let isDecisive = try isSameDocument || score.total > 0 && reporting.words(ofEvidence: position).features.cites
            guard isDecisive || score.total + profile.context * (highest - score.total) + most >= floorScore,
                let found = try circumstance(position)
            else { continue }
            var best = score.total
            if highest > best {
                for near in reach(of: position..<position + 1, within: around) where scores[near - around.lowerBound].total > best {
                    // What can be weak at most lifts nothing.
                    guard let beside = try circumstance(near), !beside.isEarlier, !beside.isElsewhere else { continue }
                    best = scores[near - around.lowerBound].total
                }
            }
            let weighing = Weighing(score, context: profile.context * (best - score.total), found, profile)
            if weighing.strength >= floor {
                drafts.append(Draft(requirement: number, position: position, weighing: weighing, circumstance: found))
            }
        }
        return drafts
    }

    /// The best score among a sentence and those beside it.
    private func highest(_ position: Int, _ scores: [PairScore], _ around: Range<Int>) -> Double {
        reach(of: position..<position + 1, within: around).reduce(0) { max($0, scores[$1 - around.lowerBound].total) }
    }

    /// Sentences and those beside them that can lift them.
    private func reach(of sentences: Range<Int>, within item: Range<Int>) -> Range<Int> {
        guard profile.context > 0 else { return sentences }
        return max(item.lowerBound, sentences.lowerBound - profile.contextReach)..<min(item.upperBound, sentences.upperBound + profile.contextReach)
    }

    private func link(
        _ requirement: KnownRequirement, _ asked: KnownWords, _ evidence: KnownEvidence, _ given: KnownWords, _ weighing: Weighing,
        _ circumstance: Circumstance
    ) -> Link {
        let (requirement, evidence) = (requirement.fact, evidence.fact)
        let contradicts = evidence.kind == .problem || circumstance.breaches || circumstance.target?.outcome == .missed
        let implements = circumstance.issues && !evidence.citations.isEmpty && evidence.kind == .action
        return Link(
            requirement: requirement.id, evidence: evidence.id, strength: weighing.strength,
            verdict: contradicts ? .contradicts : .supports, relation: implements ? .implements : .reports,
            reasons: reasons(asked.features, given.features, weighing, circumstance, evidence))
    }

    static func isOrdered(_ left: Link, _ right: Link) -> Bool {
        if left.requirement != right.requirement { return left.requirement < right.requirement }
        if left.evidence != right.evidence { return left.evidence < right.evidence }
        return left.relation.rawValue < right.relation.rawValue
    }
}
