import Facts
import Links
import Provenance
import Store
import SuyuanTesting
import Testing

@testable import Queries

@Suite("Matrix, trace, documents and search")
struct MatrixTests {
    @Test func everyRequirementHasItsRow() throws {
        let matrix = try SampleBase.inquiry().matrix()
        #expect(matrix.rows.map(\.requirement.place.element) == ["r1", "r2", "r3", "r4", "r5"])
        let first = try #require(matrix.rows.first)
        #expect(first.requirement.id == "opinion-000001#r1")
        #expect(first.requirement.headings == ["办好培训。"])
        #expect(first.requirement.number == "（一）")
        #expect(first.requirement.deadlines == ["2030-12-31"])
        #expect(first.requirement.owners.map(\.body.name) == ["省人社厅", "省财政厅"])
        #expect(first.requirement.owners[0].body.official == "云南省人力资源和社会保障厅")
        #expect(first.requirement.place.line == 5)
        #expect(first.progress.map(\.evidence.place.element) == ["a1"])
        #expect(first.problems.map(\.evidence.place.element) == ["x1"])
        #expect(first.state != .noReport && first.state != .done)
        #expect(first.latest == CalendarDay(2031, 1, 20))
        #expect(matrix.rows[2].requirement.owners.map(\.isClass) == [true])
        #expect(matrix.rows[4].requirement.owners.isEmpty)
    }

    @Test func aRateThatNobodyPrintsIsMarkedAsComputed() throws {
        let figures = try SampleBase.inquiry().matrix().rows[0].progress[0].evidence.figures
        #expect(figures.map(\.words) == ["10个", "9个", ""])
        #expect(figures.map(\.isComputed) == [false, false, true])
        #expect(figures[2].value == "90.0" && figures[2].unit == "%" && figures[2].basis == ["9个", "10个"])
    }

    @Test func bodiesOfAJointDutyHaveStatesOfTheirOwn() throws {
        let bodies = try SampleBase.inquiry().matrix(Filter(asOf: CalendarDay(2030, 5, 1))).rows[0].bodies
        #expect(bodies.map(\.owner.body.name) == ["省人社厅", "省财政厅"])
        #expect(bodies.map(\.state) == [.underWay, .noReport])
    }

    @Test func statesFollowTheDay() throws {
        let inquiry = try SampleBase.inquiry()
        func state(_ day: CalendarDay?) throws -> RequirementState? {
            try inquiry.matrix(Filter(asOf: day, text: "培训中心")).rows.first?.state
        }
        #expect(try state(CalendarDay(2030, 2, 1)) == .noReport)
        #expect(try state(CalendarDay(2030, 5, 1)) == .underWay)
        #expect(try state(CalendarDay(2031, 1, 1)) == .overdue)
    }

    @Test func whatIsToldAgainIsCountedOnce() throws {
        let summary = try SampleBase.inquiry().summary()
        #expect(summary.requirements == 5)
        #expect(summary.restated == 1)
        #expect(summary.permissions == 1)
        #expect(summary.documents == 3)
        #expect(summary.kinds == [KindCount(kind: .directive, documents: 1), KindCount(kind: .bulletin, documents: 2)])
        #expect(summary.states.map(\.claimed).reduce(0, +) == 5)
        #expect(summary.bare == 2 && summary.indirectOnly == 1)
        #expect(summary.claimed == 1 && summary.verified == 0)
        #expect(try SampleBase.inquiry().matrix().summary == summary)
    }

    @Test func statesNarrowTheMatrix() throws {
        let inquiry = try SampleBase.inquiry()
        let rows = try inquiry.matrix(Filter(states: [.noReport])).rows
        #expect(!rows.isEmpty && rows.allSatisfy { $0.state == .noReport })
        #expect(try inquiry.matrix(Filter(body: "省财政厅", states: [.done])).rows.isEmpty)
    }

    @Test(arguments: [("530000", 5), ("云南省", 5), ("CN-53", 5), ("昆明市", 0)])
    func regionsNarrowTheMatrix(name: String, rows: Int) throws {
        #expect(try SampleBase.inquiry().matrix(Filter(region: name)).rows.count == rows)
    }

    @Test(arguments: [
        (Filter(region: "子虚国"), "query.noRegion"), (Filter(document: "子虚文件"), "query.noDocument"),
    ])
    func namesThatMeanNothingAreSaid(filter: Filter, key: String) throws {
        let inquiry = try SampleBase.inquiry()
        #expect { try inquiry.matrix(filter) } throws: { ($0 as? Fault)?.what.key == key }
    }

    @Test(arguments: ["opinion-000001", "opinion", "技能培训", "滇政发〔2030〕1号"])
    func documentsAreNamedInManyWays(name: String) throws {
        #expect(try SampleBase.inquiry().matrix(Filter(document: name)).rows.count == 5)
    }

    @Test func aNewVersionTakesThePlaceOfTheOldFromItsDayOn() throws {
        let inquiry = try SampleBase.inquiry()
        try inquiry.base.add(SampleBase.opinion("opinion-000002", date: "2030-10-01", first: "各地要办好培训中心。"))
        let rows = try inquiry.documents()
        #expect(rows.filter(\.isSuperseded).map(\.label.id) == ["opinion-000001"])
        #expect(rows.map(\.version) == [1, 1, 2, 1])
        let now = try inquiry.matrix().rows.map(\.requirement.place.document.id)
        // What was told of the old version is told of no original any more.
        #expect(now == [String](repeating: "opinion-000002", count: 5) + ["bulletin-autumn"])
        let before = try inquiry.matrix(Filter(asOf: CalendarDay(2030, 9, 30)))
        #expect(Set(before.rows.map(\.requirement.place.document.id)) == ["opinion-000001"])
    }

    // MARK: Trace

    @Test(arguments: ["opinion-000001#r1", "opinion#r1", "r1", "建立培训中心", "办好 中心"])
    func requirementsAreTracedByIdAndByWords(query: String) throws {
        let report = try SampleBase.inquiry().trace(query)
        let own = report.requirements.filter { $0.row.requirement.id == "opinion-000001#r1" }
        try #require(own.count == 1)
        #expect(own[0].row.progress.map(\.reasons) == [SampleBase.springLinks[0].reasons])
        #expect(own[0].related.map(\.requirement.id) == ["bulletin-autumn#r9"])
        #expect(own[0].related.map(\.isUpper) == [false])
        #expect(!own[0].row.why.isEmpty)
    }

    @Test func evidenceIsTracedToWhatItAnswers() throws {
        let report = try SampleBase.inquiry().trace("bulletin-spring#a1")
        #expect(report.requirements.isEmpty)
        #expect(report.evidence.map(\.evidence.id) == ["bulletin-spring#a1"])
        #expect(report.evidence[0].answers.map(\.requirement.id) == ["opinion-000001#r1"])
    }

    @Test(arguments: ["", " ", "没有这样的话", "opinion-000001#nothing", "#"])
    func whatIsNotThereIsNotTraced(query: String) throws {
        let report = try SampleBase.inquiry().trace(query)
        #expect(report.requirements.isEmpty && report.evidence.isEmpty)
    }

    // MARK: Search

    @Test func searchCountsEveryOccurrence() throws {
        let report = try SampleBase.inquiry().search("培训中心", limit: 2)
        #expect(report.passages == 6)
        #expect(report.occurrences == 6)
        #expect(report.hits.count == 2)
        let all = try SampleBase.inquiry().search("培训中心")
        #expect(Array(all.hits.prefix(2)) == report.hits)
        #expect(all.hits.count == 6)
        #expect(all.hits.first { $0.facts == ["opinion-000001#r1"] }?.matches == [5..<9])
        #expect(try SampleBase.inquiry().search("费").occurrences == 1)
    }

    /// A title first, then who says most of it for its length, then the later.
    @Test func searchIsRanked() throws {
        let base = try KnowledgeBase.inMemory()
        let texts = [("often", "2031-01-01", "工会驿站、工会驿站、工会驿站。"), ("once", "2031-01-02", "工会驿站和别的事项。"), ("later", "2031-02-02", "工会驿站和旁的事项。"), ("none", "2031-03-03", "别的。")]
        for (id, date, text) in texts {
            var sample = SampleDocument(id + "-000001", kind: .other, date: date, title: "通知")
            sample.item(nil, text, [])
            try base.add(SampleBase.addition(&sample))
        }
        var titled = SampleDocument("titled-000001", kind: .other, date: "2030-01-01", title: "关于工会驿站的通知")
        titled.item(nil, "按此办理。", [])
        try base.add(SampleBase.addition(&titled))
        let inquiry = Inquiry(base, ontology: try SampleBase.ontology.get())
        for limit in [1, 2, 3, 100] {
            let hits = try inquiry.search("工会驿站", limit: limit).hits.map(\.place.document.id)
            #expect(hits == ["titled-000001", "often-000001", "later-000001", "once-000001"].prefix(limit).map(\.self))
        }
    }

    /// Each passage with a requirement is found under the state of one of them.
    @Test func searchIsNarrowedByState() throws {
        let inquiry = try SampleBase.inquiry()
        let all = try inquiry.search("培训", Filter(states: RequirementState.allCases))
        #expect(all.passages > 0)
        #expect(all.hits.allSatisfy { !$0.facts.isEmpty })
        let single = try RequirementState.allCases.map { try inquiry.search("培训", Filter(states: [$0])).passages }
        #expect(single.reduce(0, +) >= all.passages && single.contains(0))
    }

    @Test func searchIsNarrowed() throws {
        let inquiry = try SampleBase.inquiry()
        #expect(try inquiry.search("培训中心", Filter(document: "bulletin-spring")).passages == 2)
        #expect(try inquiry.search("培训中心", Filter(asOf: CalendarDay(2030, 2, 1))).passages == 1)
        #expect(try inquiry.search("培训", Filter(body: "省财政厅")).hits.flatMap(\.facts) == ["opinion-000001#r1", "opinion-000001#r2"])
    }
}
