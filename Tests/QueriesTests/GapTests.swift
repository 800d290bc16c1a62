import Links
import Provenance
import Store
import Testing

@testable import Queries

@Suite("Gaps")
struct GapTests {
    private func elements(_ rows: [GapRow]) -> [String] { rows.map(\.requirement.place.element) }

    @Test func indirectMaterialStandsApartAndPermissionsAreNoGaps() throws {
        let report = try SampleBase.inquiry().gaps()
        #expect(elements(report.bare) == ["r2", "r5"])
        #expect(elements(report.indirectOnly) == ["r3"])
        #expect(report.indirectOnly.first?.indirect.map(\.evidence.place.element) == ["a2"])
        #expect(report.asked == 4)
        #expect(report.today == Today(day: CalendarDay(2031, 2, 5), isGiven: false))
    }

    @Test func aJointDutyThatOneBodyReportsIsAGapOfTheOther() throws {
        let bodies = try SampleBase.inquiry().gaps().bodies
        try #require(bodies.map { $0.body?.name } == ["省财政厅", "各州（市）人民政府", nil])
        #expect(elements(bodies[0].bare) == ["r2"])
        #expect(elements(bodies[0].notByThisBody) == ["r1"])
        #expect(elements(bodies[1].indirectOnly) == ["r3"])
        #expect(elements(bodies[2].bare) == ["r5"])
    }

    @Test(arguments: [
        ("省财政厅", ["省财政厅"]), ("CN-53/finance", ["省财政厅"]), ("云南省财政厅", ["省财政厅"]), ("财政", ["省财政厅"]),
        ("省人社厅", []), ("各州", ["各州（市）人民政府"]), ("没有这个单位", []),
    ])
    func areAskedForByBody(name: String, bodies: [String]) throws {
        let report = try SampleBase.inquiry().gaps(Filter(body: name))
        #expect(report.bodies.map { $0.body?.name } == bodies)
    }

    /// Before the bulletin nothing is reported; before the opinion nothing is required.
    @Test(arguments: [
        ("2029-12-31", [], [], 0), ("2030-02-01", ["r1", "r2", "r3", "r5"], [], 4), ("2030-04-20", ["r2", "r5"], ["r3"], 4),
    ])
    func followTheDay(day: String, bare: [String], indirect: [String], asked: Int) throws {
        let report = try SampleBase.inquiry().gaps(Filter(asOf: CalendarDay(iso: day)))
        #expect(elements(report.bare) == bare)
        #expect(elements(report.indirectOnly) == indirect)
        #expect(report.asked == asked)
        #expect(report.today.isGiven)
    }

    @Test func doNotDependOnTheOrderOfAdding() throws {
        let forward = try SampleBase.inquiry()
        let backward = try SampleBase.inquiry(reversed: true)
        #expect(try forward.gaps() == backward.gaps())
        #expect(try forward.matrix() == backward.matrix())
        #expect(try forward.search("培训") == backward.search("培训"))
        #expect(try forward.trace("培训中心") == backward.trace("培训中心"))
        #expect(try forward.documents() == backward.documents())
    }

    @Test func aRejectedLinkIsNoProgress() throws {
        let inquiry = try SampleBase.inquiry()
        let other = try KnowledgeBase.inMemory()
        try other.add(SampleBase.opinion())
        try other.add(SampleBase.spring()) { _ in
            [SampleBase.link("opinion-000001#r1", "bulletin-spring#a1", 0.9, status: .rejected)]
        }
        let report = try Inquiry(other, ontology: inquiry.ontology).gaps()
        #expect(elements(report.bare).contains("r1"))
    }
}
