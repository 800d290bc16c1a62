import Provenance

extension Ontology {
    /// Reads the name of one body (机构名称解析): division or level word, then function and suffix. Linear in the name's length.
    /// - Parameters:
    ///   - name: the whole name and nothing else; white space is ignored.
    ///   - scope: where the name is printed; it settles level words (市人社局) and names without a division (财政厅).
    /// - Returns: nil where the name is neither a division, nor composes, nor is listed.
    public func resolve(_ name: String, in scope: Scope = .unknown) -> ResolvedBody? {
        let scalars = Array(name.unicodeScalars).filter { !$0.isWhite }
        return resolve(scalars, 0..<scalars.count, in: scope)
    }

    /// The same for a stretch of a text.
    public func resolve(_ scalars: [Unicode.Scalar], _ range: Range<Int>, in scope: Scope) -> ResolvedBody? {
        guard !range.isEmpty else { return nil }
        var lattice = WordLattice(range: range)
        lexicon.forEachWord(in: scalars, range) { lattice.insert($0) }
        return BodyNameReader(ontology: self, scope: scope, lattice: lattice, scalars: scalars).readWhole()
    }
}

/// The words of a stretch of text by where they begin.
public struct WordLattice: Sendable {
    public let range: Range<Int>
    private var heads: [Int32]
    private var next: [Int32] = []
    private var words: [BodyLexicon.Word] = []

    public init(range: Range<Int>) {
        self.range = range
        heads = [Int32](repeating: -1, count: range.count)
    }

    public mutating func insert(_ word: BodyLexicon.Word) {
        let place = word.range.lowerBound - range.lowerBound
        guard heads.indices.contains(place) else { return }
        // Words come in order of their ends, so that the longest stands first.
        next.append(heads[place])
        heads[place] = Int32(words.count)
        words.append(word)
    }

    /// The words that begin at a place, longer before shorter.
    public func starting(at index: Int) -> WordsAt {
        let place = index - range.lowerBound
        return WordsAt(lattice: self, at: heads.indices.contains(place) ? heads[place] : -1)
    }

    public var count: Int { words.count }

    public struct WordsAt: Sequence, IteratorProtocol {
        let lattice: WordLattice
        var at: Int32

        public mutating func next() -> BodyLexicon.Word? {
            guard at >= 0 else { return nil }
            defer { at = lattice.next[Int(at)] }
            return lattice.words[Int(at)]
        }
    }
}
