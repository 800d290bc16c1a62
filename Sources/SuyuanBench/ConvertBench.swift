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
    let sources: [(name: String, bytes: [UInt8])]

    static func generated(_ count: Int, _ ontology: Ontology) -> [(name: String, bytes: [UInt8])] {
        var generator = GeneratedDocuments(thesaurus: ontology.thesaurus)
        return (0..<count).map { index in
            let document = generator.document(index)
            return (document.name, Array(document.text.utf8))
        }
    }

    static func files(in folder: String) throws -> [(name: String, bytes: [UInt8])] {
        try SourceFolder(path: folder).paths.map { path in
            (path, [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
        }
    }

    private var megabytes: Double { Double(sources.reduce(0) { $0 + $1.bytes.count }) / 1e6 }

    /// The hash of all XML, one after the other: the same before and after a change that only makes things faster.
    func digest() throws {
        let converter = Converter(ontology: ontology)
        var hashes = ""
        try Stopwatch.report("bytes to XML, one core", per: "MB/s", amount: megabytes) {
            for source in sources {
                let conversion = try converter.convert(SourceReader.read(source.bytes, path: source.name), path: source.name)
                hashes += ContentHash.sha256(conversion.xml)
            }
        }
        print(ContentHash.sha256(Array(hashes.utf8)))
    }

    func run() async throws {
        print(String(format: "convert: %d documents, %.1f MB", sources.count, megabytes))
        let converter = Converter(ontology: ontology)
        let outlines = OutlineReader(markers: ontology.markers)
        let reader = PolicyReader(ontology)

        let received = try Stopwatch.report("  decode, one core", per: "MB/s", amount: megabytes) {
            try sources.map { try SourceReader.read($0.bytes, path: $0.name) }
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
                                _ = try converter.convert(SourceReader.read(sources[index].bytes, path: sources[index].name), path: sources[index].name)
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
        }
    }
}
