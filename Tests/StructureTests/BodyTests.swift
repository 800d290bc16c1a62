import SuyuanTesting
import Testing

/// Units, headings, closings, tables and annexes; the text of each case stands below a title and an addressee.
@Suite struct BodyTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        let sketch: [String]
        init(_ name: String, _ text: String, _ sketch: String) {
            testDescription = name
            self.text = text
            self.sketch = OutlineSketch(expected: sketch).lines
        }
    }

    static let directives = [
        Case(
            "mixed forms of one level", "1.建设社区食堂。\n2．发放助餐补贴。\n3、培训护理人员。",
            "+ 1.…\n  - 1.建设社区食堂。\n+ 2.…\n  - 2.发放助餐补贴。\n+ 3、…\n  - 3、培训护理人员。"),
        Case(
            "a skipped level", "一、完善设施\n1.各街道应设置分类投放点。\n2.各小区应公示收运时间。",
            "+ 一、完善设施\n  + 1.…\n    - 1.各街道应设置分类投放点。\n  + 2.…\n    - 2.各小区应公示收运时间。"),
        Case(
            "four levels", "一、任务\n（一）建设平台\n1.归集数据\n（1）梳理目录。\n（2）对接接口。\n（二）开放共享\n各部门应当按季更新目录。",
            "+ 一、任务\n  + （一）建设平台\n    + 1.归集数据\n      + （1）…\n        - （1）梳理目录。\n      + （2）…\n        - （2）对接接口。\n  + （二）开放共享\n    - 各部门应当按季更新目录。"),
        Case(
            "a heading that ends as a sentence does", "一、重点工作。\n1、推进改造 各区县要推进管网改造，完成投资2亿元。\n二、各区县要开展巡查。",
            "+ 一、重点工作。\n  + 1、推进改造\n    - 各区县要推进管网改造，完成投资2亿元。\n+ 二、…\n  - 二、各区县要开展巡查。"),
        Case(
            "two bodies on one line of the closing", "各地要抓好落实。\n　　　青 河 市 教育局　　　青河市财政局\n　　　　　　2031年10月8日",
            "- 各地要抓好落实。\n< issuer 青河市教育局\n< issuer 青河市财政局\n< date 2031年10月8日"),
        Case(
            "circled numbers below", "1.核查内容。按照以下方面逐户核查：\n①房屋用途。\n②消防设施。",
            "+ 1.核查内容。\n  - 按照以下方面逐户核查：\n  + ①…\n    - ①房屋用途。\n  + ②…\n    - ②消防设施。"),
        Case(
            "run-in heading by a blank", "（一）扩大普惠托位  各区要通过新建、改建等方式扩大托位供给，每年新增不少于800个。",
            "+ （一）扩大普惠托位\n  - 各区要通过新建、改建等方式扩大托位供给，每年新增不少于800个。"),
        Case(
            "a single demand is no heading", "（一）各学校应当在开学前完成食堂设备检修。\n（二）建立陪餐制度。（责任单位：市教育局）",
            "+ （一）…\n  - （一）各学校应当在开学前完成食堂设备检修。\n+ （二）…\n  - （二）建立陪餐制度。（责任单位：市教育局）"),
        Case(
            "no headings where few first sentences could be one",
            "（一）公交企业应当在早晚高峰加密班次，并向社会公布每条线路的首末班时间。\n（二）优化停车收费，推行错时共享。各区每年新增泊位不少于500个。\n（三）各区应当逐路排查隔离护栏、标志标线和信号灯，年内全部完成整改。\n（四）建设慢行系统。",
            "+ （一）…\n  - （一）公交企业应当在早晚高峰加密班次，并向社会公布每条线路的首末班时间。\n+ （二）…\n  - （二）优化停车收费，推行错时共享。各区每年新增泊位不少于500个。\n+ （三）…\n  - （三）各区应当逐路排查隔离护栏、标志标线和信号灯，年内全部完成整改。\n+ （四）…\n  - （四）建设慢行系统。"),
        Case(
            "a heading with its bodies", "（一）推进智慧灯杆建设（责任单位：市城管局）\n1.编制布点规划。\n2.统一建设标准。",
            "+ （一）推进智慧灯杆建设（责任单位：市城管局）\n  + 1.…\n    - 1.编制布点规划。\n  + 2.…\n    - 2.统一建设标准。"),
        Case(
            "members of a sentence open nothing", "工作中要把握三点：一是坚持因地制宜，二是坚持群众自愿，三是坚持建管并重。",
            "- 工作中要把握三点：一是坚持因地制宜，二是坚持群众自愿，三是坚持建管并重。"),
        Case(
            "no numbers at all", "各学校要落实主体责任。\n各区教育部门要开展督导检查。",
            "- 各学校要落实主体责任。\n- 各区教育部门要开展督导检查。"),
        Case(
            "list below an article and its next paragraph", "第一条 申请人应当提交下列材料：\n（一）身份证明；\n（二）房屋权属证明。\n第二条 受理机关应当当场答复。\n第三条 本规定由市住建局负责解释。",
            "+ 第一条…\n  - 第一条申请人应当提交下列材料：\n  + （一）…\n    - （一）身份证明；\n  + （二）…\n    - （二）房屋权属证明。\n+ 第二条…\n  - 第二条受理机关应当当场答复。\n+ 第三条…\n  - 第三条本规定由市住建局负责解释。"),
        Case(
            "closing of several bodies and a day in numerals", "各地要抓好落实。\n青河市教育局\n青河市卫生健康委员会\n青河市市场监督管理局\n二〇三一年十月八日",
            "- 各地要抓好落实。\n< issuer 青河市教育局\n< issuer 青河市卫生健康委员会\n< issuer 青河市市场监督管理局\n< date 二〇三一年十月八日"),
        Case(
            "a note of contact", "各地要抓好落实。\n青河市教育局\n2031年10月8日\n（联系人：马超，联系电话：0000-1234567）",
            "- 各地要抓好落实。\n< issuer 青河市教育局\n< date 2031年10月8日\n< note （联系人：马超，联系电话：0000-1234567）"),
        Case(
            "an annex behind the closing", "各地要抓好落实。\n附件：校园食堂检查要点\n青河市教育局\n2031年10月8日\n附件\n校园食堂检查要点\n1.食材应当留样48小时。\n2.从业人员应当持证上岗。",
            "- 各地要抓好落实。\n< attachment 附件：校园食堂检查要点\n< issuer 青河市教育局\n< date 2031年10月8日\n+ 附件校园食堂检查要点\n  + 1.…\n    - 1.食材应当留样48小时。\n  + 2.…\n    - 2.从业人员应当持证上岗。"),
        Case(
            "two annexes", "各地要抓好落实。\n青河市教育局\n2031年10月8日\n附件1\n食堂检查要点\n1.食材应当留样48小时。\n附件2\n宿舍检查要点\n1.宿舍应当配备灭火器材。",
            "- 各地要抓好落实。\n< issuer 青河市教育局\n< date 2031年10月8日\n+ 附件1食堂检查要点\n  + 1.…\n    - 1.食材应当留样48小时。\n+ 附件2宿舍检查要点\n  + 1.…\n    - 1.宿舍应当配备灭火器材。"),
        Case(
            "a table with tabs", "分工如下：\n序号\t重点任务\t牵头单位\t完成时限\n1\t建设充电站20座\t市发展改革委\t2031年12月底前\n2\t编制运维规范\t市交通运输局\t2032年3月底前",
            "- 分工如下：\n| 序号 | 重点任务 | 牵头单位 | 完成时限\n| 1 | 建设充电站20座 | 市发展改革委 | 2031年12月底前\n| 2 | 编制运维规范 | 市交通运输局 | 2032年3月底前"),
        Case(
            "a flattened table", "分工如下：\n序号\n重点任务\n责任单位\n1\n建设充电站20座\n市发展改革委\n2\n编制运维规范\n市交通运输局",
            "- 分工如下：\n| 序号 | 重点任务 | 责任单位\n| 1 | 建设充电站20座 | 市发展改革委\n| 2 | 编制运维规范 | 市交通运输局"),
        Case(
            "a flattened table with groups", "分工如下：\n序号\n重点任务\n责任单位\n一、设施建设\n1\n建设充电站20座\n市发展改革委\n二、运行维护\n2\n编制运维规范\n市交通运输局",
            "- 分工如下：\n| 序号 | 重点任务 | 责任单位\n| 一、设施建设\n| 1 | 建设充电站20座 | 市发展改革委\n| 二、运行维护\n| 2 | 编制运维规范 | 市交通运输局"),
        Case(
            "numbers in a column of figures make no table", "附表数据如下：\n1\n2\n3\n请核对后报送。",
            "- 附表数据如下：\n- 1\n- 2\n- 3\n- 请核对后报送。"),
    ]

    @Test(arguments: directives)
    func directiveIsRead(_ sample: Case) throws {
        let outline = try TestOntology.outline("关于做好民生实事工作的通知\n各区县人民政府：\n" + sample.text)
        #expect(OutlineSketch(outline).lines.filter { !$0.hasPrefix("^ ") }.dropFirst() == sample.sketch[...])
    }

    private static let wrappedBulletin = """
        燃气安全工作简报
        第5期
        青河市城市管理局 2031年11月3日
        滨河区完成老旧管道更新  10月以来，滨河区更新燃气管道36公里，惠及居民9000户，经第三方检测全部合格，并同步安装了报警装置。
        云岭县开展入户安检  10月20日，云岭县组织入户安检，发现隐患48处，已整改45处，其余3处由县城市管理局挂牌督办。
        报：省住房城乡建设厅。
        """

    @Test(arguments: [24, 30, 34])
    func wrappedBulletinReadsAlike(_ width: Int) throws {
        let plain = OutlineSketch(try TestOntology.outline(Self.wrappedBulletin))
        #expect(plain.lines.contains("+ 滨河区完成老旧管道更新") && plain.lines.contains("+ 云岭县开展入户安检"), "\(plain)")
        let wrapped = TextVariation.wrapped(Self.wrappedBulletin, width: width, page: 8)
        #expect(OutlineSketch(try TestOntology.outline(wrapped)) == plain, "\(wrapped)")
    }

    static let bulletins = [
        Case(
            "titles of the list, parted by two blanks",
            "老旧小区改造简报\n第3期\n青河市住房和城乡建设局 2031年6月4日\n目录\n滨河区开工改造42个小区\n云岭县  建成首个完整社区\n滨河区开工改造42个小区  5月20日，滨河区启动年度改造工程，惠及居民1.2万户。\n云岭县  建成首个完整社区  5月28日，云岭县石桥社区完成改造并通过验收。",
            """
            ^ title 老旧小区改造简报
            ^ issueNumber 第3期
            ^ issuer 青河市住房和城乡建设局
            ^ date 2031年6月4日
            ^ contents 目录
            ^ contents 滨河区开工改造42个小区
            ^ contents 云岭县建成首个完整社区
            + 滨河区开工改造42个小区
              - 5月20日，滨河区启动年度改造工程，惠及居民1.2万户。
            + 云岭县建成首个完整社区
              - 5月28日，云岭县石桥社区完成改造并通过验收。
            """),
        Case(
            "headings in brackets, titles without a list",
            "数字乡村建设简报\n第12期\n青河市农业农村局 2031年8月1日\n【经验交流】\n云岭县上线农机调度平台  7月以来，云岭县接入农机1300台，作业效率明显提高。\n【工作动态】\n滨河区培训电商人才  7月18日，滨河区举办电商培训班，参训240人。\n报：省农业农村厅。\n送：市委办公室，市政府办公室。\n发：各区县农业农村局。\n（共印80份）",
            """
            ^ title 数字乡村建设简报
            ^ issueNumber 第12期
            ^ issuer 青河市农业农村局
            ^ date 2031年8月1日
            + 【经验交流】
              + 云岭县上线农机调度平台
                - 7月以来，云岭县接入农机1300台，作业效率明显提高。
            + 【工作动态】
              + 滨河区培训电商人才
                - 7月18日，滨河区举办电商培训班，参训240人。
            > copies(报) 报：省农业农村厅。
            > copies(送) 送：市委办公室，市政府办公室。
            > copies(发) 发：各区县农业农村局。
            > printer （共印80份）
            """),
    ]

    @Test(arguments: bulletins)
    func bulletinIsRead(_ sample: Case) throws {
        #expect(OutlineSketch(try TestOntology.outline(sample.text)).lines.dropFirst() == sample.sketch[...])
    }

    @Test(
        arguments: [
            ("抄送：市委各部门。", "copies(抄送) 抄送：市委各部门。"), ("抄送:市委各部门。", "copies(抄送) 抄送：市委各部门。"), ("抄报：省教育厅。", "copies(抄报) 抄报：省教育厅。"),
            ("主报：省教育厅。", "copies(主报) 主报：省教育厅。"), ("分送：市直各单位。", "copies(分送) 分送：市直各单位。"), ("青河市教育局办公室　　2031年3月2日印发", "printer 青河市教育局办公室2031年3月2日印发"),
            ("共印200份", "printer 共印200份"), ("责任编辑：林语", "note 责任编辑：林语"),
        ])
    func tailIsTaken(_ line: String, expected: String) throws {
        let outline = try TestOntology.outline("关于开展校车安全检查的通知\n各学校：\n各学校要逐车检查制动系统。\n" + line)
        #expect(OutlineSketch(outline).lines.last == "> " + expected)
    }

    @Test(arguments: ["各单位要将检查情况及时报送市教育局。", "市教育局将适时印发检查情况通报。", "请于每月5日前报：报表、总结。随后由区县汇总并统一送交市教育局，不得漏报，具体要求另行通知。"])
    func textIsNoTail(_ line: String) throws {
        let outline = try TestOntology.outline("关于开展校车安全检查的通知\n各学校：\n各学校要逐车检查制动系统。\n" + line)
        #expect(outline.back.isEmpty)
    }
}
