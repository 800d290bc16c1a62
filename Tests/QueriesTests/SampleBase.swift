import Facts
import Links
import Provenance
import Store
import SuyuanTesting
import Vocabulary

@testable import Queries

/// A base of one opinion, two bulletins and a later version, linked by hand, so that what the queries say does not depend on
/// how documents are read or links are found.
enum SampleBase {
    static let hrss = Assignment(body: "CN-53/hrss", name: "省人社厅", role: .lead, basis: "b1")
    static let finance = Assignment(body: "CN-53/finance", name: "省财政厅", role: .responsible, basis: "b2")
    static let cities = Assignment(name: "各州（市）人民政府", role: .responsible, basis: "b3")

    static func addition(_ sample: inout SampleDocument) -> Addition {
        let document = sample.finished()
        return Addition(
            document: document, xml: Array("<document/>".utf8), path: nil, facts: LinkableFacts(document),
            lines: LineIndex(SourceText(sample.text)))
    }

    static func opinion(_ id: String = "opinion-000001", date: String = "2030-01-10", first: String = "各地要建立培训中心。", work: String = "滇政发〔2030〕1号") -> Addition {
        var sample = SampleDocument(
            id, work: work, kind: .directive, date: date, title: "关于加强技能培训的意见",
            number: "滇政发〔2030〕1号", issuer: BodyMention(ref: "CN-53", name: "云南省人民政府", official: "云南省人民政府"))
        sample.clause(
            "（一）", heading: "办好培训。", first,
            [sample.mark(first, .requirement(.must), id: "r1")], assignments: [hrss, finance],
            deadlines: [Deadline(when: "2030-12-31", basis: "t1")])
        sample.clause(
            "（二）", heading: "税前扣除。", "企业培训费用应当按规定税前扣除。",
            [sample.mark("企业培训费用应当按规定税前扣除。", .requirement(.must), id: "r2")], assignments: [finance])
        sample.clause(
            "（三）", heading: "建设工作室。", "支持企业建设工作室。（各州（市）人民政府负责）",
            [
                sample.mark("支持企业建设工作室。", .requirement(.encourage), id: "r3"),
                sample.mark("各州（市）人民政府", .body(BodyMention(name: "各州（市）人民政府", isClass: true)), id: "b3"),
            ], assignments: [cities])
        sample.clause(
            "（四）", "企业可以自主评价。", [sample.mark("企业可以自主评价。", .requirement(.may), id: "r4")])
        sample.clause(
            "（五）", "要宣传典型。", [sample.mark("要宣传典型。", .requirement(.must), id: "r5")])
        return addition(&sample)
    }

    static func spring() -> Addition {
        var sample = SampleDocument("bulletin-spring", work: "简报1", kind: .bulletin, date: "2030-04-20", title: "简报第1期")
        let built = "省人社厅计划建设的10个培训中心已建成9个。"
        let old = "2028年以来建成工作室521个。"
        sample.item(
            "培训中心建设", built + old,
            [
                sample.mark(
                    built,
                    .action(
                        ActionFact(
                            time: .point("2030-04-15"), state: .ongoing,
                            rate: ComputedRate(percent: "90.0", actual: "q2", planned: "q1"))), id: "a1"),
                sample.mark("省人社厅", .body(BodyMention(ref: "CN-53/hrss", name: "省人社厅", official: "云南省人力资源和社会保障厅"))),
                sample.mark("10个", .quantity(QuantityMention(value: "10", unit: "个")), id: "q1"),
                sample.mark("9个", .quantity(QuantityMention(value: "9", unit: "个")), id: "q2"),
                sample.mark(old, .action(ActionFact(time: .interval(from: "2028-01-01", to: "2029-12-31"))), id: "a2"),
            ])
        return addition(&sample)
    }

    static func autumn() -> Addition {
        var sample = SampleDocument("bulletin-autumn", work: "简报2", kind: .bulletin, date: "2031-02-05", title: "简报第2期")
        let trouble = "部分培训中心设备不到位。"
        let told = "《意见》要求，各地要建立培训中心。"
        sample.item(
            "培训中心存在问题", trouble,
            [sample.mark(trouble, .problem(ProblemFact(time: .point("2031-01-20"))), id: "x1")])
        sample.clause("", told, [sample.mark(told, .requirement(.must), id: "r9")], reportedOf: "关于加强技能培训的意见")
        return addition(&sample)
    }

    static func id(_ text: String) -> FactID {
        let parts = text.split(separator: "#").map(String.init)
        return FactID(document: parts[0], element: parts[1])
    }

    static func link(
        _ requirement: String, _ evidence: String, _ strength: Double, relation: Link.Relation = .reports,
        status: Link.Status = .proposed
    ) -> Link {
        Link(
            requirement: id(requirement), evidence: id(evidence), strength: strength, status: status, relation: relation,
            reasons: [Reason(.words, weight: strength, requirementWords: "培训中心", evidenceWords: "培训中心")])
    }

    static let springLinks = [
        link("opinion-000001#r1", "bulletin-spring#a1", 0.9), link("opinion-000001#r3", "bulletin-spring#a2", 0.3),
    ]
    static let autumnLinks = [
        link("opinion-000001#r1", "bulletin-autumn#x1", 0.7),
        link("opinion-000001#r1", "bulletin-autumn#r9", 0.95, relation: .restates),
    ]

    /// - Parameter reversed: adds the bulletins first.
    static func inquiry(reversed: Bool = false) throws -> Inquiry {
        let base = try KnowledgeBase.inMemory()
        let steps: [(Addition, [Link])] = [(opinion(), []), (spring(), springLinks), (autumn(), autumnLinks)]
        if reversed {
            for (addition, _) in steps.reversed() { try base.add(addition) }
            try base.relink { _ in (springLinks + autumnLinks).reversed() }
        } else {
            for (addition, links) in steps { try base.add(addition) { _ in links } }
        }
        return Inquiry(base, ontology: try ontology.get())
    }

    /// Read once for all tests.
    static let ontology = Result { () throws(Fault) in try Ontology.load() }
}
