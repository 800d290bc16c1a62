import Provenance
import Vocabulary

/// What of a text is compared with another: pairs of neighbouring characters and single ones, concepts, families, each with
/// the weight of the place in which it stands.
struct TextTerms: Sendable {
    /// What it tells, by character, or by pair in the upper half.
    var words: [UInt32: Double] = [:]
    /// By index in the thesaurus, with the words found.
    var concepts: [Int: (weight: Double, words: String)] = [:]
    var families: [Int: (weight: Double, words: String)] = [:]
    /// Figures with their units.
    var figures: Set<String> = []

    mutating func add(_ term: UInt32, _ weight: Double) { words[term] = max(words[term] ?? 0, weight) }
}

struct TermReader: Sendable {
    let profile: LinkingProfile
    let thesaurus: Thesaurus
    /// For each concept those one step away, and how near they are.
    let neighbours: [[(Int, Double)]]
    private let weights: LinkingWeights
    private let families: TermAutomaton
    private let praise: PhraseSet
    private let attendance: PhraseSet
    private let courses: PhraseSet
    private let aims: PhraseSet
    private let aimsInside: PhraseSet
    private let basis: PhraseSet
    private let continuing: PhraseSet
    private let inspections: PhraseSet
    private let findings: PhraseSet
    private let hindering: PhraseSet
    private let findingVerbs: PhraseSet
    private let visitors: PhraseSet
    private let visits: PhraseSet
    private let leading: PhraseSet

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
        attendance = PhraseSet(ontology.markers.group("linking.attendance"))
        courses = PhraseSet(ontology.markers.group("linking.taught"))
        aims = PhraseSet(ontology.markers.group("linking.aim"))
        aimsInside = PhraseSet(ontology.markers.group("linking.aimInside"))
        basis = PhraseSet(ontology.markers.group("linking.basis"))
        continuing = PhraseSet(ontology.markers.group("linking.continues"))
        inspections = PhraseSet(ontology.markers.group("linking.inspection"))
        findings = PhraseSet(ontology.markers.group("linking.finding"))
        hindering = PhraseSet(ontology.markers.group("linking.hinders"))
        findingVerbs = PhraseSet(ontology.markers.group("linking.findingVerb"))
        visitors = PhraseSet(ontology.markers.group("linking.visitor"))
        visits = PhraseSet(ontology.markers.group("linking.visit"))
        leading = PhraseSet(ontology.markers.group("linking.lead"))
    }

    // MARK: Reading

    /// The sentence of a requirement: what stands in a long list counts less.
    func requirement(_ text: [Unicode.Scalar]) -> TextTerms {
        var terms = TextTerms()
        for clause in clauses(of: text) {
            let items = clause.split(in: text)
            let weight = items.count >= 4 ? profile.listed : 1
            for item in items.count >= 4 ? items : [clause.range] { read(text, item, weight, into: &terms) }
        }
        terms.figures = FigureTerms.read(text).union(FigureTerms.names(text))
        return terms
    }

    /// A heading or a title.
    func heading(_ text: [Unicode.Scalar]) -> TextTerms {
        var terms = TextTerms()
        for clause in clauses(of: text) { read(text, clause.range, 1, into: &terms) }
        return terms
    }

    /// A reported sentence: aims and praise count less, the titles of documents that it rests on nothing.
    /// - Parameter isProblem: what found it (督导组抽查的…) then tells nothing of what is wrong.
    func evidence(_ text: [Unicode.Scalar], isProblem: Bool = false) -> TextTerms {
        let text = isProblem ? withoutInspection(withoutBasis(text)) : withoutBasis(text)
        var terms = TextTerms()
        for clause in clauses(of: text) {
            let weight =
                praise.contains(text, in: clause.range) ? profile.praise
                : attendance.contains(text, in: clause.range) ? profile.attendance
                : aims.length(at: clause.range.lowerBound, in: text, limit: clause.range.upperBound) != nil
                    || aimsInside.contains(text, in: clause.range) ? profile.aim : 1
            let items = clause.split(in: text)
            let listed = weight * (lists(courses: items, text) ? profile.taught : items.count >= 4 ? profile.reportedList : 1)
            for item in items.count >= 4 ? items : [clause.range] { read(text, item, listed, into: &terms) }
        }
        terms.figures = FigureTerms.read(text).union(FigureTerms.names(text))
        return terms
    }

    /// 开设了…、…、…等课程.
    private func lists(courses items: [Range<Int>], _ text: [Unicode.Scalar]) -> Bool {
        guard items.count >= 3, let last = items.last else { return false }
        return courses.length(endingAt: last.upperBound, in: text, from: last.lowerBound) != nil
    }

    /// It goes on with what the sentence before it speaks of.
    func continues(_ text: [Unicode.Scalar]) -> Bool { !text.isEmpty && continuing.length(at: 0, in: text, limit: text.count) != nil }

    /// 抽查的40家中，11家…; 检查发现，…: up to where it says what was found.
    private func withoutInspection(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result = text
        var index = 0
        var pending: [Range<Int>] = []
        while let found = inspections.first(in: index..<text.count, of: text) {
            pending.append(found)
            index = found.upperBound
            if findings.length(at: index, in: text, limit: text.count) == nil {
                let end = text[index...].firstIndex(where: PlainText.endsClause) ?? text.count
                guard let verb = findingVerbs.first(in: index..<end, of: text) else { continue }
                pending.append(verb)
                index = verb.upperBound
            }
            for range in pending { for place in range { result[place] = "，" } }
            pending = []
        }
        return result
    }

    /// The text without the clauses that tell what those who lead saw, and said; nil where there are none.
    func withoutVisits(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var result: [Unicode.Scalar]?
        let clauses = clauses(of: text).map(\.range)
        for (number, clause) in clauses.enumerated() where visitors.contains(text, in: clause) {
            guard let last = [number, number + 1].first(where: { $0 < clauses.count && visits.contains(text, in: clauses[$0]) }) else { continue }
            var blanked = result ?? text
            for place in clause.lowerBound..<clauses[last].upperBound { blanked[place] = "，" }
            result = blanked
        }
        return result
    }

    /// A demand to lead or to look.
    func leads(_ text: [Unicode.Scalar]) -> Bool { leading.contains(text, in: text.indices) }

    /// It begins with what hinders an action that another sentence tells of, or with what is left of it.
    func hinders(_ text: [Unicode.Scalar]) -> Bool { !text.isEmpty && hindering.length(at: 0, in: text, limit: text.count) != nil }

    private func withoutBasis(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard text.contains("《") else { return text }
        var result = text
        var index = 0
        while index < text.count {
            guard text[index] == "《", basis.length(endingAt: index, in: text, from: max(0, index - 6)) != nil else {
                index += 1
                continue
            }
            while index < text.count {
                result[index] = "，"
                index += 1
                if text[index - 1] == "》" { break }
            }
        }
        return result
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

    private func read(_ text: [Unicode.Scalar], _ range: Range<Int>, _ weight: Double, into terms: inout TextTerms) {
        var start = range.lowerBound
        while start < range.upperBound {
            guard PlainText.isWord(text[start]) else {
                start += 1
                continue
            }
            let isLatin = PlainText.isLatin(text[start])
            var end = start + 1
            while end < range.upperBound, PlainText.isWord(text[end]), PlainText.isLatin(text[end]) == isLatin { end += 1 }
            if isLatin { readLatin(text, start..<end, weight, into: &terms) } else { readChinese(text, start..<end, weight, into: &terms) }
            start = end
        }
        for match in thesaurus.concepts(in: text[range]) where (terms.concepts[match.concept]?.weight ?? 0) < weight {
            let place = range.lowerBound + match.range.lowerBound..<range.lowerBound + match.range.upperBound
            terms.concepts[match.concept] = (weight, String(scalars: text[place]))
        }
        for match in families.longestMatches(in: text, range) where !isAcrossWords(match.range, text, range) && (terms.families[Int(match.value)]?.weight ?? 0) < weight {
            terms.families[Int(match.value)] = (weight, String(scalars: text[match.range]))
        }
    }

    /// Letters make a name (5G, PUE); two digits make a number, which tells little by itself.
    private func readLatin(_ text: [Unicode.Scalar], _ run: Range<Int>, _ weight: Double, into terms: inout TextTerms) {
        for index in run.dropLast() {
            let isName = PlainText.isLetter(text[index]) || PlainText.isLetter(text[index + 1])
            if let pair = LinkingWeights.pair(text[index], text[index + 1]) { terms.add(pair, weight * (isName ? 1 : 0.05)) }
        }
    }

    /// Every character and every pair of neighbours, by what they are in the best division of the run into known words.
    private func readChinese(_ text: [Unicode.Scalar], _ run: Range<Int>, _ weight: Double, into terms: inout TextTerms) {
        let words = division(of: text, run)
        for index in run {
            let scalar = text[index]
            guard scalar.value <= 0xFFFF else { continue }
            terms.add(scalar.value, weight * profile.character * power(rarity(character: scalar.value), profile.rarityPower))
            guard index + 1 < run.upperBound, let pair = LinkingWeights.pair(scalar, text[index + 1]) else { continue }
            let style = weights.boilerplate.contains(pair) ? profile.boilerplate : 1
            let (first, second) = (words[index - run.lowerBound], words[index + 1 - run.lowerBound])
            let tells: Double
            if first == .begins, second == .ends {
                tells = power(weights.wordRarity[pair] ?? 1, profile.rarityPower)
            } else if first == .alone, second == .alone {
                tells = isParticle(scalar) || isParticle(text[index + 1]) ? profile.seam : profile.newWord
            } else if let known = weights.wordRarity[pair] {
                tells = profile.acrossWords * power(known, profile.rarityPower)
            } else {
                tells = profile.seam
            }
            terms.add(pair, weight * style * tells)
        }
    }

    /// 护工 in 保护工程: two halves of two words.
    private func isAcrossWords(_ match: Range<Int>, _ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard match.count == 2, match.lowerBound > range.lowerBound, match.upperBound < range.upperBound,
            let before = LinkingWeights.pair(text[match.lowerBound - 1], text[match.lowerBound]), weights.wordRarity[before] != nil,
            let behind = LinkingWeights.pair(text[match.upperBound - 1], text[match.upperBound]), weights.wordRarity[behind] != nil
        else { return false }
        let run = match.lowerBound - 1..<match.upperBound + 1
        return run.allSatisfy { PlainText.isWord(text[$0]) && !PlainText.isLatin(text[$0]) }
            && weights.wordRarity[LinkingWeights.pair(text[match.lowerBound], text[match.lowerBound + 1]) ?? 0] == nil
    }

    private enum Part { case begins, ends, alone }

    /// The division of a run into known words of two characters and single ones that leaves least alone, rare words last.
    private func division(of text: [Unicode.Scalar], _ run: Range<Int>) -> [Part] {
        var best: [Double] = [0]
        var takesTwo: [Bool] = [false]
        best.reserveCapacity(run.count + 1)
        takesTwo.reserveCapacity(run.count + 1)
        for index in run {
            var score = best[best.count - 1] - 1
            var two = false
            if index > run.lowerBound, let pair = LinkingWeights.pair(text[index - 1], text[index]), let rarity = weights.wordRarity[pair] {
                let known = best[best.count - 2] - 0.6 - 0.5 * rarity
                if known >= score { (score, two) = (known, true) }
            }
            best.append(score)
            takesTwo.append(two)
        }
        var parts = [Part](repeating: .alone, count: run.count)
        var end = run.count
        while end > 0 {
            guard takesTwo[end] else {
                end -= 1
                continue
            }
            parts[end - 2] = .begins
            parts[end - 1] = .ends
            end -= 2
        }
        return parts
    }

    private func isParticle(_ scalar: Unicode.Scalar) -> Bool { rarity(character: scalar.value) < 0.05 }

    // MARK: Rarity

    static func isPair(_ term: UInt32) -> Bool { term > 0xFFFF }

    private func rarity(character: UInt32) -> Double { weights.characterRarity[character] ?? 1 }
}
