import Foundation
import Links
import Provenance
import Store
import Vocabulary

/// Linking anew in memory at growing sizes: how its time grows against n log n.
struct LinkBench {
    let ontology: Ontology
    let path: String
    /// No more documents than these; nil: all.
    var most: Int?

    func run() throws {
        let linker = try Linker(ontology)
        let base = try KnowledgeBase.open(path)
        try base.read { reader throws in
            var entries: [(AddedDocument, LinkEntry)] = []
            try reader.linkEntries { entries.append(($0, $1)) }
            if let most { entries = Array(entries.prefix(most)) }
            var first: Double?
            for share in [8, 4, 2, 1] {
                let some = entries.prefix(entries.count / share)
                let book = LinkBook(linker)
                var (requirements, evidence, links) = (0, 0, 0)
                let time = try Stopwatch.processor {
                    for (place, entry) in some { book.resume(entry, key: place.key, firstFact: place.firstFact) }
                    let shelf = StoredShelf(reader, isForAll: true)
                    try book.linkAll({ body in for (place, entry) in some { try body(place.key, entry) } }, shelf: shelf) { links += $0.found.count }
                }
                for (place, _) in some {
                    guard let document = try reader.document(added: place) else { continue }
                    requirements += document.requirements
                    evidence += document.actions + document.problems
                }
                let size = Double(requirements + evidence)
                let cost = time / (size * log2(size)) * 1e9
                first = first ?? cost
                print(
                    String(
                        format: "  linking %7d requirements, %7d reports: %8.2f s, %5.2f ns a n log n (%.2f of the first), %.1f candidates a requirement, %d links",
                        requirements, evidence, time, cost, cost / (first ?? cost), Double(book.weighed) / Double(max(1, requirements)), links))
                fflush(nil)
            }
        }
    }
}
