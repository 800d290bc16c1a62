import Facts
import Foundation
import Ingest
import Provenance
import Queries
import Store
import Structure
import Vocabulary

/// Measures what the README promises: MB/s of conversion on one core and on two, documents/s of `add`, and the time of a gap
/// list and of a trace over 1,000 and 10,000 generated documents. Wall-clock times of single runs: use a quiet machine.
///
///     swift run -c release SuyuanBench [convert] [base] [DOCUMENTS…]
@main
struct SuyuanBench {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let sizes = arguments.compactMap { Int($0) }
        let all = !arguments.contains { Int($0) == nil }
        let ontology = try Stopwatch.report("ontology loaded") { try Ontology.load() }
        if all || arguments.contains("convert") { try await ConvertBench(ontology: ontology).run() }
        if all || arguments.contains("base") {
            for size in sizes.isEmpty ? [1_000, 10_000] : sizes { try await BaseBench(ontology: ontology, documents: size).run() }
        }
    }
}

/// Times one piece of work and prints a line for it.
enum Stopwatch {
    @discardableResult
    static func report<Value>(_ name: String, per unit: String? = nil, amount: Double = 0, _ work: () throws -> Value) rethrows -> Value {
        let start = ContinuousClock.now
        let value = try work()
        line(name, ContinuousClock.now - start, unit, amount)
        return value
    }

    @discardableResult
    static func report<Value>(_ name: String, per unit: String? = nil, amount: Double = 0, _ work: () async throws -> Value) async rethrows -> Value {
        let start = ContinuousClock.now
        let value = try await work()
        line(name, ContinuousClock.now - start, unit, amount)
        return value
    }

    private static func line(_ name: String, _ time: Duration, _ unit: String?, _ amount: Double) {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        var text = name.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%10.1f ms", seconds * 1000)
        if let unit { text += String(format: "%12.1f %@", amount / seconds, unit) }
        print(text)
    }
}
