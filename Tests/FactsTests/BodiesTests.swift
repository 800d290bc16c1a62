import Facts
import Provenance
import Structure
import Testing
import Vocabulary

/// The recogniser with the shipped ontology, and texts of the tests' own.
enum BodySample {
    static let shipped = Result { try Ontology.load() }

    static func recogniser() throws -> BodyRecogniser { BodyRecogniser(ontology: try shipped.get()) }

    static func reading(_ text: String) -> ReadingText {
        var reading = ReadingText()
        for (index, scalar) in text.unicodeScalars.enumerated() { reading.append(scalar, from: index) }
        return reading
    }

    /// `words>name` for each body of a text that a prefecture's office issues; after the second pass where `unified`.
    static func found(_ text: String, issuer: String? = "CN-5323", unified: Bool = false) throws -> [(words: String, body: BodyMention)] {
        let recogniser = try recogniser()
        let reading = reading(text)
        var scope = recogniser.scope(issuer: issuer)
        var found = recogniser.mentions(in: reading, range: 0..<reading.count, scope: &scope)
        if unified { found = recogniser.unify(found) }
        return found.map { (reading.string($0.range), $0.body) }
    }
}

@Suite struct BodiesTests {
    /// Other names of a class stand in brackets, and the class goes on behind them.
    @Test func bracketsDoNotEndAClass() throws {
        let names = try BodySample.found("各区县（自治县）教委（教育局、公共服务局）、卫生健康委、体育局，市财政局").map(\.body.name)
        #expect(names.contains("各区县（自治县）卫生健康委") && names.contains("各区县（自治县）体育局") && names.contains("市财政局"))
    }

    /// One rule a line: the text, and the words that name bodies in it.
    @Test(arguments: [
        // Composed names end where they end.
        ("会上，州财政局作了说明。", ["州财政局"]),
        ("州委常委、州总工会主席出席", ["州委", "州总工会"]),
        ("联合州工商联和州企联开展调研", ["州工商联", "州企联"]),
        // 和 joins and is no part of a division's name here.
        ("南华县财政局和县总工会", ["南华县财政局", "县总工会"]),
        // Open names begin at a division, else behind a word that no name holds.
        ("成立楚雄州灯具产业工人队伍建设改革协调小组。", ["楚雄州灯具产业工人队伍建设改革协调小组"]),
        ("打造焊接技能大师工作室3个", ["焊接技能大师工作室"]),
        ("支持企业建设培训中心", ["企业", "培训中心"]),
        ("支持灯具改革领导小组", ["灯具改革领导小组"]),
        ("省创建文明城市领导小组办公室", ["省创建文明城市领导小组办公室"]),
        ("要靠州灯具改革领导小组", ["州灯具改革领导小组"]),
        ("要靠州总工会", ["州总工会"]),
        // 深化 stops a name, but not that of a group behind its division.
        ("国务院深化家政服务改革领导小组秘书处负责日常工作", ["国务院深化家政服务改革领导小组秘书处"]),
        ("报楚雄州深化灯具改革领导小组办公室", ["楚雄州深化灯具改革领导小组办公室"]),
        ("由县深化灯具改革协调小组牵头", ["县深化灯具改革协调小组"]),
        ("深化灯具改革领导小组的作用", ["灯具改革领导小组"]),
        ("楚雄州深化灯具产业改革，总工会参与", ["总工会"]),
        ("全国推进家政服务工作领导小组办公室主任", ["全国推进家政服务工作领导小组办公室"]),
        ("新增首家家政服务基地", ["家政服务基地"]),
        // Behind a verb that names may hold a level word begins one.
        ("关于研究县人民医院迁建有关问题", ["县人民医院"]),
        ("昆明市农业科学研究院牵头", ["昆明市农业科学研究院"]),
        // What somebody is.
        ("各镇人民政府是秸秆禁烧责任主体", ["各镇人民政府"]),
        ("州财政局为资金监管的责任主体", ["州财政局"]),
        ("督促责任主体整改", ["责任主体"]),
        ("为责任主体提供服务", ["责任主体"]),
        ("各责任主体要自查", ["各责任主体"]),
        // Members that share a head, whatever joins them.
        ("会同教育、卫生健康部门制定计划", ["教育、卫生健康部门"]),
        ("民政、财政等有关部门加强督导", ["民政、财政等有关部门"]),
        ("建设、施工、监理等单位落实责任", ["建设、施工、监理等单位"]),
        ("督促监理单位、施工单位", ["监理单位", "施工单位"]),
        ("县财政局、人民银行等部门", ["县财政局", "人民银行", "部门"]),
        // The office of a group that was named in full.
        ("成立楚雄州灯具产业改革协调小组，协调小组办公室设在州总工会", ["楚雄州灯具产业改革协调小组", "协调小组办公室", "州总工会"]),
        // Brackets inside a name belong to it.
        ("楚雄州家政健康服务（安心堂）基地揭牌", ["楚雄州家政健康服务（安心堂）基地"]),
        ("州（市）灯具改革领导小组", ["州（市）灯具改革领导小组"]),
        // Short function words and verbs before a name are none of it.
        ("以职工代表大会为基本形式", ["职工代表大会"]),
        ("健全职代会", ["职代会"]),
        ("全州工匠学院和云南建设学校", ["工匠学院", "云南建设学校"]),
        ("全州楚雄工匠学院有3家", ["楚雄工匠学院"]),
        ("优化州属企业党组织设置", ["州属企业", "党组织"]),
        // A session's number stands between division and body.
        ("云南省第十四届人民代表大会常务委员会通过", ["云南省第十四届人民代表大会常务委员会"]),
        // Classes with their modifiers.
        ("各级工会和百人以上企业", ["各级工会", "百人以上企业"]),
        ("各县（市）人民政府要落实", ["各县（市）人民政府"]),
        ("州、县（市）责任单位", ["州、县（市）责任单位"]),
        // Those that sit in a place, of whatever level.
        ("省驻楚单位、中央和省市驻县单位配合", ["省驻楚单位", "中央和省市驻县单位"]),
        ("中央驻滇企业和驻南华县单位", ["中央驻滇企业", "驻南华县单位"]),
        ("各县防指、州防指办加强值守", ["各县防指", "州防指办"]),
        // Words that only look like bodies.
        ("弘扬企业家精神，城市委托服务，市场监管", []),
        ("中央财政安排资金，组织部署到位", []),
        // Titles and quoted campaigns hold no mentions, whole speeches do.
        ("印发《州总工会关于练赛的意见》和“工会进万家”活动", []),
        ("他说：“要靠州总工会多年的支持才有今天这样的成绩。我们会继续努力，请州财政局放心。”", ["州总工会", "州财政局"]),
        // An unfinished title hides no more than its sentence.
        ("学习《条例。州总工会出席", ["州总工会"]),
    ])
    func mentions(text: String, expected: [String]) throws {
        #expect(try BodySample.found(text).map(\.words) == expected)
    }

    /// The fullest name, the id, the official name.
    @Test(arguments: [
        ("省发展改革委、财政厅", 1, "省财政厅", "CN-53/finance", "云南省财政厅"),
        ("州委组织部、宣传部", 1, "州委宣传部", "CN-5323/publicity", "中共楚雄彝族自治州委宣传部"),
        // The list of a province names a ministry as well.
        ("省教育厅、财政部", 1, "财政部", "CN/finance", "中华人民共和国财政部"),
        // A level word that the scope does not explain goes with the body named before.
        ("玉溪市红塔区财政局、区总工会", 1, "区总工会", "CN-530402/union", "红塔区总工会"),
        ("州企联", 0, "州企联", "CN-5323/enterprise-confederation", "楚雄彝族自治州企业联合会"),
    ])
    func names(text: String, at index: Int, name: String, ref: String, official: String) throws {
        let found = try BodySample.found(text)
        let body = try #require(found.indices.contains(index) ? found[index].body : nil)
        #expect(body.name == name)
        #expect(body.ref == ref)
        #expect(body.official == official)
        #expect(!body.isClass)
    }

    @Test func theItemsDivisionSpeaksBeforeTheIssuers() throws {
        let recogniser = try BodySample.recogniser()
        let reading = BodySample.reading("大姚县举办灯会县财政局参加")
        var scope = recogniser.scope(issuer: "CN-5323")
        scope.enter(item: recogniser.division(in: reading, range: 0..<7, scope: &scope))
        let found = recogniser.mentions(in: reading, range: 7..<reading.count, scope: &scope)
        #expect(found.map(\.body.ref) == ["CN-532326/finance"])
        scope.enter(item: nil)
        #expect(scope.item == nil)
    }

    @Test func aHeadingBelowKeepsTheDivisionAbove() throws {
        var scope = try BodySample.recogniser().scope(issuer: "CN-53")
        scope.enter(item: "CN-5301", level: 1)
        scope.enter(item: nil, level: 2)
        #expect(scope.item == "CN-5301")
        scope.enter(item: nil, level: 1)
        #expect(scope.item == nil)
    }

    @Test func anItemWithoutADivisionInItsHeadingIsAboutTheOneItBeginsWith() throws {
        let recogniser = try BodySample.recogniser()
        let reading = BodySample.reading("3月5日，大姚县召开会议，县财政局参加。")
        var scope = recogniser.scope(issuer: "CN-53")
        scope.enter(item: nil)
        let found = recogniser.mentions(in: reading, range: 0..<reading.count, scope: &scope)
        #expect(found.map(\.body.ref) == ["CN-532326/finance"])
    }

    @Test(arguments: [
        // Bare nouns point at the body named last.
        ("怒江州总工会统一订书。工会及时下发。", "工会", "怒江州总工会"),
        ("滇南星光灯具集团有限公司开工，集团公司职工参赛", "集团公司", "滇南星光灯具集团有限公司"),
        ("州灯具工作联席会议成立。主要承担联席会议日常工作", "联席会议", "州灯具工作联席会议"),
        ("李明大师工作室揭牌。这个工作室有10人。", "工作室", "李明大师工作室"),
    ])
    func pointsBack(text: String, words: String, name: String) throws {
        let body = try #require(try BodySample.found(text).last { $0.words == words }?.body)
        #expect(body.name == name)
    }

    /// 工会 inside a clause, or long after the union was named, is any union.
    @Test func aShortNounPointsNoFurtherThanThePassageBefore() throws {
        let recogniser = try BodySample.recogniser()
        let texts = ["怒江州总工会订书。", "读本已经下发。", "工会及时下发。"]
        let reading = BodySample.reading(texts.joined())
        var scope = recogniser.scope(issuer: "CN-53")
        var start = 0
        var last: FoundBody?
        for text in texts {
            let end = start + text.unicodeScalars.count
            last = recogniser.mentions(in: reading, range: start..<end, scope: &scope).last ?? last
            start = end
        }
        #expect(last?.body.name == "工会")
        #expect(last?.body.isClass == true)
        #expect(try BodySample.found("怒江州总工会推进工会改革").last?.body.isClass == true)
    }

    @Test(arguments: [
        ("州财政局、州总工会两部门印发", "两部门", "州财政局、州总工会"),
        ("州财政局、州总工会等5家单位发言", "单位", "州财政局、州总工会等5家单位"),
        ("州财政局等四部门印发", "四部门", "州财政局等四部门"),
        ("州灯具改革领导小组成员单位参加", "成员单位", "州灯具改革领导小组成员单位"),
    ])
    func groups(text: String, words: String, name: String) throws {
        let body = try #require(try BodySample.found(text).last?.body)
        #expect(try BodySample.found(text).last?.words == words)
        #expect(body.name == name)
        #expect(body.isClass)
    }

    /// A group that counted the groups before it would double with each.
    @Test func groupsDoNotCountGroups() throws {
        let found = try BodySample.found("州财政局" + String(repeating: "等六部门", count: 200))
        #expect(found.count > 100)
        #expect(found.allSatisfy { $0.body.name.unicodeScalars.count < 20 })
    }

    @Test func oneBodyHasOneNameInADocument() throws {
        let found = try BodySample.found("省人社厅印发通知，省人力资源和社会保障厅解读", unified: true)
        #expect(found.map(\.body.name) == ["省人力资源和社会保障厅", "省人力资源和社会保障厅"])
    }

    @Test func shortOpenNamesTakeTheLongestOfTheSameBody() throws {
        let found = try BodySample.found("楚雄州家政健康服务（安心堂）基地揭牌，家政健康服务基地启用", unified: true)
        #expect(found.last?.body.name == "楚雄州家政健康服务（安心堂）基地")
        let groups = try BodySample.found("楚雄州新时期灯具改革领导小组办公室印发，州灯具改革领导小组开会", unified: true)
        #expect(groups.last?.body.name == "州灯具改革领导小组")
        #expect(groups.last?.body.official == "楚雄彝族自治州新时期灯具改革领导小组")
    }

    @Test func bodiesOfAnotherDivisionStayApart() throws {
        let found = try BodySample.found("玉溪市新时期灯具改革领导小组印发，州灯具改革领导小组开会", unified: true)
        #expect(found.last?.body.official == "楚雄彝族自治州灯具改革领导小组")
    }

    @Test func rangesLieInTheTextAndDoNotOverlap() throws {
        let recogniser = try BodySample.recogniser()
        let pieces = ["省", "州总工会", "和", "、", "企业", "领导小组", "（", "）", "《", "》", "“", "”", "等", "6", "家", "单位", "市委", "集团公司", "各", "级"]
        // Every pair and triple of pieces that a scan could stumble over.
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let reading = BodySample.reading(first + second + third)
                    var scope = recogniser.scope(issuer: "CN-5323")
                    let found = recogniser.mentions(in: reading, range: 0..<reading.count, scope: &scope)
                    var end = 0
                    for mention in found {
                        #expect(mention.range.lowerBound >= end && mention.range.upperBound <= reading.count && !mention.range.isEmpty)
                        end = mention.range.upperBound
                    }
                }
            }
        }
    }
}
