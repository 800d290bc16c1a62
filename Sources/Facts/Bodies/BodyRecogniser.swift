import Provenance
import Structure
import Vocabulary

/// Finds the bodies named in a text (机构识别): composed from division and function, by the ending of an open class, named in the
/// ontology, or a class of bodies. Linear in the length of the text.
public struct BodyRecogniser: Sendable {
    let ontology: Ontology
    let surnames: Set<Unicode.Scalar>

    public init(ontology: Ontology) {
        self.ontology = ontology
        surnames = Set(ontology.nameRules[.surname].compactMap { $0.unicodeScalars.first })
    }

    /// The bodies named in a heading or paragraph, in order, without overlap. Call it for every stretch of an item in order with
    /// the same scope.
    /// - Parameter range: in the reading text.
    public func mentions(in text: ReadingText, range: Range<Int>, scope: inout BodyScope) -> [FoundBody] {
        guard !range.isEmpty else { return [] }
        scope.beginPassage()
        var tables = scope.takeTables(ontology)
        tables.passage.read(text.scalars, range)
        guard !tables.passage.map.isBlank else {
            scope.give(tables)
            return []
        }
        if scope.isFresh { settleSubject(&tables.passage, &scope) }
        tables.passage.reader.levels = scope.levels(ontology)
        tables.choose()
        var builder = MentionBuilder(self, tables)
        builder.addChosen(&scope)
        let (found, after) = builder.finish()
        scope.give(after)
        return found
    }

    /// Second pass over all mentions of a document, in order: each gets the fullest name that the document prints for the same
    /// body, and shortened open names (省产改领导小组) the official name that the longest form shows.
    public func unify(_ found: [FoundBody]) -> [FoundBody] {
        let unifier = BodyUnifier(found)
        return found.indices.map { index in
            var mention = found[index]
            mention.body = unifier.bodies[index]
            return mention
        }
    }

    /// The division that a heading or title is about: the first named in it; nil where none is. Ambiguous names are those nearest to
    /// the scope's issuer.
    /// - Parameter orCentre: the country counts too (国务院, 全国).
    public func division(in text: ReadingText, range: Range<Int>, scope: inout BodyScope, orCentre: Bool = false) -> String? {
        guard !range.isEmpty else { return nil }
        var tables = scope.takeTables(ontology)
        tables.passage.read(text.scalars, range)
        tables.passage.reader.levels = scope.issuerLevels(ontology)
        let division = tables.passage.division(before: range.upperBound, orCentre: orCentre)
        scope.give(tables)
        return division
    }

    /// How far into its first paragraph an item may say what it is about.
    private static let subjectLimit = 30

    /// An item whose heading names no division is about the one with which its text begins.
    private func settleSubject(_ passage: inout BodyPassage, _ scope: inout BodyScope) {
        scope.isFresh = false
        guard scope.item == nil else { return }
        passage.reader.levels = scope.issuerLevels(ontology)
        guard let subject = passage.division(before: passage.map.range.lowerBound + Self.subjectLimit, orCentre: false) else { return }
        let isBelow = scope.issuer.map { subject.hasPrefix($0) } ?? true
        if isBelow { scope.concern(subject) }
    }
}
