import Provenance
import Structure
import Vocabulary

/// Finds the bodies named in a text (机构识别): composed from division and function, by the ending of an open class, named in the
/// ontology, or a class of bodies. Linear in the length of the text.
public struct BodyRecogniser: Sendable {
    let ontology: Ontology
    /// Bare nouns that may point back.
    let anaphors: Set<[Unicode.Scalar]>
    let surnames: Set<Unicode.Scalar>

    public init(ontology: Ontology) {
        self.ontology = ontology
        surnames = Set(ontology.nameRules[.surname].compactMap { $0.unicodeScalars.first })
        anaphors = Set(ontology.nameRules[.anaphor].map { Array($0.unicodeScalars) })
    }

    /// The bodies named in a heading or paragraph, in order, without overlap. Call it for every stretch of an item in order with
    /// the same scope.
    /// - Parameter range: in the reading text.
    public func mentions(in text: ReadingText, range: Range<Int>, scope: inout BodyScope) -> [FoundBody] {
        guard !range.isEmpty else { return [] }
        scope.beginPassage()
        let map = WordMap(text.scalars, range, lexicon: ontology.lexicon)
        guard !map.starts.isEmpty || !map.endings.isEmpty || !map.classWords.isEmpty else { return [] }
        if scope.isFresh { settleSubject(map, &scope) }
        let reader = BodyNameReader(ontology: ontology, levels: scope.levels(ontology), lattice: map.lattice, scalars: text.scalars)
        var builder = MentionBuilder(recogniser: self, map: map, reader: reader, scope: scope)
        for candidate in Self.select(candidates(map, reader)) { builder.add(candidate) }
        scope = builder.scope
        return builder.found
    }

    /// Second pass over all mentions of a document, in order: each gets the fullest name that the document prints for the same
    /// body, and shortened open names (省产改领导小组) the official name that the longest form shows.
    public func unify(_ found: [FoundBody]) -> [FoundBody] {
        let unifier = BodyUnifier(found.filter { !$0.isAnaphor })
        var known: [BodyMention: BodyMention] = [:]
        return found.map { mention in
            var mention = mention
            let body = known[mention.body] ?? unifier.unified(mention.body)
            known[mention.body] = body
            mention.body = body
            return mention
        }
    }

    func candidates(_ map: WordMap, _ reader: BodyNameReader) -> [NameCandidate] {
        let composed = composed(map, reader)
        return composed + OpenNameFinder(ontology: ontology, map: map, reader: reader, anaphors: anaphors).candidates(inside: composed)
            + ClassNameFinder(ontology: ontology, map: map, reader: reader).candidates()
    }

    /// The division that a heading or title is about: the first named in it; nil where none is.
    /// - Parameters:
    ///   - issuer: id of the issuer's division, near which ambiguous names are looked for.
    ///   - orCentre: the country counts too (国务院, 全国).
    public func division(in text: ReadingText, range: Range<Int>, issuer: String? = nil, orCentre: Bool = false) -> String? {
        guard !range.isEmpty else { return nil }
        let map = WordMap(text.scalars, range, lexicon: ontology.lexicon)
        return division(map, issuer: issuer, orCentre: orCentre, within: range.upperBound)
    }

    /// How far into its first paragraph an item may say what it is about.
    private static let subjectLimit = 30

    /// An item whose heading names no division is about the one with which its text begins.
    private func settleSubject(_ map: WordMap, _ scope: inout BodyScope) {
        if scope.item == nil, let subject = division(map, issuer: scope.issuer, within: map.range.lowerBound + Self.subjectLimit) {
            let isBelow = scope.issuer.map { subject.hasPrefix($0) } ?? true
            if isBelow { scope.concern(subject) }
        }
        scope.isFresh = false
    }

    private func division(_ map: WordMap, issuer: String?, orCentre: Bool = false, within limit: Int) -> String? {
        let reader = BodyNameReader(
            ontology: ontology, levels: LevelTable(ontology, Scope(issuer: issuer)), lattice: map.lattice, scalars: map.scalars)
        for place in map.starts where place < limit && map.beginsRegion(place) && map.mayCut(place) {
            var longest: BodyNameReader.Area?
            reader.forEachArea(at: place) { area in
                guard let region = area.region, region > 0 || orCentre, map.mayCut(area.end), area.end > longest?.end ?? 0 else { return }
                longest = area
            }
            if let region = longest?.region { return ontology.divisions.regions[region].id }
        }
        return nil
    }

    /// Names that compose or are listed: the longest at each place.
    private func composed(_ map: WordMap, _ reader: BodyNameReader) -> [NameCandidate] {
        var found: [NameCandidate] = []
        for start in map.starts where map.mayCut(start) {
            // 和 behind a name joins another to it; 和县 is no division there.
            if map.scalars[start] == "和", found.last?.range.upperBound == start { continue }
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
