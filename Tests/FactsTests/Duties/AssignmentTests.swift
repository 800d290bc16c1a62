import Provenance
import SuyuanTesting
import Testing

@testable import Facts

/// Who owes a clause, in every form in which offices say it.
@Suite struct AssignmentTests {
    /// The assignments of a clause in a notice of 江西省: `lead 省教育厅`, with ` …` behind where the list is open.
    private static func duties(_ clause: String, before: String = "") throws -> [String] {
        let text = """
            江西省人民政府办公厅关于加强公共服务设施建设的通知
            赣府厅发〔2031〕5号
            各市、县（区）人民政府，省政府各部门：
            \(before)
            一、加强公共服务设施建设
            （一）\(clause)
            """
        return clauses(try TestOntology.read(text).body).last?.assignments.map {
            "\($0.role.rawValue) \($0.name)" + ($0.isOpen ? " …" : "")
        } ?? []
    }

    private static func clauses(_ blocks: [Block]) -> [Directive] {
        blocks.flatMap { block -> [Directive] in
            switch block {
            case .directive(let directive): [directive] + clauses(directive.blocks)
            case .division(let division): clauses(division.blocks)
            default: []
            }
        }
    }

    static let cases: [(String, [String])] = [
        // Verbs in a closing bracket.
        ("各地要建设体育公园。（省体育局牵头）", ["lead 省体育局"]),
        ("各地要建设体育公园。（省体育局负责）", ["responsible 省体育局"]),
        ("各地要建设体育公园（省体育局负责）。", ["responsible 省体育局"]),
        ("各地要建设体育公园。（省体育局牵头，省财政厅配合）", ["lead 省体育局", "support 省财政厅"]),
        ("各地要建设体育公园。（省体育局牵头，省财政厅、自然资源厅配合，2032年6月底前完成）", ["lead 省体育局", "support 省财政厅", "support 省自然资源厅"]),
        ("各地要发展普惠托育。（省卫生健康委、省教育厅按职责分工负责）", ["responsible 省卫生健康委", "responsible 省教育厅"]),
        ("各地要发展普惠托育。（省卫生健康委、教育厅、财政厅按职责分工负责）", ["responsible 省卫生健康委", "responsible 省教育厅", "responsible 省财政厅"]),
        ("各地要公布收费清单。（省发展改革委、省市场监管局分别牵头）", ["lead 省发展改革委", "lead 省市场监管局"]),
        ("各地要公布收费清单。（省发展改革委、省市场监管局分别负责）", ["responsible 省发展改革委", "responsible 省市场监管局"]),
        ("各地要更新校舍。（省教育厅牵头，省住房城乡建设厅按职责分工负责，各设区市人民政府结合实际落实）",
            ["lead 省教育厅", "responsible 省住房城乡建设厅", "responsible 各设区市人民政府"]),
        ("各地要更新校舍。（省教育厅牵头，市县政府负责落实）", ["lead 省教育厅", "responsible 市县政府"]),
        ("各地要更新校舍。（省教育厅牵头，省住房城乡建设厅协助，省财政厅参加）", ["lead 省教育厅", "support 省住房城乡建设厅", "support 省财政厅"]),
        ("各地要更新校舍。（各部门分别负责，年内持续推进）", ["responsible 各部门"]),
        ("各地要更新校舍。（省教育厅会同省财政厅负责）", ["responsible 省教育厅", "responsible 省财政厅"]),
        ("各地要更新校舍。（省教育厅牵头落实，省财政厅、省自然资源厅按职责分工配合）", ["lead 省教育厅", "support 省财政厅", "support 省自然资源厅"]),
        // Other brackets.
        ("各地要治理扬尘。〔省生态环境厅牵头，省住房城乡建设厅配合〕", ["lead 省生态环境厅", "support 省住房城乡建设厅"]),
        ("各地要治理扬尘。(省生态环境厅牵头,省住房城乡建设厅配合)", ["lead 省生态环境厅", "support 省住房城乡建设厅"]),
        ("各地要治理扬尘。【省生态环境厅负责】", ["responsible 省生态环境厅"]),
        // Labels.
        ("各地要治理扬尘。（责任单位：省生态环境厅）", ["responsible 省生态环境厅"]),
        ("各地要治理扬尘。（责任单位：省生态环境厅、省住房城乡建设厅）", ["responsible 省生态环境厅", "responsible 省住房城乡建设厅"]),
        ("各地要治理扬尘。（责任部门：省生态环境厅；适用范围：全省）", ["responsible 省生态环境厅"]),
        ("各地要治理扬尘。（牵头单位：省生态环境厅；配合单位：省住房城乡建设厅、省交通运输厅）",
            ["lead 省生态环境厅", "support 省住房城乡建设厅", "support 省交通运输厅"]),
        ("各地要治理扬尘。（牵头单位：省生态环境厅，配合单位：省住房城乡建设厅，各设区市人民政府）",
            ["lead 省生态环境厅", "support 省住房城乡建设厅", "support 各设区市人民政府"]),
        ("各地要治理扬尘。（牵头责任单位：省生态环境厅；其他责任单位：省住房城乡建设厅）", ["lead 省生态环境厅", "support 省住房城乡建设厅"]),
        ("各地要治理扬尘。（主要责任单位：省生态环境厅；协助单位：省水利厅）", ["lead 省生态环境厅", "support 省水利厅"]),
        ("各地要治理扬尘。（牵头部门：省生态环境厅；参加单位：省水利厅；完成时限：2031年底）", ["lead 省生态环境厅", "support 省水利厅"]),
        ("各地要治理扬尘。（责任单位：省生态环境厅；责任领导：李明）", ["responsible 省生态环境厅"]),
        ("各地要治理扬尘。（牵头单位：省生态环境厅　责任单位：省水利厅）", ["lead 省生态环境厅", "responsible 省水利厅"]),
        ("各地要治理扬尘。\n责任单位：省生态环境厅，各设区市人民政府", ["responsible 省生态环境厅", "responsible 各设区市人民政府"]),
        ("各地要治理扬尘。\n牵头单位：省生态环境厅\n配合单位：省水利厅、省林业局", ["lead 省生态环境厅", "support 省水利厅", "support 省林业局"]),
        // Open lists.
        ("各地要兴办老年食堂。（省民政厅、省财政厅等部门负责）", ["responsible 省民政厅 …", "responsible 省财政厅 …"]),
        ("各地要兴办老年食堂。（省民政厅牵头，省财政厅等配合）", ["lead 省民政厅", "support 省财政厅 …"]),
        ("各地要兴办老年食堂。（责任单位：省民政厅、省财政厅等单位）", ["responsible 省民政厅 …", "responsible 省财政厅 …"]),
        // Running text.
        ("各地要兴办老年食堂。由省民政厅牵头，省财政厅配合。", ["lead 省民政厅", "support 省财政厅"]),
        ("各地要兴办老年食堂。省民政厅牵头，省财政厅、省卫生健康委按职责分工负责。", ["lead 省民政厅", "responsible 省财政厅", "responsible 省卫生健康委"]),
        // Names that hold 和, classes that hold 、 and brackets.
        ("各地要兴办老年食堂。（省人力资源和社会保障厅、省住房和城乡建设厅负责）", ["responsible 省人力资源和社会保障厅", "responsible 省住房和城乡建设厅"]),
        ("各地要兴办老年食堂。（省民政厅牵头，各县（市、区）人民政府负责落实）", ["lead 省民政厅", "responsible 各县（市、区）人民政府"]),
        ("各地要兴办老年食堂。（省民政厅牵头，省税务局、各市县人民政府按职责分工负责）", ["lead 省民政厅", "responsible 省税务局", "responsible 各市县人民政府"]),
        ("各地要加强职业培训。（省总工会、团省委、省妇联按职责分工负责）", ["responsible 省总工会", "responsible 团省委", "responsible 省妇联"]),
        ("各地要加强职业培训。（省委组织部牵头，省教育厅配合）", ["lead 省委组织部", "support 省教育厅"]),
    ]

    @Test(arguments: cases)
    func dutiesAreRead(_ clause: String, _ expected: [String]) throws { #expect(try Self.duties(clause) == expected) }

    @Test(arguments: [
        "各地要建设体育公园（试行）。", "各地要建设体育公园（以下简称体育公园）。", "各地要建设体育公园（2031—2033年）。", "各地要建设体育公园（含健身步道）。", "各地要建设体育公园（超大城市按现有规定执行）。",
        "各地要明确牵头单位和责任单位。", "各地要建立牵头抓总、各负其责的机制。", "各地要配合做好审计工作。",
    ])
    func otherBracketsAndWordsNameNoDuty(_ clause: String) throws { #expect(try Self.duties(clause) == []) }

    @Test func firstNamedLeadsFromWhereTheRuleStands() throws {
        let text = """
            江西省人民政府办公厅关于加强公共服务设施建设的通知
            各市、县（区）人民政府，省政府各部门：
            一、各地要建设体育公园。（省体育局、省财政厅负责）
            二、各地要更新校舍。（省教育厅、省财政厅负责。列第一位者为牵头单位，下同）
            三、各地要兴办老年食堂。（省民政厅、省财政厅负责）
            """
        let roles = Self.clauses(try TestOntology.read(text).body).map { $0.assignments.map(\.role) }
        #expect(roles == [[.responsible, .responsible], [.lead, .responsible], [.lead, .responsible]])
    }

    @Test func bracketOnAHeadingHoldsBelow() throws {
        let text = """
            江西省人民政府办公厅关于加强公共服务设施建设的通知
            各市、县（区）人民政府，省政府各部门：
            一、完善体育设施（省体育局牵头，省财政厅配合）
            （一）各地要建设体育公园，方便群众就近健身。
            （二）各地要开放学校场馆，落实管理责任。（省教育厅负责）
            二、完善养老设施
            （一）各地要兴办老年食堂，补助运营经费。
            """
        let names = Self.clauses(try TestOntology.read(text).body).map { $0.assignments.map(\.name) }
        #expect(names == [["省体育局", "省财政厅"], ["省教育厅", "省体育局", "省财政厅"], []])
    }

    @Test func columnsOfATableGiveRoles() throws {
        let text = """
            江西省公共服务设施建设任务分解表
            序号\t重点任务\t牵头单位\t配合单位\t完成时限
            1\t建设体育公园50个\t省体育局\t省财政厅、自然资源厅\t2032年12月底前
            2\t更新改造校舍\t省教育厅\t省财政厅\t2031年9月底前
            """
        let rows = try TestOntology.read(text).body.flatMap { block -> [Row] in if case .table(let table) = block { table.rows } else { [] } }
        let directives = rows.compactMap(\.directive)
        #expect(directives.map(\.number) == ["1", "2"])
        #expect(directives.map { $0.assignments.map { "\($0.role.rawValue) \($0.name)" } } == [
            ["lead 省体育局", "support 省财政厅", "support 省自然资源厅"], ["lead 省教育厅", "support 省财政厅"],
        ])
        #expect(directives.map { $0.deadlines.map(\.when) } == [["2032-12-31"], ["2031-09-30"]])
    }

    @Test func oneBodyInTwoRolesIsToldAndNotRepaired() throws {
        let text = """
            江西省人民政府办公厅关于加强公共服务设施建设的通知
            各市、县（区）人民政府，省政府各部门：
            一、各地要更新校舍。（省教育厅牵头，省财政厅、省教育厅配合）
            """
        let document = try TestOntology.read(text)
        #expect(Self.clauses(document.body).first?.assignments.map(\.name) == ["省教育厅", "省财政厅", "省教育厅"])
        #expect(document.findings.contains { $0.message.key == Message.bodyInTwoRoles("").key })
    }

    /// The words of duty are no part of the demand.
    @Test func requirementEndsBeforeItsDuties() throws {
        let text = "江西省人民政府关于供水的通知\n各市人民政府：\n一、各地要更新管网。（省住房城乡建设厅负责）"
        let words = Self.clauses(try TestOntology.read(text).body).flatMap { directive in
            directive.blocks.flatMap { block -> [String] in
                guard case .paragraph(let paragraph) = block else { return [] }
                return paragraph.marks.compactMap { if case .requirement = $0.fact { paragraph.words(of: $0) } else { nil } }
            }
        }
        #expect(words == ["各地要更新管网。"])
    }
}
