import Facts
import Links

/// Made-up pairs of documents of several fields with the links that an inspector would draw (自拟样本): a plan with figures and its
/// year-end report, a notice and the inspection on it, an opinion and later news.
struct FieldPair: Sendable, CustomStringConvertible {
    let name: String
    let demanding: LinkableFacts
    let reporting: LinkableFacts
    /// `requirement>evidence`: whether strong.
    let gold: [String: Bool]

    var description: String { name }

    private init(
        _ name: String, requirements: [(id: String, heading: String, text: String)], evidence: [(id: String, heading: String, text: String, isProblem: Bool)],
        gold: [String: Bool]
    ) {
        self.name = name
        let plan = DocumentContext(id: name + "-plan", kind: .directive, date: "2030-01-10")
        let report = DocumentContext(id: name + "-report", kind: .report, date: "2031-01-10")
        demanding = LinkableFacts(
            document: plan,
            requirements: requirements.map {
                Requirement(
                    id: FactID(document: plan.id, element: $0.id), text: $0.text, directive: "d" + $0.id, headings: [$0.heading], document: plan)
            })
        reporting = LinkableFacts(
            document: report,
            evidence: evidence.map {
                Evidence(
                    id: FactID(document: report.id, element: $0.id), kind: $0.isProblem ? .problem : .action, text: $0.text, itemHeading: $0.heading,
                    headings: [$0.heading], state: $0.isProblem ? nil : .done, document: report)
            })
        self.gold = gold
    }

    static let all = [housing, environment, digital]

    static let housing = FieldPair(
        "housing",
        requirements: [
            ("h1", "（一）加快保障性租赁住房建设。", "2031年全市筹集保障性租赁住房不少于8000套，优先满足新市民、青年人住房需求。"),
            ("h2", "（一）加快保障性租赁住房建设。", "支持利用企事业单位自有闲置土地和存量闲置房屋改建保障性租赁住房。"),
            ("h3", "（二）推进城镇老旧小区改造。", "年底前完成120个城镇老旧小区改造，惠及居民3万户以上。"),
            ("h4", "（二）推进城镇老旧小区改造。", "同步加装电梯，完善适老化设施和无障碍环境。"),
            ("h5", "（三）规范住房公积金使用。", "扩大灵活就业人员参加住房公积金制度试点覆盖面。"),
            ("h6", "（四）整治房地产市场秩序。", "严厉打击虚假房源、违规收取中介费等行为，健全房地产经纪机构信用评价体系。"),
            ("h7", "（五）推进物业服务提质。", "建立物业服务质量考核和星级评定制度，推动物业服务企业党组织应建尽建。"),
            ("h8", "（六）保障措施。", "各县（市、区）人民政府要落实主体责任，统筹财政资金、专项债券支持项目建设。"),
            ("h9", "（六）保障措施。", "要加强政策宣传解读，及时回应群众关切。"),
            ("h10", "（三）规范住房公积金使用。", "允许提取住房公积金用于支付老旧小区加装电梯费用。"),
        ],
        evidence: [
            ("a1", "保障性租赁住房筹集超额完成", "截至12月底，全市累计筹集保租房8620套，完成年度任务的107.8%。", false),
            ("a2", "保障性租赁住房筹集超额完成", "其中，东湖区将原棉纺厂闲置宿舍楼改建为青年公寓，提供房源436套。", false),
            ("a3", "老旧小区旧貌换新颜", "全年开工改造老旧小区120个，完工104个，2.7万户居民受益。", false),
            ("a4", "老旧小区旧貌换新颜", "既有住宅新增电梯58部，改造坡道、扶手1300余处。", false),
            ("a5", "公积金惠民举措落地", "市住房公积金管理中心与3家外卖平台签约，新增灵活就业缴存人员5200人。", false),
            ("a6", "公积金惠民举措落地", "办理加装电梯提取公积金业务312笔、金额1560万元。", false),
            ("a7", "开展房产中介专项整治", "市住建局联合市市场监管局检查房产中介门店276家，下架虚假房源信息1100余条，约谈机构19家。", false),
            ("a8", "物业服务评星定级", "完成首批210个住宅小区物业服务质量测评，评定五星级项目18个。", false),
            ("a9", "争取上级资金支持", "全年争取中央预算内投资和专项债券资金11.4亿元，用于安居工程项目。", false),
            ("a10", "机关作风建设", "局机关开展“下沉一线办实事”活动，党员干部走访社区96次。", false),
            ("a11", "机关作风建设", "全年办理人大代表建议和政协委员提案47件，满意率100%。", false),
        ],
        gold: [
            "h1>a1": true, "h1>a2": true, "h2>a2": true, "h2>a1": false, "h3>a3": true, "h4>a4": true, "h3>a4": false, "h5>a5": true, "h10>a6": true, "h4>a6": false, "h6>a7": true, "h7>a8": true, "h8>a9": true,
        ])

    static let environment = FieldPair(
        "environment",
        requirements: [
            ("e1", "一、打好蓝天保卫战", "加快淘汰每小时35蒸吨以下燃煤锅炉，2030年10月底前完成钢铁企业超低排放改造。"),
            ("e2", "一、打好蓝天保卫战", "强化施工扬尘管控，严格落实工地周边围挡、物料覆盖、出入车辆冲洗等要求。"),
            ("e3", "一、打好蓝天保卫战", "严禁露天焚烧秸秆，提高秸秆综合利用水平。"),
            ("e4", "二、打好碧水保卫战", "全面排查入河排污口，做到有口皆查、应查尽查，建立台账并限期整治。"),
            ("e5", "二、打好碧水保卫战", "加快补齐城镇污水管网短板，县城污水集中收集率达到75%以上。"),
            ("e6", "二、打好碧水保卫战", "消除县级城市建成区黑臭水体。"),
            ("e7", "三、打好净土保卫战", "加强危险废物全过程监管，严厉打击非法转移倾倒行为。"),
            ("e8", "三、打好净土保卫战", "推进农村生活垃圾分类和资源化利用。"),
            ("e9", "四、健全工作机制", "建立生态环境损害赔偿与检察公益诉讼衔接机制。"),
            ("e10", "四、健全工作机制", "鼓励有奖举报，畅通群众监督渠道。"),
        ],
        evidence: [
            ("b1", "大气污染防治", "河口县6台燃煤锅炉应淘汰未淘汰，仍在违规运行。", true),
            ("b2", "大气污染防治", "两家钢铁企业已完成烧结机脱硫脱硝改造并通过评估监测。", false),
            ("b3", "大气污染防治", "抽查的23个建筑工地中，9个未落实裸土覆盖，4个车辆冲洗设施闲置。", true),
            ("b4", "大气污染防治", "卫星遥感监测到秸秆焚烧火点41个，同比下降62%。", false),
            ("b5", "水污染防治", "白沙河沿线排查出入河排污口317个，其中86个尚未完成溯源。", true),
            ("b6", "水污染防治", "新城区建成污水管网48公里，修复破损管网12公里。", false),
            ("b7", "水污染防治", "青溪县县城污水集中收集率仅为61%，低于目标14个百分点。", true),
            ("b8", "水污染防治", "南门沟等3条黑臭水体返黑返臭，群众反映强烈。", true),
            ("b9", "土壤污染防治", "查处非法倾倒危废案件7起，移送公安机关4起。", false),
            ("b10", "公众参与", "受理群众举报线索529件，兑现举报奖金18.6万元。", false),
            ("b11", "督察组织情况", "督察组于9月3日至20日进驻，与23名领导干部个别谈话，调阅资料1400余份。", false),
        ],
        gold: [
            "e1>b1": true, "e1>b2": true, "e2>b3": true, "e3>b4": true, "e4>b5": true, "e5>b6": true, "e5>b7": true, "e6>b8": true, "e7>b9": true, "e10>b10": true,
        ])

    static let digital = FieldPair(
        "digital",
        requirements: [
            ("d1", "（一）夯实数字基础设施", "到2029年，全省建成5G基站12万个，实现乡镇以上区域连续覆盖。"),
            ("d2", "（一）夯实数字基础设施", "统筹布局算力中心，推动绿色低碳数据中心建设。"),
            ("d3", "（二）推动产业数字化转型", "实施中小企业数字化赋能行动，培育一批工业互联网平台。"),
            ("d4", "（二）推动产业数字化转型", "支持农业物联网、智慧养殖等应用推广。"),
            ("d5", "（三）发展数字贸易", "探索建设跨境电商综合试验区，打造海外仓网络。"),
            ("d6", "（四）培育数据要素市场", "建立公共数据授权运营机制，推进数据交易场所建设。"),
            ("d7", "（五）优化数字政务", "推动政务服务“一网通办”，高频事项全程网办率达到95%以上。"),
            ("d8", "（六）强化人才支撑", "鼓励高校增设人工智能、大数据等专业，引进数字经济领军人才。"),
            ("d9", "（七）筑牢安全屏障", "落实网络安全等级保护制度，定期开展应急演练。"),
            ("d10", "（八）加强组织领导", "要加强统筹协调，健全工作推进机制，形成工作合力。"),
        ],
        evidence: [
            ("c1", "五G网络加快覆盖", "省通信管理局数据显示，截至6月末，全省累计开通5G基站9.8万个，行政村通达率达92%。", false),
            ("c2", "绿色算力中心投产", "7月2日，雪山绿色智算中心一期投产，采用自然冷源制冷，年均PUE低于1.15。", false),
            ("c3", "企业上云用数", "上半年新增上云企业1.3万户，136家规上制造企业建成数字化车间。", false),
            ("c4", "企业上云用数", "“春城云链”入选国家级工业互联网双跨平台。", false),
            ("c5", "牧场装上智慧大脑", "在高原牧场，农户通过手机就能查看奶牛项圈传回的体温和步数，智慧养殖示范点已有64个。", false),
            ("c6", "跨境电商扬帆", "上半年全省跨境电商进出口额58亿元，同比增长41%，新设海外仓5个。", false),
            ("c7", "数据交易破冰", "省数据交易中心完成首单医疗公共数据产品交易，成交额320万元。", false),
            ("c8", "办事不求人", "全省1860项高频政务服务事项实现全程网办，网办率达96.3%。", false),
            ("c9", "高校新专业开学", "5所高校新设人工智能本科专业，首批招生420人。", false),
            ("c10", "攻防演练守安全", "8月，省委网信办组织120家单位开展网络安全攻防演练，发现并整改漏洞230个。", false),
            ("c11", "文化惠民演出", "上半年全省开展送戏下乡演出2300场，惠及群众180万人次。", false),
            ("c12", "全省经济运行平稳", "上半年全省地区生产总值同比增长5.1%。", false),
        ],
        gold: [
            "d1>c1": true, "d2>c2": true, "d3>c3": true, "d3>c4": true, "d4>c5": true, "d5>c6": true, "d6>c7": true, "d7>c8": true, "d8>c9": true, "d9>c10": true,
        ])
}
