/// What the words of a requirement and of a piece of evidence have in common.
struct PairScore: Sendable {
    var words = 0.0
    var family = 0.0
    var concept = 0.0
    /// They print the same figure of the same unit.
    var figure = 0.0

    var total: Double { words + family + concept + figure }

    init(_ requirement: FactFeatures, _ evidence: FactFeatures, _ profile: LinkingProfile, knowsConcepts: Bool) {
        var (left, right) = (0, 0)
        while left < requirement.terms.count, right < evidence.terms.count {
            let (first, second) = (requirement.terms[left], evidence.terms[right])
            if first == second {
                words += requirement.weights[left] * evidence.weights[right]
                left += 1
                right += 1
            } else if first < second {
                left += 1
            } else {
                right += 1
            }
        }
        (left, right) = (0, 0)
        while left < requirement.families.count, right < evidence.families.count {
            let (first, second) = (requirement.families[left], evidence.families[right])
            if first.family == second.family {
                family += first.weight * second.weight
                left += 1
                right += 1
            } else if first.family < second.family {
                left += 1
            } else {
                right += 1
            }
        }
        family *= profile.family / requirement.familyNorm
        if words + family > 0, !requirement.figures.isDisjoint(with: evidence.figures) {
            figure = requirement.figures.contains { FigureTerms.isName($0) && evidence.figures.contains($0) } ? profile.quotedName : profile.figure
        }
        guard knowsConcepts else { return }
        PairScore.sharedConcepts(requirement, evidence) { first, second in
            concept += PairScore.weight(first, second, requirement, profile)
        }
        concept *= profile.concept / requirement.conceptNorm
    }

    /// The shared words and families with what each adds, before any norm of the families.
    static func sharedWords(_ requirement: FactFeatures, _ evidence: FactFeatures, _ profile: LinkingProfile) -> [(key: UInt64, weight: Double)] {
        var shared: [(key: UInt64, weight: Double)] = []
        var right = 0
        for (left, term) in requirement.terms.enumerated() {
            while right < evidence.terms.count, evidence.terms[right] < term { right += 1 }
            guard right < evidence.terms.count else { break }
            if evidence.terms[right] == term { shared.append((UInt64(term), requirement.weights[left] * evidence.weights[right])) }
        }
        for first in requirement.families {
            for second in evidence.families where second.family == first.family {
                shared.append((1 << 32 | UInt64(first.family), first.weight * second.weight * profile.family / requirement.familyNorm))
            }
        }
        return shared
    }

    /// What one shared concept adds, before the norm.
    static func weight(
        _ first: FactFeatures.ConceptFeature, _ second: FactFeatures.ConceptFeature, _ requirement: FactFeatures, _ profile: LinkingProfile
    ) -> Double {
        var weight = first.weight * second.weight
        if first.isGeneral || second.isGeneral { weight *= profile.general }
        // Where another clause demands just what is reported, the report answers that one.
        if second.nearness < 1, requirement.demanded.contains(second.origin) { weight *= profile.demanded }
        return weight
    }

    static func sharedConcepts(
        _ requirement: FactFeatures, _ evidence: FactFeatures,
        _ visit: (FactFeatures.ConceptFeature, FactFeatures.ConceptFeature) -> Void
    ) {
        var (left, right) = (0, 0)
        while left < requirement.concepts.count, right < evidence.concepts.count {
            let (first, second) = (requirement.concepts[left], evidence.concepts[right])
            if first.concept == second.concept {
                visit(first, second)
                left += 1
                right += 1
            } else if first.concept < second.concept {
                left += 1
            } else {
                right += 1
            }
        }
    }
}
