import Facts
import Links
import Provenance
import Store
import SuyuanTesting
import Testing

@testable import Queries

@Suite("Reported problems")
struct ProblemTests {
    /// One item: sentences with their facts.
    private func bulletin(_ id: String, _ date: String, _ heading: String, _ sentences: [(String, Fact, String)], bodies: [BodyMention] = []) -> Addition {
        var sample = SampleDocument(id, work: id, kind: .bulletin, date: date, title: "简报 " + id)
        sample.item(
            heading, sentences.map(\.0).joined(),
            sentences.map { sample.mark($0.0, $0.1, id: $0.2) } + bodies.map { sample.mark($0.name, .body($0)) })
        return SampleBase.addition(&sample)
    }

    private let finance = BodyMention(ref: "CN-53/finance", name: "省财政厅", official: "云南省财政厅")
    private let done = Fact.action(ActionFact())

    private func stages(_ report: ProblemReport) -> [String: ProblemStage] {
        Dictionary(report.bodies.flatMap(\.problems).map { ($0.problem.place.element, $0.stage) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func areAddressedToTheLeadOfTheRequirementTheyBearOn() throws {
        let report = try SampleBase.inquiry().problems()
        #expect(report.bodies.map { $0.body?.name } == ["省人社厅"])
        let row = try #require(report.bodies.first?.problems.first)
        #expect((row.basis, row.stage) == (.owner, .raised))
        #expect(row.requirement?.place.element == "r1")
        #expect((report.open, report.closed) == (1, 0))
        #expect(try SampleBase.inquiry().problems(Filter(body: "省财政厅")).bodies.isEmpty)
        #expect(try SampleBase.inquiry().problems(Filter(document: "bulletin-spring")).open == 0)
        #expect(try SampleBase.inquiry().problems(Filter(asOf: CalendarDay(2030, 12, 31))).open == 0)
    }

    @Test func areClosedByWhatIsReportedLaterOfTheSameMatter() throws {
        let inquiry = try SampleBase.inquiry()
        let repaired = bulletin("bulletin-later", "2031-06-01", "培训中心设备", [("培训中心设备不到位问题已整改到位。", done, "a5")])
        let other = bulletin("bulletin-other", "2031-05-01", "信访事项", [("信访积案全部办结。", done, "a6")])
        try inquiry.base.add(other) { _ in [SampleBase.link("opinion-000001#r1", "bulletin-other#a6", 0.8)] }
        #expect(try inquiry.problems().open == 1)
        try inquiry.base.add(repaired) { _ in [SampleBase.link("opinion-000001#r1", "bulletin-later#a5", 0.8)] }
        #expect(try inquiry.problems().bodies.isEmpty)
        let all = try inquiry.problems(stages: Set(ProblemStage.allCases))
        #expect((all.open, all.closed) == (0, 1))
        let step = try #require(all.bodies.first?.problems.first?.course.last)
        #expect(step.evidence.place.element == "a5")
        #expect(step.words == "整改到位")
        // As of the day before it was still open.
        #expect(try inquiry.problems(Filter(asOf: CalendarDay(2031, 5, 31))).open == 1)
    }

    @Test(arguments: [
        ("设备老化问题突出，已转省财政厅办理。", ProblemStage.passedOn, ["省财政厅"]),
        ("企业反映设备补贴不足，省财政厅已书面答复。", .answered, ["省财政厅"]),
        ("企业反映设备补贴不足，尚未得到省财政厅答复。", .raised, ["省财政厅"]),
        ("设备老化问题突出，将转交有关部门。", .raised, []),
        ("设备老化问题现已妥善解决。", .closed, []),
    ])
    func sayThemselvesHowFarTheyHaveGot(text: String, stage: ProblemStage, bodies: [String]) throws {
        let base = try KnowledgeBase.inMemory()
        try base.add(bulletin("b1", "2031-03-01", "问题需求", [(text, .problem(ProblemFact()), "x1")], bodies: text.contains("省财政厅") ? [finance] : []))
        let report = try Inquiry(base, ontology: try SampleBase.ontology.get()).problems(stages: Set(ProblemStage.allCases))
        #expect(stages(report) == ["x1": stage])
        #expect(report.bodies.compactMap { $0.body?.name } == bodies)
    }

    @Test func theNextSentenceMayHandThemOn() throws {
        let base = try KnowledgeBase.inMemory()
        try base.add(
            bulletin(
                "b1", "2031-03-01", "问题需求直通部门",
                [("企业反映培训补贴申领手续繁琐。", .problem(ProblemFact()), "x1"), ("该问题已转交省财政厅研究。", done, "a1")], bodies: [finance]))
        let inquiry = Inquiry(base, ontology: try SampleBase.ontology.get())
        let row = try #require(try inquiry.problems().bodies.first?.problems.first)
        #expect((row.stage, row.basis) == (.passedOn, .stated))
        #expect(row.addressees.map(\.id) == ["CN-53/finance"])
        #expect(try inquiry.problems(stages: [.answered]).bodies.isEmpty)
        #expect(try inquiry.problems(Filter(region: "云南省")).open == 1)
        #expect(try inquiry.problems(Filter(region: "北京市")).open == 0)
    }
}
