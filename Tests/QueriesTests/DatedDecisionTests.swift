import Links
import Provenance
import Store
import Testing

@testable import Queries

/// Decisions count from the day on which they were taken.
@Suite("Decisions as of a day")
struct DatedDecisionTests {
    private func decide(_ inquiry: Inquiry, _ decision: Review.Decision, _ requirement: String, _ evidence: String, _ day: String) throws {
        try inquiry.base.record(
            Review(requirement: SampleBase.id(requirement), evidence: SampleBase.id(evidence), decision: decision, by: "王五", at: day))
    }

    private func row(_ inquiry: Inquiry, _ element: String, _ day: String?) throws -> MatrixRow {
        try #require(try inquiry.matrix(Filter(asOf: day.flatMap { CalendarDay(iso: $0) })).rows.first { $0.requirement.place.element == element })
    }

    /// Confirmed in May, withdrawn in July, rejected in September of the year after the last document: without a day the last one holds,
    /// although no document is as young.
    @Test(arguments: [
        ("2032-04-30", 1, 0), ("2032-05-10", 1, 1), ("2032-06-30", 1, 1), ("2032-07-10", 1, 0), ("2032-09-10", 0, 0), (nil, 0, 0),
    ])
    func theLastOneUpToTheDayHolds(day: String?, claimed: Int, verified: Int) throws {
        let inquiry = try SampleBase.inquiry()
        let (requirement, evidence) = ("opinion-000001#r1", "bulletin-spring#a1")
        try decide(inquiry, .reject, requirement, "bulletin-autumn#x1", "2031-06-01")
        try decide(inquiry, .confirm, requirement, evidence, "2032-05-10")
        try decide(inquiry, .withdraw, requirement, evidence, "2032-07-10")
        try decide(inquiry, .reject, requirement, evidence, "2032-09-10")
        let row = try row(inquiry, "r1", day)
        #expect((row.counts.claimed, row.counts.verified) == (claimed, verified))
        let trace = try inquiry.trace(requirement, Filter(asOf: day.flatMap { CalendarDay(iso: $0) })).requirements.first
        #expect(trace?.row.counts == row.counts)
        #expect(try inquiry.gaps(Filter(asOf: day.flatMap { CalendarDay(iso: $0) })).bare.contains { $0.requirement.place.element == "r1" } == (claimed == 0))
    }

    /// Whoever made it by hand had not made it yet.
    @Test func aLinkByHandIsThereFromItsDayOn() throws {
        let inquiry = try SampleBase.inquiry()
        try decide(inquiry, .add, "opinion-000001#r2", "bulletin-spring#a1", "2032-03-01")
        #expect(try row(inquiry, "r2", "2032-02-28").progress.isEmpty)
        #expect(try row(inquiry, "r2", "2032-03-01").counts.verified == 1)
        #expect(try row(inquiry, "r2", nil).counts.verified == 1)
    }

    /// A rejected chain of levels, and the log beside a link.
    @Test func whatIsShownOfADecisionIsDatedToo() throws {
        let inquiry = try SampleBase.inquiry()
        try decide(inquiry, .confirm, "opinion-000001#r1", "bulletin-spring#a1", "2032-05-10")
        func reviews(_ day: String) throws -> Int {
            let trace = try #require(try inquiry.trace("opinion-000001#r1", Filter(asOf: CalendarDay(iso: day))).requirements.first)
            return trace.row.progress.flatMap(\.reviews).count
        }
        #expect(try reviews("2032-05-09") == 0)
        #expect(try reviews("2032-05-10") == 1)
        #expect(try inquiry.waiting(Filter(asOf: CalendarDay(2032, 5, 9))).waiting == 3)
        #expect(try inquiry.waiting(Filter(asOf: CalendarDay(2032, 5, 10))).waiting == 2)
    }

    /// A decision outlives a new version of the text, with its day.
    @Test func aDecisionHandedOnKeepsItsDay() throws {
        let inquiry = try SampleBase.inquiry()
        try decide(inquiry, .confirm, "opinion-000001#r1", "bulletin-spring#a1", "2032-05-10")
        try inquiry.base.add(SampleBase.opinion("opinion-000002", date: "2032-01-10")) { _ in
            [SampleBase.link("opinion-000002#r1", "bulletin-spring#a1", 0.9)]
        }
        func verified(_ day: String?) throws -> Int { try row(inquiry, "r1", day).counts.verified }
        #expect(try verified("2032-05-09") == 0)
        #expect(try verified("2032-05-10") == 1)
        #expect(try verified(nil) == 1)
    }
}
