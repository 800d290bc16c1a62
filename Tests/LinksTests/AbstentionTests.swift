import Facts
import Links
import Provenance
import Testing
import Vocabulary

/// What looks near and answers nothing, and what looks far and does (似是而非的佐证).
@Suite("What answers a requirement and what only looks so")
struct AbstentionTests {
    let linker: Linker

    init() throws { linker = try Linker(Ontology.load()) }

    private func links(_ evidence: [Evidence], _ requirements: [Requirement] = Sample.clauses) throws -> [Link] {
        try linker.links(from: Sample.reporting(evidence), to: Sample.demanding(requirements))
    }

    private static let employment = [
        "新增小微企业贷款不低于8亿元，发放创业担保贷款1亿元。", "对少裁员的企业返还失业保险费。", "开发就业见习岗位900个，帮扶离校未就业毕业生。",
        "建设就业帮扶车间40个。", "每个县建成1个零工市场，为灵活就业人员服务。", "举办就业招聘会120场。",
    ]

    @Test(
        "A subject that all clauses share brings a report to its own clause only",
        arguments: [
            ("就业帮扶车间建成46个，吸纳脱贫人口1900人。", ["r4"]), ("全市举办招聘会135场，达成就业意向2.1万人。", ["r6"]),
            ("发放创业担保贷款1.2亿元，惠及460人。", ["r1"]), ("全市城镇新增就业3.4万人，就业形势总体稳定。", []),
            ("民营企业党建工作座谈会召开，120家企业参加。", []),
        ])
    func subject(_ text: String, _ wanted: [String]) throws {
        let requirements = Self.employment.enumerated().map { Sample.requirement("r\($0 + 1)", $1) }
        #expect(try links([Sample.evidence("a1", text)], requirements).filter(\.isStrong).map(\.requirement.element) == wanted)
    }

    private static let patents = [
        "到2025年，每万人口发明专利拥有量达到12件。", "遏制非正常专利申请，取消专利资助奖励。", "建设知识产权保护中心，缩短审查周期。", "推动地理标志产品进超市。",
        "对电梯维保单位开展质量抽查。", "完成督察反馈问题的整改。",
    ]

    @Test(
        "What a label of one field means there it does not mean in another",
        arguments: [("新增发明专利授权2.9万件。", ["r1"]), ("州领导赴两县督导旅游工作。", []), ("督导组暗访了12家农家乐。", [])])
    func labels(_ text: String, _ wanted: [String]) throws {
        let requirements = Self.patents.enumerated().map { Sample.requirement("r\($0 + 1)", $1) }
        #expect(try links([Sample.evidence("a1", text)], requirements).filter(\.isStrong).map(\.requirement.element) == wanted)
    }

    private static let city = [
        "支持昆明、曲靖等市建设城市运行管理中枢。", "推广非现场执法，减少对企业的打扰。", "建立首席数据官制度。", "升级电子政务外网。", "建成数字档案馆。",
    ]

    @Test(
        "The title of an item raises a link and makes none; a place is no subject",
        arguments: [
            ("昆明、曲靖等地政务服务跑出加速度", "曲靖市将六个环节整合为一件事。", [String]()), ("昆明城市运行管理中枢上线", "昆明去年地铁客运量达2.1亿人次。", []),
            ("昆明城市运行管理中枢上线", "这一中枢汇聚46个系统，日均处置城市运行事件1900件。", ["r1"]), ("三地试行首席数据官", "还建成通信基站1860个。", []),
            ("三地试行首席数据官", "两区任命首席数据官34名。", ["r3"]), ("三地试行首席数据官", "目前正在修改办法。", ["r3"]),
        ])
    func title(_ title: String, _ text: String, _ wanted: [String]) throws {
        let counted = text.contains { $0.isNumber || $0 == "六" }
        let requirements = Self.city.enumerated().map { Sample.requirement("r\($0 + 1)", $1) }
        #expect(try links([Sample.evidence("a1", text, title: title, quantities: counted ? [QuantityMention(value: "6", unit: "个")] : [])], requirements).map(\.requirement.element) == wanted)
    }

    private static let services = ["开展护工培训，提高照护水平。", "推广“滇易办”掌上平台。", "加强非正常专利申请监管，撤回率达到95%。", "升级电子政务外网。", "建成数字档案馆。"]

    @Test(
        "A word across a seam is none; a name in quotation marks on both sides tells",
        arguments: [("实施文物保护工程12个。", [String]()), ("“滇易办”注册用户突破60万人，日均办件1.2万件。", ["r2"]), ("“滇美食”注册商户突破6万家。", [])])
    func words(_ text: String, _ wanted: [String]) throws {
        let requirements = Self.services.enumerated().map { Sample.requirement("r\($0 + 1)", $1) }
        #expect(try links([Sample.evidence("a1", text)], requirements).filter(\.isStrong).map(\.requirement.element) == wanted)
    }

    @Test("Beside the demand that a sentence answers, another needs words of its own")
    func second() throws {
        let other = Sample.requirement("x", "推进作品登记数字化。")
        let both = try links(
            [Sample.evidence("a1", "质押融资登记金额达到420亿元。")], [Sample.requirement("r1", "质押融资登记金额达到500亿元。"), other] + Sample.clauses.dropFirst(1))
        #expect(both.map(\.requirement.element) == ["r1"])
        let two = try links(
            [Sample.evidence("a1", "质押融资登记金额达到420亿元，作品登记全程数字化。")],
            [Sample.requirement("r1", "质押融资登记金额达到500亿元。"), other] + Sample.clauses.dropFirst(1))
        #expect(two.map(\.requirement.element) == ["r1", "x"])
    }

    @Test("A question is no evidence")
    func question() throws {
        #expect(try links([Sample.evidence("a1", "老旧小区改造、加装电梯进展如何？")]).isEmpty)
        #expect(try !links([Sample.evidence("a1", "老旧小区改造、加装电梯进展顺利。")]).isEmpty)
    }

    @Test("What hinders an action stands right behind it and has its subject")
    func hindrance() throws {
        func found(from start: Int) throws -> Link? {
            var action = Sample.evidence("a1", "全年改造老旧小区97个，加装电梯42部。", title: "民生实事")
            var problem = Sample.evidence("p1", "受征收滞后影响，其余6个未能完工。", .problem, title: "民生实事")
            action.span = Span(10, 40)
            problem.span = Span(start, start + 20)
            return try links([action, problem]).first { $0.evidence.element == "p1" }
        }
        let link = try #require(try found(from: 40))
        #expect(link.requirement.element == "r1")
        #expect(link.verdict == .contradicts)
        #expect(try found(from: 43) == nil)
    }

    @Test(
        "What an inspection found speaks against what was to be done, not against the duty to inspect",
        arguments: ["暗访的30家餐馆中，7家没有安装燃气报警器。", "督导检查发现，7家餐馆没有安装燃气报警器。"])
    func inspection(_ text: String) throws {
        let requirements = [
            Sample.requirement("r1", "餐馆必须安装燃气报警器。"), Sample.requirement("r2", "定期组织督导检查和暗访，对整治不力的予以通报。"),
            Sample.requirement("r3", "推广高标准农田建设。"),
        ]
        let found = try links([Sample.evidence("p1", text, .problem)], requirements)
        #expect(found.map(\.requirement.element) == ["r1"])
        #expect(found.first?.verdict == .contradicts)
        let missing = try links([Sample.evidence("p2", "两个县没有组织督导检查和暗访。", .problem)], requirements)
        #expect(missing.first { $0.requirement.element == "r2" }?.verdict == .contradicts)
    }

    @Test(
        "A share that is to be reached some day is on its way below it; one that is to be kept is missed",
        arguments: [("达到100%", Link.Verdict.supports), ("稳定在100%", .contradicts)])
    func share(_ demand: String, _ verdict: Link.Verdict) throws {
        let target = Target(indicator: "家庭医生签约率", value: "100", unit: "%", comparator: ">=")
        let requirement = Sample.requirement("r1", "老年人家庭医生签约率\(demand)。", targets: [target])
        let reported = [QuantityMention(value: "98.6", unit: "%", of: "家庭医生签约率")]
        let found = try links([Sample.evidence("a1", "老年人家庭医生签约率升至98.6%。", quantities: reported)], [requirement])
        #expect(found.map(\.verdict) == [verdict])
    }

    @Test("A sentence that tells of three deeds answers three clauses")
    func deeds() throws {
        let requirements = ["改造低产茶园5000亩。", "培育省级龙头企业2家。", "新建冷链仓库3座。", "开展农机安全检查。"].enumerated().map {
            Sample.requirement("r\($0 + 1)", $1)
        }
        let found = try links([Sample.evidence("a1", "改造低产茶园5200亩，新增省级龙头企业2家，建成冷链仓库3座。")], requirements)
        #expect(found.map(\.requirement.element) == ["r1", "r2", "r3"])
    }
}
