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
    let strength: Double

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
        var strength = Links.strength(total, half: profile.half)
        if circumstance.isEarlier || circumstance.isElsewhere { strength = min(strength, profile.weakCap) }
        self.strength = min(0.99, (strength * 1000).rounded() / 1000)
    }

    /// The part of the strength that a part of the score stands for, in hundredths.
    func share(_ part: Double) -> Double {
        total > 0 ? ((strength * part / total) * 100).rounded() / 100 : 0
    }
}
