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
        return BodyNameReader(ontology: self, levels: LevelTable(self, scope), lattice: lexicon.lattice(scalars, range), scalars: scalars).readWhole()
    }
}
