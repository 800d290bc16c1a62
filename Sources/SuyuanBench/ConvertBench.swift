import DocumentXML
import Facts
import Foundation
import Ingest
import Intake
import Provenance
import Structure
import Vocabulary

/// Conversion by itself: bytes in, XML out, nothing written.
struct ConvertBench {
    let ontology: Ontology
    /// About 8 MB of source text.
    private static let documents = 4_000

    func run() async throws {
        var generator = GeneratedDocuments(thesaurus: ontology.thesaurus)
        let sources = (0..<Self.documents).map { index in
            let document = generator.document(index)
            return (document.name, Array(document.text.utf8))
        }
        let megabytes = Double(sources.reduce(0) { $0 + $1.1.count }) / 1e6
        print(String(format: "convert: %d documents, %.1f MB", sources.count, megabytes))
        let converter = Converter(ontology: ontology)
        let outlines = OutlineReader(markers: ontology.markers)
        let reader = PolicyReader(ontology)

        let received = try Stopwatch.report("  decode, one core", per: "MB/s", amount: megabytes) {
            try sources.map { try SourceReader.read($0.1, path: $0.0) }
        }
        Stopwatch.report("  structure, one core", per: "MB/s", amount: megabytes) {
            for source in received { _ = outlines.read(source.text) }
        }
        let documents = Stopwatch.report("  structure and facts, one core", per: "MB/s", amount: megabytes) {
            received.map { reader.read($0.text, $0.description) }
        }
        let written = try Stopwatch.report("  XML, one core", per: "MB/s", amount: megabytes) {
            try documents.reduce(0) { try $0 + DocumentWriter.bytes(of: $1).count }
        }
        print(String(format: "  XML written: %.1f MB", Double(written) / 1e6))
        for workers in [1, 2] {
            try await Stopwatch.report("  bytes to XML, \(workers == 1 ? "one core" : "two cores")", per: "MB/s", amount: megabytes) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for worker in 0..<workers {
                        group.addTask {
                            for index in stride(from: worker, to: sources.count, by: workers) {
                                _ = try converter.convert(SourceReader.read(sources[index].1, path: sources[index].0), path: sources[index].0)
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
        }
    }
}
