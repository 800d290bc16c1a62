import FoundationEssentials
import Provenance
import Queries
import Store
import Testing
import Vocabulary

@testable import Ingest

@Suite("The corpus of the project")
struct CorpusTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus").path

    @Test func goesInWholeAndComesOutInAnyOrder() async throws {
        let ontology = try Ontology.load()
        let pipeline = Pipeline(ontology: ontology)
        let paths = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0.hasSuffix(".txt") }.sorted()
            .map { Self.folder + "/" + $0 }
        try #require(!paths.isEmpty)
        let forward = try KnowledgeBase.inMemory()
        let report = try await pipeline.fill(forward, with: [Self.folder])
        #expect(report.faults.isEmpty)
        #expect(report.added == paths.count)
        let backward = try KnowledgeBase.inMemory()
        _ = await pipeline.add(paths.reversed(), to: backward)
        let (first, second) = (Inquiry(forward, ontology: ontology), Inquiry(backward, ontology: ontology))
        let matrix = try first.matrix()
        #expect(matrix.rows.count > 20)
        #expect(try second.matrix() == matrix)
        #expect(try first.gaps() == second.gaps())
        #expect(try first.documents() == second.documents())
    }
}

extension CorpusTests {
    /// The centre's opinion, issued by a group that no ontology lists; the province's, and the prefecture's plan: each level stands below
    /// the one that it carries out, and what one province has completed is not completed in the country.
    @Test func aDutyIsFollowedFromTheCentreToThePrefecture() async throws {
        let base = try KnowledgeBase.inMemory()
        let ontology = try Ontology.load()
        _ = try await Pipeline(ontology: ontology).fill(base, with: [Self.folder])
        let inquiry = Inquiry(base, ontology: ontology)
        let trace = try #require(try inquiry.trace("健全国家、行业、地方、企业竞赛体系").requirements.first)
        #expect(trace.row.state != .done)
        let files = trace.chain.map { String($0.requirement.place.document.file.dropFirst("2022-00-00-".count)) }
        #expect(files.first == "national-opinion.txt" && trace.chain.first?.depth == 0)
        #expect(files.contains("provincial-opinion.txt") && files.contains("chuxiong-plan.txt"), "\(files)")
        #expect(trace.chain.dropFirst().allSatisfy { $0.depth > 0 })
    }
}

extension CorpusTests {
    /// The centre's opinion is carried out by the province's, that by the prefecture's plan, which leaves housing and child care out, asks
    /// for a lower share later, sets no day for a survey, and adds an alliance of its own.
    @Test func whatIsHandedDownIsComparedLevelByLevel() async throws {
        let base = try KnowledgeBase.inMemory()
        let ontology = try Ontology.load()
        _ = try await Pipeline(ontology: ontology).fill(base, with: [Self.folder])
        let inquiry = Inquiry(base, ontology: ontology)
        let report = try inquiry.cascade()
        try #require(report.pairs.map(\.lower.number) == ["云工发〔2022〕37号", "楚工发〔2022〕25号"])
        #expect(report.pairs.map(\.upper.number) == ["产改协发〔2022〕1号", "云工发〔2022〕37号"])
        func told(_ pair: CascadePair) -> [String] {
            pair.findings.map { row in
                "\(row.kind.rawValue) " + (row.upper.compactMap(\.number).first ?? "") + (row.lower.compactMap(\.number).first ?? "")
            }
        }
        #expect(told(report.pairs[0]) == ["added （二十一）", "added （二十四）", "added （二十五）"])
        #expect(told(report.pairs[1]) == ["weakened （十六）15.", "dropped （二十）", "weakened （二十一）19.", "added 10."])
        #expect(report.pairs[1].findings[1].upper.count == 2)
        #expect(report.pairs[1].findings[0].why.map(\.key) == ["cascade.deadline", "cascade.target"])
        // The same is told of the requirement itself, from both sides.
        for words in ["职工子女托管班", "2023年底前百人以上企业建会率达到90%以上"] {
            let trace = try #require(try inquiry.trace(words).requirements.first)
            #expect(trace.differences.count == 1, "\(words)")
        }
    }
}
