import Testing

@testable import Facts

/// What a sentence unit is, in each voice in which a text speaks.
@Suite struct UnitClassTests {
    @Test(arguments: [
        // Demands, with a marker and without.
        "各区县要建立动态管理台账。", "完善住房租赁监管平台。", "对验收合格的项目及时拨付资金。", "每年组织两次应急演练。", "把托育服务纳入民生实事。",
        "将加装电梯纳入年度考核。", "到2032年，新建绿色建筑占比达到90%。", "要充分认识节水工作的重要意义。", "采取有效措施，防止进度滞后。", "及时整治安全隐患。",
        "已完成改造的小区移交街道管理。",
    ])
    func directiveDemands(_ text: String) throws {
        #expect(try Modality(rawValue: UnitReading.classify(text, voice: .directive)) != nil)
    }

    @Test(arguments: [
        "主要任务如下：", "重点实施以下工程：", "本办法所称公共数据，是指公共管理机构在履职中产生的数据。", "本条例自2032年3月1日起施行。", "本方案由市教育局负责解释。",
        "为改善人居环境，提升城市品质，建设宜居城市。", "做好这项工作，对于保障民生具有重要意义。", "推进数字化转型是高质量发展的必然要求。", "原有规定同时废止。", "本意见有效期至2035年12月31日。",
        "为了规范租赁行为，保护当事人权益，制定本办法。", "联系人：马超，电话0000。",
    ])
    func directiveHoldsOtherText(_ text: String) throws { #expect(try UnitReading.classify(text, voice: .directive) == "other") }

    @Test(arguments: ["坚持以人民为中心。", "政府引导、市场运作。", "深入贯彻新发展理念，统筹发展和安全。"])
    func principlesDemandNothing(_ text: String) throws {
        #expect(try UnitReading.classify(text, voice: .directive, topic: .principles) == "other")
    }

    @Test func figureAmongPrinciplesIsATarget() throws {
        #expect(try UnitReading.classify("到2033年，社区养老设施覆盖率达到95%以上。", voice: .directive, topic: .principles) == "must")
    }

    @Test(arguments: [
        "近年来，全市供水能力稳步提升。", "经市政府同意，现将有关事项通知如下。", "随着城市发展，停车供需矛盾日益突出。", "为做好防汛工作，制定如下措施。", "现印发给你们，原方案同时废止。",
        "这项工作关系千家万户，具有重大意义。", "根据上级部署，我市组织编制了规划。",
    ])
    func preambleDemandsNothing(_ text: String) throws { #expect(try UnitReading.classify(text, voice: .preamble) == "other") }

    @Test func preambleMayDemand() throws {
        #expect(try UnitReading.classify("各区县要高度重视，认真组织实施。", voice: .preamble) == "must")
    }

    @Test(arguments: [
        "5月12日，滨河区召开老旧小区改造推进会。", "全市累计建成充电桩3200个。", "截至4月底，入库税收同比增长8.2%。", "云岭县印发《节水行动计划》。", "市教育局组织320名教师参加培训。",
        "新增普惠托位1500个，完成年度任务的62%。", "首座智慧水厂建成投用。", "先后举办专场招聘会14场，达成意向2300人。", "滨河区为240户困难家庭发放租金补贴。", "平台接入数据接口86个。",
        "各街道开展安全隐患排查1200余次。", "已消除安全隐患36处。", "通过专项整治，补齐短板弱项12项。", "市财政安排专项资金5000万元。", "活动吸引1.2万人参加。",
        "石桥社区被评为全国示范社区。", "云岭县与三所高校签订合作协议。",
    ])
    func reportTellsActions(_ text: String) throws { #expect(try UnitReading.classify(text, voice: .report) == "action") }

    @Test(arguments: ["滨河区正在建设两座地下停车场。", "相关设备正陆续进场安装。", "各县有序推进管网更新。", "市住建局着手编制技术导则。"])
    func reportTellsWhatGoesOn(_ text: String) throws { #expect(try UnitReading.classify(text, voice: .report) == "ongoing") }

    @Test(arguments: [
        "下一步，滨河区将继续扩大改造范围。", "预计年底前全部投用。", "其余泵站年底可全部完成。", "市教育局计划于9月启动二期工程。", "力争明年建成三座公园。", "该平台将于7月上线运行。",
        "云岭县拟新建托育中心4个。", "下步，各街道打算引入第三方服务。", "项目有望提前竣工。", "今后还将拓展更多应用场景。", "我市将举办首届数字峰会。",
    ])
    func reportTellsPlans(_ text: String) throws { #expect(try UnitReading.classify(text, voice: .report) == "plan") }

    @Test(arguments: [
        "两个县尚未启动管网改造。", "部分项目进展缓慢。", "个别学校食堂留样制度落实不到位。", "充电设施建设进度滞后于计划。", "三个街道未按要求报送台账。", "城乡托位分布不平衡。",
        "财政资金缺口较大。", "目前仍有12个小区未完成改造。", "检查发现存在虚报数据的情况。", "基层专业力量薄弱。", "现场发现安全隐患9处。", "一些企业拖欠工程款。", "审批时间偏长、服务意识不够。",
        "任务完成率低于序时进度。",
    ])
    func reportTellsProblems(_ text: String) throws { #expect(try UnitReading.classify(text, voice: .report) == "problem") }

    @Test(arguments: [
        "此次揭牌为后续合作奠定了坚实基础。", "活动受到一致好评。", "这是推进教育公平的生动实践。", "此举旨在方便群众办事。", "工作开展情况如下：", "所谓一网通办，是指群众办事只进一扇门。",
        "把服务送到家门口。", "为提升居民获得感，打造宜居环境。",
    ])
    func reportHoldsOtherText(_ text: String) throws { #expect(try UnitReading.classify(text, voice: .report) == "other") }

    @Test(arguments: [
        ("《意见》要求，各地要把供水安全摆在突出位置。", "must"), ("《办法》明确，物业企业不得擅自提高收费标准。", "mustNot"), ("会议强调，要压实属地责任。", "must"),
        ("《若干措施》提出，鼓励社会资本参与停车设施建设。", "encourage"), ("会议要求，各部门要加强协同。", "must"), ("各区县要对照问题清单逐项整改。", "must"),
    ])
    func reportRelaysDemands(_ text: String, _ modality: String) throws { #expect(try UnitReading.classify(text, voice: .report) == modality) }

    @Test(arguments: ["会议通报了一季度工作情况。", "会议审议并通过了两项制度。", "《办法》于3月1日印发。", "5月10日召开的会议对年度工作作出部署。"])
    func reportOfAMeetingIsNoDemand(_ text: String) throws { #expect(try UnitReading.classify(text, voice: .report) == "action") }

    @Test func relayedDemandsHoldToTheEndOfTheParagraph() throws {
        let text = "《意见》强调，要健全住房保障体系。建立轮候制度。支持企业自建宿舍。不得变相售卖。"
        let found = try UnitReading(text, voice: .report)
        #expect(found.classes == ["must", "must", "encourage", "mustNot"])
        #expect(found.result.relays == "意见")
    }

    @Test func aLimitIsNoDeedAmongRelayedDemands() throws {
        let text = "《意见》提出，要办好练赛；2032年底前建成实训基地10家以上。5月10日建成首家实训基地。"
        #expect(try UnitReading(text, voice: .report).classes == ["must", "must", "action"])
    }

    @Test func aBodyThatHasActedReportsAmongRelayedDemands() throws {
        let text = "各地要举一反三。省安委会已下发督办函。已建成小区要补齐设施。"
        #expect(try UnitReading(text, voice: .relayed).classes == ["must", "action", "must"])
    }

    @Test func headingsTellPlansAndProblems() throws {
        #expect(try UnitReading.classify("加快推进二期工程建设。", voice: .report, topic: .plans) == "plan")
        #expect(try UnitReading.classify("群众知晓面窄。", voice: .report, topic: .problems) == "problem")
    }

    @Test func aMixedParagraphIsToldSentenceBySentence() throws {
        let text = "4月，滨河区启动28个小区改造。其中3个小区尚未签约。下一步，滨河区将加大宣传力度。各街道要主动靠前服务。活动受到一致好评。"
        #expect(try UnitReading(text, voice: .report).classes == ["action", "problem", "plan", "must"])
    }
}
