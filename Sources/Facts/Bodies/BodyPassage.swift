import Structure
import Vocabulary

/// A passage that is looked through for bodies (识别文段): its words by place, and the reader of composed names over them. One value
/// serves all passages of a document, since its tables keep their room; nothing that a result depends on is kept in it.
struct BodyPassage: Sendable {
    let ontology: Ontology
    var map = WordMap()
    var reader: BodyNameReader
    private var hits: [TermAutomaton.Hit] = []
    let predicates, copulas, leading: PhraseSet

    init(_ ontology: Ontology, levels: LevelTable) {
        self.ontology = ontology
        reader = BodyNameReader(ontology: ontology, levels: levels)
        predicates = PhraseSet(ontology.nameRules[.predicate])
        copulas = PhraseSet(ontology.nameRules[.copula])
        leading = PhraseSet(ontology.nameRules[.leading])
    }

    var scalars: [Unicode.Scalar] { map.scalars }

    /// Turns to another passage. The same one is not read twice: a heading is asked for its division first, then for its names.
    mutating func read(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
        if map.holds(scalars, range) { return }
        map.begin(scalars, range)
        reader.scalars = scalars
        reader.lattice.begin(range)
        hits.removeAll(keepingCapacity: true)
        ontology.lexicon.scan(scalars, range, into: &hits)
        map.note(hits, in: &reader.lattice)
    }

    func string(_ range: Range<Int>) -> String { String(scalars: map.scalars[range]) }

    /// A clause begins at a place.
    func opensClause(_ place: Int) -> Bool {
        guard place > map.range.lowerBound else { return true }
        switch map.scalars[place - 1] {
        case "，", "。", "；", "：": return true
        default: return false
        }
    }

    /// The division named first, before a place in the text, as index in `Divisions.regions`; nil where none is.
    /// - Parameter orCentre: the country counts too (国务院, 全国).
    func division(before limit: Int, orCentre: Bool) -> Int? {
        for place in map.starts {
            if place >= limit { break }
            guard map.beginsRegion(place), map.mayCut(place) else { continue }
            var longest: BodyNameReader.Area?
            var areas = reader.areas(at: place)
            while let area = areas.next(reader) {
                guard let region = area.region, region > 0 || orCentre, map.mayCut(area.end), area.end > longest?.end ?? 0 else { continue }
                longest = area
            }
            if let region = longest?.region { return region }
        }
        return nil
    }

    /// Adds the names that compose or are listed: the longest at each place.
    func findComposed(into found: inout [NameCandidate]) {
        for start in map.starts where map.mayCut(start) {
            // 和 behind a name joins another to it; 和县 is no division there.
            if map.scalars[start] == "和", found.last?.range.upperBound == start { continue }
            if let reading = reader.longestReading(at: start) { found.append(NameCandidate(range: reading.range, source: .reading(reading))) }
        }
    }
}
