import Provenance
import Structure
import Vocabulary

/// Finds the bodies named in a text (机构识别): composed from division and function, by the ending of an open class, named in the
/// ontology, or a class of bodies. Linear in the length of the text.
public struct BodyRecogniser: Sendable {
    let ontology: Ontology
    /// Bare nouns that may point back.
    let anaphors: Set<[Unicode.Scalar]>

    public init(ontology: Ontology) {
        self.ontology = ontology
        anaphors = Set(ontology.nameRules[.anaphor].map { Array($0.unicodeScalars) })
    }

    /// The bodies named in a heading or paragraph, in order, without overlap. Call it for every stretch of an item in order with
    /// the same scope.
    /// - Parameter range: in the reading text.
    public func mentions(in text: ReadingText, range: Range<Int>, scope: inout BodyScope) -> [FoundBody] {
        guard !range.isEmpty else { return [] }
        let map = WordMap(text.scalars, range, lexicon: ontology.lexicon)
        guard !map.starts.isEmpty || !map.endings.isEmpty || !map.classWords.isEmpty else { return [] }
        let reader = BodyNameReader(ontology: ontology, levels: scope.levels(ontology), lattice: map.lattice, scalars: text.scalars)
        var candidates = composed(map, reader)
        candidates += OpenNameFinder(ontology: ontology, map: map, reader: reader).candidates(inside: candidates)
        candidates += ClassNameFinder(ontology: ontology, map: map, reader: reader).candidates()
        var builder = MentionBuilder(recogniser: self, map: map, reader: reader, scope: scope)
        for candidate in Self.select(candidates) { builder.add(candidate) }
        scope = builder.scope
        return builder.found
    }

    /// The division that a heading or title is about: the first named in it; nil where none is.
    /// - Parameter issuer: id of the issuer's division, near which ambiguous names are looked for.
    public func division(in text: ReadingText, range: Range<Int>, issuer: String? = nil) -> String? {
        guard !range.isEmpty else { return nil }
        let map = WordMap(text.scalars, range, lexicon: ontology.lexicon)
        let reader = BodyNameReader(ontology: ontology, levels: LevelTable(ontology, Scope(issuer: issuer)), lattice: map.lattice, scalars: text.scalars)
        for place in map.starts where map.beginsRegion(place) && map.mayCut(place) {
            var longest: BodyNameReader.Area?
            reader.forEachArea(at: place) { area in
                if (area.region ?? 0) > 0, map.mayCut(area.end), area.end > longest?.end ?? 0 { longest = area }
            }
            if let region = longest?.region { return ontology.divisions.regions[region].id }
        }
        return nil
    }

    /// Names that compose or are listed: the longest at each place.
    private func composed(_ map: WordMap, _ reader: BodyNameReader) -> [NameCandidate] {
        var found: [NameCandidate] = []
        for start in map.starts where map.mayCut(start) {
            if let reading = reader.longestReading(at: start, where: map.mayCut) { found.append(NameCandidate(range: reading.range, source: .reading(reading))) }
        }
        return found
    }

    /// The longest of those that begin first, then what begins behind it. A longer one that begins inside a class or a name
    /// without its division is preferred to that.
    static func select(_ candidates: [NameCandidate]) -> [NameCandidate] {
        let sorted = candidates.enumerated().sorted { first, second in
            let (left, right) = (first.element, second.element)
            return (left.range.lowerBound, right.range.upperBound, left.rank, first.offset)
                < (right.range.lowerBound, left.range.upperBound, right.rank, second.offset)
        }.map(\.element)
        var chosen: [NameCandidate] = []
        for candidate in sorted {
            guard let last = chosen.last, candidate.range.lowerBound < last.range.upperBound else {
                chosen.append(candidate)
                continue
            }
            if candidate.range.upperBound > last.range.upperBound, candidate.range.count > last.range.count, last.isWeak, !candidate.isWeak {
                chosen[chosen.count - 1] = candidate
            }
        }
        return chosen
    }
}

extension NameCandidate {
    /// A class, or a name that does not say whose it is.
    var isWeak: Bool {
        switch source {
        case .reading(let reading): !reading.isAnchored
        case .open(_, _, _, let isAnchored): !isAnchored
        case .group, .anaphor: true
        }
    }
}
