import FoundationEssentials
import Intake
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

    /// Reading again by the same program gives the same base, and what persons decided stands.
    @Test func readingAgainKeepsWhatWasDecided() async throws {
        let files = try folder(4)
        try files.write(
            "bulletin.txt",
            Data("培训工作简报\n第1期\n2030年9月1日\n培训中心建设加快\n截至8月底，省财政厅支持各地建立第1批培训中心9个、第2批培训中心3个。\n".utf8))
        let base = try KnowledgeBase.inMemory()
        _ = try await pipeline().add([files.path], to: base)
        func links() throws -> [Link] {
            try base.read { reader throws in try reader.links(among: reader.documents(), reasons: true) }
                .sorted { ($0.requirement, $0.evidence) < ($1.requirement, $1.evidence) }
        }
        let found = try links()
        try #require(found.count >= 2)
        for (link, decision) in zip(found, [Review.Decision.confirm, .reject]) {
            try base.record(Review(requirement: link.requirement, evidence: link.evidence, decision: decision, by: "张三", at: "2030-10-01"))
        }
        let before = try links()
        let again = try await pipeline().renew(base, with: [files.path])
        #expect((again.readAgain, again.added, again.unchanged, again.newVersions) == (5, 0, 0, 0))
        #expect(try links() == before, "signals and what they say included")
        #expect(try links().prefix(2).map(\.status) == [.confirmed, .rejected])
        #expect(try base.read { try $0.documents().map(\.version) } == [1, 1, 1, 1, 1])
        #expect(try base.read { try $0.rulings(among: DocumentSet($0.documents())).allSatisfy { $0.changes.isEmpty } })
        #expect(try base.read { reader throws in try reader.passages(holding: "不得挪用资金", in: reader.documents()).count } == 4)
        // A document that comes afterwards finds the base in order.
        try files.write("doc-09.txt", Data(Self.opinion(9).utf8))
        #expect(try await pipeline().add([files.path], to: base).added == 1)
        #expect(try links().filter { $0.status != .proposed }.count == 2)
    }

    /// Each document in a run of its own, which reads no more of the base than it needs, has the links of all of them linked at once; the base
    /// takes documents apart meanwhile, and looks through the lists that they are on.
    @Test func runsOfOneDocumentLinkAsOneRunDoes() async throws {
        let ontology = try Self.ontology.get()
        let files = try SourceFiles()
        let subjects = ["老旧小区改造", "高标准农田建设", "森林防火巡护", "河道排污口整治", "充电桩建设"]
        for number in 1...24 {
            let subject = subjects[number % 5]
            let text =
                number % 2 == 0
                ? Self.opinion(number).replacing("建立第\(number)批培训中心", with: "推进\(subject)，完成\(subjects[number % 3])")
                : "工作简报\n第\(number)期\n甲省领导小组办公室    2030年\(4 + number % 8)月1日\n甲省推进\(subject)\n　　5月1日，省财政厅推进\(subject)，完成\(subject)\(number * 10)处。\n"
            try files.write("doc-\(100 + number).txt", Data(text.utf8))
        }
        func links(_ base: KnowledgeBase) throws -> [Link] {
            try base.read { reader throws in try reader.links(among: reader.documents(), reasons: true) }.sorted { $0.id < $1.id }
        }
        let whole = try KnowledgeBase.inMemory()
        _ = try await pipeline().fill(whole, with: [files.path])
        let wanted = try links(whole)
        #expect(wanted.count > 50)
        for segment in [2, 7] as [Int64] {
            let base = try KnowledgeBase.inMemory()
            let linking = Linking(ontology: ontology, segment: segment)
            let pipeline = Pipeline(ontology: ontology, allowsClassified: false, options: ReadingOptions(), workers: 1, linking: linking)
            for path in try SourceFolder(path: files.path).paths { #expect(await pipeline.add([path], to: base).added == 1) }
            #expect(try links(base) == wanted)
            _ = try await pipeline.renew(base, with: [files.path])
            #expect(try links(base) == wanted)
        }
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
