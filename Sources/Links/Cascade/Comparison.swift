import Facts

/// Two documents that are held against each other (对照), with what their requirements have in common, worked out as it is asked for.
final class Comparison {
    let upper: LinkableFacts
    let lower: LinkableFacts
    let addressee: Addressee
    /// The lower requirements that carry out an upper one, in order.
    let carriers: [Int: [Int]]
    /// The lower document names those who owe its duties.
    let namesOwners: Bool
    /// The lower requirements that a person says to carry out one.
    private let confirmed: Set<Int>
    private let rejected: Set<[Int]>
    private let linker: Linker
    private let high: PreparedDocument
    private let low: PreparedDocument
    private var known: [Double?]

    init(_ reader: CascadeReader, _ upper: LinkableFacts, _ lower: LinkableFacts, _ carried: [CarriedDuty]) throws {
        linker = reader.linker
        // Reports in them play no part.
        let high = linker.prepared(LinkableFacts(document: upper.document, requirements: upper.requirements))
        let low = linker.prepared(LinkableFacts(document: lower.document, requirements: lower.requirements))
        (self.upper, self.lower) = (high.facts, low.facts)
        self.high = PreparedDocument(high, key: 0)
        self.low = PreparedDocument(low, key: 1)
        addressee = reader.addressee(low.facts, under: high.facts)
        let standing = carried.filter { $0.status != .rejected }.sorted { $0.lower < $1.lower }
        carriers = Dictionary(grouping: standing, by: \.upper).mapValues { $0.map(\.lower) }
        confirmed = Set(standing.filter { $0.status != .proposed }.map(\.lower))
        rejected = Set(carried.filter { $0.status == .rejected }.map { [$0.upper, $0.lower] })
        namesOwners = lower.requirements.contains { !$0.assignments.isEmpty }
        known = [Double?](repeating: nil, count: upper.requirements.count * lower.requirements.count)
    }

    /// How strongly the words say that one carries out the other, 0 to 1; 0 where a person has said that it does not.
    func closeness(_ number: Int, _ other: Int) throws -> Double {
        let place = number * lower.requirements.count + other
        if let known = known[place] { return known }
        var strength = 0.0
        if !rejected.contains([number, other]), !lower.requirements[other].isReported {
            let score = PairScore(
                try high.words(ofRequirement: number).features, try low.words(ofRequirement: other).features, linker.profile,
                knowsConcepts: linker.knowsConcepts)
            strength = Weighing(score, context: 0, Circumstance(), linker.profile).strength
        }
        known[place] = strength
        return strength
    }

    /// Something in the lower document speaks of it.
    func isTouched(upper number: Int) throws -> Bool {
        if carriers[number] != nil { return true }
        return try lower.requirements.indices.contains { try closeness(number, $0) >= linker.profile.touches }
    }

    /// An upper requirement asks for it. Where another clause of the lower document is nearer to that one by far, what is left of
    /// it beside the words of that clause has to ask for this: two clauses may each carry out a half of it.
    func hasBasis(_ number: Int) throws -> Bool {
        if confirmed.contains(number) { return true }
        return try upper.requirements.indices.contains { above in
            let own = try closeness(above, number)
            guard own >= linker.profile.touches else { return false }
            let rival = try lower.requirements.indices.filter { lower.requirements[$0].directive != lower.requirements[number].directive }
                .max { try closeness(above, $0) < closeness(above, $1) }
            guard let rival, try closeness(above, rival) * Self.nearly > own else { return true }
            let left = try high.words(ofRequirement: above).features.without(low.words(ofRequirement: rival).features)
            let score = PairScore(left, try low.words(ofRequirement: number).features, linker.profile, knowsConcepts: linker.knowsConcepts)
            return Weighing(score, context: 0, Circumstance(), linker.profile).strength >= linker.floor
        }
    }

    /// The other upper requirements that a lower one speaks of nearly as much as of this one: it may carry out those.
    func nearlyAsClose(to lower: Int, as number: Int) throws -> [Int] {
        let least = max(linker.profile.touches, try closeness(number, lower) * Self.nearly)
        return try upper.requirements.indices.filter { try $0 != number && closeness($0, lower) >= least }
    }

    private static let nearly = 0.9
}

extension FactFeatures {
    /// What it says beside what another says as well.
    fileprivate func without(_ other: FactFeatures) -> FactFeatures {
        var left = self
        let (terms, families, concepts) = (Set(other.terms), Set(other.families.map(\.family)), Set(other.concepts.map(\.concept)))
        let kept = self.terms.indices.filter { !terms.contains(self.terms[$0]) }
        (left.terms, left.weights, left.tells) = (kept.map { self.terms[$0] }, kept.map { weights[$0] }, kept.map { tells[$0] })
        left.families.removeAll { families.contains($0.family) }
        left.concepts.removeAll { concepts.contains($0.concept) }
        left.figures.subtract(other.figures)
        return left
    }
}

extension CascadeReader {
    func addressee(_ lower: LinkableFacts, under upper: LinkableFacts) -> Addressee {
        Addressee(lower, under: upper, linker.regions, divisions, general: generalIssuers)
    }
}
