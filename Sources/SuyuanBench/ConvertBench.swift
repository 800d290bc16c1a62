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
        var office = GeneratedOffice(ontology)
        return (0..<count).map { index in
            let document = office.document(index)
            return (document.name, Array(document.text.utf8))
        }
    }

    static func files(in folder: String) throws -> [(name: String, bytes: [UInt8])] {
        try SourceFolder(path: folder).paths.map { path in
            (path, [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
        }
    }

    private var megabytes: Double { Double(sources.reduce(0) { $0 + $1.bytes.count }) / 1e6 }

    /// Elements that tell where they stand in the source: what conversion costs goes with their number.
    private static func places(in xml: [UInt8]) -> Int {
        let attribute = Array(" start=".utf8)
        return xml.indices.count { xml[$0] == attribute[0] && xml[$0...].starts(with: attribute) }
    }

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

    /// Passes over all sources. A machine is disturbed only towards slower, so the best of several is what the program takes;
    /// the middle one tells how disturbed the machine was.
    private static let passes = 5

    func run() async throws {
        print(String(format: "convert: %d documents, %.1f MB; best of %d passes", sources.count, megabytes, Self.passes))
        let converter = Converter(ontology: ontology)
        var best: [Double] = []
        var written: [[UInt8]] = []
        for _ in 0..<Self.passes {
            let pass = try stages()
            written = pass.written
            best = best.isEmpty ? pass.seconds : zip(best, pass.seconds).map { min($0, $1) }
        }
        let whole = best.reduce(0, +)
        for (name, time) in zip(["decode", "structure", "facts", "XML"], best) {
            print(String(format: "  %@ %8.1f ms %8.1f MB/s %6.1f %%", name.padding(toLength: 12, withPad: " ", startingAt: 0), time * 1000, megabytes / time, time / whole * 100))
        }
        let places = written.reduce(0) { $0 + Self.places(in: $1) }
        print(String(format: "  XML written: %.1f MB, an element with a place every %.0f bytes of source",
            Double(written.reduce(0) { $0 + $1.count }) / 1e6, megabytes * 1e6 / Double(max(1, places))))
        if let parsing = try XMLLint.time(over: written) {
            print(String(format: "  xmllint --noout --stream: %.1f ms; conversion takes %.2f times as long", parsing * 1000, whole / parsing))
        } else {
            print("  xmllint is not installed: no ratio to it")
        }
        written = []
        var single = Double.infinity
        for workers in [1, 2] {
            var seconds: [Double] = []
            for _ in 0..<Self.passes { seconds.append(try await Stopwatch.time { try await convert(converter, workers) }) }
            seconds.sort()
            if workers == 1 { single = seconds[0] }
            print(String(format: "  bytes to XML, %@ %8.1f ms %8.1f MB/s, middle pass %.1f MB/s%@", workers == 1 ? "one core " : "two cores", seconds[0] * 1000,
                megabytes / seconds[0], megabytes / seconds[Self.passes / 2], workers == 1 ? "" : String(format: "; %.2f times one core", single / seconds[0])))
        }
    }

    /// One pass, stage by stage: the seconds of decoding, structure, facts and XML, and the XML.
    private func stages() throws -> (seconds: [Double], written: [[UInt8]]) {
        let outlines = OutlineReader(markers: ontology.markers)
        let reader = PolicyReader(ontology)
        var received: [ReceivedSource] = []
        var outlined = 0
        var documents: [PolicyDocument] = []
        var written: [[UInt8]] = []
        let decoding = try Stopwatch.time { received = try sources.map { try SourceReader.read($0.bytes, path: $0.name) } }
        let structure = Stopwatch.time { for source in received { outlined += outlines.read(source.text).body.count } }
        let reading = Stopwatch.time { documents = received.map { reader.read($0.text, $0.description) } }
        let writing = try Stopwatch.time { written = try documents.map { try DocumentWriter.bytes(of: $0) } }
        // Facts are read from an outline: what reading takes beyond it is theirs.
        return ([decoding, structure, reading - structure, writing], written)
    }

    private func convert(_ converter: Converter, _ workers: Int) async throws {
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
