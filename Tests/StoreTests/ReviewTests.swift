import GRDB
import Links
import Provenance
import Testing

@testable import Store

@Suite("Reviews")
struct ReviewTests {
    private let opinion = Samples.opinion()
    private let bulletin = Samples.bulletin()

    private func base(linked: Bool = true, strength: Double = 0.6) throws -> KnowledgeBase {
        let base = try KnowledgeBase.inMemory()
        try base.add(opinion)
        try base.add(bulletin) { _ in linked ? [Samples.link(opinion, bulletin, strength: strength)] : [] }
        return base
    }

    private func review(_ decision: Review.Decision, evidence: FactID? = nil, requirement: FactID? = nil) -> Review {
        Review(
            requirement: requirement ?? opinion.facts.requirements[0].id, evidence: evidence ?? bulletin.facts.evidence[0].id,
            decision: decision, by: "审核员", at: "2030-10-01", note: "见附件")
    }

    private func links(_ base: KnowledgeBase) throws -> [Link] {
        try base.read { reader throws in try reader.links(among: reader.currentDocuments(), reasons: true) }
    }

    private func rulings(_ base: KnowledgeBase) throws -> [Ruling] {
        try base.read { reader throws in try reader.rulings(among: DocumentSet(reader.currentDocuments())) }
    }

    @Test(arguments: [
        ([Review.Decision.confirm], Link.Status.confirmed), ([.reject], .rejected), ([.confirm, .withdraw], .proposed),
        ([.reject, .confirm], .confirmed), ([.add], .confirmed), ([.confirm, .note], .confirmed), ([.note], .proposed),
    ])
    func theLastDecisionCountsAndAllAreKept(decisions: [Review.Decision], status: Link.Status) throws {
        let base = try base()
        for decision in decisions { try base.record(review(decision)) }
        #expect(try links(base).map(\.status) == [status])
        try base.read { reader throws in
            #expect(try reader.reviews(of: opinion.facts.requirements[0].id) == decisions.map { review($0) })
            #expect(try reader.reviewLog().map(\.number) == Array(1...decisions.count))
            #expect(try reader.reviewLog().first?.requirementText == opinion.facts.requirements[0].text)
        }
    }

    @Test func aPersonMayAddALinkThatTheEngineMissed() throws {
        let base = try base(linked: false)
        try base.record(review(.add))
        try base.relink { _ in [] }
        let link = try #require(try links(base).first)
        #expect(link.status == .confirmed)
        #expect(link.strength == 1)
        #expect(link.reasons.map(\.feature) == [.byHand])
        try base.record(review(.withdraw))
        #expect(try links(base).isEmpty)
    }

    @Test func whatIsNotThereCannotBeDecidedOn() throws {
        let base = try base(linked: false)
        for decision in Review.Decision.allCases where decision != .add {
            #expect { try base.record(review(decision)) } throws: { ($0 as? Fault)?.what.key == "store.noLink" }
        }
        let unknown = review(.add, evidence: FactID(document: "nowhere", element: "a1"))
        #expect { try base.record(unknown) } throws: { ($0 as? Fault)?.what.key == "store.noFact" }
        let turned = review(.add, evidence: opinion.facts.requirements[0].id, requirement: bulletin.facts.evidence[0].id)
        #expect { try base.record(turned) } throws: { ($0 as? Fault)?.what.key == "review.noRequirement" }
        let own = review(.add, evidence: opinion.facts.requirements[0].id)
        #expect { try base.record(own) } throws: { ($0 as? Fault)?.what.key == "review.noEvidence" }
        #expect(try base.read { try $0.reviewLog() }.isEmpty)
    }

    @Test func ofSeveralDecisionsAllAreRecordedOrNone() throws {
        let base = try base()
        let unknown = review(.confirm, evidence: FactID(document: "nowhere", element: "a1"))
        #expect(throws: Fault.self) { try base.record([review(.confirm), unknown]) }
        #expect(try links(base).map(\.status) == [.proposed])
        #expect(try base.read { try $0.reviewLog() }.isEmpty)
    }

    @Test func nothingToClearOrToWithdraw() throws {
        let base = try base()
        #expect { try base.record(review(.withdraw)) } throws: { ($0 as? Fault)?.what.key == "review.nothingToWithdraw" }
        try base.record(review(.confirm))
        #expect { try base.record(review(.clear)) } throws: { ($0 as? Fault)?.what.key == "review.nothingToClear" }
    }

    @Test(arguments: [
        "UPDATE review SET reviewer = '别人'", "DELETE FROM review",
        "INSERT OR REPLACE INTO review (key, requirement, evidence, decision, reviewer, day, requirement_stamp, evidence_stamp) VALUES (1, 'a#b', 'c#d', 'reject', '别人', '2031-01-01', '', '')",
    ])
    func theLogIsOnlyAppendedTo(sql: String) throws {
        let base = try base()
        try base.record(review(.confirm))
        #expect(throws: DatabaseError.self) { try base.database.write { try $0.execute(sql: sql) } }
        #expect(try base.read { try $0.reviewLog() }.map(\.review) == [review(.confirm)])
    }

    // MARK: New versions

    private let reworded = "各单位要建立并用好培训中心。"

    @Test(arguments: [(Review.Decision.confirm, Link.Status.confirmed), (.reject, .rejected), (.add, .confirmed)])
    func anUnchangedClauseKeepsItsDecisionInANewVersion(decision: Review.Decision, status: Link.Status) throws {
        let base = try base(linked: decision != .add)
        try base.record(review(decision))
        let second = Samples.opinion(id: "opinion-000002", more: "本意见自印发之日起施行。")
        // The engine proposes the pair again, as strongly as ever.
        try base.add(second) { _ in decision == .add ? [] : [Samples.link(second, bulletin, strength: 0.9)] }
        #expect(try links(base).map(\.status) == [status])
        #expect(try links(base).map(\.requirement) == [second.facts.requirements[0].id])
        try base.relink { _ in [Samples.link(second, bulletin, strength: 0.9)] }
        #expect(try links(base).map(\.status) == [status])
    }

    @Test(arguments: [(Review.Decision.confirm, Link.Status.suspect), (.add, .suspect), (.reject, .rejected)])
    func aChangedClauseIsToBeLookedAtAgain(decision: Review.Decision, status: Link.Status) throws {
        let base = try base()
        try base.record(review(decision))
        let second = Samples.opinion(id: "opinion-000002", wording: reworded, element: "r2")
        try base.add(second)
        #expect(try links(base).map(\.status) == [status])
        let ruling = try #require(try rulings(base).first)
        #expect(ruling.changes == [.wording])
        let again = review(.clear, requirement: second.facts.requirements[0].id)
        try base.record(again)
        #expect(try links(base).map(\.status) == [decision == .reject ? .rejected : .confirmed])
        #expect(try rulings(base).map(\.changes) == [[]])
        // The decision on the old version belongs to the history of the link.
        let history = try base.read { reader throws in
            try reader.reviews(of: again.requirement, again.evidence, under: reader.rulings(among: DocumentSet(reader.currentDocuments())).first?.entry)
        }
        #expect(history.map(\.review.decision) == [decision, .clear])
    }

    @Test func aTextThatComesBackIsNoLongerSuspect() throws {
        let base = try base()
        try base.record(review(.confirm))
        try base.add(Samples.opinion(id: "opinion-000002", wording: reworded, element: "r2"))
        try base.add(Samples.opinion(id: "opinion-000003", more: "本意见自印发之日起施行。"))
        #expect(try links(base).map(\.status) == [.confirmed])
    }

    @Test func aNewVersionOfTheEvidenceCountsAsWell() throws {
        let base = try base()
        try base.record(review(.confirm))
        try base.add(Samples.bulletin(id: "bulletin-000002", note: "（更正）"))
        #expect(try links(base).map(\.status) == [.confirmed])
        try base.add(Samples.opinion(id: "opinion-000002", more: "本意见自印发之日起施行。"))
        #expect(try links(base).map(\.evidence.document) == ["bulletin-000002"])
        #expect(try links(base).map(\.status) == [.confirmed])
    }

    @Test func theOldVersionIsNotDecidedOnAnyMore() throws {
        let base = try base()
        try base.add(Samples.opinion(id: "opinion-000002", more: "本意见自印发之日起施行。"))
        #expect { try base.record(review(.confirm)) } throws: { ($0 as? Fault)?.what.key == "review.superseded" }
    }

    @Test func aDroppedClauseTakesItsDecisionsAlong() throws {
        let base = try base()
        try base.record(review(.confirm))
        try base.add(Samples.opinion(id: "opinion-000002", wording: "鼓励社会捐资助学。", element: "r2"))
        #expect(try links(base).isEmpty)
        #expect(try rulings(base).isEmpty)
        #expect(try base.read { try $0.reviewLog() }.count == 1)
    }

    @Test(arguments: [(Review.Decision.confirm, true), (.reject, false), (.note, false)])
    func aWeakLinkThatWasAcceptedDecides(decision: Review.Decision, counts: Bool) throws {
        let base = try base(strength: 0.3)
        try base.record(review(decision))
        #expect(try links(base).map(\.counts) == [counts])
    }
}
