import Facts
import Foundation
import Provenance
import Structure
import Vocabulary

/// Measures what the README promises. Figures are wall-clock times of one run on this machine; run it on a quiet one.
@main
struct SuyuanBench {
    static func main() throws {
        let clock = ContinuousClock()
        var ontology: Ontology?
        let load = try clock.measure { ontology = try Ontology.load() }
        guard let ontology else { return }
        print("ontology  \(load)")
        var generator = GeneratedDocuments(thesaurus: ontology.thesaurus)
        let documents = (0..<2000).map { generator.document($0) }
        let sources = documents.map { document in
            (SourceText(document.text), SourceDescription(name: document.name, mediaType: "text/plain", encoding: "UTF-8", sha256: "000000", bytes: document.text.utf8.count, characters: 0))
        }
        let bytes = sources.reduce(0) { $0 + $1.1.bytes }
        var reader: PolicyReader?
        print("reader    \(clock.measure { reader = PolicyReader(ontology) })")
        guard let reader else { return }
        func report(_ name: String, _ body: () -> Void) {
            let time = clock.measure(body)
            let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
            print("\(name)  \(time)  \(Double(bytes) / 1e6 / seconds) MB/s")
        }
        let outlines = OutlineReader(markers: ontology.markers)
        report("structure") { for source in sources { _ = outlines.read(source.0) } }
        report("read     ") { for source in sources { _ = reader.read(source.0, source.1) } }
    }
}
