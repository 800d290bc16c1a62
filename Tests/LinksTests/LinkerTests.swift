import Facts
import Links
import Provenance
import Testing
import Vocabulary

@Suite("Linker")
struct LinkerTests {
    let linker: Linker

    init() throws { linker = try Linker(Ontology.load()) }

    private func links(_ evidence: [Evidence], _ requirements: [Requirement] = Sample.clauses) throws -> [Link] {
        try linker.links(from: Sample.reporting(evidence), to: Sample.demanding(requirements))
    }

    @Test("Where nothing fits, nothing is linked")
    func nothing() throws {
        #expect(try links([Sample.evidence("a1", "机关举办健步走活动，干部职工踊跃参加。")]).isEmpty)
        #expect(try links([]).isEmpty)
        #expect(try linker.links(among: []).isEmpty)
        #expect(try links([Sample.evidence("a1", "")], [Sample.requirement("r1", "")]).isEmpty)
    }

    @Test("Where everything fits, each report answers its clause strongly and no other")
    func everything() throws {
        let found = try links([
            Sample.evidence("a1", "全年改造老旧小区120个，加装电梯58部。"),
            Sample.evidence("a2", "新建高标准农田40万亩，粮食单产提高3.1%。"),
            Sample.evidence("a3", "异地就医直接结算定点医疗机构增至900家。"),
            Sample.evidence("a4", "新设跨境电商海外仓5个。"),
            Sample.evidence("a5", "开展森林防火巡护1200次，组织扑火应急演练36场。"),
        ])
        let strong = found.filter(\.isStrong).map { $0.requirement.element + $0.evidence.element }
        #expect(strong == ["r1a1", "r2a2", "r3a3", "r4a4", "r5a5"])
        #expect(found.allSatisfy { $0.verdict == .supports && $0.relation == .reports && !$0.reasons.isEmpty })
    }

    @Test("Some places named of many tell of the whole; those named alone of themselves", arguments: [("景德镇、南昌等12个街区入选夜间消费集聚区。", true), ("景德镇、南昌12个街区入选夜间消费集聚区。", false)])
    func whole(_ text: String, _ isWhole: Bool) throws {
        let target = Target(indicator: "培育夜间消费集聚区", value: "10", unit: "个", comparator: ">=")
        let requirement = Sample.requirement("r1", "培育夜间消费集聚区10个。", targets: [target], scope: ["CN-36"])
        let evidence = Sample.evidence("a1", text, quantities: [QuantityMention(value: "12", unit: "个")], scope: ["CN-36"])
        let link = try #require(try links([evidence], [requirement] + Sample.clauses.dropFirst()).first)
        #expect((link.signal?.reason == .met(target: ">=10个", reported: "12个")) == isWhole)
    }

    @Test("Every link says why, with words on both sides, strongest first")
    func reasons() throws {
        let link = try #require(try links([Sample.evidence("a1", "全年改造老旧小区120个，加装电梯58部。")]).first)
        let words = try #require(link.reasons.first { $0.feature == .words || $0.feature == .concept })
        #expect(!words.requirementWords.isEmpty && !words.evidenceWords.isEmpty)
        #expect(link.reasons.map(\.weight) == link.reasons.map(\.weight).sorted(by: >))
        #expect(link.id == Link.id(requirement: link.requirement, evidence: link.evidence))
    }

    @Test("What is older than the requirement is weak at most", arguments: [DateValue.point("2029-12-30"), .interval(from: "2028-01-01", to: "2030-02-28")])
    func earlier(_ time: DateValue) throws {
        let text = "改造老旧小区120个，加装电梯58部。"
        let link = try #require(try links([Sample.evidence("a1", text, time: time)]).first)
        #expect(!link.isStrong)
        #expect(link.reasons.contains { $0.feature == .earlier })
        #expect(try links([Sample.evidence("a1", text, time: .point("2030-06"))]).first?.isStrong == true)
    }

    @Test("What was taught, and who came to an event, answers less than the deed itself", arguments: [
        ("开展了技能竞赛、法律援助、健康体检等活动。", "开设了技能竞赛、法律援助、健康体检等课程。"),
        ("技能竞赛圆满结束。", "此次技能竞赛为期两天。"),
    ])
    func circumstances(_ deed: String, _ around: String) throws {
        let requirements = Sample.clauses + [Sample.requirement("r6", "办好职业技能竞赛，推行集体协商，落实带薪休假，建好职工书屋，开展法律援助。")]
        func strength(_ text: String) throws -> Double {
            try links([Sample.evidence("a1", text)], requirements).first { $0.requirement.element == "r6" }?.strength ?? 0
        }
        let (done, told) = (try strength(deed), try strength(around))
        #expect(done > told + 0.05, "\(done) and \(told)")
    }

    @Test("A look back over years counts as older, unless the requirement itself is years old")
    func lookingBack() throws {
        let text = "近年来，累计改造老旧小区320个，加装电梯158部。"
        #expect(try #require(try links([Sample.evidence("a1", text)]).first).isStrong == false)
        let late = Sample.evidence("a1", text, in: Sample.bulletin("late", "2033-05-01"))
        #expect(try #require(try links([late]).first).isStrong)
    }

    @Test("A year that is not over is reported up to the day of the report")
    func yearOfReport() throws {
        let evidence = Sample.evidence("a1", "2030年改造老旧小区。", time: .point("2030"))
        #expect(evidence.day == CalendarDay(2030, 9, 30))
    }

    @Test("One action may answer several requirements")
    func oneForMany() throws {
        let requirements = Sample.clauses + [Sample.requirement("r6", "建立森林防火物资储备，定期开展防火演练。")]
        let found = try links([Sample.evidence("a1", "开展森林防火巡护1200次，组织防火演练36场，补充防火物资储备。")], requirements)
        #expect(Set(found.filter(\.isStrong).map(\.requirement.element)) == ["r5", "r6"])
    }

    @Test("Problems and missed figures contradict")
    func contradictions() throws {
        let target = Target(indicator: "老旧小区改造", value: "120", unit: "个", comparator: ">=", when: "2030-12-31")
        let requirement = Sample.requirement("r1", "年内完成老旧小区改造120个以上。", targets: [target])
        func link(_ evidence: Evidence) throws -> Link { try #require(try links([evidence], Sample.clauses.dropFirst() + [requirement]).first { $0.requirement.element == "r1" }) }
        #expect(try link(Sample.evidence("p1", "部分县老旧小区改造进展缓慢。", .problem)).verdict == .contradicts)
        let late = Sample.bulletin("year", "2031-01-15")
        let short = [QuantityMention(value: "97", unit: "个", of: "老旧小区")]
        #expect(try link(Sample.evidence("a1", "完成老旧小区改造97个。", time: .point("2030-12-31"), quantities: short, in: late)).verdict == .contradicts)
        #expect(try link(Sample.evidence("a1", "完成老旧小区改造97个。", quantities: short)).verdict == .supports)
        let enough = [QuantityMention(value: "123", unit: "个", of: "老旧小区")]
        let met = try link(Sample.evidence("a1", "完成老旧小区改造123个。", quantities: enough))
        #expect(met.verdict == .supports)
        #expect(met.reasons.contains { $0.feature == .indicator })
    }

    @Test("Evidence from another region is none, from a wider one weak at most")
    func regions() throws {
        func strength(_ owing: [String], _ acting: [String]) throws -> Double {
            let requirement = Sample.requirement("r1", "加快城镇老旧小区改造，同步加装电梯。", scope: owing)
            let evidence = Sample.evidence("a1", "全年改造老旧小区120个，加装电梯58部。", scope: acting)
            return try links([evidence], Sample.clauses.dropFirst() + [requirement]).first?.strength ?? 0
        }
        #expect(try strength(["CN-53"], ["CN-5301"]) >= Link.strong)
        #expect(try strength(["CN-53"], []) >= Link.strong)
        #expect(try strength(["CN"], ["CN-12"]) >= Link.strong)
        #expect(try strength(["CN-5301"], ["CN-53"]) < Link.strong)
        #expect(try strength(["CN-53"], ["CN-41"]) == 0)
    }

    @Test("That the requirement's own document was issued is no progress on it")
    func issuing() throws {
        let requirement = Sample.requirement("r1", "制定老旧小区改造实施意见，加装电梯。")
        let citation = Citation(title: Sample.opinion.title ?? "")
        let evidence = Sample.evidence("a1", "省政府印发《关于推进老旧小区改造的实施意见》，推进老旧小区改造和加装电梯。", citations: [citation])
        #expect(try links([evidence], [requirement]).isEmpty)
    }

    @Test("A directive's own past is background, but a row of a ledger reports on itself")
    func sameDocument() throws {
        let requirement = Sample.requirement("r1", "加快城镇老旧小区改造，同步加装电梯。")
        func facts(_ directive: String?) -> LinkableFacts {
            LinkableFacts(
                document: Sample.opinion, requirements: [requirement],
                evidence: [Sample.evidence("a1", "已改造60个。", directive: directive, in: Sample.opinion)])
        }
        #expect(try linker.links(among: [facts(nil)]).isEmpty)
        #expect(try linker.links(among: [facts("dr1")]).map(\.isStrong) == [true])
    }

    @Test("A reported requirement is joined to its original, a lower one to the one that it carries out")
    func clauses() throws {
        let report = Sample.bulletin("brief", "2030-03-20")
        let told = Sample.requirement("t1", "《意见》要求，加快老旧小区改造，同步加装电梯。", isReported: true, of: Sample.opinion.title, in: report)
        let city = DocumentContext(
            id: "city", kind: .directive, date: "2030-05-01", title: "老旧小区改造工作方案", issuers: [BodyMention(ref: "CN-5301/government", name: "市人民政府")])
        let lower = Sample.requirement("c1", "对城镇老旧小区实施改造，加装电梯不少于50部。", in: city)
        let other = Sample.requirement("c2", "举办机关文化节。", in: city)
        let found = try linker.links(among: [
            Sample.demanding(Sample.clauses), LinkableFacts(document: report, requirements: [told]), LinkableFacts(document: city, requirements: [lower, other]),
        ])
        #expect(found.map { "\($0.requirement.element) \($0.relation) \($0.evidence.element)" }.sorted() == ["r1 derives c1", "r1 restates t1"])
    }

    @Test("A notice is cited by the title of what it carries")
    func carried() throws {
        var notice = Sample.opinion
        notice.title = "关于印发《老旧小区改造实施意见》的通知"
        let demand = Sample.requirement("r1", "加快城镇老旧小区改造，同步加装电梯。", in: notice)
        let report = Sample.bulletin("brief", "2030-03-20")
        let told = Sample.requirement("t1", "《意见》要求，加快老旧小区改造，同步加装电梯。", isReported: true, of: "老旧小区改造实施意见", in: report)
        let found = try linker.links(among: [LinkableFacts(document: notice, requirements: [demand]), LinkableFacts(document: report, requirements: [told])])
        #expect(found.map(\.relation) == [.restates])
    }

    @Test("Without a thesaurus common words still link")
    func withoutThesaurus() throws {
        let bare = try Linker(Ontology.load().withoutConcepts())
        let found = try bare.links(
            from: Sample.reporting([Sample.evidence("a1", "全年改造老旧小区120个，加装电梯58部。")]), to: Sample.demanding(Sample.clauses))
        #expect(found.max { $0.strength < $1.strength }?.requirement.element == "r1")
    }
}
