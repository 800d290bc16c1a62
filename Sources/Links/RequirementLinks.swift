import Facts
import Provenance

extension Linker {
    /// The link between a requirement and the one of an upper document that it carries out (承接), or between a second-hand one and its
    /// original (转述): the nearest alone, where it is near enough.
    /// - Parameters:
    ///   - number: of the lower or second-hand requirement in its document.
    ///   - candidates: numbers of the requirements of the upper document that it may answer, ascending.
    func original(
        of number: Int, in low: PreparedDocument, among candidates: [Int], of high: PreparedDocument, relation: Link.Relation
    ) throws -> (number: Int, link: Link)? {
        let words = try low.words(ofRequirement: number)
        var best: (score: PairScore, number: Int)?
        for candidate in candidates {
            let score = PairScore(try high.words(ofRequirement: candidate).features, words.features, profile, knowsConcepts: knowsConcepts)
            if score.total > best?.score.total ?? 0 { best = (score, candidate) }
        }
        guard let best else { return nil }
        let weighing = Weighing(best.score, context: 0, Circumstance(), profile)
        guard weighing.strength >= (relation == .restates ? profile.restates : profile.derives) else { return nil }
        let (upper, lower) = (try high.requirement(best.number).fact, try low.requirement(number).fact)
        let link = Link(
            requirement: upper.id, evidence: lower.id, strength: weighing.strength, relation: relation,
            reasons: [
                Reason(
                    .clause, weight: weighing.strength, requirementWords: upper.number ?? upper.headings.last ?? "",
                    evidenceWords: lower.number ?? lower.of ?? lower.headings.last ?? "")
            ])
        return (best.number, link)
    }
}
