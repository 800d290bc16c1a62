import Facts
import Links
import Provenance
import Vocabulary

/// Small documents for tests of linking and of states (样例).
enum Sample {
    static let opinion = DocumentContext(
        id: "opinion", kind: .directive, date: "2030-03-01", title: "关于推进老旧小区改造的实施意见", number: "乙政发〔2030〕3号",
        issuers: [BodyMention(ref: "CN-53/government", name: "省人民政府")])

    static func bulletin(_ id: String, _ date: String?) -> DocumentContext { DocumentContext(id: id, kind: .bulletin, date: date) }

    static func requirement(
        _ id: String, _ text: String, modality: Modality = .must, number: String? = nil, assignments: [Assignment] = [],
        deadline: String? = nil, targets: [Target] = [], scope: [String] = [], isReported: Bool = false, of: String? = nil,
        in document: DocumentContext = opinion
    ) -> Requirement {
        Requirement(
            id: FactID(document: document.id, element: id), text: text, modality: modality, directive: "d" + id, number: number,
            isReported: isReported, of: of, assignments: assignments, deadlines: deadline.map { [Deadline(when: $0)] } ?? [],
            targets: targets, scope: scope, document: document)
    }

    static func evidence(
        _ id: String, _ text: String, _ kind: Evidence.Kind = .action, title: String? = nil, directive: String? = nil,
        time: DateValue? = nil, quantities: [QuantityMention] = [], rate: ComputedRate? = nil, actors: [BodyMention] = [],
        scope: [String] = [], citations: [Citation] = [], in document: DocumentContext = bulletin("news", "2030-09-30")
    ) -> Evidence {
        Evidence(
            id: FactID(document: document.id, element: id), kind: kind, text: text, directive: directive, itemHeading: title,
            headings: title.map { [$0] } ?? [], time: time, state: kind == .action ? .done : nil, quantities: quantities, rate: rate,
            actors: actors, scope: scope, citations: citations, document: document)
    }

    static func demanding(_ requirements: [Requirement], _ document: DocumentContext = opinion) -> LinkableFacts {
        LinkableFacts(document: document, requirements: requirements)
    }

    static func reporting(_ evidence: [Evidence]) -> LinkableFacts {
        LinkableFacts(document: evidence.first?.document ?? bulletin("news", nil), evidence: evidence)
    }

    /// Five clauses that have nothing to do with one another.
    static let clauses: [Requirement] = [
        requirement("r1", "加快城镇老旧小区改造，同步加装电梯。", number: "（一）"),
        requirement("r2", "推广高标准农田建设，提高粮食单产。", number: "（二）"),
        requirement("r3", "完善医疗保险异地就医直接结算。", number: "（三）"),
        requirement("r4", "扩大跨境电商海外仓布局。", number: "（四）"),
        requirement("r5", "加强森林防火巡护和应急演练。", number: "（五）"),
    ]
}
