/// Finds the requirements that share something telling with a piece of evidence (倒排索引), so that never all pairs are
/// compared. What is a key depends on the requirement's own document alone.
struct CandidateIndex {
    private var words: [UInt32: [Int32]] = [:]
    private var concepts: [Int32: [Int32]] = [:]
    private var families: [Int32: [Int32]] = [:]

    /// - Parameter first: number of the document's first requirement.
    mutating func add(_ requirements: [FactFeatures], from first: Int, _ reader: TermReader) {
        let limit = max(2, Int(Double(requirements.count) * reader.profile.candidateShare))
        var own = CandidateIndex()
        for (offset, features) in requirements.enumerated() {
            let number = Int32(first + offset)
            for term in features.terms where TermReader.isPair(term) && reader.rarity(pair: term) >= reader.profile.candidateRarity {
                own.words[term, default: []].append(number)
            }
            for concept in features.concepts { own.concepts[concept.concept, default: []].append(number) }
            for family in features.families { own.families[family.family, default: []].append(number) }
        }
        for (key, found) in own.words where found.count <= limit { words[key, default: []] += found }
        for (key, found) in own.concepts where found.count <= limit { concepts[key, default: []] += found }
        for (key, found) in own.families where found.count <= limit { families[key, default: []] += found }
    }

    /// Numbers of the requirements to compare with, ascending. `marks` holds one number for each requirement; `stamp` is new
    /// for each question.
    func candidates(of evidence: FactFeatures, marks: inout [Int32], stamp: Int32) -> [Int] {
        var found: [Int] = []
        func take(_ numbers: [Int32]) {
            for number in numbers where marks[Int(number)] != stamp {
                marks[Int(number)] = stamp
                found.append(Int(number))
            }
        }
        if !words.isEmpty { for term in evidence.terms where TermReader.isPair(term) { if let numbers = words[term] { take(numbers) } } }
        for concept in evidence.concepts { if let numbers = concepts[concept.concept] { take(numbers) } }
        for family in evidence.families { if let numbers = families[family.family] { take(numbers) } }
        return found.sorted()
    }
}
