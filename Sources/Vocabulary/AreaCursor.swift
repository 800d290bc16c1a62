/// Goes through the divisions and level words that begin at a place, with what they stand for, longest first for each kind: 云南省,
/// 云南省昆明市 … each lying in the one before it. Behind each comes the number of a session, where one is printed (河南省第十二届).
///
/// The reader is handed in at each step, so that going costs no count of references.
public struct AreaCursor {
    private var words: WordLattice.Link
    /// The same place as the area given last, with the number of a session.
    private var session: BodyNameReader.Area?
    /// The chain of divisions that is being followed: where it has come to, and which divisions the name there may mean.
    private var chainEnd = 0
    private var chain = Chain.none
    private var steps = 0

    private enum Chain {
        case none
        /// All divisions of one name, as a range of the lexicon's `placeRegions`.
        case all(Range<Int>)
        /// Those of one name that lie in a division before it.
        case some([Int])
    }

    /// Names in a chain: province, prefecture, county, and one more.
    private static let longestChain = 4
    /// Scalars of 第十二届.
    private static let longestSession = 6

    init(_ reader: BodyNameReader, at start: Int) {
        words = reader.lattice.kinds(at: start).isDisjoint(with: .areas) ? .end : reader.lattice.words(at: start)
    }

    public mutating func next(_ reader: BodyNameReader) -> BodyNameReader.Area? {
        if let given = session {
            session = nil
            return given
        }
        guard let area = plainArea(reader) else { return nil }
        session = Self.session(reader, at: area.end).map { BodyNameReader.Area(end: $0, region: area.region, level: area.level) }
        return area
    }

    private mutating func plainArea(_ reader: BodyNameReader) -> BodyNameReader.Area? {
        while true {
            if let area = chainArea(reader) { return area }
            guard let word = reader.lattice.next(&words) else { return nil }
            switch word.kind {
            case .region:
                chain = .all(reader.lexicon.placeNames[word.index])
                chainEnd = word.range.upperBound
                steps = Self.longestChain
            case .levelWord:
                let entry = reader.levels.entries[word.index]
                return BodyNameReader.Area(end: word.range.upperBound, region: entry.region, level: entry.level)
            case .centre: return BodyNameReader.Area(end: word.range.upperBound, region: 0, level: .centre)
            default: break
            }
        }
    }

    private mutating func chainArea(_ reader: BodyNameReader) -> BodyNameReader.Area? {
        let best: Int?
        switch chain {
        case .none: return nil
        case .all(let regions):
            best = regions.count == 1 ? reader.lexicon.placeRegions[regions.lowerBound] : nearest(Array(reader.lexicon.placeRegions[regions]), reader)
        case .some(let regions): best = nearest(regions, reader)
        }
        guard let best, steps > 0 else {
            chain = .none
            return nil
        }
        let area = BodyNameReader.Area(end: chainEnd, region: best, level: reader.ontology.divisions.regions[best].level)
        follow(reader)
        return area
    }

    private func nearest(_ regions: [Int], _ reader: BodyNameReader) -> Int? { reader.ontology.divisions.nearest(regions, to: reader.levels.near) }

    /// Goes on to the longest name right behind, of divisions that lie in one of those before it.
    private mutating func follow(_ reader: BodyNameReader) {
        let before = chain
        chain = .none
        steps -= 1
        guard steps > 0, reader.lattice.kinds(at: chainEnd).contains(BodyLexicon.Kinds(.region)) else { return }
        let outer: [Int]
        switch before {
        case .none: return
        case .all(let regions): outer = Array(reader.lexicon.placeRegions[regions])
        case .some(let regions): outer = regions
        }
        var link = reader.lattice.words(at: chainEnd)
        while let word = reader.lattice.next(&link) {
            guard word.kind == .region else { continue }
            let inside = reader.lexicon.placeRegions[reader.lexicon.placeNames[word.index]].filter { region in
                outer.contains { $0 != region && reader.ontology.divisions.contains($0, region) }
            }
            if inside.isEmpty { continue }
            chain = .some(inside)
            chainEnd = word.range.upperBound
            return
        }
    }

    private static func session(_ reader: BodyNameReader, at start: Int) -> Int? {
        guard start < reader.lattice.range.upperBound, reader.scalars[start] == "第" else { return nil }
        let limit = min(reader.lattice.range.upperBound, start + longestSession)
        return (start..<limit).first { reader.scalars[$0] == "届" }.map { $0 + 1 }
    }
}
