import Facts
import Provenance

/// What one document gives to the linker (可关联事实): its requirements and its evidence, each with all that stands around it.
/// A pure function of the document.
public struct LinkableFacts: Hashable, Sendable {
    public var document: DocumentContext
    /// In printed order.
    public var requirements: [Requirement]
    /// Actions and problems in printed order; plans are no evidence.
    public var evidence: [Evidence]

    public init(document: DocumentContext, requirements: [Requirement] = [], evidence: [Evidence] = []) {
        self.document = document
        self.requirements = requirements
        self.evidence = evidence
    }

    public init(_ document: PolicyDocument) {
        var walk = FactWalk(document)
        walk.visit(document.body, in: FactWalk.Surroundings(actors: []))
        self.init(document: walk.document, requirements: walk.requirements, evidence: walk.evidence)
    }
}
