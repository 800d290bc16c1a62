/// The sum of all that speaks for a link, and the strength that follows.
struct Weighing: Sendable {
    let score: PairScore
    /// By the best sentence nearby in the same item.
    let context: Double
    let indicator: Double
    let body: Double
    let citation: Double
    let total: Double
    /// 0 to 1, in thousandths, so that it is the same on every machine.
    private(set) var strength: Double
    /// It can be weak at most.
    private let isCapped: Bool
    /// Clauses that stand in one row of a ledger, or are cited, need no comparison.
    private let isDecided: Bool

    init(_ score: PairScore, context: Double, _ circumstance: Circumstance, _ profile: LinkingProfile) {
        self.score = score
        self.context = context
        let words = score.total + context
        // Bodies, figures and citations confirm what words say; alone they say nothing.
        indicator = words > 0 && circumstance.target != nil ? profile.indicator : 0
        body = words > 0 && circumstance.body != nil ? profile.body : 0
        citation = circumstance.isSameClause ? profile.clauseCitation : circumstance.citation != nil && words > 0 ? profile.citation : 0
        var total = words + indicator + body + citation
        if circumstance.isEarlier { total *= profile.earlierFactor }
        if circumstance.isElsewhere { total *= profile.elsewhereFactor }
        self.total = total
        isCapped = circumstance.isEarlier || circumstance.isElsewhere
        isDecided = circumstance.isSameClause
        strength = 0
        strength = limited(total, profile)
    }

    /// Lowers the strength where another requirement of the document is nearer to the evidence: common words speak for the nearest
    /// alone, a shared concept for others as well.
    /// - Parameter isMeasuredElsewhere: the evidence measures the target of another requirement and none of this one's.
    mutating func stand(against best: Double, isMeasuredElsewhere: Bool, _ profile: LinkingProfile) {
        guard !isDecided, total > 0 else { return }
        let relative = best > total ? total / best : 1
        let concept = min(score.concept, total)
        let left = concept * power(relative, profile.rivalConcept) + (total - concept) * power(relative, profile.rival)
        strength = limited(left * (isMeasuredElsewhere ? profile.measuredElsewhere : 1), profile)
    }

    /// Lowers the strength where nothing in the sentence itself speaks for the link.
    mutating func cap(at most: Double) {
        if !isDecided { strength = min(strength, most) }
    }

    private func limited(_ total: Double, _ profile: LinkingProfile) -> Double {
        var strength = Links.strength(total, half: profile.half)
        if isCapped { strength = min(strength, profile.weakCap) }
        return min(0.99, (strength * 1000).rounded() / 1000)
    }

    /// Words and families bring the two together more than concepts do. That the document is cited says nothing of which clause.
    var isByWords: Bool { !isDecided && score.concept < 0.5 * total }

    /// The part of the strength that a part of the score stands for, in hundredths.
    func share(_ part: Double) -> Double {
        total > 0 ? ((strength * part / total) * 100).rounded() / 100 : 0
    }
}
