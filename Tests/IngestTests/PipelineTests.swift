import FoundationEssentials
import Links
import Provenance
import Store
import Testing
import Vocabulary

@testable import Ingest

@Suite("Pipeline")
struct PipelineTests {
    private static let ontology = Result { () throws(Fault) in try Ontology.load() }

    private func pipeline(workers: Int = 2) throws -> Pipeline {
        Pipeline(ontology: try Self.ontology.get(), workers: workers)
    }

    private static func opinion(_ number: Int) -> String {
        "甲省人民政府关于加强培训工作的意见\n甲政发〔2030〕\(number)号\n一、工作任务\n　　（一）办好培训。各地要建立第\(number)批培训中心。"
            + "（省财政厅牵头，2030年底前完成）\n　　（二）严格管理。不得挪用资金。\n2030年3月1日\n"
    }

    /// A folder of good documents with one empty, one binary and one cut-off file between them.
    private func folder(_ count: Int) throws -> SourceFiles {
        let files = try SourceFiles()
        for number in 1...count {
            try files.write("doc-\(number < 10 ? "0" : "")\(number).txt", Data(Self.opinion(number).utf8))
        }
        try files.write("doc-00-empty.txt", Data())
        try files.write("doc-02-binary.txt", Data((0..<2_000).map { UInt8(truncatingIfNeeded: $0 * 7) }))
        try files.write("doc-03-cut.txt", Data(Self.opinion(99).utf8.dropLast(3)) + Data([0xE4]))
        return files
    }

    @Test func whatCannotBeReadStopsNothingElse() async throws {
        let files = try folder(12)
        let base = try KnowledgeBase.inMemory()
        let report = try await pipeline().add([files.path, files.path + "/none"], to: base)
        #expect(report.added == 12)
        #expect(report.faults.count == 4)
        let faulty = report.faults.compactMap { fault in fault.place.map { String($0.file.suffix(12)) } }
        #expect(faulty.contains("00-empty.txt"))
        #expect(report.entries.map(\.path) == report.entries.map(\.path).sorted())
        #expect(try base.read { try $0.documents().count } == 12)
    }

    @Test func theNumberOfWorkersChangesNothing() async throws {
        let files = try folder(30)
        var seen: [[String]] = []
        for workers in [1, 2, 7] {
            let base = try KnowledgeBase.inMemory()
            _ = try await pipeline(workers: workers).add([files.path], to: base)
            seen.append(
                try base.read { reader throws in
                    let documents = try reader.documents()
                    return try documents.map { "\($0.id) \($0.version) \($0.source.sha256)" }
                        + reader.requirements(of: documents).map { "\($0)" } + reader.links(among: documents, reasons: true).map { "\($0)" }
                })
        }
        #expect(seen[0] == seen[1] && seen[1] == seen[2])
        #expect(seen[0].count > 30)
    }

    @Test func addingAgainChangesNothing() async throws {
        let files = try folder(5)
        let base = try KnowledgeBase.inMemory()
        _ = try await pipeline().add([files.path], to: base)
        try files.write("copy-of-1.txt", Data(Self.opinion(1).utf8))
        let again = try await pipeline().add([files.path, files.path], to: base)
        #expect(again.added == 0 && again.unchanged == 6 && again.newVersions == 0)
        #expect(try base.read { try $0.documents().count } == 5)
    }

    @Test func aChangedDocumentIsANewVersion() async throws {
        let files = try folder(1)
        let base = try KnowledgeBase.inMemory()
        _ = try await pipeline().add([files.path], to: base)
        try files.write("doc-01.txt", Data(Self.opinion(1).replacing("要建立", with: "必须建立").utf8))
        let again = try await pipeline().add([files.path], to: base)
        #expect(again.newVersions == 1)
        #expect(try base.read { try $0.documents().map(\.version).sorted() } == [1, 2])
    }

    @Test func aBaseFilledAtOnceHoldsTheSameDocuments() async throws {
        let files = try folder(6)
        let added = try KnowledgeBase.inMemory()
        let filled = try KnowledgeBase.inMemory()
        _ = try await pipeline().add([files.path], to: added)
        let report = try await pipeline().fill(filled, with: [files.path])
        #expect(report.added == 6)
        func facts(_ base: KnowledgeBase) throws -> [Requirement] {
            try base.read { reader throws in try reader.requirements(of: reader.documents()).map(\.requirement) }
        }
        #expect(try facts(added) == facts(filled))
    }
}

/// A folder that is there while a test runs.
final class SourceFiles: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("sources-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func write(_ name: String, _ data: Data) throws {
        try data.write(to: URL(filePath: path + "/" + name))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
