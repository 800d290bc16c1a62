import Facts
import Links
import Provenance
import SuyuanTesting
import Testing

@testable import Store

@Suite("Candidates for links")
struct CandidateTests {
    private func addition(_ id: String, work: String? = nil, kind: Fact, terms: [String]) -> Addition {
        var sample = SampleDocument(id, work: work, kind: .other)
        sample.item(nil, "\(id)的一句话。", [sample.mark("\(id)的一句话。", kind, id: "f")])
        let document = sample.finished()
        return Addition(
            document: document, xml: [], path: nil, facts: LinkableFacts(document), lines: nil, terms: ["f": terms])
    }

    @Test func factsAreFoundByTheTermsTheyShare() throws {
        let base = try KnowledgeBase.inMemory()
        try base.add(addition("one", kind: .requirement(.must), terms: ["培训", "中心", "中心"]))
        try base.add(addition("two", kind: .requirement(.must), terms: ["培训"]))
        try base.add(addition("three", kind: .requirement(.must), terms: ["竞赛"]))
        try base.add(addition("act", kind: .action(ActionFact()), terms: ["培训", "竞赛"]))
        try base.read { reader throws in
            #expect(try reader.requirements(sharing: [["培训"]]).map(\.requirement.id.document) == ["one", "two"])
            #expect(try reader.requirements(sharing: [["中心"], ["竞赛"]]).map(\.requirement.id.document) == ["one", "three"])
            #expect(try reader.requirements(sharing: [["税"], []]).isEmpty)
            #expect(try reader.evidence(sharing: [["竞赛"]]).map(\.evidence.id.document) == ["act"])
            let frequencies = try reader.frequencies(of: ["培训", "竞赛", "税"])
            #expect(frequencies["培训"]?.requirements == 2 && frequencies["培训"]?.evidence == 1)
            #expect(frequencies["竞赛"]?.requirements == 1 && frequencies["税"] == nil)
        }
    }

    @Test func supersededVersionsAreNoCandidates() throws {
        let base = try KnowledgeBase.inMemory()
        try base.add(addition("old", work: "w", kind: .requirement(.must), terms: ["培训"]))
        try base.add(addition("new", work: "w", kind: .requirement(.must), terms: ["培训"]))
        #expect(try base.read { try $0.requirements(sharing: [["培训"]]) }.map(\.requirement.id.document) == ["new"])
    }

    /// However common a term is, the facts that share a rare one come first and no more than the limit are compared.
    @Test func rareTermsDecide() throws {
        let base = try KnowledgeBase.inMemory()
        for number in 0..<(Reader.candidateLimit + 20) {
            try base.add(addition("c\(number)", kind: .requirement(.must), terms: number == 70 ? ["常见", "罕见"] : ["常见"]))
        }
        let found = try base.read { try $0.requirements(sharing: [["常见", "罕见"]]) }
        #expect(found.count == Reader.candidateLimit)
        #expect(found.contains { $0.requirement.id.document == "c70" })
    }
}
