import Links
import Provenance
import Store
import Vocabulary

/// The questions that a knowledge base answers (查询). Values go in and out; nothing here writes, and the order of every
/// answer is fixed by what the base holds, never by the order in which documents were added.
public struct Inquiry: Sendable {
    public let base: KnowledgeBase
    public let ontology: Ontology
    let memory = Memory()
    let rules: Result<StateRules, Fault>

    public init(_ base: KnowledgeBase, ontology: Ontology) {
        self.base = base
        self.ontology = ontology
        rules = Result { () throws(Fault) in try StateRules(ontology) }
    }
}
