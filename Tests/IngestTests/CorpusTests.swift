import FoundationEssentials
import Provenance
import Queries
import Store
import Testing
import Vocabulary

@testable import Ingest

@Suite("The corpus of the project")
struct CorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
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
