import Provenance
import Structure
import Testing
import Vocabulary

@testable import Facts

private let shipped = Result { () throws(Fault) in try Ontology.load() }

private func recogniser() throws -> QuantityRecogniser { QuantityRecogniser(try shipped.get()) }

private func found(_ text: MarkedText) throws -> [[String]] {
    let reading = text.reading
    return try recogniser().quantities(in: reading, range: 0..<reading.count).map {
        [reading.string($0.range), $0.mention.value, $0.mention.unit] + ($0.mention.comparator.isEmpty ? [] : [$0.mention.comparator])
    }
}

@Suite struct QuantitiesTests {
    @Test(
        arguments: [
            // Printed digits, units, multipliers.
            "培训[125人|125|人]", "[6家|6|家]企业", "新增[1022万人|10220000|人]", "支出[1419亿元|141900000000|元]", "投入[1.6万元|16000|元]，", "[0.5万元|5000|元]",
            "[1,234个|1234|个]岗位", "失业率为[5.0%|5.0|%]", "提高[2.3个百分点|2.3|百分点]", "下降[60个基点|60|基点]", "发放[899万张|8990000|张]", "宣讲[40场次|40|场次]",
            "技能人才达[273万|2730000|]，", "带动[245万|2450000|]群众", "[1000万|10000000|]个体工商户",
            "[10万|100000|]人才", "[2万|20000|]家庭", "[12.5亿千瓦时|1250000000|千瓦时]", "[3千瓦|3|千瓦]", "全长[18公里|18|公里]", "为期[4天|4|天]", "[60个工作日|60|个工作日]办结", "[24小时|24|小时]开放",
            "年满[18周岁|18|周岁]", "连续[19年|19|年]", "[1.5倍|1.5|倍]", "高温达[39℃|39|℃]", "得[98.5分|98.5|分]", "[30日|30|日]内",
            "由[30%|30|%]提高到[40%|40|%]", "[8.25亿元|825000000|元]", "[12345.678万元|123456780|元]", "[5类|5|类]人员", "完成[7轮|7|轮]",
            "门诊楼由[一层|1|层]调整为[两层|2|层]", "由一层意思引出",
            // Approximation.
            "[2800余名|2800|名|>]职工", "[200多项|200|项|>]攻关", "[1300多万人次|13000000|人次|>]", "[超512万人次|5120000|人次|>]", "[超过40%|40|%|>]", "[近3000户|3000|户|<]", "[约150家|150|家|~]",
            "[300人左右|300|人|~]", "[3000万人次以上|30000000|人次|>=]", "[不低于80%|80|%|>=]", "[不超过3次|3|次|<=]", "[不少于5家|5|家|>=]", "[百人以上|100|人|>=]企业", "达到[90%以上|90|%|>=]",
            "[至少2名|2|名|>=]", "[不足10人|10|人|<]", "[10公里以内|10|公里|<=]", "节约[5000元|5000|元]", "最近[5家|5|家]", "预约[300人|300|人]", "[2000万余元|20000000|元|>]", "[大约20%|20|%|~]", "[不得少于4次|4|次|>=]",
            // Numbers in Chinese characters.
            "[六部门|6|部门]联合印发", "[两个|2|个]序列", "[四级|4|级]练赛网络", "[十二家|12|家]", "[三百六十五人|365|人]", "[百余家|100|家|>]", "[近百家|100|家|<]", "[一万元以上|10000|元|>=]", "[三万五千人|35000|人]",
            "每年召开[两次|2|次]会议", "[三倍以下|3|倍|<=]罚款", "[百分之六十以上|60|%|>=]", "[千分之三|3|‰]", "[二十多个|20|个|>]", "[三个月|3|个月]", "[五亿元|500000000|元]", "[两支|2|支]队伍",
            // Ranges and lists.
            "选树[3|3|家|>=]—[5家|5|家|<=]", "每组[10|10|人|>=]至[15人|15|人|<=]", "[20%|20|%]—[30%|30|%]", "[31人|31|人]、[130人|130|人]和[303人|303|人]",
            // Whole sentences.
            "列入计划的[92个|92|个]项目，已开展[82个|82|个]，[2800余名|2800|名|>]职工参与", "目前[354名|354|名]", "前3名获奖，[5人|5|人]入围",
        ].map(MarkedText.init))
    func everyFormIsRead(text: MarkedText) throws {
        #expect(try found(text) == text.expected)
    }

    @Test(
        arguments: [
            "二十大精神", "“两个确立”", "坚决做到两个维护", "“633”工程", "“十四五”规划", "职工知识50问", "第三批", "第12条", "首批", "一是统一征订", "最后一公里", "一次性补助", "一批企业", "一步一个脚印", "一个集体", "三是成立", "二级教授", "二次分配",
            "三级医院", "国发〔2018〕38号", "12345热线", "G56高速", "1+N体系", "1.强化领导", "（3）推进", "2、完善制度", "9时30分", "百姓", "百家争鸣", "千方百计", "两委", "三农", "数十", "几十个", "三明市", "四川省", "五华区", "六盘水", "十九届二中全会",
            "第一产业", "三五个", "2030年", "1998年", "三位一体", "第9期", "513模式", "一窗受理", "一户一策", "两手抓", "统一部署", "十分重视", "一方面", "百日攻坚", "一带一路",
        ].map(MarkedText.init))
    func whatCountsNothingIsLeftOut(text: MarkedText) throws {
        #expect(try found(text) == [])
    }

    @Test func datesAndTitlesAreLeftOut() throws {
        let reading = MarkedText("5日内报送《100个案例》20册").reading
        let figures = try recogniser().quantities(in: reading, range: 0..<reading.count, excluding: [5..<13, 0..<3])
        #expect(figures.map(\.mention.value) == ["20"])
    }

    @Test(arguments: [
        ("82", "92", "89.1"), ("1", "3", "33.3"), ("2", "3", "66.7"), ("5", "5", "100.0"), ("0.5", "4", "12.5"), ("1", "2000", "0.1"), ("12", "10", "120.0"),
    ])
    func sharesAreExactAndRoundHalfUp(part: String, whole: String, percent: String) {
        #expect(ComputedRateFinder.percent(part, of: whole) == percent)
    }

    @Test func nothingIsAShareOfNothing() {
        #expect(ComputedRateFinder.percent("3", of: "0") == nil)
    }

    @Test(
        arguments: [
            ("列入年度练赛计划的92个项目，已组织开展82个，2800余名职工参与", "89.1 82 92"),
            ("计划培训400人，实际培训300人", "75.0 300 400"),
            ("已完成30个，其余10个年底完成", nil),
            ("计划建设20个驿站，已建成18个，完成率90%", nil),
            ("计划投入50万元，已培训30人", nil),
            ("计划培训近400人，已培训300人", nil),
            ("已建成20个，服务职工300人", nil),
        ] as [(String, String?)])
    func aPlanAndWhatWasReachedGiveAShare(sentence: String, expected: String?) throws {
        let reading = MarkedText(sentence).reading
        let recogniser = try recogniser()
        let figures = recogniser.quantities(in: reading, range: 0..<reading.count)
        let rate = recogniser.rate(in: reading.scalars, range: 0..<reading.count, of: figures)
        #expect(rate.map { "\($0.percent) \(figures[$0.actual].mention.value) \(figures[$0.planned].mention.value)" } == expected)
    }

    @Test(arguments: [("00.50", 4, "5000"), ("141", 9, "141000000000"), ("5.0", 0, "5.0"), ("1.25", 1, "12.5"), ("0.07", 0, "0.07"), ("12", 0, "12")])
    func decimalsKeepTheirDigits(printed: String, exponent: Int, text: String) {
        #expect(ExactDecimal(printed)?.timesTen(to: exponent).text == text)
    }
}
