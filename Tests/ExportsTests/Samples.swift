import Facts
import Links
import Provenance
import Queries

@testable import Exports

/// A small made-up answer: an opinion, a bulletin, requirements in several states.
enum Samples {
    static let zh = Wording(
        .zh,
        labels: [
            .noReport: "无报送", .notStarted: "未启动", .underWay: "推进中", .done: "已完成", .problem: "存在问题", .overdue: "逾期",
            .stale: "久无更新", .suspect: "待复核",
        ])
    static let en = Wording(
        .en,
        labels: [
            .noReport: "No report", .notStarted: "Not started", .underWay: "Under way", .done: "Done", .problem: "Problem",
            .overdue: "Overdue", .stale: "Stale", .suspect: "Suspect",
        ])

    static let today = Today(day: CalendarDay(2031, 6, 30), isGiven: false)
    static let opinion = DocumentLabel(
        id: "opinion-1a2b3c", title: "关于办好技能培训的意见", number: "甲工发〔2030〕3号", date: "2030-03-01", kind: .directive, file: "opinion.txt")
    static let bulletin = DocumentLabel(
        id: "bulletin-4d5e6f", title: "工作简报", number: "第2期", date: "2031-06-30", kind: .bulletin, file: "bulletin.txt")
    static let hrss = BodyName(id: "CN-53/hrss", name: "省人力资源社会保障厅", official: "云南省人力资源和社会保障厅")
    static let finance = BodyName(id: "CN-53/finance", name: "省财政厅")

    static func requirement(
        _ text: String = "支持企业建设培训中心，2030年底前培训不少于2万人次。", element: String = "s2.3.r1", start: Int = 17,
        owners: [Owner] = [Owner(body: hrss, role: .lead), Owner(body: finance, role: .support)],
        deadlines: [String] = ["2030-12-31"]
    ) -> RequirementRow {
        RequirementRow(
            id: opinion.id + "#" + element,
            place: SourcePlace(
                document: opinion, element: element, span: Span(start, start + text.unicodeScalars.count), line: 3, column: 12, page: 2),
            directive: "s2.3", number: "（三）", headings: ["二、提升技能", "（三）办好培训。"], text: text, modality: .encourage,
            isReported: false, reportedOf: nil, owners: owners, isOpenList: true, deadlines: deadlines,
            targets: [Target(indicator: "培训", value: "20000", unit: "人次", comparator: ">=", when: "2030-12-31")])
    }

    static func link(_ text: String = "全省计划的92个培训中心，目前已建成82个。", strength: Double = 0.83, verdict: Link.Verdict = .supports) -> LinkRow {
        LinkRow(
            evidence: EvidenceRow(
                id: bulletin.id + "#a1", kind: .action,
                place: SourcePlace(document: bulletin, element: "a1", span: Span(40, 61), line: 7, column: 1, page: 1),
                headings: ["培训中心建设加快"], text: text, date: "2031-06", isDocumentDate: false, state: .ongoing, actors: [hrss],
                figures: [
                    Figure(value: "92", unit: "个", words: "92个"), Figure(value: "82", unit: "个", words: "82个"),
                    Figure(value: "89.1", unit: "%", words: "", isComputed: true, basis: ["82个", "92个"]),
                ]),
            relation: .reports, strength: strength, isStrong: strength >= Link.strong, status: .proposed, verdict: verdict,
            reasons: [
                Reason(.concept, weight: 0.5, requirementWords: "培训", evidenceWords: "培训中心"),
                Reason(.body, weight: 0.33, requirementWords: "省人力资源社会保障厅", evidenceWords: "省人力资源社会保障厅"),
            ])
    }

    static let why = [Message("state.test", zh: "最近一次报送在2031-06", en: "last reported in 2031-06")]

    static var underWay: MatrixRow {
        let counts = Coverage.Counts(claimed: 1, verified: 0, indirect: 1)
        return MatrixRow(
            requirement: requirement(), state: .underWay, why: why, gap: .none, counts: counts, progress: [link()], problems: [],
            indirect: [link("各地重视培训。", strength: 0.31)], latest: CalendarDay(2031, 6, 30),
            bodies: [
                BodyState(owner: Owner(body: hrss, role: .lead), state: .underWay, why: why, counts: counts, latest: CalendarDay(2031, 6, 30)),
                BodyState(owner: Owner(body: finance, role: .support), state: .noReport, why: [], counts: Coverage.Counts(), latest: nil),
            ])
    }

    static var missing: MatrixRow {
        MatrixRow(
            requirement: requirement("落实税前扣除政策。", element: "s2.4.r1", start: 90, owners: [Owner(body: finance, role: .lead)], deadlines: []),
            state: .noReport, why: [], gap: .bare, counts: Coverage.Counts(), progress: [], problems: [], indirect: [], latest: nil,
            bodies: [])
    }

    static var missed: MatrixRow {
        MatrixRow(
            requirement: requirement("高技能人才占比达到30%以上。", element: "s2.5.r1", start: 120), state: .problem, why: why, gap: .none,
            counts: Coverage.Counts(claimed: 1), progress: [], problems: [link("高技能人才占比为6%。", verdict: .contradicts)], indirect: [],
            latest: CalendarDay(2031, 6, 30), bodies: [])
    }

    static var gaps: GapReport {
        let gap = GapRow(requirement: missing.requirement, gap: .bare, state: .noReport, why: [], indirect: [])
        let weak = GapRow(
            requirement: requirement("推广创新工作室。", element: "s2.6.r1", start: 150), gap: .indirectOnly, state: .noReport, why: [],
            indirect: [link("各地重视培训。", strength: 0.31)])
        return GapReport(
            today: today, bare: [gap], indirectOnly: [weak],
            bodies: [BodyGaps(body: finance, bare: [gap], indirectOnly: [weak], notByThisBody: [])], asked: 4)
    }

    static var summary: Summary {
        Summary(
            today: today, documents: 2, kinds: [KindCount(kind: .directive, documents: 1), KindCount(kind: .bulletin, documents: 1)],
            directives: 4, requirements: 3, permissions: 0, restated: 1, actions: 2, problems: 0,
            states: RequirementState.allCases.map {
                StateCount(state: $0, claimed: [.underWay, .noReport, .problem].contains($0) ? 1 : 0, verified: 0)
            }, bare: 1, indirectOnly: 0, claimed: 2, verified: 0)
    }

    static var matrix: Matrix { Matrix(today: today, rows: [underWay, missing, missed], summary: summary) }

    static var trace: TraceReport {
        TraceReport(
            today: today, query: "培训",
            requirements: [
                RequirementTrace(
                    row: underWay,
                    related: [
                        RelatedRow(
                            relation: .derives, isUpper: false, requirement: missing.requirement, strength: 0.7, status: .proposed,
                            reasons: [Reason(.words, weight: 0.2, requirementWords: "培训", evidenceWords: "培训")])
                    ])
            ],
            evidence: [
                EvidenceTrace(evidence: link().evidence, answers: [AnsweredRow(requirement: requirement(), link: link())])
            ], more: 3)
    }

    static var cascade: CascadeReport {
        let plan = DocumentLabel(id: "plan-7a8b9c", title: "技能培训实施方案", date: "2030-06-01", kind: .directive, file: "plan.txt")
        let rows = [
            CascadeRow(
                kind: .weakened, upperDocument: opinion, lowerDocument: plan, upper: [requirement()], lower: [requirement("支持建设培训中心。", element: "r7")],
                why: [.cascadeDeadline("2030-12-31", nil)]),
            CascadeRow(kind: .dropped, upperDocument: opinion, lowerDocument: plan, upper: [requirement(element: "r8")], lower: [], why: [.cascadeDroppedStated]),
        ]
        return CascadeReport(today: today, pairs: [CascadePair(upper: opinion, lower: plan, isCited: true, requirements: 4, carried: 2, findings: rows)])
    }

    static var grid: Grid {
        let evidence = GridEvidence(
            id: bulletin.id + "#a1", link: "l123", day: CalendarDay(2031, 6, 30), counts: true,
            place: SourcePlace(document: bulletin, element: "a1", span: Span(40, 61), line: 7, column: 1))
        let counts = Coverage.Counts(claimed: 1, verified: 0, indirect: 0)
        let id = FactID(document: opinion.id, element: "s2.3.r1")
        return Grid(
            today: today, down: .requirements, across: .bodies, columns: [GridColumn(id: "CN-53/hrss", name: hrss.name), GridColumn(id: "CN-53/finance", name: finance.name)],
            rows: [
                GridRow(
                    id: id.description, name: requirement().text, requirement: requirement(), document: opinion, state: .underWay, counts: counts, requirements: 1,
                    cells: [
                        GridCell(column: 0, state: .underWay, counts: counts, requirements: [id], evidence: [evidence]),
                        GridCell(column: 1, state: .noReport, counts: Coverage.Counts(), requirements: [id], evidence: []),
                    ])
            ])
    }

    static var search: SearchReport {
        SearchReport(
            today: today, query: "培训",
            hits: [
                SearchHit(
                    place: requirement().place, role: "p", headings: ["二、提升技能"], text: "支持企业建设培训中心，2030年底前培训。",
                    matches: [6..<8, 18..<20], facts: ["opinion-1a2b3c#s2.3.r1"])
            ], occurrences: 2, passages: 1)
    }

    static var documents: [DocumentRow] {
        [
            DocumentRow(
                label: opinion, type: "意见", issuer: BodyName(name: "甲省总工会"), work: "甲工发〔2030〕3号", version: 1, isSuperseded: false,
                source: SourceDescription(
                    name: "opinion.txt", mediaType: "text/plain", encoding: "UTF-8", sha256: "ab", bytes: 9, characters: 3), path: nil,
                directives: 4, requirements: 5, actions: 0, plans: 0, problems: 0, findings: 0)
        ]
    }

    static var answers: [Answer] {
        [.documents(documents), .trace(trace), .gaps(gaps), .matrix(matrix, gaps, documents), .search(search), .summary(summary), .cascade(cascade), .grid(grid)]
    }

    static func print(_ answer: Answer, _ format: ReportFormat, _ wording: Wording = zh, width: Int = 100) throws -> String {
        String(decoding: try AnswerPrinter(wording, width: width).print(answer, as: format), as: UTF8.self)
    }
}
