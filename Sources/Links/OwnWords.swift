import Facts
import Provenance
import Vocabulary

/// Whether a sentence under a title says itself what it shares with a demand (句中实词). The title of an item says what its sentences are
/// about, but not that each of them is progress on it; and that both name a place says nothing.
struct OwnWords: Sendable {
    private let terms: TermReader
    private let regions: RegionReader

    init(_ terms: TermReader, _ regions: RegionReader) {
        self.terms = terms
        self.regions = regions
    }

    func areShared(_ asked: FactFeatures, _ requirement: Requirement, _ given: FactFeatures, _ evidence: Evidence) -> Bool {
        var printed = PlainText.scalars(evidence.text)
        // That it was visited is progress on nothing but the duty to visit.
        if let left = terms.withoutVisits(printed), !terms.leads(PlainText.scalars(requirement.text)) {
            printed = left
        } else if evidence.itemHeading == nil || evidence.quantities.isEmpty {
            // 目前正在修改; 一是送书到岗: what counts nothing of its own goes on with the story of the title.
            return true
        }
        // What such a sentence is about, the one before it says.
        if terms.continues(printed) || evidence.kind == .problem && terms.hinders(printed) { return true }
        if !asked.figures.isDisjoint(with: given.figures) { return true }
        let text = regions.blanked(printed)
        for family in asked.families {
            for other in given.families where other.family == family.family && holds(text, other.words) { return true }
        }
        var isShared = false
        PairScore.sharedConcepts(asked, given) { _, second in
            if !second.isGeneral, holds(text, second.words) { isShared = true }
        }
        if isShared { return true }
        var own: Set<UInt32> = []
        for (first, second) in zip(text, text.dropFirst()) {
            if let pair = LinkingWeights.pair(first, second) { own.insert(pair) }
        }
        var right = 0
        for (left, term) in asked.terms.enumerated() where asked.tells[left] {
            while right < given.terms.count, given.terms[right] < term { right += 1 }
            guard right < given.terms.count else { return false }
            if given.terms[right] == term, own.contains(term) { return true }
        }
        return false
    }

    private func holds(_ text: [Unicode.Scalar], _ words: String) -> Bool {
        let words = Array(words.unicodeScalars)
        guard !words.isEmpty, words.count <= text.count else { return false }
        return (0...text.count - words.count).contains { text[$0..<$0 + words.count].elementsEqual(words) }
    }
}
