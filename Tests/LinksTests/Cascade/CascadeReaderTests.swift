import Facts
import Links
import Provenance
import Testing
import Vocabulary

@Suite("Duties dropped, weakened and added")
struct CascadeReaderTests {
    private static let ontology = Result { () throws(Fault) in try Ontology.load() }
    private static let reader = Result { () throws(Fault) in try CascadeReader(ontology.get()) }

    private static func document(_ id: String, _ issuers: [String], _ date: String) -> DocumentContext {
        DocumentContext(
            id: id, kind: .directive, date: date, title: "关于推进重点工作的意见（\(id)）", issuers: issuers.map { BodyMention(ref: $0, name: $0) })
    }

    static let province = document("upper", ["CN-53/gov"], "2030-01-05")
    static let city = document("lower", ["CN-5301/gov"], "2030-03-05")

    private static func owner(_ body: String, _ role: Role = .lead) -> Assignment {
        Assignment(body: body.contains("/") ? body : nil, name: body, role: role)
    }

    private static func percent(_ indicator: String, _ value: String, _ comparator: String = ">=", unit: String = "%") -> Target {
        Target(indicator: indicator, value: value, unit: unit, comparator: comparator)
    }

    /// - Parameter clause: requirements of one clause have the same.
    private static func requirement(
        _ text: String, _ modality: Modality = .must, clause: String? = nil, heading: String = "", owners: [Assignment] = [], due: String? = nil,
        targets: [Target] = [], bodies: [BodyMention] = []
    ) -> Requirement {
        Requirement(
            id: FactID(document: "", element: text), text: text, modality: modality, directive: clause ?? text, headings: heading.isEmpty ? [] : [heading],
            assignments: owners, deadlines: due.map { [Deadline(when: $0)] } ?? [], targets: targets, bodies: bodies, document: province)
    }

    /// What both documents have, so that each is one of several subjects.
    static let upperOthers = [requirement("完善医疗保险异地就医直接结算。"), requirement("扩大跨境电商海外仓布局。")]
    static let lowerOthers = [requirement("完善医疗保险异地就医直接结算。"), requirement("扩大跨境电商海外仓布局。")]

    struct Case: CustomTestStringConvertible {
        let name: String
        var upper: [Requirement] = []
        var lower: [Requirement] = []
        /// Each lower one to the upper one that it carries out.
        var links: [Int: Int] = [:]
        var status = Link.Status.proposed
        var lowerDocument = CascadeReaderTests.city
        let found: [String]
        var testDescription: String { name }
    }

    static func describe(_ finding: CascadeFinding) -> String {
        let parts: [String] = finding.weaknesses.map { weakness in
            switch weakness {
            case .modality: "modality"
            case .deadline(_, let day): day == nil ? "no deadline" : "deadline"
            case .target: "target"
            case .lead: "lead"
            case .nobody: "nobody"
            }
        }
        let detail = ([finding.address?.rawValue].compactMap(\.self) + parts).joined(separator: ", ")
        let numbers = finding.upper.map { "u\($0)" } + finding.lower.map { "l\($0)" }
        return "\(finding.kind.rawValue) \(numbers.joined(separator: " "))" + (detail.isEmpty ? "" : ": " + detail)
    }

    private func findings(_ one: Case) throws -> [String] {
        func numbered(_ requirements: [Requirement], _ document: DocumentContext) -> LinkableFacts {
            LinkableFacts(
                document: document,
                requirements: requirements.enumerated().map { number, requirement in
                    var requirement = requirement
                    requirement.id = FactID(document: document.id, element: "r\(number)")
                    requirement.document = document
                    return requirement
                })
        }
        let upper = numbered(one.upper + Self.upperOthers, Self.province)
        let lower = numbered(one.lower + Self.lowerOthers, one.lowerDocument)
        let shared = (0..<2).map { CarriedDuty(upper: one.upper.count + $0, lower: one.lower.count + $0) }
        let links = one.links.sorted { $0.key < $1.key }.map { CarriedDuty(upper: $0.value, lower: $0.key, status: one.status) }
        return try Self.reader.get().findings(upper, lower, carried: links + shared).map(Self.describe)
    }

    static let fire = "加强森林防火巡护和应急演练。"

    @Test(arguments: [
        Case(name: "asked of every prefecture", upper: [requirement("各州（市）要加强森林防火巡护。")], found: ["dropped u0: stated"]),
        Case(name: "asked of so many of them", upper: [requirement("推动16个州（市）加强森林防火巡护。")], found: ["dropped u0: stated"]),
        Case(name: "asked of all levels", upper: [requirement("各地要加强森林防火巡护。")], found: ["dropped u0: stated"]),
        Case(
            name: "owed by a class of the level", upper: [requirement(fire, owners: [owner("CN-53/emergency"), owner("各州（市）人民政府", .responsible)])],
            found: ["dropped u0: stated"]),
        Case(name: "owed by a body of the region", upper: [requirement(fire, owners: [owner("CN-5301/emergency")])], found: ["dropped u0: stated"]),
        Case(name: "a body of the lower level owes the like", upper: [requirement(fire, owners: [owner("CN-53/emergency")])], found: ["dropped u0: implied"]),
        Case(
            name: "told once for a clause",
            upper: [requirement(fire, clause: "c", owners: [owner("CN-53/emergency")]), requirement("组建扑火突击队。", clause: "c", owners: [owner("CN-53/emergency")])],
            found: ["dropped u0 u1: implied"]),
        Case(
            name: "a person says that nothing carries it out", upper: [requirement("各州（市）要加强森林防火巡护。")], lower: [requirement("加强森林防火巡护。")],
            links: [0: 0], status: .rejected, found: ["dropped u0: stated", "added l0"]),
    ])
    func whatIsLeftOutIsDropped(_ one: Case) throws { #expect(try findings(one) == one.found) }

    @Test(arguments: [
        Case(name: "nobody is named", upper: [requirement(fire)], found: []),
        Case(name: "owed by another region", upper: [requirement(fire, owners: [owner("CN-5303/emergency")])], found: []),
        Case(name: "asked of a lower level", upper: [requirement("各县要加强森林防火巡护。")], found: []),
        Case(name: "mentioned, not asked", upper: [requirement("定期通报情况，向社会公布各州（市）森林防火巡护次数。")], found: []),
        Case(
            name: "a body of the upper level is the subject",
            upper: [
                requirement("省应急厅要指导各州（市）加强森林防火巡护。", owners: [owner("CN-53/emergency")], bodies: [BodyMention(ref: "CN-53/emergency", name: "省应急厅")])
            ], found: []),
        Case(name: "the lower document is what is asked for", upper: [requirement("各州（市）要在3月底前制定实施方案。")], found: []),
        Case(name: "an aim of the whole", upper: [requirement(fire, heading: "（一）主要目标", owners: [owner("CN-53/emergency")])], found: []),
        Case(name: "a permission", upper: [requirement("各州（市）可以组建扑火突击队。", .may)], found: []),
        Case(
            name: "an encouragement beside what is taken over",
            upper: [requirement("各州（市）要加强森林防火巡护。", clause: "c"), requirement("鼓励各州（市）购买农房保险。", .encourage, clause: "c")],
            lower: [requirement("加强森林防火巡护。")], links: [0: 0], found: []),
        Case(
            name: "touched by what carries out another", upper: [requirement("各州（市）要加强森林防火巡护。"), requirement("各州（市）要推广高标准农田建设。")],
            lower: [requirement("加强森林防火巡护，推广高标准农田建设。")], links: [0: 1], found: []),
        Case(
            name: "a department takes over what is its own", upper: [requirement(fire, owners: [owner("CN-53/emergency")])],
            lowerDocument: document("lower", ["CN-5301/medical-insurance"], "2030-03-05"), found: []),
    ])
    func whatIsNoneOfItsDutiesIsNotDropped(_ one: Case) throws { #expect(try findings(one) == one.found) }

    static let fields = percent("高标准农田占耕地比例", "60")

    @Test(arguments: [
        Case(name: "binds less", upper: [requirement("各州（市）要推广高标准农田建设。")], lower: [requirement("鼓励推广高标准农田建设。", .encourage)], links: [0: 0], found: ["weakened u0 l0: modality"]),
        Case(name: "permitted only", upper: [requirement("鼓励推广高标准农田建设。", .encourage)], lower: [requirement("可以推广高标准农田建设。", .may)], links: [0: 0], found: ["weakened u0 l0: modality"]),
        Case(
            name: "falls due later", upper: [requirement("推广高标准农田建设。", due: "2030-06-30")], lower: [requirement("推广高标准农田建设。", due: "2030-12-31")],
            links: [0: 0], found: ["weakened u0 l0: deadline"]),
        Case(name: "never falls due", upper: [requirement("推广高标准农田建设。", due: "2030-06-30")], lower: [requirement("推广高标准农田建设。")], links: [0: 0], found: ["weakened u0 l0: no deadline"]),
        Case(
            name: "aims lower", upper: [requirement("高标准农田占耕地比例达到60%以上。", targets: [fields])],
            lower: [requirement("高标准农田占耕地比例达到50%以上。", targets: [percent("高标准农田占耕地比例", "50")])], links: [0: 0], found: ["weakened u0 l0: target"]),
        Case(
            name: "a higher ceiling", upper: [requirement("耕地撂荒率控制在2%以内。", targets: [percent("耕地撂荒率", "2", "<=")])],
            lower: [requirement("耕地撂荒率控制在3%以内。", targets: [percent("耕地撂荒率", "3", "<=")])], links: [0: 0], found: ["weakened u0 l0: target"]),
        Case(
            name: "nobody of the lead's function", upper: [requirement("推广高标准农田建设。", owners: [owner("CN-53/agriculture")])],
            lower: [requirement("推广高标准农田建设。", owners: [owner("CN-5301/finance")])], links: [0: 0], found: ["weakened u0 l0: lead"]),
        Case(
            name: "nobody at all", upper: [requirement("推广高标准农田建设。", owners: [owner("CN-53/agriculture")])],
            lower: [requirement("推广高标准农田建设。"), requirement("森林防火。", owners: [owner("CN-5301/emergency")])], links: [0: 0],
            found: ["weakened u0 l0: nobody", "added l1"]),
        Case(
            name: "all at once", upper: [requirement("各州（市）要推广高标准农田建设。", due: "2030-06-30", targets: [fields])],
            lower: [requirement("支持推广高标准农田建设。", .encourage, due: "2031-06-30", targets: [percent("高标准农田占耕地比例", "40")])], links: [0: 0],
            found: ["weakened u0 l0: modality, deadline, target"]),
    ])
    func whatAsksForLessIsWeakened(_ one: Case) throws { #expect(try findings(one) == one.found) }

    @Test(arguments: [
        Case(
            name: "the strongest of several counts", upper: [requirement("各州（市）要推广高标准农田建设。", due: "2030-06-30")],
            lower: [requirement("鼓励推广高标准农田建设。", .encourage), requirement("推广高标准农田建设。", due: "2030-05-31")], links: [0: 0, 1: 0], found: []),
        Case(
            name: "asks for more", upper: [requirement("推广高标准农田建设。", .encourage, due: "2030-06-30", targets: [fields])],
            lower: [requirement("推广高标准农田建设。", due: "2030-05-31", targets: [percent("高标准农田占耕地比例", "70")])], links: [0: 0], found: []),
        Case(
            name: "a part of a sum", upper: [requirement("建设高标准农田100万亩。", targets: [percent("建设高标准农田", "1000000", unit: "亩")])],
            lower: [requirement("建设高标准农田4万亩。", targets: [percent("建设高标准农田", "40000", unit: "亩")])], links: [0: 0], found: []),
        Case(
            name: "another indicator", upper: [requirement("高标准农田占耕地比例达到60%以上。", targets: [fields])],
            lower: [requirement("推广高标准农田建设，节水灌溉面积达到50%以上。", targets: [percent("节水灌溉面积", "50")])], links: [0: 0], found: []),
        Case(name: "owed every year", upper: [requirement("推广高标准农田建设。", due: "2030-12-31")], lower: [requirement("每年推广高标准农田建设。")], links: [0: 0], found: []),
        Case(
            name: "it may carry out another that asks for no more", upper: [requirement("推广高标准农田建设。", due: "2030-06-30"), requirement("推广高标准农田建设，长期坚持。")],
            lower: [requirement("推广高标准农田建设。")], links: [0: 0], found: []),
        Case(
            name: "the like of the lead leads", upper: [requirement("推广高标准农田建设。", owners: [owner("CN-53/education")])],
            lower: [requirement("推广高标准农田建设。", owners: [owner("CN-5301/education-sports")])], links: [0: 0], found: []),
        Case(
            name: "a body that nobody knows", upper: [requirement("推广高标准农田建设。", owners: [owner("CN-53/agriculture")])],
            lower: [requirement("推广高标准农田建设。", owners: [owner("高新区管委会")])], links: [0: 0], found: []),
    ])
    func whatAsksForAsMuchIsNotWeakened(_ one: Case) throws { #expect(try findings(one) == one.found) }

    @Test(arguments: [
        Case(name: "nothing asks for it", lower: [requirement(fire)], found: ["added l0"]),
        Case(name: "told once for a clause", lower: [requirement(fire, clause: "c"), requirement("改造老旧小区。", clause: "c")], found: ["added l0 l1"]),
        Case(
            name: "its clause has a basis", upper: [requirement("推广高标准农田建设。")],
            lower: [requirement("推广高标准农田建设。", clause: "c"), requirement("培育种粮大户。", clause: "c")], links: [0: 0], found: []),
        Case(name: "hands down further", lower: [requirement("各县要参照本方案细化任务。")], found: []),
        Case(name: "an aim of the whole", lower: [requirement(fire, heading: "一、工作目标")], found: []),
    ])
    func whatHasNoBasisIsAdded(_ one: Case) throws { #expect(try findings(one) == one.found) }

    /// A department's plan for the government of its own region owes what names it, and nothing else.
    @Test func aBodyOfTheSameRegionOwesWhatNamesIt() throws {
        let plan = Self.document("lower", ["CN-53/emergency"], "2030-02-05")
        let upper = [
            Self.requirement(Self.fire, owners: [Self.owner("CN-53/emergency")]), Self.requirement("建设高标准农田。", owners: [Self.owner("CN-53/agriculture")]),
            Self.requirement("各地要改造老旧小区。"),
        ]
        #expect(try findings(Case(name: "", upper: upper, lowerDocument: plan, found: [])) == ["dropped u0: stated"])
    }
}
