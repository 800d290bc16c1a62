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

    private func base() throws -> KnowledgeBase {
        let base = try KnowledgeBase.inMemory()
        try base.add(addition("one", kind: .requirement(.must), terms: ["培训", "中心", "中心"]))
        try base.add(addition("two", work: "w", kind: .requirement(.must), terms: ["培训", "中心"]))
        try base.add(addition("two-new", work: "w", kind: .requirement(.must), terms: ["培训"]))
        try base.add(addition("three", kind: .requirement(.must), terms: ["竞赛"]))
        try base.add(addition("act", kind: .action(ActionFact()), terms: ["培训", "竞赛", "罕见"]))
        return base
    }

    @Test(arguments: [
        ([], [["培训"]], 2, ["one", "two-new"]), ([], [["中心"]], 2, ["one"]), ([], [["中心"], ["竞赛"]], 2, ["one", "three"]),
        ([], [["税"], []], 2, []), ([["罕见"]], [], 2, ["act"]), ([["竞赛"]], [], 2, ["act", "three"]), ([["中心", "培训"]], [], 1, ["one"]),
        ([["竞赛"]], [["中心", "培训"]], 3, ["one", "three", "two-new"]), ([], [], 9, ["act", "one", "three", "two-new"]),
    ])
    func documentsAreFoundByTheRarestKeys(
        requirements: [[String]], evidence: [[String]], limit: Int, documents: [String]
    ) throws {
        let found = try base().read {
            try $0.candidates(
                requirementKeys: requirements, evidenceKeys: evidence, besides: DocumentContext(id: "new", work: "new"), limit: limit)
        }
        #expect(found.sorted() == documents)
    }

    @Test func otherVersionsOfTheSameWorkAreLeftOut() throws {
        for limit in [2, 9] {
            let found = try base().read {
                try $0.candidates(
                    requirementKeys: [], evidenceKeys: [["培训"]], besides: DocumentContext(id: "two-new", work: "w"), limit: limit)
            }
            #expect(!found.contains { $0.hasPrefix("two") })
        }
    }

    /// However common a key is, the documents that share a rare one come first.
    @Test func rareKeysDecide() throws {
        let base = try KnowledgeBase.inMemory()
        for number in 0..<80 {
            try base.add(addition("c\(number)", kind: .requirement(.must), terms: number == 70 ? ["常见", "罕见"] : ["常见"]))
        }
        let found = try base.read {
            try $0.candidates(
                requirementKeys: [], evidenceKeys: [["常见", "罕见"]], besides: DocumentContext(id: "new", work: "new"), limit: 10)
        }
        #expect(found.count == 10)
        #expect(found.first == "c70")
    }

    @Test func factsComeBackForTheLinkerAsTheyWere() throws {
        let base = try KnowledgeBase.inMemory()
        for addition in [Samples.opinion(), Samples.bulletin()] {
            try base.add(addition)
            let facts = try base.read { reader throws in
                try reader.document(id: addition.document.id).map { try reader.linkableFacts(of: $0) }
            }
            #expect(facts == addition.facts)
        }
    }
}
