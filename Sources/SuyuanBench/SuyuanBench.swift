import ArgumentParser
import Foundation
import Vocabulary

/// Measures what the README promises: MB/s of conversion by stage, on one core and on two; documents/s of `add`; and the time of
/// a gap list and of a trace over 1,000 and 10,000 generated documents. Wall-clock times of single runs: use a quiet machine.
@main
struct SuyuanBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "SuyuanBench",
        abstract: "Measures conversion, adding and asking over generated documents, or conversion over a folder of real ones.",
        subcommands: [Convert.self, Base.self, Pages.self, Formats.self, Fuzz.self]
    )

    func run() async throws {
        let ontology = try Stopwatch.report("ontology loaded") { try Ontology.load() }
        try await ConvertBench(ontology: ontology, sources: ConvertBench.generated(4_000, ontology)).run()
        for size in [1_000, 10_000] { try await BaseBench(ontology: ontology, documents: size).run() }
    }

    struct Convert: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Bytes in, XML out: MB/s of source text by stage.")

        @Argument(help: "A folder of documents, or how many to generate.")
        var sources = "4000"

        @Flag(help: "One pass on one core, and only the digest of the XML: for profilers, and for changes that may alter nothing.")
        var digest = false

        func run() async throws {
            let ontology = try Stopwatch.report("ontology loaded") { try Ontology.load() }
            let read = try Int(sources).map { ConvertBench.generated($0, ontology) } ?? ConvertBench.files(in: sources)
            let bench = ConvertBench(ontology: ontology, sources: read)
            if digest { try bench.digest() } else { try await bench.run() }
        }
    }

    struct Pages: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "web", abstract: "The web pages: latency of each, alone and with 32 clients.")

        @Argument(help: "How many documents to generate: ten hold some 50 requirements.")
        var documents = 2_500

        @Option(help: "A base that is there already.")
        var kb: String?

        func run() async throws {
            let ontology = try Stopwatch.report("ontology loaded") { try Ontology.load() }
            try await WebBench(ontology: ontology, documents: documents, kept: kb).run()
        }
    }

    struct Formats: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The readers of formats, beside other programs on the same files.")

        @Argument(help: "How often each file is read.")
        var rounds = 100

        func run() throws { try FormatBench().run(rounds: rounds) }
    }

    struct Fuzz: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Feeds a reader what is nearly a document; the same seed gives the same inputs.")

        @Argument(help: "word, sheet, open, fixed, page, or packed: bytes of a package changed as a whole.")
        var reader: FormatFuzz.Reader

        @Argument(help: "How many inputs.")
        var count = 10_000

        @Option(help: "Where the random numbers begin.")
        var seed: UInt64 = 1

        func run() throws { try FormatFuzz().run(reader, count: count, seed: seed) }
    }

    struct Base: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "A base of generated documents: add, gaps, trace, search.")

        @Argument(help: "How many documents; several bases one after the other.")
        var documents = [1_000, 10_000]

        func run() async throws {
            let ontology = try Stopwatch.report("ontology loaded") { try Ontology.load() }
            for size in documents { try await BaseBench(ontology: ontology, documents: size).run() }
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

    /// Seconds that a piece of work takes.
    static func time(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return seconds(ContinuousClock.now - start)
    }

    private static func seconds(_ time: Duration) -> Double { Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18 }

    private static func line(_ name: String, _ time: Duration, _ unit: String?, _ amount: Double) {
        let seconds = seconds(time)
        var text = name.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%10.1f ms", seconds * 1000)
        if let unit { text += String(format: "%12.1f %@", amount / seconds, unit) }
        print(text)
    }
}
