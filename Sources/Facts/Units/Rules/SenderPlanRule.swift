/// What a paper that directs says that its sender will do: 我办将于10月中旬开展督导。 领导小组办公室将对进度滞后的单位予以通报。 It demands nothing of others.
enum SenderPlanRule: UnitRule {
    /// How far into a clause the sender's name may reach.
    private static let reach = 24

    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.has(.futureVerb), !unit.has([.must, .mustNot]) else { return nil }
        let announces = unit.clauses.contains { clause in
            guard let verb = unit.text.first(.futureVerb, in: clause.prefix(reach)) else { return false }
            return unit.text.rare.planSenders.length(endingAt: verb.lowerBound, in: unit.text.scalars, from: clause.lowerBound) != nil
        }
        return announces ? .plan : nil
    }
}
