import Foundation
import Ingest
import Intake
import Provenance
import Queries
import Store
import Vocabulary

/// A knowledge base of generated documents: what adding costs as it grows, then linking and asking.
struct BaseBench {
    let ontology: Ontology
    let documents: Int
    let keep: String?
    /// Links all documents at the end, at once.
    let fills: Bool

    /// Bases of these sizes are told apart: adding a document to the larger may cost three times as much at most.
    private static let marks = [100, 10_000]

    func run() async throws {
        let folder =
            keep.map { URL(fileURLWithPath: $0) }
            ?? FileManager.default.temporaryDirectory.appendingPathComponent("suyuan-bench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { if keep == nil { try? FileManager.default.removeItem(at: folder) } }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        print("base of \(documents) documents")
        let path = folder.appendingPathComponent("bench.db").path
        let base = try KnowledgeBase.create(path)
        let pipeline = Pipeline(ontology: ontology)
        var generator = GeneratedOffice(ontology)
        // A base that was kept before is gone on with.
        var made = try base.read { reader throws in try reader.documents().count }
        for index in 0..<made { _ = generator.document(index) }
        var serial = 0
        /// Writes so many documents to a folder of their own.
        func generated(_ count: Int) throws -> String {
            serial += 1
            let sources = folder.appendingPathComponent("sources-\(serial)")
            try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
            for index in made..<made + count {
                let document = generator.document(index)
                try Data(document.text.utf8).write(to: sources.appendingPathComponent(document.name))
            }
            made += count
            return sources.path
        }
        for mark in (Self.marks.filter { $0 > made && $0 < documents && !fills } + [documents]) where mark > made {
            let new = mark - made
            let sources = try generated(new)
            let report = try await Stopwatch.report("  add, linked, up to \(mark)", per: "documents/s", amount: Double(new)) {
                fills ? try await pipeline.fill(base, with: [sources]) : await pipeline.add([sources], to: base)
            }
            let failed = report.entries.count { $0.fault != nil }
            if failed > 0 { print("  \(failed) documents could not be added") }
            guard Self.marks.contains(mark) else { continue }
            serial += 1
            let (together, alone) = (folder.appendingPathComponent("together-\(serial)"), folder.appendingPathComponent("alone-\(serial)"))
            made += try AddBench.write(&generator, from: made, together: together, alone: alone)
            try await AddBench(pipeline: pipeline, base: base).run(mark, together: together.path, alone: alone.path)
        }
        print("  vocabulary: \(generator.vocabulary.drawn) terms drawn of \(generator.vocabulary.all), by Zipf's law")
        try LinkBench(ontology: ontology, path: path).run()
        try QuestionBench(ontology: ontology, path: path).run()
    }
}

/// What one more document costs a base: in a run of many, and in a run of its own, which begins by reading what the base keeps for linking.
struct AddBench {
    static let probes = 20
    /// Opinions and bulletins that are added one by one.
    static let alone = (opinions: 2, bulletins: 5)

    let pipeline: Pipeline
    let base: KnowledgeBase

    /// - Parameters:
    ///   - together: a folder of `probes` documents.
    ///   - alone: a folder of some that are added one by one.
    func run(_ size: Int, together: String, alone: String) async throws {
        let single = try SourceFolder(path: alone).paths
        var costs: [Bool: [Double]] = [:]
        for one in single {
            let start = Stopwatch.processor
            let report = await pipeline.add([one], to: base)
            guard report.added == 1 else { return fail(report) }
            costs[GeneratedOffice.isOpinion(one), default: []].append((Stopwatch.processor - start) * 1000)
        }
        var marks = [Stopwatch.processor]
        let report = await pipeline.add([together], to: base) { _ in marks.append(Stopwatch.processor) }
        guard report.faults.isEmpty, marks.count > 3, let last = marks.last else { return fail(report) }
        // The second document of a run reads the index of the whole base.
        let further = (last - marks[2]) / Double(marks.count - 3)
        func list(_ costs: [Double]?) -> String { (costs ?? []).map { String(format: "%.1f", $0) }.joined(separator: ", ") }
        print("  one document alone added to \(size), ms of processor: bulletins \(list(costs[false])); opinions \(list(costs[true]))")
        print(String(format: "  in a run of many %.1f ms each, and %.1f ms once for the first two", further * 1000, (marks[2] - marks[0] - 2 * further) * 1000))
        fflush(nil)
    }

    private func fail(_ report: IngestReport) {
        print("  documents could not be added, or were there already: \(report.faults.first.map { "\($0)" } ?? "")")
    }

    /// The same for a base that is there already, whose generated documents are gone on with.
    static func run(_ ontology: Ontology, path: String, seed: UInt64) async throws {
        let base = try KnowledgeBase.open(path)
        let size = try base.read { reader throws in try reader.documents().count }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("suyuan-add-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var generator = GeneratedOffice(ontology, seed: seed)
        let (together, alone) = (folder.appendingPathComponent("together"), folder.appendingPathComponent("alone"))
        try write(&generator, from: size, together: together, alone: alone)
        try await AddBench(pipeline: Pipeline(ontology: ontology), base: base).run(size, together: together.path, alone: alone.path)
    }

    /// Writes what is to be added to two folders.
    /// - Returns: how many documents these are.
    @discardableResult
    static func write(_ generator: inout GeneratedOffice, from first: Int, together: URL, alone: URL) throws -> Int {
        for folder in [together, alone] { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        var (opinions, bulletins) = Self.alone
        var made = 0
        var shared = 0
        while shared < probes || opinions > 0 || bulletins > 0 {
            let document = generator.document(first + made)
            made += 1
            var folder = alone
            if GeneratedOffice.isOpinion(document.name), opinions > 0 {
                opinions -= 1
            } else if !GeneratedOffice.isOpinion(document.name), bulletins > 0 {
                bulletins -= 1
            } else {
                folder = together
                shared += 1
            }
            try Data(document.text.utf8).write(to: folder.appendingPathComponent(document.name))
        }
        return made
    }
}
