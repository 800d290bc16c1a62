import Facts
import Links
import Provenance
import Testing
import Vocabulary

/// A report that tells of other regions as well (他地情况), and duties of one region by name.
@Suite("Whose deed a sentence tells")
struct OtherRegionTests {
    let linker: Linker

    init() throws { linker = try Linker(Ontology.load()) }

    private static let bureau = BodyMention(ref: "CN-5301/housing", name: "昆明市住房和城乡建设局")
    private static let report = DocumentContext(id: "report", kind: .report, date: "2030-09-30", issuers: [bureau])
    private static let plan = DocumentContext(
        id: "plan", kind: .directive, date: "2030-03-01", title: "关于推进老旧小区改造的实施意见", issuers: [BodyMention(ref: "CN-5301/government", name: "昆明市人民政府")])

    /// Elements of the sentences that answer strongly.
    private func answers(_ sentences: [String], to demand: String = "全市改造老旧小区120个，同步加装电梯。", actor: BodyMention = bureau) throws -> [String] {
        let evidence = sentences.enumerated().map {
            var one = Sample.evidence("a\($0 + 1)", $1, actors: [actor], scope: ["CN-5301"], in: Self.report)
            one.headings = ["一、改造情况"]
            return one
        }
        let requirements = [demand, "推广高标准农田建设。", "完善医疗保险异地就医结算。"].enumerated().map { Sample.requirement("r\($0 + 1)", $1, scope: ["CN-5301"], in: Self.plan) }
        return try linker.links(from: LinkableFacts(document: Self.report, evidence: evidence), to: Sample.demanding(requirements, Self.plan))
            .filter { $0.isStrong && $0.requirement.element == "r1" }.map(\.evidence.element)
    }

    @Test(
        "What another region did is none of one's own",
        arguments: [
            "曲靖市改造老旧小区146个，加装电梯58部。", "同期，曲靖市改造老旧小区146个，加装电梯58部。", "贵州省遵义市改造老旧小区146个，加装电梯58部。",
            "相邻的曲靖市去年改造老旧小区146个，加装电梯58部。", "兄弟市州中，曲靖市改造老旧小区146个，玉溪市加装电梯58部。", "全省改造老旧小区1460个，加装电梯580部。",
        ])
    func others(_ text: String) throws {
        #expect(try answers([text]) == [])
    }

    @Test(
        "The own region, a part of it, and what only names another one",
        arguments: [
            "改造老旧小区126个，加装电梯58部。", "昆明市改造老旧小区126个，加装电梯58部。", "盘龙区改造老旧小区26个，加装电梯18部。", "云南省昆明市盘龙区改造老旧小区26个，加装电梯18部。",
            "曲靖市与我市签约，共同改造老旧小区126个，加装电梯58部。", "曲靖市第一建筑公司改造老旧小区26个，加装电梯18部。", "全省首批老旧小区改造完成，加装电梯58部。",
            "改造老旧小区126个，加装电梯58部，曲靖市赴昆明考察。", "城区改造老旧小区126个，加装电梯58部。", "郊区改造老旧小区26个，加装电梯18部。",
        ])
    func own(_ text: String) throws {
        #expect(try answers([text]) == ["a1"])
    }

    @Test("A sentence goes on with the other region until it names a new one")
    func goesOn() throws {
        let sentences = ["曲靖市改造老旧小区146个。", "该市老旧小区加装电梯58部。", "其中，老旧小区改造惠及3万户。", "我市改造老旧小区126个，加装电梯58部。"]
        #expect(try answers(sentences) == ["a4"])
    }

    @Test("A duty that names a county is not answered by its neighbour, but by whoever tells of no place")
    func named() throws {
        let demand = "2030年底前，盘龙区改造老旧小区20个，加装电梯。"
        #expect(try answers(["盘龙区改造老旧小区21个，加装电梯9部。"], to: demand) == ["a1"])
        #expect(try answers(["老旧小区改造21个，加装电梯9部。"], to: demand) == ["a1"])
        #expect(try answers(["官渡区改造老旧小区21个，加装电梯9部。"], to: demand) == [])
        #expect(try answers(["官渡区改造老旧小区21个，加装电梯9部。"], to: "盘龙区等区改造老旧小区20个，加装电梯。") == ["a1"])
    }
}
