import Store
import Vocabulary

/// What a question in words looks for (检索词): words apart by white space, each of which must be held, or another name of its
/// concept in its place.
struct SoughtWords {
    /// By word, folded: the word itself and then the other names.
    private let words: [[[Unicode.Scalar]]]

    init(_ query: String, _ thesaurus: Thesaurus) {
        words = query.unicodeScalars.split(whereSeparator: \.isWhite).compactMap { part in
            let word = Grams.folded(String(part))
            guard !word.isEmpty else { return nil }
            var names = [word]
            for match in thesaurus.concepts(in: word) where match.range == word.indices {
                let concept = thesaurus.concepts[match.concept]
                names += ([concept.prefLabel] + concept.altLabels).map(Grams.folded).filter { $0 != word }
            }
            return names
        }
    }

    func areHeld(by texts: [String]) -> Bool {
        !words.isEmpty && words.allSatisfy { names in names.contains { isHeld($0, by: texts) } }
    }

    /// As they were typed.
    func areHeldLiterally(by texts: [String]) -> Bool { !words.isEmpty && words.allSatisfy { isHeld($0[0], by: texts) } }

    private func isHeld(_ name: [Unicode.Scalar], by texts: [String]) -> Bool {
        texts.contains { !Grams.matches(of: name, in: $0).isEmpty }
    }

    /// The documents that hold the longest word at all, in their order; the index knows them.
    func documents(in view: View, among documents: [StoredDocument]) throws -> [StoredDocument] {
        guard let longest = words.max(by: { $0[0].count < $1[0].count }) else { return [] }
        var holding: Set<String> = []
        for name in longest {
            holding.formUnion(try view.reader.passages(holding: String(scalars: name), in: documents).map(\.document))
        }
        return documents.filter { holding.contains($0.id) }
    }
}
