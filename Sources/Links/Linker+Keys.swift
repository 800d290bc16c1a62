import Facts
import Provenance
import Vocabulary

/// A document's facts as the linker weighs them (备好的事实): worked out once, compared with many.
public struct PreparedFacts: Sendable {
    let prepared: Linker.Prepared

    public var facts: LinkableFacts { prepared.facts }
}

extension Linker {
    public func prepared(_ facts: LinkableFacts) -> PreparedFacts { PreparedFacts(prepared: prepare(facts)) }

    /// The same as for documents that are not prepared.
    public func links(adding document: PreparedFacts, to base: [PreparedFacts]) -> [Link] {
        let new = [document.prepared]
        let old = base.map(\.prepared)
        let found = report(new, new) + report(new, old) + report(old, new) + relate(new, new) + relate(new, old) + relate(old, new)
        return found.sorted(by: Linker.isOrdered)
    }

    /// By element id: what each fact of a document can be found by (索引词): rare pairs of characters, concepts and families of
    /// words. Two facts without a common key are never linked, but for rows of a ledger and cited clauses.
    public func keys(of facts: PreparedFacts) -> [String: [String]] {
        var keys: [String: [String]] = [:]
        for (fact, features) in zip(facts.facts.requirements, facts.prepared.requirements) {
            keys[fact.id.element] = self.keys(of: features)
        }
        for (fact, features) in zip(facts.facts.evidence, facts.prepared.evidence) { keys[fact.id.element] = self.keys(of: features) }
        return keys
    }

    private func keys(of features: FactFeatures) -> [String] {
        var keys: [String] = []
        for (term, tells) in zip(features.terms, features.tells) where tells {
            if let first = Unicode.Scalar(term >> 16), let second = Unicode.Scalar(term & 0xFFFF) {
                keys.append(String(scalars: [first, second]))
            }
        }
        for concept in features.concepts { keys.append("concept:" + reader.thesaurus.concepts[Int(concept.concept)].id) }
        for family in features.families { keys.append("family:\(family.family)") }
        return keys
    }
}
