import Facts
import Provenance
import Vocabulary

extension Linker {
    /// Why a link is there, strongest first, with the words on both sides.
    func reasons(
        _ requirement: FactFeatures, _ evidence: FactFeatures, _ weighing: Weighing, _ circumstance: Circumstance, _ fact: Evidence
    ) -> [Reason] {
        var found: [Reason] = []
        func add(_ feature: Reason.Feature, _ part: Double, _ asked: String, _ given: String) {
            let weight = weighing.share(part)
            if weight >= 0.01 { found.append(Reason(feature, weight: weight, requirementWords: asked, evidenceWords: given)) }
        }
        if knowsConcepts {
            PairScore.sharedConcepts(requirement, evidence) { first, second in
                add(
                    second.nearness == 1 ? .concept : .relatedConcept,
                    PairScore.weight(first, second, requirement, profile) * profile.concept / requirement.conceptNorm, first.words,
                    second.words)
            }
        }
        let words = sharedWords(requirement, evidence)
        if !words.isEmpty { add(.words, weighing.score.words, words, words) }
        if weighing.score.figure > 0 {
            let figures = requirement.figures.intersection(evidence.figures).sorted().joined(separator: "、")
            add(.figure, weighing.score.figure, figures, figures)
        }
        if weighing.score.family > 0 {
            let shared = sharedFamilies(requirement, evidence)
            add(.family, weighing.score.family, shared.asked, shared.given)
        }
        add(.heading, weighing.context, "", fact.itemHeading ?? fact.headings.last ?? "")
        if let target = circumstance.target {
            add(
                .indicator, weighing.indicator, target.target.indicator + target.target.comparator + target.target.value + target.target.unit,
                target.reported.value + target.reported.unit)
        }
        if let body = circumstance.body { add(.body, weighing.body, body.owing, body.acting) }
        if weighing.citation > 0 { add(.citation, weighing.citation, circumstance.citation ?? "", circumstance.citation ?? "") }
        found.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.feature.rawValue < $1.feature.rawValue }
        if circumstance.isEarlier {
            found.append(Reason(.earlier, weight: profile.earlierFactor - 1, requirementWords: "", evidenceWords: fact.time?.text ?? fact.document.date ?? ""))
        }
        if circumstance.isElsewhere {
            found.append(
                Reason(
                    .elsewhere, weight: profile.elsewhereFactor - 1, requirementWords: "",
                    evidenceWords: fact.actors.map(\.name).joined(separator: "、")))
        }
        return found
    }

    /// The three pairs of characters that weigh most, or single characters where no pair is shared.
    private func sharedWords(_ requirement: FactFeatures, _ evidence: FactFeatures) -> String {
        var shared: [(weight: Double, term: UInt32, tells: Bool)] = []
        var (left, right) = (0, 0)
        while left < requirement.terms.count, right < evidence.terms.count {
            let (first, second) = (requirement.terms[left], evidence.terms[right])
            if first == second {
                shared.append((requirement.weights[left] * evidence.weights[right], first, requirement.tells[left]))
                left += 1
                right += 1
            } else if first < second {
                left += 1
            } else {
                right += 1
            }
        }
        let pairs = shared.filter(\.tells)
        return (pairs.isEmpty ? shared : pairs).sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }.prefix(3)
            .map { text($0.term) }.joined(separator: "、")
    }

    private func sharedFamilies(_ requirement: FactFeatures, _ evidence: FactFeatures) -> (asked: String, given: String) {
        var best: (weight: Double, asked: String, given: String) = (0, "", "")
        for first in requirement.families {
            for second in evidence.families where second.family == first.family && first.weight * second.weight > best.weight {
                best = (first.weight * second.weight, first.words, second.words)
            }
        }
        return (best.asked, best.given)
    }

    private func text(_ term: UInt32) -> String {
        String(scalars: [term >> 16, term & 0xFFFF].filter { $0 > 0 }.compactMap { Unicode.Scalar($0) })
    }
}
