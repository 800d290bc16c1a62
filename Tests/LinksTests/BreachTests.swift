import Facts
import Links
import Provenance
import Testing
import Vocabulary

/// Prohibitions, and reports that they were broken (违反禁止性规定).
@Suite("What breaks a prohibition")
struct BreachTests {
    let linker: Linker

    init() throws { linker = try Linker(Ontology.load()) }

    private func link(_ text: String, _ modality: Modality = .mustNot) throws -> Link? {
        let requirements = [Sample.requirement("r1", "严禁在楼道内停放电动自行车和充电。", modality: modality), Sample.requirement("r2", "推广高标准农田建设。")]
        return try linker.links(from: Sample.reporting([Sample.evidence("a1", text)]), to: Sample.demanding(requirements)).first { $0.requirement.element == "r1" }
    }

    @Test(
        "What was done against it contradicts it, what was done about that supports it",
        arguments: [
            ("城东一住户在楼道内给电动自行车充电引发火灾。", Link.Verdict.contradicts), ("物业在楼道内停放电动自行车，已被责令改正。", .contradicts), ("查处楼道内停放电动自行车充电24起。", .supports),
            ("楼道内停放电动自行车充电的现象未引发火灾。", .supports), ("严防楼道内电动自行车充电引发火灾，检查小区96个。", .supports),
        ])
    func breaches(_ text: String, _ verdict: Link.Verdict) throws {
        #expect(try #require(try link(text)).verdict == verdict)
    }

    @Test("Only a prohibition is broken so")
    func others() throws {
        #expect(try link("楼道内停放电动自行车充电引发火灾。", .must)?.verdict != .contradicts)
    }

    @Test("A breach is a problem")
    func state() throws {
        let rules = try StateRules(Ontology.load())
        let evidence = Sample.evidence("a1", "楼道内停放电动自行车充电引发火灾。")
        let link = try #require(try link(evidence.text))
        let requirement = Sample.requirement("r1", "严禁在楼道内停放电动自行车和充电。", modality: .mustNot)
        #expect(rules.coverage(of: requirement, evidence: [LinkedEvidence(link: link, evidence: evidence)], asOf: CalendarDay(2030, 12, 1)).state == .problem)
    }
}
