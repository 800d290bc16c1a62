import Provenance
import Vocabulary

/// The pairs of neighbouring characters of a text that say what it is about, without those of official style (实词).
struct ContentWords: Sendable {
    private let style: Set<UInt32>
    private let particles: Set<UInt32>
    private let words: Set<UInt32>
    private let each: PhraseSet
    private let periods: PhraseSet

    init(_ ontology: Ontology) {
        style = ontology.linking.boilerplate
        particles = Set(ontology.linking.characterRarity.filter { $0.value < 0.05 }.keys)
        words = Set(ontology.linking.wordRarity.filter { $0.value > 0.2 }.keys)
        each = PhraseSet(ontology.markers.group("state.each"))
        periods = PhraseSet(ontology.markers.group("state.yearly"))
    }

    func pairs(_ text: some Collection<Unicode.Scalar>) -> Set<UInt32> {
        var found: Set<UInt32> = []
        var last: Unicode.Scalar?
        for scalar in text {
            defer { last = PlainText.isWord(scalar) && !PlainText.isDigit(scalar) ? scalar : nil }
            guard let last, PlainText.isWord(scalar), !PlainText.isDigit(scalar), let pair = LinkingWeights.pair(last, scalar),
                !style.contains(pair), words.contains(pair) || !particles.contains(last.value) && !particles.contains(scalar.value)
            else { continue }
            found.insert(pair)
        }
        return found
    }

    func share(of wanted: Set<UInt32>, in given: Set<UInt32>) -> Double {
        wanted.isEmpty ? 0 : Double(shared(wanted, given)) / Double(wanted.count)
    }

    func shared(_ wanted: Set<UInt32>, _ given: Set<UInt32>) -> Int { wanted.count { given.contains($0) } }

    /// 每个州（市）, 各校, 均: owed by every one of many; 每年 and 每季度 are none.
    func isOwedByEach(_ clause: [Unicode.Scalar]) -> Bool {
        var index = 0
        while let found = each.first(in: index..<clause.count, of: clause) {
            if periods.length(at: found.lowerBound, in: clause, limit: clause.count) == nil { return true }
            index = found.upperBound
        }
        return false
    }
}
