import Facts
import Foundation
import Ingest
import Provenance
import Queries
import Store
import Vocabulary

/// A knowledge base of generated documents: adding, asking.
struct BaseBench {
    let ontology: Ontology
    let documents: Int

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("suyuan-bench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { if ProcessInfo.processInfo.environment["KEEP"] == nil { try? FileManager.default.removeItem(at: folder) } else { print(folder.path) } }
        let sources = folder.appendingPathComponent("sources")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        var generator = GeneratedOffice(ontology)
        for index in 0..<documents {
            let document = generator.document(index)
            try Data(document.text.utf8).write(to: sources.appendingPathComponent(document.name))
        }
        print("base of \(documents) documents")
        let path = folder.appendingPathComponent("bench.db").path
        let base = try KnowledgeBase.create(path)
        let pipeline = Pipeline(ontology: ontology)
        let report = await Stopwatch.report("  add, linked", per: "documents/s", amount: Double(documents)) {
            await pipeline.add([sources.path], to: base)
        }
        let failed = report.entries.count { $0.fault != nil }
        if failed > 0 { print("  \(failed) documents could not be added") }
        let inquiry = Inquiry(base, ontology: ontology)
        let gaps = try Stopwatch.report("  gaps") { try inquiry.gaps() }
        _ = try Stopwatch.report("  summary") { try inquiry.summary() }
        if let first = gaps.bare.first?.requirement.id {
            print("  \(gaps.asked) requirements asked about, \(gaps.bare.count) without any evidence")
            try Stopwatch.report("  trace of one requirement") { _ = try inquiry.trace(first) }
        }
        try Stopwatch.report("  search of four characters") { _ = try inquiry.search("技能竞赛") }
    }
}
