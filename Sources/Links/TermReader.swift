import Provenance
import Vocabulary

/// What of a text is compared with another: pairs of neighbouring characters and single ones, concepts, families, each with
/// the weight of the place in which it stands.
struct TextTerms: Sendable {
    /// By character, or by pair in the upper half.
    var words: [UInt32: Double] = [:]
    /// By index in the thesaurus, with the words found.
    var concepts: [Int: (weight: Double, words: String)] = [:]
    var families: [Int: (weight: Double, words: String)] = [:]
}

struct TermReader: Sendable {
    let profile: LinkingProfile
    let thesaurus: Thesaurus
    /// For each concept those one step away, and how near they are.
    let neighbours: [[(Int, Double)]]
    private let weights: LinkingWeights
    private let families: TermAutomaton
    private let praise: PhraseSet
    private let aims: PhraseSet
    private let aimsInside: PhraseSet

    init(_ ontology: Ontology, profile: LinkingProfile) {
        self.profile = profile
        thesaurus = ontology.thesaurus
        weights = ontology.linking
        var near = [[Int: Double]](repeating: [:], count: thesaurus.concepts.count)
        for (index, concept) in thesaurus.concepts.enumerated() {
            for (ids, nearness) in [(concept.related, profile.related), (concept.broader, profile.broader)] {
                for other in ids.compactMap(thesaurus.index(of:)) where other != index {
                    near[index][other] = max(near[index][other] ?? 0, nearness)
                    near[other][index] = max(near[other][index] ?? 0, nearness)
                }
            }
        }
        neighbours = near.map { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
        families = TermAutomaton(
            terms: ontology.linking.families.enumerated().flatMap { index, family in family.words.map { ($0, Int32(index)) } })
        praise = PhraseSet(ontology.markers.group("linking.praise"))
        aims = PhraseSet(ontology.markers.group("linking.aim"))
        aimsInside = PhraseSet(ontology.markers.group("linking.aimInside"))
    }

    // MARK: Reading

    /// The sentence of a requirement: what stands in a long list counts less.
    func requirement(_ text: [Unicode.Scalar], heading: [Unicode.Scalar]) -> TextTerms {
        var terms = TextTerms()
        for clause in clauses(of: text) {
            let items = clause.split(in: text)
            let weight = items.count >= 4 ? profile.listed : 1
            for item in items.count >= 4 ? items : [clause.range] { read(text, item, weight, weight, into: &terms) }
        }
        read(heading, heading.indices, profile.directiveHeading, profile.directiveHeading, into: &terms)
        return terms
    }

    /// A reported sentence: aims and praise count less, the title of its item counts beside it.
    func evidence(_ text: [Unicode.Scalar], title: [Unicode.Scalar]) -> TextTerms {
        var terms = TextTerms()
        for clause in clauses(of: text) {
            let weight =
                praise.contains(text, in: clause.range) ? profile.praise
                : aims.length(at: clause.range.lowerBound, in: text, limit: clause.range.upperBound) != nil
                    || aimsInside.contains(text, in: clause.range) ? profile.aim : 1
            let items = clause.split(in: text)
            let listed = weight * (items.count >= 4 ? profile.reportedList : 1)
            for item in items.count >= 4 ? items : [clause.range] { read(text, item, listed, listed, into: &terms) }
        }
        guard !title.isEmpty else { return terms }
        var titled = TextTerms()
        read(title, title.indices, profile.heading, profile.titleConcept, into: &titled)
        terms.words.merge(titled.words) { $0 + $1 }
        terms.concepts.merge(titled.concepts) { $0.weight >= $1.weight ? $0 : $1 }
        terms.families.merge(titled.families) { $0.weight >= $1.weight ? $0 : $1 }
        return terms
    }

    private struct Clause {
        let range: Range<Int>

        /// The parts between 、.
        func split(in text: [Unicode.Scalar]) -> [Range<Int>] {
            var parts: [Range<Int>] = []
            var start = range.lowerBound
            for index in range where text[index] == "、" {
                parts.append(start..<index)
                start = index + 1
            }
            parts.append(start..<range.upperBound)
            return parts
        }
    }

    private func clauses(of text: [Unicode.Scalar]) -> [Clause] {
        var found: [Clause] = []
        var start = 0
        for index in 0...text.count where index == text.count || PlainText.endsClause(text[index]) {
            if index > start { found.append(Clause(range: start..<index)) }
            start = index + 1
        }
        return found
    }

    private func read(
        _ text: [Unicode.Scalar], _ range: Range<Int>, _ wordWeight: Double, _ conceptWeight: Double, into terms: inout TextTerms
    ) {
        for index in range where PlainText.isWord(text[index]) {
            let scalar = text[index]
            if scalar.value <= 0xFFFF { terms.words[scalar.value] = max(terms.words[scalar.value] ?? 0, wordWeight) }
            if index + 1 < range.upperBound, PlainText.isWord(text[index + 1]),
                let pair = LinkingWeights.pair(scalar, text[index + 1])
            {
                terms.words[pair] = max(terms.words[pair] ?? 0, wordWeight)
            }
        }
        for match in thesaurus.concepts(in: text[range]) where (terms.concepts[match.concept]?.weight ?? 0) < conceptWeight {
            let place = range.lowerBound + match.range.lowerBound..<range.lowerBound + match.range.upperBound
            terms.concepts[match.concept] = (conceptWeight, String(scalars: text[place]))
        }
        for match in families.longestMatches(in: text, range) where (terms.families[Int(match.value)]?.weight ?? 0) < conceptWeight {
            terms.families[Int(match.value)] = (conceptWeight, String(scalars: text[match.range]))
        }
    }

    // MARK: Rarity

    static func isPair(_ term: UInt32) -> Bool { term > 0xFFFF }

    /// How much a pair of characters tells in ordinary Chinese, 0 to 1.
    func rarity(pair: UInt32) -> Double {
        let style = weights.boilerplate.contains(pair) ? profile.boilerplate : 1
        if let known = weights.wordRarity[pair] { return known * style }
        guard let first = Unicode.Scalar(pair >> 16), let second = Unicode.Scalar(pair & 0xFFFF) else { return 0 }
        if PlainText.isLatin(first) || PlainText.isLatin(second) {
            // A letter makes a name (5G, PUE); two digits make a number, which the indicator weighs.
            return (PlainText.isLetter(first) || PlainText.isLetter(second) ? 0.5 : 0.05) * style
        }
        let isSeam = rarity(character: first.value) < 0.05 || rarity(character: second.value) < 0.05
        return profile.unknownWord * (isSeam ? profile.seam : 1) * style
    }

    func rarity(character: UInt32) -> Double {
        if character < 0x80 { return 0.02 }
        return weights.characterRarity[character] ?? 1
    }

    /// The weight of a term before it is known how often the documents have it.
    func weight(_ term: UInt32) -> Double {
        if Self.isPair(term) { return power(rarity(pair: term), profile.rarityPower) }
        return profile.character * power(rarity(character: term), profile.rarityPower)
    }
}
