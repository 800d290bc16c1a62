import Facts
import Links
import Provenance
import Testing
import Vocabulary

@Suite("States of requirements")
struct StateTests {
    let rules: StateRules

    init() throws { rules = try StateRules(Ontology.load()) }

    static let today = CalendarDay(2030, 12, 1)

    private func linked(
        _ evidence: Evidence, strength: Double = 0.8, status: Link.Status = .proposed, verdict: Link.Verdict? = nil
    ) -> LinkedEvidence {
        LinkedEvidence(
            link: Link(
                requirement: FactID(document: "opinion", element: "r1"), evidence: evidence.id, strength: strength, status: status,
                verdict: verdict ?? (evidence.kind == .problem ? .contradicts : .supports)),
            evidence: evidence)
    }

    private func state(_ evidence: [LinkedEvidence], deadline: String? = nil, targets: [Target] = []) -> RequirementState {
        rules.coverage(
            of: Sample.requirement("r1", "加快老旧小区改造。", deadline: deadline, targets: targets), evidence: evidence, asOf: Self.today
        ).state
    }

    @Test(
        "What one report says",
        arguments: [
            ("改造老旧小区60个。", RequirementState.underWay), ("老旧小区改造任务已全部完成。", .done), ("已完成82个老旧小区改造。", .underWay),
            ("老旧小区改造基本完成。", .underWay), ("其余小区年底可全部完成，已改造60个。", .underWay), ("超额完成老旧小区年度改造任务。", .done),
            ("改造任务未全部完成。", .underWay), ("农村公路建设任务已全部完成。", .underWay), ("首批老旧小区改造已完成。", .underWay),
            ("老旧小区改造摸底调查已完成，方案正在编制。", .underWay),
        ])
    func words(_ text: String, _ expected: RequirementState) {
        #expect(state([linked(Sample.evidence("a1", text))]) == expected)
    }

    @Test("Problems, and what was never begun")
    func problems() {
        #expect(state([linked(Sample.evidence("p1", "改造进展缓慢。", .problem))]) == .problem)
        #expect(state([linked(Sample.evidence("p1", "12个小区改造尚未启动。", .problem))]) == .notStarted)
    }

    @Test("Rates: printed and computed", arguments: [("89.1", RequirementState.underWay), ("100.0", .done), ("104.2", .done)])
    func rates(_ percent: String, _ expected: RequirementState) {
        let computed = ComputedRate(percent: percent, actual: "q1", planned: "q2")
        #expect(state([linked(Sample.evidence("a1", "列入计划的老旧小区已改造一批。", rate: computed))]) == expected)
        let printed = [QuantityMention(value: percent, unit: "%")]
        #expect(state([linked(Sample.evidence("a1", "老旧小区改造完成率\(percent)%。", quantities: printed))]) == expected)
    }

    @Test("A problem that is shown as a contradiction counts as one, though it shares few words", arguments: [(0.64, RequirementState.problem), (0.45, .noReport)])
    func contradiction(_ strength: Double, _ expected: RequirementState) {
        let target = Target(indicator: "改造老旧小区", value: "500", unit: "个", comparator: ">=")
        #expect(state([linked(Sample.evidence("p1", "因用地审批等原因，其余82个小区未能完工。", .problem), strength: strength)], targets: [target]) == expected)
    }

    @Test(
        "The targets of a plan for one year fall due with it",
        arguments: [("云州2030年旅游工作要点", CalendarDay(2031, 1, 8), RequirementState.overdue), ("云州2030年旅游工作要点", CalendarDay(2030, 12, 30), .underWay), ("关于加快旅游发展的意见", CalendarDay(2031, 1, 8), .underWay)])
    func endOfYear(_ title: String, _ today: CalendarDay?, _ expected: RequirementState) {
        let plan = DocumentContext(id: "plan", kind: .directive, date: "2030-02-01", title: title)
        let target = Target(indicator: "改造老旧小区", value: "100", unit: "个", comparator: ">=")
        func state(_ targets: [Target]) -> RequirementState {
            rules.coverage(
                of: Sample.requirement("r1", "改造老旧小区100个。", targets: targets, in: plan), evidence: [linked(Sample.evidence("a1", "老旧小区改造有序推进。"))], asOf: today
            ).state
        }
        #expect(state([target]) == expected)
        // What has no figure has no end of its own, nor has what names its own day.
        #expect(state([]) == .underWay)
        var later = target
        later.when = "2032"
        #expect(state([later]) == .underWay)
    }

    @Test(
        "The very figure that is demanded, and all of it, is done",
        arguments: [
            ("12家土壤重点企业自查复核全部完成，消除渗漏隐患27处。", RequirementState.done), ("9家土壤重点企业自查复核全部完成。", .underWay), ("12家土壤重点企业正在自查复核。", .underWay),
            ("12家餐馆证照核验全部完成。", .underWay),
        ])
    func figure(_ text: String, _ expected: RequirementState) {
        let requirement = Sample.requirement("r1", "完成12家土壤污染重点监管企业隐患排查回头看。")
        #expect(rules.coverage(of: requirement, evidence: [linked(Sample.evidence("a1", text))], asOf: Self.today).state == expected)
    }

    @Test("A target that is met is done, one that is missed a problem")
    func targets() {
        let target = Target(indicator: "老旧小区", value: "100", unit: "个", comparator: ">=", when: "2030-09-30")
        func report(_ value: String) -> [LinkedEvidence] {
            [linked(Sample.evidence("a1", "改造老旧小区\(value)个。", quantities: [QuantityMention(value: value, unit: "个")]))]
        }
        #expect(state(report("120"), targets: [target]) == .done)
        #expect(state(report("80"), targets: [target]) == .problem)
        let second = Target(indicator: "电梯", value: "50", unit: "部", comparator: ">=")
        #expect(state(report("120"), targets: [target, second]) == .underWay)
    }

    @Test(
        "Done is the thing demanded: each part of the demand, by one who can speak for the whole",
        arguments: [
            // A document is made when it is issued; the second part takes a report of its own.
            ("研究制定产业工人认定标准和分类目录，摸清产业工人底数。", ["省统计局印发《产业工人认定标准》和分类目录。", "产业工人摸底调查已经结束。"], RequirementState.done),
            ("研究制定产业工人认定标准和分类目录，摸清产业工人底数。", ["省统计局印发《产业工人认定标准》和分类目录。"], .underWay),
            ("建设省级产业工人实训基地。", ["省级产业工人实训基地挂牌成立。"], .done),
            ("建设省级产业工人实训基地。", ["首批省级产业工人实训基地挂牌。"], .underWay),
            ("建设省级产业工人实训基地。", ["省级产业工人实训基地项目开工。"], .underWay),
            ("每个市（州）建成产业工人实训基地。", ["昆明市建成产业工人实训基地。"], .underWay),
            ("每个市（州）建成产业工人实训基地。", ["各市（州）产业工人实训基地全部建成。"], .done),
            ("鼓励企业建设产业工人实训基地。", ["某企业产业工人实训基地建成。"], .underWay),
        ])
    func accomplished(_ demand: String, _ reports: [String], _ expected: RequirementState) {
        let modality: Modality = demand.hasPrefix("鼓励") ? .encourage : .must
        let evidence = reports.enumerated().map { linked(Sample.evidence("a\($0)", $1)) }
        #expect(rules.coverage(of: Sample.requirement("r1", demand, modality: modality), evidence: evidence, asOf: Self.today).state == expected)
    }

    @Test("A part of the region or a single enterprise reaches no target of the whole")
    func parts() {
        let target = Target(indicator: "企业建会率", value: "90", unit: "%", comparator: ">=")
        func state(_ scope: [String], _ actors: [BodyMention] = []) -> RequirementState {
            let requirement = Sample.requirement("r1", "百人以上企业建会率达到90%以上。", targets: [target], scope: ["CN-53"])
            let evidence = Sample.evidence(
                "a1", "滇中铁路集团企业建会率达到96%。", quantities: [QuantityMention(value: "96", unit: "%")], actors: actors, scope: scope)
            return rules.coverage(of: requirement, evidence: [linked(evidence)], asOf: Self.today).state
        }
        #expect(state(["CN-53"]) == .done)
        #expect(state(["CN-5301"]) == .underWay)
        #expect(state(["CN-53"], [BodyMention(name: "滇中铁路集团")]) == .underWay)
    }

    @Test(
        "Figures are held against targets by what they measure",
        arguments: [
            ("老旧小区改造不少于100个。", "老旧小区改造", "100", "个", "改造老旧小区由60个增加到104个。", RequirementState.done),
            ("老旧小区改造不少于100个。", "老旧小区改造", "100", "个", "老旧小区改造比上年增加104个。", .underWay),
            ("老旧小区改造不少于100个。", "老旧小区改造", "100", "个", "老旧小区改造76个，仍未达到100个的目标。", .problem),
            ("老旧小区改造不少于100个。", "老旧小区改造", "100", "个", "建成充电桩320个。", .underWay),
            ("接待入境游客100人次。", "接待入境游客", "100", "人次", "接待国内过夜游客260人次，接待团队90人次。", .underWay),
            ("培训护理员不少于100人。", "培训护理员", "100", "人", "培训护理员130人次。", .underWay),
            ("培训护理员不少于100人。", "培训护理员", "100", "人", "培训护理员130名。", .done),
            ("每年培训护理员不少于100人。", "培训护理员", "100", "人", "上半年培训护理员60人。", .underWay),
            ("每年培训护理员不少于100人。", "培训护理员", "100", "人", "全年培训护理员60人。", .problem),
            ("办理时间压缩到10天以内。", "办理时间", "10", "天", "办理时间缩短到7天。", .done),
        ])
    func measures(_ demand: String, _ indicator: String, _ value: String, _ unit: String, _ report: String, _ expected: RequirementState) {
        let target = Target(indicator: indicator, value: value, unit: unit, comparator: unit == "天" ? "<=" : ">=")
        let printed = report.matches(of: /([0-9]+)(人次|%|[个人名天张])/).map { QuantityMention(value: String($0.1), unit: String($0.2)) }
        let requirement = Sample.requirement("r1", demand, targets: [target])
        let coverage = rules.coverage(of: requirement, evidence: [linked(Sample.evidence("a1", report, quantities: printed))], asOf: Self.today)
        #expect(coverage.state == expected)
    }

    @Test("A weak link makes nothing done, and indirect material alone is no report")
    func weak() {
        let done = Sample.evidence("a1", "老旧小区改造任务已全部完成。")
        #expect(state([linked(done, strength: 0.55)]) == .underWay)
        let requirement = Sample.requirement("r1", "加快老旧小区改造。")
        let coverage = rules.coverage(of: requirement, evidence: [linked(done, strength: 0.4)], asOf: Self.today)
        #expect(coverage.state == .noReport)
        #expect(coverage.gap == .indirectOnly)
        #expect(coverage.counts == Coverage.Counts(claimed: 0, verified: 0, indirect: 1))
    }

    @Test("A person's decision counts: accepted in spite of its strength, rejected, changed since")
    func decisions() {
        let evidence = Sample.evidence("a1", "改造老旧小区60个。")
        #expect(state([linked(evidence, strength: 0.4, status: .confirmed)]) == .underWay)
        #expect(state([linked(evidence, status: .rejected)]) == .noReport)
        #expect(state([linked(evidence, status: .suspect)]) == .suspect)
    }

    @Test("Bulletins that contradict each other: the later decides, and mere activity lifts no problem")
    func contradictoryBulletins() {
        func report(_ id: String, _ text: String, _ kind: Evidence.Kind, _ date: String) -> LinkedEvidence {
            linked(Sample.evidence(id, text, kind, in: Sample.bulletin(id, date)))
        }
        let done = report("b1", "老旧小区改造任务已全部完成。", .action, "2030-08-01")
        let problem = report("b2", "抽查发现9个小区改造不到位。", .problem, "2030-09-01")
        let activity = report("b3", "召开改造现场会。", .action, "2030-10-01")
        let rectified = report("b4", "抽查发现的问题已整改。", .action, "2030-11-01")
        #expect(state([done, problem]) == .problem)
        #expect(state([problem, done]) == .problem)
        #expect(state([done, problem, activity]) == .problem)
        #expect(state([done, problem, activity, rectified]) == .underWay)
        let sameDay = report("b5", "老旧小区改造任务已全部完成。", .action, "2030-09-01")
        #expect(state([problem, sameDay]) == .problem)
        #expect(state([done, activity]) == .done)
    }

    @Test("The clock: overdue, stale, and neither where no day is known")
    func clock() {
        let old = linked(Sample.evidence("a1", "改造老旧小区60个。", in: Sample.bulletin("old", "2030-04-01")))
        #expect(state([old]) == .stale)
        #expect(state([old], deadline: "2030-11-30") == .overdue)
        #expect(state([], deadline: "2030-11-30") == .overdue)
        #expect(state([old], deadline: "2030-12-01") == .stale)
        let done = linked(Sample.evidence("a1", "老旧小区改造任务已全部完成。", in: Sample.bulletin("old", "2030-04-01")))
        #expect(state([done], deadline: "2030-05-01") == .done)
        let requirement = Sample.requirement("r1", "加快老旧小区改造。", deadline: "2030-05-01")
        #expect(rules.coverage(of: requirement, evidence: [old], asOf: nil).state == .underWay)
    }

    @Test("A joint duty reported by one body is not reported by the other")
    func twoBodies() {
        let owing = [
            Assignment(body: "CN-53/housing", name: "省住房城乡建设厅", role: .lead), Assignment(body: "CN-53/finance", name: "省财政厅", role: .support),
        ]
        let requirement = Sample.requirement("r1", "加快老旧小区改造。", assignments: owing, scope: ["CN-53"])
        let actor = BodyMention(ref: "CN-53/housing", name: "省住建厅")
        let below = BodyMention(ref: "CN-5301/finance", name: "昆明市财政局")
        let coverage = rules.coverage(
            of: requirement,
            evidence: [linked(Sample.evidence("a1", "改造60个。", actors: [actor])), linked(Sample.evidence("a2", "拨付资金。", actors: [below]))],
            asOf: Self.today)
        #expect(coverage.state == .underWay)
        #expect(coverage.bodies.map(\.state) == [.underWay, .noReport])
        #expect(coverage.bodies.map(\.counts.claimed) == [1, 0])
    }

    @Test("Lower bodies as a class report through any of them; a single owner through whoever reports")
    func classes() {
        let requirement = Sample.requirement(
            "r1", "加快老旧小区改造。", assignments: [Assignment(name: "各州（市）人民政府", role: .responsible), Assignment(body: "CN-53/housing", name: "省住房城乡建设厅", role: .lead)],
            scope: ["CN-53"])
        let city = linked(Sample.evidence("a1", "改造60个。", actors: [BodyMention(ref: "CN-5301/government", name: "昆明市人民政府")], scope: ["CN-5301"]))
        #expect(rules.coverage(of: requirement, evidence: [city], asOf: Self.today).bodies.map(\.state) == [.underWay, .noReport])
        let alone = Sample.requirement("r1", "加快老旧小区改造。", assignments: [Assignment(body: "CN-53/housing", name: "省住房城乡建设厅", role: .lead)])
        let nobody = linked(Sample.evidence("a1", "改造60个。"))
        #expect(rules.coverage(of: alone, evidence: [nobody], asOf: Self.today).bodies.map(\.state) == [.underWay])
    }

    @Test("Permissions are no gaps; what has no material at all is a bare one", arguments: Modality.allCases)
    func gaps(_ modality: Modality) {
        let coverage = rules.coverage(of: Sample.requirement("r1", "改造。", modality: modality), evidence: [], asOf: Self.today)
        #expect(coverage.gap == (modality == .may ? .none : .bare))
        #expect(coverage.state == .noReport)
    }

    @Test("Every state has a label, a lamp and a letter of its own")
    func lamps() throws {
        let words = try Ontology.load().states
        let entries = try RequirementState.allCases.map { try #require(words[$0.rawValue]) }
        #expect(entries.allSatisfy { !$0.label.isEmpty && !$0.englishLabel.isEmpty && !$0.colour.isEmpty })
        #expect(Set(entries.map(\.letter)).count == RequirementState.allCases.count)
        #expect(words.state(for: "序时推进")?.id == "underWay")
    }
}
