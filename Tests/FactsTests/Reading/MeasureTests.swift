import SuyuanTesting
import Testing

@testable import Facts

/// Deadlines and targets of the clauses of a notice of 20 May 2031.
@Suite struct MeasureTests {
    private static func clause(_ text: String) throws -> Directive? {
        let text = """
            江西省人民政府办公厅关于加强公共服务设施建设的通知
            赣府厅发〔2031〕5号
            各市、县（区）人民政府，省政府各部门：
            一、\(text)
            江西省人民政府办公厅
            2031年5月20日
            """
        for case .directive(let directive) in try TestOntology.read(text).body { return directive }
        return nil
    }

    @Test(
        arguments: [
            ("各地要在2032年6月底前完成管网改造。", ["2032-06-30"]), ("2031年底前，各县应建成应急水源。", ["2031-12-31"]), ("到2033年，各地要建成500个完整社区。", ["2033-12-31"]),
            ("到2035年年底，各地要实现智慧供水全覆盖。", ["2035-12-31"]), ("力争到2035年，再生水利用率达到30%。", ["2035-12-31"]), ("9月底前，各地要报送实施方案。", ["2031-09-30"]),
            ("各地要于2032年3月15日前完成摸底。", ["2032-03-15"]), ("各地要在年内完成校舍安全鉴定。", ["2031-12-31"]), ("年底前，各地要完成验收。", ["2031-12-31"]),
            ("各地要更新校舍。（省教育厅牵头，2032年8月底前完成）", ["2032-08-31"]), ("各地要更新校舍。（责任单位：省教育厅；完成时限：2031年11月底）", ["2031-11-30"]),
            ("各地要在2032年二季度前完成布点。", ["2032-06-30"]), ("“十六五”末，各地要建成监测网络。", ["2035-12-31"]),
            ("6月底前完成60%，9月底前完成80%，11月底前全部完成。", ["2031-06-30", "2031-09-30", "2031-11-30"]), ("2012年10月底前，各地要完成清理。", ["2012-10-31"]),
            ("各地要在本月底前完成自查。", ["2031-05-31"]), ("明年底前，各地要全面推开。", ["2032-12-31"]), ("2033年以前，各地要淘汰老旧车辆。", ["2033-12-31"]), ("各地要在10月15日前上报结果。", ["2031-10-15"]),
            ("2031年12月31日前，各地要完成登记。", ["2031-12-31"]),
        ])
    func deadlinesAreRead(_ text: String, _ days: [String]) throws { #expect(try Self.clause(text)?.deadlines.map(\.when) == days) }

    @Test(arguments: [
        "各地每月28日前要报送进度。", "各地要在60个工作日内办结。", "从2032年起，各地要实行联合验收。", "各地要长期坚持开展巡查。", "各地要对照2029年的标准开展评估。", "各地要落实《2030年行动计划》。",
        "自2032年1月1日起，新建小区应当配建托育设施。", "各地要每季度通报一次。", "2030年建成的项目要在统一平台登记。", "各地要建立台账。",
    ])
    func otherDaysSetNoDeadline(_ text: String) throws { #expect(try Self.clause(text)?.deadlines == []) }

    @Test(
        arguments: [
            ("各地要确保再生水利用率达到30%以上。", "再生水利用率 >= 30 %"), ("到2033年，绿色建筑占比达到90%。", "绿色建筑占比 >= 90 %"), ("绿地率不得低于35%。", "绿地率 >= 35 %"),
            ("班额不得超过45人。", "班额 <= 45 人"), ("城镇登记失业率控制在4.5%以内。", "城镇登记失业率 <= 4.5 %"), ("供水管网漏损率降至8%以下。", "供水管网漏损率 <= 8 %"),
            ("各地要建设口袋公园200个。", "建设口袋公园 >= 200 个"), ("全省培育60家示范企业。", "培育示范企业 >= 60 家"), ("每年培训护理人员不少于2万人次。", "培训护理人员 >= 20000 人次"),
            ("新增公共停车泊位3万个。", "新增公共停车泊位 >= 30000 个"), ("研发投入年均增长8%以上。", "研发投入 >= 8 %"), ("审批时限不超过10个工作日。", "审批时限 <= 10 个工作日"),
            ("覆盖率提高到95%。", "覆盖率 >= 95 %"), ("新建中小学校120所。", "新建中小学校 >= 120 所"), ("数字经济核心产业增加值占比达到12.5%。", "数字经济核心产业增加值占比 >= 12.5 %"),
            ("确保城市供水普及率达到99.5%以上。", "城市供水普及率 >= 99.5 %"), ("力争每千人口托位数达到4.6个。", "每千人口托位数 >= 4.6 个"), ("各县要创建完整社区10个。", "创建完整社区 >= 10 个"),
            ("全省认定100家绿色工厂。", "认定绿色工厂 >= 100 家"), ("单位地区生产总值能耗下降13.5%。", "单位地区生产总值能耗下降 >= 13.5 %"), ("每个街道设立社区食堂不少于1处。", "每个街道设立社区食堂 >= 1 处"),
            ("办理环节不得多于4个。", "办理环节 <= 4 个"), ("公共服务事项网上可办率保持在98%以上。", "公共服务事项网上可办率 >= 98 %"),
            // A fall, a level reached by falling, about so many, what is counted behind a verb and its bound.
            ("化肥施用量较2030年减少4%以上。", "化肥施用量减少 >= 4 %"), ("万元产值水耗降低到12立方米。", "万元产值水耗 <= 12 立方米"), ("会议经费在上年基础上再压减6%。", "会议经费压减 >= 6 %"),
            ("冷链运价下降3%左右。", "冷链运价下降 ~ 3 %"), ("新建驿站20座左右。", "新建驿站 ~ 20 座"), ("各县（市、区）要组织不少于500名巡河员。", "组织巡河员 >= 500 名"),
            ("为每所学校选派不少于2名校医。", "选派校医 >= 2 名"), ("保洁覆盖面占到85%以上。", "保洁覆盖面 >= 85 %"),
        ])
    func targetsAreRead(_ text: String, _ expected: String) throws {
        let targets = try Self.clause(text)?.targets.map { "\($0.indicator) \($0.comparator) \($0.value) \($0.unit)" }
        #expect(targets == [expected])
    }

    @Test func severalTargetsOfOneSentenceAreRead() throws {
        let targets = try Self.clause("到2033年，全省建设体育公园100个，人均体育场地面积达到3平方米以上，经常参加锻炼人数比例达到42%。")?.targets
        #expect(targets?.map(\.value) == ["100", "3", "42"])
        #expect(targets?.allSatisfy { $0.when == "2033-12-31" } == true)
    }

    @Test(
        arguments: [
            ("到2033年，全市集中供水率、水质达标率、污水处理率分别达到95%、98%、88%。", ["集中供水率 >= 95 %", "水质达标率 >= 98 %", "污水处理率 >= 88 %"]),
            ("万元产值能耗、水耗分别下降5%、8%以上。", ["万元产值能耗下降 >= 5 %", "水耗下降 >= 8 %"]),
            ("漏损率较2030年下降1个百分点，最高不得超过9%。", ["漏损率下降 >= 1 百分点", "漏损率 <= 9 %"]), ("分别建设公园10个、驿站6座。", ["建设公园 >= 10 个"]),
            ("隔离带不少于15米宽的路段，要设置巡查点6个。", ["设置巡查点 >= 6 个"]),
        ])
    func listsInStepAreTargetsEach(_ text: String, _ expected: [String]) throws {
        let targets = try Self.clause(text)?.targets.map { "\($0.indicator) \($0.comparator) \($0.value) \($0.unit)" }
        #expect(targets == expected)
    }

    @Test(arguments: ["各地要开展“百日攻坚”行动。", "各地要落实《供水条例》第5条。", "各地要学习二十大精神。", "各地要打通最后一公里。", "各地要健全三级网络。"])
    func otherNumbersSetNoTarget(_ text: String) throws { #expect(try Self.clause(text)?.targets == []) }

    /// What states a deadline or a target can be pointed at.
    @Test func everyMeasureNamesItsBasis() throws {
        let clause = try #require(try Self.clause("2032年6月底前，各地要建设口袋公园200个。"))
        var ids: [String] = []
        for case .paragraph(let paragraph) in clause.blocks { ids += paragraph.marks.compactMap(\.id) }
        let bases = clause.deadlines.map(\.basis) + clause.targets.map(\.basis)
        #expect(bases.count == 2 && bases.allSatisfy { $0.map(ids.contains) == true })
    }
}
