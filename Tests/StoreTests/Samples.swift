import Facts
import FoundationEssentials
import Links
import Provenance
import SuyuanTesting

@testable import Store

/// Documents made up for the tests of the store.
enum Samples {
    /// One clause that a body owes by a day.
    /// - Parameter element: id of the requirement; `more`: text of a clause that demands nothing.
    static func opinion(
        id: String = "opinion-000001", work: String = "甲政发〔2030〕1号", wording: String = "各单位要建立培训中心。", element: String = "r1",
        more: String = ""
    ) -> Addition {
        var sample = SampleDocument(
            id, work: work, kind: .directive, date: "2030-03-01", title: "关于加强培训工作的意见",
            issuer: BodyMention(ref: "CN-53", name: "甲省人民政府"))
        sample.clause(
            "（一）", heading: "办好培训。", wording,
            [sample.mark(wording, .requirement(.must), id: element), sample.mark("各单位", .body(BodyMention(name: "各单位", isClass: true)))],
            assignments: [
                Assignment(body: "CN-53/hrss", name: "省人社厅", role: .lead, basis: "b1"),
                Assignment(body: nil, name: "有关部门", role: .support, isOpen: true),
            ],
            deadlines: [Deadline(when: "2030-12-31", basis: "t1")],
            targets: [Target(indicator: "培训", value: "20000", unit: "人次", comparator: ">=", when: "2030-12-31", basis: "q1")])
        if !more.isEmpty { sample.clause("（二）", more, []) }
        return addition(&sample)
    }

    /// One item that reports an action with two figures and a computed rate.
    static func bulletin(id: String = "bulletin-000001", work: String = "工作简报第1期", date: String? = "2030-09-10", note: String = "") -> Addition {
        var sample = SampleDocument(id, work: work, kind: .bulletin, date: date, title: "工作简报" + note)
        let sentence = "截至8月底，省人社厅计划建设的10个培训中心已建成9个。"
        sample.item(
            "培训中心建设加快", sentence + "下一步将继续推进。",
            [
                sample.mark(
                    sentence,
                    .action(
                        ActionFact(
                            time: .interval(from: "2030-01-01", to: "2030-08-31"),
                            rate: ComputedRate(percent: "90.0", actual: "q2", planned: "q1"))), id: "a1"),
                sample.mark("省人社厅", .body(BodyMention(ref: "CN-53/hrss", name: "省人社厅", official: "甲省人力资源和社会保障厅"))),
                sample.mark("10个", .quantity(QuantityMention(value: "10", unit: "个", of: "培训中心")), id: "q1"),
                sample.mark("9个", .quantity(QuantityMention(value: "9", unit: "个")), id: "q2"),
                sample.mark("下一步将继续推进。", .plan(PlanFact()), id: "l1"),
            ])
        return addition(&sample)
    }

    static func addition(_ sample: inout SampleDocument) -> Addition {
        let document = sample.finished()
        return Addition(
            document: document, xml: Array("<document id=\"\(document.id)\"/>".utf8), path: "/nowhere/\(document.source.name)",
            facts: LinkableFacts(document), lines: LineIndex(SourceText(sample.text)))
    }

    static func link(_ requirement: Addition, _ evidence: Addition, strength: Double = 0.8) -> Link {
        Link(
            requirement: requirement.facts.requirements[0].id, evidence: evidence.facts.evidence[0].id, strength: strength,
            reasons: [
                Reason(.concept, weight: 0.5, requirementWords: "培训中心", evidenceWords: "培训中心"),
                Reason(.body, weight: 0.3, requirementWords: "省人社厅", evidenceWords: "省人社厅"),
            ])
    }
}

/// A folder that is there while a test runs.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
