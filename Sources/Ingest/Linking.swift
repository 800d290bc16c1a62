import Facts
import Links
import Store
import Vocabulary

/// Joins what a document says to what the base holds (关联): the linker of `Links` fed from the store.
struct Linking: Sendable {
    init(ontology: Ontology) {}

    /// By element id: what each fact of a document can be found by.
    func terms(of facts: LinkableFacts) -> [String: [String]] { [:] }

    /// The links that one new document brings; its facts are in the base already.
    func links(of addition: Addition, in writer: Writer) throws -> [Link] { [] }

    /// All links of the base, made anew.
    func links(in writer: Writer) throws -> [Link] { [] }
}
