import Foundation
import Provenance
import Queries
import Store
import SuyuanTesting
import Vocabulary

/// Searches for words that the texts hold, each drawn from a place of its own, so that common ones are drawn as often as they stand: the first
/// page of twenty passages, with all counts, after one question to warm up.
struct SearchBench {
    let ontology: Ontology
    let path: String

    func run(words count: Int) throws {
        let base = try KnowledgeBase.open(path)
        let inquiry = Inquiry(base, ontology: ontology)
        let (texts, bytes) = try base.read { reader throws in try Self.sample(reader) }
        try Stopwatch.report("first search, which reads what all need") { _ = try inquiry.search("技能", limit: 20) }
        print(String(format: "%.1f MB of text", Double(bytes) / 1e6))
        for length in [1, 2, 4, 8] {
            var random = SeededGenerator(seed: UInt64(length))
            var (times, passages): ([Double], [Int]) = ([], [])
            while times.count < count {
                let text = texts[Int.random(in: 0..<texts.count, using: &random)]
                let start = Int.random(in: 0..<max(1, text.count), using: &random)
                guard start + length <= text.count else { continue }
                let words = String(scalars: Array(text[start..<start + length]))
                var found = 0
                times.append(try Stopwatch.processor { found = try inquiry.search(words, limit: 20).passages })
                passages.append(found)
            }
            times.sort()
            passages.sort()
            print(
                String(
                    format: "  %d characters: median %.2f ms of processor, nine in ten within %.2f ms, the slowest %.1f ms; median %d passages, most %d", length,
                    times[count / 2] * 1000, times[count * 9 / 10] * 1000, (times.last ?? 0) * 1000, passages[count / 2], passages.last ?? 0))
        }
        print(String(format: "  peak memory %.0f MB", Stopwatch.peak))
    }

    /// Some thousand passages from all over the base, folded, each as often as it is long; and the bytes of all.
    private static func sample(_ reader: Reader) throws -> (texts: [[Unicode.Scalar]], bytes: Int) {
        let all = try reader.plain("SELECT CAST(sum(length(CAST(text AS BLOB))) AS TEXT) FROM block", []).first?[0]
        let rows = try reader.plain("SELECT text FROM block WHERE abs(key * 2654435761 % 4294967296) % 64 = 0", [])
        // Long passages hold more places to draw from.
        let texts = rows.flatMap { row in
            let folded = Grams.folded(row[0] ?? "")
            return [[Unicode.Scalar]](repeating: folded, count: 1 + folded.count / 50)
        }
        return (texts.isEmpty ? [Array("技能培训体系建设".unicodeScalars)] : texts, (all ?? nil).flatMap { Int($0) } ?? 0)
    }
}
