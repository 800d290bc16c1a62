import Links
import Provenance
import Store
import Testing

@testable import Queries

@Suite("Reviews in answers")
struct ReviewQueueTests {
    private func record(_ inquiry: Inquiry, _ decision: Review.Decision, _ requirement: String, _ evidence: String, note: String? = nil) throws {
        try inquiry.base.record(
            Review(
                requirement: SampleBase.id(requirement), evidence: SampleBase.id(evidence), decision: decision, by: "王五", at: "2031-03-01",
                note: note))
    }

    @Test func whatDecidesAndContradictsComesBeforeWhatIsPlain() throws {
        let queue = try SampleBase.inquiry().waiting()
        #expect(queue.rows.map(\.link.evidence.place.element) == ["x1", "a1", "a2"])
        #expect(queue.rows.map(\.value) == queue.rows.map(\.value).sorted(by: >))
        let looks = try #require(queue.rows.first).looks
        #expect(looks.contains(.contradicts))
        #expect(looks.contains(.binding))
        #expect(looks.contains(.manyBodies(2)))
        #expect(queue.rows.allSatisfy { !$0.link.reasons.isEmpty })
        #expect((queue.waiting, queue.changed) == (3, 0))
        let one = try SampleBase.inquiry().waiting(limit: 1)
        #expect((one.rows.count, one.waiting) == (1, 3))
    }

    @Test func whatWasDecidedWaitsNoMore() throws {
        let inquiry = try SampleBase.inquiry()
        try record(inquiry, .confirm, "opinion-000001#r1", "bulletin-autumn#x1")
        try record(inquiry, .reject, "opinion-000001#r3", "bulletin-spring#a2")
        try record(inquiry, .note, "opinion-000001#r1", "bulletin-spring#a1", note: "待补证")
        let queue = try inquiry.waiting()
        #expect(queue.rows.map(\.link.evidence.place.element) == ["a1"])
        #expect(queue.rows.first?.link.reviews.map(\.review.note) == ["待补证"])
    }

    @Test func narrowsAsTheOtherQuestionsDo() throws {
        let inquiry = try SampleBase.inquiry()
        #expect(try inquiry.waiting(Filter(body: "各州")).rows.map(\.link.evidence.place.element) == ["a2"])
        #expect(try inquiry.waiting(Filter(asOf: CalendarDay(2030, 5, 1))).waiting == 2)
    }

    /// Gaps, matrix and trace follow what was decided; a weak link that a person accepts is progress.
    @Test func answersRespectDecisions() throws {
        let inquiry = try SampleBase.inquiry()
        #expect(try inquiry.gaps().indirectOnly.map(\.requirement.place.element) == ["r3"])
        try record(inquiry, .confirm, "opinion-000001#r3", "bulletin-spring#a2")
        try record(inquiry, .reject, "opinion-000001#r1", "bulletin-autumn#x1")
        #expect(try inquiry.gaps().indirectOnly.isEmpty)
        let rows = try inquiry.matrix().rows
        let accepted = try #require(rows.first { $0.requirement.place.element == "r3" })
        #expect(accepted.counts.verified == 1)
        #expect(accepted.progress.map(\.evidence.place.element) == ["a2"])
        #expect(rows.first { $0.requirement.place.element == "r1" }?.problems.isEmpty == true)
        try record(inquiry, .add, "opinion-000001#r2", "bulletin-spring#a1", note: "附表")
        let traced = try #require(try inquiry.trace("opinion-000001#r2").requirements.first)
        #expect(traced.row.progress.map(\.status) == [.confirmed])
        #expect(traced.row.progress.first?.reviews.map(\.review.by) == ["王五"])
        #expect(traced.row.gap == Coverage.Gap.none)
    }

    @Test func aChangedTextIsSuspectWithItsKindAndComesFirst() throws {
        let inquiry = try SampleBase.inquiry()
        try record(inquiry, .confirm, "opinion-000001#r1", "bulletin-spring#a1")
        try inquiry.base.add(SampleBase.opinion("opinion-000002", first: "各地要建立职工培训中心。"))
        let queue = try inquiry.waiting()
        #expect(queue.changed == 1)
        let first = try #require(queue.rows.first)
        #expect(first.looks.first == .changed([.wording]))
        #expect(first.link.status == .suspect)
        #expect(first.state == .suspect)
        let traced = try #require(try inquiry.trace("opinion-000002#r1").requirements.first)
        #expect(traced.row.progress.map(\.changes) == [[.wording]])
        #expect(traced.row.progress.first?.reviews.map(\.review.decision) == [.confirm])
        let log = try inquiry.reviewLog()
        #expect(log.entries.map(\.status) == [.suspect])
        #expect(try inquiry.reviewLog(by: "赵六").entries.isEmpty)
        #expect(try inquiry.reviewLog(by: "王").entries.count == 1)
    }

    @Test func linksAreNamedByTheirIdOrByTheirEnds() throws {
        let inquiry = try SampleBase.inquiry()
        let id = Link.id(requirement: SampleBase.id("opinion-000001#r1"), evidence: SampleBase.id("bulletin-spring#a1"))
        let pairs = try inquiry.pairs(named: [id, "opinion#r3", "bulletin-sp#a2"])
        #expect(pairs.map(\.requirement.element) == ["r1", "r3"])
        #expect(pairs.map(\.evidence.description) == ["bulletin-spring#a1", "bulletin-spring#a2"])
        for (names, key) in [
            (["lnothing"], "review.unknown"), (["opinion#r1"], "review.halfPair"), (["opinion#r1", id], "review.halfPair"),
            (["opinion#r", "bulletin-spring#a1"], "review.ambiguous"), (["opinion#r1", "bulletin#zz"], "store.noFact"),
        ] {
            #expect { try inquiry.pairs(named: names) } throws: { ($0 as? Fault)?.what.key == key }
        }
    }
}
