import SuyuanTesting
import Testing

/// Mastheads and title blocks, in the orders and forms in which offices print and converters leave them.
@Suite struct FrontTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        /// The lines of the sketch that begin with `^`, without that sign.
        let front: [String]
        init(_ name: String, _ text: String, _ front: [String]) {
            testDescription = name
            self.text = text
            self.front = front
        }
    }

    private static let body = "一、提高供水保障能力\n　　各水厂要在汛前完成检修。\n二、加强监测\n　　各县要每日报送水情。"

    static let cases = [
        Case(
            "every element of GB/T 9704",
            "000128\n机密★5年\n特急\n青河市水务局文件\n青水发〔2031〕17号　　　签发人：何远\n关于做好春灌用水调度的请示\n市人民政府：\n" + body,
            ["copyNumber 000128", "classification 机密★5年", "urgency 特急", "issuer 青河市水务局", "masthead 文件", "number 青水发〔2031〕17号", "signer 签发人：何远",
                "title 关于做好春灌用水调度的请示", "addressee 市人民政府："]),
        Case(
            "number below the title, as on web pages", "青河市人民政府办公室关于印发托育服务扩容行动方案的通知\n青政办发〔2032〕6号\n各区县人民政府，市直各部门：\n" + body,
            ["title 青河市人民政府办公室关于印发托育服务扩容行动方案的通知", "number 青政办发〔2032〕6号", "addressee 各区县人民政府，市直各部门："]),
        Case(
            "title over two lines", "青河市人民政府关于加快建设\n充电基础设施的实施意见\n青政发〔2032〕9号\n各区县人民政府：\n" + body,
            ["title 青河市人民政府关于加快建设充电基础设施的实施意见", "number 青政发〔2032〕9号", "addressee 各区县人民政府："]),
        Case("half-width square brackets", "关于开展校车安全检查的通知\n青教安[2031]3号\n各学校：\n" + body, ["title 关于开展校车安全检查的通知", "number 青教安〔2031〕3号", "addressee 各学校："]),
        Case("full-width square brackets", "关于开展校车安全检查的通知\n青教安［2031］3号\n各学校：\n" + body, ["title 关于开展校车安全检查的通知", "number 青教安〔2031〕3号", "addressee 各学校："]),
        Case("round brackets", "关于开展校车安全检查的通知\n青教安（2031）3号\n各学校：\n" + body, ["title 关于开展校车安全检查的通知", "number 青教安（2031）3号", "addressee 各学校："]),
        Case("half-width round brackets", "关于开展校车安全检查的通知\n青教安(2031)3号\n各学校：\n" + body, ["title 关于开展校车安全检查的通知", "number 青教安（2031）3号", "addressee 各学校："]),
        Case("第 in the number", "关于开展校车安全检查的通知\n青教安〔2031〕第3号\n各学校：\n" + body, ["title 关于开展校车安全检查的通知", "number 青教安〔2031〕第3号", "addressee 各学校："]),
        Case("blanks in the number", "关于开展校车安全检查的通知\n青教安〔 2031 〕 3 号\n各学校：\n" + body, ["title 关于开展校车安全检查的通知", "number 青教安〔2031〕3号", "addressee 各学校："]),
        Case("half-width colon of the addressee", "关于开展校车安全检查的通知\n各学校:\n" + body, ["title 关于开展校车安全检查的通知", "addressee 各学校："]),
        Case("urgency of a telegram", "平急\n关于调整防汛应急响应级别的通知\n各街道：\n" + body, ["urgency 平急", "title 关于调整防汛应急响应级别的通知", "addressee 各街道："]),
        Case("signer on a line of its own", "青河市教育局文件\n青教报〔2031〕8号\n签发人：沈一舟\n关于新建两所幼儿园的请示\n市政府：\n" + body,
            ["issuer 青河市教育局", "masthead 文件", "number 青教报〔2031〕8号", "signer 签发人：沈一舟", "title 关于新建两所幼儿园的请示", "addressee 市政府："]),
        Case("a rule printed as characters", "青河市教育局文件\n青教安〔2031〕3号\n━━━━━★━━━━━\n关于开展校车安全检查的通知\n各学校：\n" + body,
            ["issuer 青河市教育局", "masthead 文件", "number 青教安〔2031〕3号", "title 关于开展校车安全检查的通知", "addressee 各学校："]),
        Case("Markdown", "# 关于开展校车安全检查的通知\n青教安〔2031〕3号\n各学校：\n" + body, ["title 关于开展校车安全检查的通知", "number 青教安〔2031〕3号", "addressee 各学校："]),
        Case("adoption of a regulation", "青河市房屋租赁条例\n（2031年3月28日青河市第九届人民代表大会常务委员会第四次会议通过）\n第一章 总则\n第一条 为了规范房屋租赁，制定本条例。\n第二条 本市房屋租赁适用本条例。\n第三条 出租人应当登记。",
            ["title 青河市房屋租赁条例", "note （2031年3月28日青河市第九届人民代表大会常务委员会第四次会议通过）"]),
        Case("masthead of a bulletin", "数字青河建设工作简报\n第7期（总第31期）\n青河市大数据局 2031年4月9日\n政务云平台完成迁移\n　　4月2日，市大数据局完成市级政务云平台迁移，共迁移系统86个，覆盖市直部门41家，运行平稳有序。",
            ["title 数字青河建设工作简报", "issueNumber 第7期（总第31期）", "issuer 青河市大数据局", "date 2031年4月9日"]),
    ]

    @Test(arguments: cases)
    func frontIsRead(_ sample: Case) throws {
        let sketch = OutlineSketch(try TestOntology.outline(sample.text))
        #expect(sketch.lines.filter { $0.hasPrefix("^ ") }.map { String($0.dropFirst(2)) } == sample.front, "\(sketch)")
    }

    /// What only looks like a masthead stays in the text.
    @Test(arguments: [
        "　　青河市今年新增公共充电桩1200个，较上年增长三成，覆盖全部乡镇。\n　　市发展改革局介绍，下半年将继续加密布点。",
        "一、新增学位情况\n　　全市新增公办学位5200个。\n二、存在问题\n　　两所学校未按期交付。",
    ])
    func textWithoutFrontHasNone(_ text: String) throws {
        #expect(try TestOntology.outline(text).front.isEmpty)
    }

    @Test(
        arguments: [
            ("关于印发《青河市城市更新行动方案》的通知", "directive 通知"), ("青河市数据条例", "regulation 条例"), ("青河市政务数据共享管理办法（试行）", "regulation 管理办法"),
            ("青河市老旧小区改造工作进展情况", "report 进展情况"), ("关于同意调整地铁票价的批复", "letter 批复"), ("青河市托育服务任务清单", "table 任务清单"), ("关于暑期校园安全检查情况的通报", "report 通报"),
            ("青河市“十五五”数字经济发展规划", "directive 规划"), ("青河市供水保障会议纪要", "directive 纪要"),
        ])
    func titleTellsTheKind(_ title: String, genre: String) throws {
        let outline = try TestOntology.outline(title + "\n各单位：\n　　请遵照执行，有关情况及时报告市政府。")
        #expect(OutlineSketch(outline).lines[0] == genre)
    }
}
