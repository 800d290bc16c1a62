import Links
import Provenance
import Testing

@testable import Store

@Suite("Reviews")
struct ReviewTests {
    private let opinion = Samples.opinion()
    private let bulletin = Samples.bulletin()

    private func base(linked: Bool = true) throws -> KnowledgeBase {
        let base = try KnowledgeBase.inMemory()
        try base.add(opinion)
        try base.add(bulletin) { _ in linked ? [Samples.link(opinion, bulletin, strength: 0.6)] : [] }
        return base
    }

    private func review(_ decision: Review.Decision, evidence: FactID? = nil) -> Review {
        Review(
            requirement: opinion.facts.requirements[0].id, evidence: evidence ?? bulletin.facts.evidence[0].id, decision: decision,
            by: "审核员", at: "2030-10-01", note: "见附件")
    }

    @Test(arguments: [
        ([Review.Decision.confirm], Link.Status.confirmed), ([.reject], .rejected), ([.confirm, .clear], .proposed),
        ([.reject, .confirm], .confirmed), ([.add], .confirmed),
    ])
    func theLastDecisionCountsAndAllAreKept(decisions: [Review.Decision], status: Link.Status) throws {
        let base = try base()
        for decision in decisions { try base.record(review(decision)) }
        try base.read { reader throws in
            #expect(try reader.links(among: reader.documents(), reasons: true).map(\.status) == [status])
            #expect(try reader.reviews(of: opinion.facts.requirements[0].id) == decisions.map { review($0) })
        }
    }

    @Test func aPersonMayAddALinkThatTheEngineMissed() throws {
        let base = try base(linked: false)
        try base.record(review(.add))
        try base.relink { _ in [] }
        let links = try base.read { try $0.links(among: $0.documents(), reasons: false) }
        #expect(links.map(\.status) == [.confirmed])
        #expect(links.map(\.isStrong) == [true])
    }

    @Test func whatIsNotThereCannotBeDecidedOn() throws {
        let base = try base(linked: false)
        for decision in [Review.Decision.confirm, .reject, .clear] {
            #expect { try base.record(review(decision)) } throws: { ($0 as? Fault)?.what.key == "store.noLink" }
        }
        let unknown = review(.add, evidence: FactID(document: "nowhere", element: "a1"))
        #expect { try base.record(unknown) } throws: { ($0 as? Fault)?.what.key == "store.noFact" }
        #expect(try base.read { try $0.reviews(of: opinion.facts.requirements[0].id) }.isEmpty)
    }
}
