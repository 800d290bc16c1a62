import Facts
import Provenance
import Vocabulary

/// The words of one requirement or one piece of evidence as weighed in its document.
struct FactFeatures: Sendable {
    /// Terms in ascending order with weights of length 1.
    var terms: [UInt32] = []
    var weights: [Double] = []
    /// Of each term whether it is a telling pair of characters, by which candidates are found.
    var tells: [Bool] = []
    /// Figures with their units, as compared.
    var figures: Set<String> = []
    /// Concepts (evidence: also those one step away) in ascending order.
    var concepts: [ConceptFeature] = []
    var families: [FamilyFeature] = []
    /// What the sums of concepts and families are divided by; of requirements.
    var conceptNorm = 1.0
    var familyNorm = 1.0
    /// All concepts that the requirements of its document name.
    var demanded: Set<Int32> = []
    /// It cites a document; of evidence.
    var cites = false

    struct ConceptFeature: Sendable {
        var concept: Int32
        var weight: Double
        var words: String
        /// 1 for the concept itself, less for one step away.
        var nearness = 1.0
        /// The concept that is named itself.
        var origin: Int32
        var isGeneral: Bool
    }

    struct FamilyFeature: Sendable {
        var family: Int32
        var weight: Double
        var words: String
    }
}

extension FactFeatures {
    /// What the weight of a term is counted in.
    static let unit = 65_535.0

    /// Rounded to what an archive keeps, so that it makes no difference whether a document has just been read or was read long ago.
    func settled() -> FactFeatures {
        var features = self
        for index in weights.indices { features.weights[index] = (weights[index] * Self.unit).rounded() / Self.unit }
        for index in concepts.indices {
            features.concepts[index].weight = Double(Float(concepts[index].weight))
            features.concepts[index].nearness = Double(Float(concepts[index].nearness))
        }
        for index in families.indices { features.families[index].weight = Double(Float(families[index].weight)) }
        features.conceptNorm = Double(Float(conceptNorm))
        features.familyNorm = Double(Float(familyNorm))
        return features
    }
}

/// How often the facts of one document have a term, and what follows for its weight.
struct TermCounts {
    private(set) var words: [UInt32: Int] = [:]
    private(set) var concepts: [Int: Int] = [:]
    private(set) var families: [Int: Int] = [:]

    mutating func add(_ terms: TextTerms) {
        for term in terms.words.keys { words[term, default: 0] += 1 }
        for concept in terms.concepts.keys { concepts[concept, default: 0] += 1 }
        for family in terms.families.keys { families[family, default: 0] += 1 }
    }
}

extension TermReader {
    /// The requirements of one document. Weights depend on that document alone.
    func features(_ requirements: [Requirement]) -> [FactFeatures] {
        let read = requirements.map { requirement in
            let names = requirement.bodies.filter { $0.ref != nil && !$0.isClass }.map { PlainText.scalars($0.name) }
            // The heading of a reported clause is the title of the item that reports it, not its own.
            let heading = requirement.isReported || requirement.directive == nil ? "" : requirement.headings.last ?? ""
            return (
                own: self.requirement(PlainText.blank(names, in: PlainText.scalars(requirement.text))),
                heading: self.heading(PlainText.scalars(heading))
            )
        }
        var counts = TermCounts()
        // What only a heading says would count as often as the clause has sentences.
        for (own, _) in read { counts.add(own) }
        // “最多跑一次”: what many clauses name brings a report to none.
        var named: [String: Int] = [:]
        for (own, _) in read { for name in own.figures where FigureTerms.isName(name) { named[name, default: 0] += 1 } }
        let total = max(requirements.count, 10)
        let demanded = Set(counts.concepts.keys.map { Int32($0) })
        return read.map { own, heading in
            let terms = own.joined(with: heading, times: profile.directiveHeading, adding: false)
            var features = FactFeatures()
            features.demanded = demanded
            features.figures = terms.figures.filter { named[$0, default: 0] <= 2 }
            setWords(&features, terms) { power(rareness(counts.words[$0] ?? 0, among: total), profile.idfPower) }
            var sum = 0.0
            for (concept, found) in terms.concepts.sorted(by: { $0.key < $1.key }) {
                let isGeneral = thesaurus.concepts[concept].isGeneral
                let weight = found.weight * rareness(counts.concepts[concept] ?? 0, among: total)
                sum += weight * (isGeneral ? profile.general : 1)
                features.concepts.append(
                    .init(concept: Int32(concept), weight: weight * (thesaurus.concepts[concept].isWide ? profile.subject : 1), words: found.words, origin: Int32(concept), isGeneral: isGeneral))
            }
            features.conceptNorm = power(max(1, sum), profile.conceptNorm)
            sum = 0
            for (family, found) in terms.families.sorted(by: { $0.key < $1.key }) {
                let weight = found.weight * rareness(counts.families[family] ?? 0, among: total)
                sum += weight
                features.families.append(.init(family: Int32(family), weight: weight, words: found.words))
            }
            features.familyNorm = max(1, sum).squareRoot()
            return features.settled()
        }
    }

    /// The evidence of one document, in printed order. A word that all sentences of one item have counts once.
    func features(_ evidence: [Evidence], groups: [Int]) -> [FactFeatures] {
        var titles: [Int: TextTerms] = [:]
        let read = evidence.indices.map { index in
            let one = evidence[index]
            let names = one.actors.filter { $0.ref != nil }.map { PlainText.scalars($0.name) }
            let group = groups[index]
            if titles[group] == nil {
                titles[group] = heading(PlainText.blank(names, in: PlainText.scalars(one.itemHeading ?? one.headings.last ?? "")))
            }
            // The title of a bulletin's item says what its few sentences are about; that of a report's section spans many subjects.
            let weight = one.itemHeading == nil ? profile.sectionHeading : profile.heading
            var own = self.evidence(PlainText.blank(names, in: PlainText.scalars(one.text)), isProblem: one.kind == .problem)
            // 其中，某州新发展4210人: of what, the sentence before says.
            if index > 0, groups[index - 1] == group, continues(PlainText.scalars(one.text)) {
                own = own.joined(with: self.evidence(PlainText.scalars(evidence[index - 1].text)), times: profile.continued, adding: false)
            }
            // 因设备供货不足，还有600户没有安装: what is not done, the sentence before says.
            if one.kind == .problem, index > 0, groups[index - 1] == group, one.isRightBehind(evidence[index - 1]), hinders(PlainText.scalars(one.text)) {
                own = own.joined(with: self.evidence(PlainText.scalars(evidence[index - 1].text)), times: profile.inherited, adding: false)
            }
            return own
                .joined(with: titles[group] ?? TextTerms(), times: weight, adding: true, conceptsAtMost: profile.titleConcept)
        }
        var counts = TermCounts()
        var start = 0
        var total = 0
        while start < read.count {
            var end = start
            var together = TextTerms()
            while end < read.count, groups[end] == groups[start] {
                together.words.merge(read[end].words) { old, _ in old }
                together.concepts.merge(read[end].concepts) { old, _ in old }
                together.families.merge(read[end].families) { old, _ in old }
                end += 1
            }
            counts.add(together)
            total += 1
            start = end
        }
        total = max(total, 5)
        return zip(evidence, read).map { one, terms in
            var features = FactFeatures()
            features.figures = terms.figures
            features.cites = !one.citations.isEmpty
            setWords(&features, terms) { power(rareness(counts.words[$0] ?? 0, among: total), profile.evidenceIdfPower) }
            features.concepts = spread(terms) {
                power(rareness(counts.concepts[$0] ?? 0, among: total), profile.conceptEvidenceIdfPower)
            }
            for (family, found) in terms.families.sorted(by: { $0.key < $1.key }) {
                features.families.append(
                    .init(
                        family: Int32(family), weight: found.weight * rareness(counts.families[family] ?? 0, among: total),
                        words: found.words))
            }
            return features.settled()
        }
    }

    private func setWords(_ features: inout FactFeatures, _ terms: TextTerms, _ idf: (UInt32) -> Double) {
        features.terms = terms.words.keys.sorted()
        features.weights.reserveCapacity(features.terms.count)
        features.tells.reserveCapacity(features.terms.count)
        for term in features.terms {
            let weight = terms.words[term] ?? 0
            features.weights.append(weight * idf(term))
            features.tells.append(TermReader.isPair(term) && weight >= profile.candidateRarity)
        }
        let length = features.weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if length > 0 { for index in features.weights.indices { features.weights[index] /= length } }
    }

    /// The concepts named and those one step from them, each with the best of its weights.
    private func spread(_ terms: TextTerms, _ idf: (Int) -> Double) -> [FactFeatures.ConceptFeature] {
        var best: [Int: FactFeatures.ConceptFeature] = [:]
        for (concept, found) in terms.concepts.sorted(by: { $0.key < $1.key }) {
            let weight = found.weight * idf(concept)
            let isGeneral = thesaurus.concepts[concept].isGeneral
            for (other, nearness) in steps(from: concept) where (best[other]?.weight ?? 0) < weight * nearness {
                best[other] = .init(
                    concept: Int32(other), weight: weight * nearness, words: found.words, nearness: nearness, origin: Int32(concept),
                    isGeneral: isGeneral || thesaurus.concepts[other].isGeneral)
            }
        }
        return best.keys.sorted().compactMap { best[$0] }
    }

    private func steps(from concept: Int) -> [(Int, Double)] { [(concept, 1)] + neighbours[concept] }
}

extension TextTerms {
    /// With the words above it, which count for a share only.
    /// - Parameters:
    ///   - adding: a word of both counts the more.
    ///   - conceptsAtMost: the most that a concept or family counts which only the heading names.
    func joined(with heading: TextTerms, times share: Double, adding: Bool, conceptsAtMost: Double = 1) -> TextTerms {
        guard share > 0 else { return self }
        var terms = self
        for (term, weight) in heading.words {
            let old = terms.words[term] ?? 0
            terms.words[term] = adding ? old + share * weight : max(old, share * weight)
        }
        let most = min(share, conceptsAtMost)
        for (concept, found) in heading.concepts where (terms.concepts[concept]?.weight ?? 0) < most * found.weight {
            terms.concepts[concept] = (most * found.weight, found.words)
        }
        for (family, found) in heading.families where (terms.families[family]?.weight ?? 0) < most * found.weight {
            terms.families[family] = (most * found.weight, found.words)
        }
        return terms
    }
}

extension Evidence {
    /// It stands in the same paragraph as an action, right behind it.
    fileprivate func isRightBehind(_ other: Evidence) -> Bool {
        other.kind == .action && other.span.end == span.start && span.start > 0
    }
}
