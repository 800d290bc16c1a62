import Exports
import Foundation
import Ingest
import Provenance
import Queries
import Store
import Vocabulary

/// A base as a package, and a package into an empty base, beside what `xmllint --stream` takes to read the same XML: no slower than a third of its
/// speed is what is promised, within 300 MB.
struct PackageBench {
    let ontology: Ontology
    let path: String

    /// - Parameter kept: where the package stays; what is there is received, else it is written. Nil: both, in a folder that goes.
    func run(folder kept: String?) throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "suyuan-package-\(ProcessInfo.processInfo.processIdentifier)").path
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let folder = kept ?? scratch + "/package"
        let isThere = FileManager.default.fileExists(atPath: folder + "/manifest.xml")
        let export = isThere ? nil : try write(to: folder)
        let receive = kept == nil || isThere ? try take(folder, into: scratch + "/received.db") : nil
        let names = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".xml") }.sorted()
        let bytes = try names.reduce(0) { try $0 + (FileManager.default.attributesOfItem(atPath: folder + "/" + $1)[.size] as? Int ?? 0) }
        let lint = try XMLLint.time(over: names, in: folder)
        func line(_ name: String, _ seconds: Double) {
            let share = lint.map { String(format: ", %.2f of the speed of xmllint --stream", $0 / seconds) } ?? ""
            print(String(format: "  %@: %.1f s, %.1f MB/s of XML", name, seconds, Double(bytes) / 1e6 / seconds) + share)
        }
        print(String(format: "%d files, %.1f MB of XML; xmllint --stream: %@", names.count, Double(bytes) / 1e6, lint.map { String(format: "%.1f s", $0) } ?? "not installed"))
        if let export { line("export", export) }
        if let receive { line("receive", receive) }
        print(String(format: "  peak memory %.0f MB", Stopwatch.peak))
    }

    /// Seconds of processor.
    private func write(to folder: String) throws -> Double {
        let base = try KnowledgeBase.open(path)
        let export = PackageExport(Inquiry(base, ontology: ontology), origin: .init(version: "bench"))
        return try Stopwatch.processor { _ = try export.write(to: FolderSink(path: folder)) }
    }

    private func take(_ folder: String, into path: String) throws -> Double {
        let schemas = try PackageSchemas()
        let base = try KnowledgeBase.create(path)
        let start = Stopwatch.processor
        let files = try PackageFiles(path: folder)
        let inspection = PackageInspection(files, schemas: schemas)
        let checked = Stopwatch.processor - start
        let outcome = try PackageReceiver(base, ontology: ontology).receive(files, inspection)
        print(String(format: "received %d documents, %d links, %d findings; checked in %.1f s", outcome.taken, outcome.links, inspection.findings.count, checked))
        return Stopwatch.processor - start
    }
}
