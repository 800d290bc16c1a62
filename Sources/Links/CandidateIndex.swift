/// Finds the requirements that share something telling with a piece of evidence (倒排索引), so that never all pairs are
/// compared. What is a key, and what it weighs, depends on the requirement's own document alone.
struct CandidateIndex {
    private struct Posting {
        let requirement: Int32
        let weight: Float
    }

    private var words: [UInt32: [Posting]] = [:]
    private var concepts: [Int32: [Posting]] = [:]
    private var families: [Int32: [Posting]] = [:]
    /// Sums of one question, by requirement; zero between questions.
    private var sums: [Float] = []

    /// How many requirements there are.
    var count: Int { sums.count }

    mutating func add(_ requirements: [FactFeatures], _ reader: TermReader, knowsConcepts: Bool) {
        let profile = reader.profile
        let limit = max(2, Int(Double(requirements.count) * profile.candidateShare))
        var own = CandidateIndex()
        for (offset, features) in requirements.enumerated() {
            let number = Int32(sums.count + offset)
            for (index, term) in features.terms.enumerated() where features.tells[index] {
                own.words[term, default: []].append(Posting(requirement: number, weight: Float(features.weights[index])))
            }
            for family in features.families {
                let weight = family.weight * profile.family / features.familyNorm
                own.families[family.family, default: []].append(Posting(requirement: number, weight: Float(weight)))
            }
            guard knowsConcepts else { continue }
            for concept in features.concepts {
                let general = concept.isGeneral ? profile.general : 1
                let weight = concept.weight * general * profile.concept / features.conceptNorm
                own.concepts[concept.concept, default: []].append(Posting(requirement: number, weight: Float(weight)))
            }
        }
        for (key, found) in own.words where found.count <= limit { words[key, default: []] += found }
        for (key, found) in own.concepts where found.count <= limit { concepts[key, default: []] += found }
        for (key, found) in own.families where found.count <= limit { families[key, default: []] += found }
        sums += [Float](repeating: 0, count: requirements.count)
    }

    /// Numbers of the requirements whose shared keys weigh at least `least`, ascending.
    mutating func candidates(of evidence: FactFeatures, least: Double) -> [Int] {
        var touched: [Int32] = []
        func take(_ postings: [Posting], _ weight: Double, _ sums: inout [Float]) {
            let weight = Float(weight)
            for posting in postings {
                let place = Int(posting.requirement)
                if sums[place] == 0 { touched.append(posting.requirement) }
                sums[place] += posting.weight * weight
            }
        }
        for (term, weight) in zip(evidence.terms, evidence.weights) where TermReader.isPair(term) {
            if let postings = words[term] { take(postings, weight, &sums) }
        }
        for concept in evidence.concepts { if let postings = concepts[concept.concept] { take(postings, concept.weight, &sums) } }
        for family in evidence.families { if let postings = families[family.family] { take(postings, family.weight, &sums) } }
        var found: [Int] = []
        let least = Float(least)
        for number in touched {
            let place = Int(number)
            if sums[place] >= least { found.append(place) }
            sums[place] = 0
        }
        return found.sorted()
    }
}
