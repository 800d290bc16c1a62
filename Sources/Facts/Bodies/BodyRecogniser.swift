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

    /// The scope of a new document.
    /// - Parameter issuer: id of the issuer's division, where known.
    public func scope(issuer: String? = nil) -> BodyScope { BodyScope(self, issuer: issuer) }

    /// The bodies named in a heading or paragraph, in order, without overlap. Call it for every stretch of an item in order with
    /// the same scope.
    /// - Parameter range: in the reading text.
    public func mentions(in text: ReadingText, range: Range<Int>, scope: inout BodyScope) -> [FoundBody] {
        range.isEmpty ? [] : scope.mentions.read(text.scalars, range)
    }

    /// Splits a list of names of bodies (责任单位列举): at 、 ， ； and at 和, 及, 会同 where that splits no name, restores the division that the
    /// list names once (省发展改革委、财政厅), and tells whether the list is open (等部门).
    /// - Parameter range: the list alone, without labels and verbs; names that are not known are split at separators.
    /// - Returns: names in printed order with their ranges in the reading text.
    public func splitNames(in text: ReadingText, range: Range<Int>, scope: inout BodyScope) -> (names: [FoundBody], isOpen: Bool) {
        range.isEmpty ? ([], false) : scope.mentions.readList(text.scalars, range)
    }

    /// The division that a heading or title is about: the first named in it; nil where none is. Ambiguous names are those nearest to
    /// the scope's issuer.
    /// - Parameter orCentre: the country counts too (国务院, 全国).
    public func division(in text: ReadingText, range: Range<Int>, scope: inout BodyScope, orCentre: Bool = false) -> String? {
        range.isEmpty ? nil : scope.mentions.division(text.scalars, range, orCentre: orCentre)
    }

    /// Second pass over all mentions of a document, in order: each gets the fullest name that the document prints for the same
    /// body, and shortened open names (省产改领导小组) the official name that the longest form shows.
    public func unify(_ found: [FoundBody]) -> [FoundBody] {
        var unified = found
        BodyUnifier.unify(&unified)
        return unified
    }
}
