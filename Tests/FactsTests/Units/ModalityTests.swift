import Testing

@testable import Facts

/// How strongly a clause of a directive binds.
@Suite struct ModalityTests {
    static let cases: [(String, Modality)] = [
        // 要 应 须 必须, bare verbs, 确保, 督促, 授予, 不再.
        ("各区要在年底前建成应急广播体系。", .must), ("物业服务企业应当公示收费标准。", .must), ("施工单位须持证上岗。", .must), ("食品经营者必须留样备查。", .must),
        ("各单位务必于月底前完成整改。", .must), ("建立房屋安全定期体检制度。", .must), ("加强学校周边交通秩序管理。", .must), ("确保供水水质稳定达标。", .must),
        ("督促开发企业按期交付。", .must), ("对表现突出的集体授予荣誉称号。", .must), ("不再保留重复设置的审批环节。", .must), ("请各单位明确一名联络员。", .must),
        ("健全监测网络，完善预警机制。", .must), ("严格落实安全生产责任制。", .must), ("到2033年，再生水利用率达到30%以上。", .must), ("依法查处违规收费行为。", .must),
        ("主要负责同志要亲自部署，鼓励基层大胆创新。", .must), ("每个街道至少设置一处再生资源回收站。", .must),
        // Bounds of a figure are no prohibition.
        ("绿地率不得低于35%。", .must), ("班额不得超过45人。", .must), ("公示时间不得少于7个工作日。", .must), ("单位产品能耗不得高于国家标准。", .must), ("开工时间不得晚于9月底。", .must),
        // 不得 严禁 禁止 一律不.
        ("任何单位不得截留专项资金。", .mustNot), ("严禁在河道内倾倒渣土。", .mustNot), ("禁止向未成年人出售烟酒。", .mustNot), ("未经验收的项目一律不准投入使用。", .mustNot),
        ("各地要规范收费，不得搭车收费。", .mustNot), ("杜绝带病车辆上路。", .mustNot), ("鼓励社会参与，但不得强制摊派。", .mustNot), ("不准以任何名义收取择校费。", .mustNot),
        ("要合理安排课时，严禁占用体育课。", .mustNot),
        // 鼓励 支持 引导 推动 提倡.
        ("鼓励社会力量兴办养老机构。", .encourage), ("支持企业设立研发中心。", .encourage), ("引导居民分类投放垃圾。", .encourage), ("推动公共停车场错时开放。", .encourage),
        ("提倡使用可循环包装。", .encourage), ("鼓励和支持个人参与公益服务。", .encourage), ("鼓励、支持民办学校特色发展。", .encourage), ("积极引导金融机构加大信贷投放。", .encourage),
        ("倡导绿色出行方式。", .encourage), ("在符合规划的前提下，支持企业利用存量厂房。", .encourage), ("对积极参与改造的小区，鼓励金融机构提供贷款。", .encourage),
        // 可 允许 授权 不受.
        ("符合条件的家庭可以申请租金补贴。", .may), ("允许利用地下空间建设停车场。", .may), ("授权区县审批小型项目。", .may), ("应急采购不受目录限制。", .may),
        ("确有困难的，可延期一次。", .may), ("业主有权查阅账目。", .may), ("经备案后，企业可自行组织评价。", .may), ("居民可凭身份证领取。", .may),
        // 探索 试点 研究.
        ("探索建立数据要素市场。", .explore), ("先行先试跨境数据流动规则。", .explore), ("探索推行电子证照互认。", .explore),
        ("在三个街道开展试点。", .explore), ("积极探索以奖代补方式。", .explore),
        // Words that only look like markers.
        ("完善应急响应机制。", .must), ("保障主要农产品供应。", .must), ("加强可再生能源开发利用。", .must), ("建设新型研究机构。", .must), ("制定纲要和要点。", .must),
        ("开展需要救助人群排查。", .must), ("推广可复制的经验做法。", .must), ("做好申请受理工作。", .must), ("研究制定统一的服务标准。", .must), ("落实应届毕业生租房补贴。", .must),
        ("提高许可事项办理效率。", .must),
        // Brackets govern nothing.
        ("建设社区食堂（可依托现有设施）。", .must), ("支持学校开放场馆（不得影响教学）。", .encourage), ("完善台账（要求附后）。", .must),
        // A demand of its own beside an invitation binds.
        ("完善配套政策，鼓励企业扩大招聘。", .must), ("支持企业上云，对达标企业给予奖励。", .encourage),
    ]

    @Test(arguments: cases)
    func strongestMarkerDecides(_ text: String, _ modality: Modality) throws {
        #expect(try UnitReading.classify(text, voice: .directive) == modality.rawValue)
    }
}
