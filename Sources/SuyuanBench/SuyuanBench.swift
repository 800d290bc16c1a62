import ArgumentParser
import Foundation
import Vocabulary

/// Measures what the README promises: MB/s of conversion by stage, on one core and on two; documents/s of `add`; and the time of
/// a gap list and of a trace over 1,000 and 10,000 generated documents. Wall-clock times: use a quiet machine.
@main
struct SuyuanBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "SuyuanBench",
        abstract: "Measures conversion, adding and asking over generated documents, or conversion over a folder of real ones.",
        subcommands: [Convert.self, Base.self, Add.self, Ask.self, Relink.self, Pages.self, Formats.self, Fuzz.self, Search.self, Packages.self]
    )

    func run() async throws {
        let ontology = try Stopwatch.report("ontology loaded") { try Ontology.load() }
        try await ConvertBench(ontology: ontology, sources: ConvertBench.generated(4_000, ontology)).run()
        try await BaseBench(ontology: ontology, documents: 10_000, keep: nil, fills: false).run()
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

        @Option(help: "Ask for pages while so many documents are added; the base is changed.")
        var adding = 0

        func run() async throws {
            let ontology = try Stopwatch.report("ontology loaded") { try Ontology.load() }
            try await WebBench(ontology: ontology, documents: documents, kept: kb, adding: adding).run()
        }
    }

    struct Search: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Full text: the time of words of 1, 2, 4 and 8 characters, drawn from the texts themselves.")

        @Argument(help: "A knowledge base; 17,600 generated documents hold 88 MB of text.")
        var base: String

        @Option(help: "How many words of each length.")
        var words = 200

        func run() throws { try SearchBench(ontology: try Ontology.load(), path: base).run(words: words) }
    }

    struct Packages: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a base as a package and takes it into an empty one, beside xmllint --stream on what was written.")

        @Argument(help: "A knowledge base.")
        var base: String

        @Option(help: "Only one of export and receive, for its memory: the package stays in the folder given.")
        var folder: String?

        func run() throws { try PackageBench(ontology: try Ontology.load(), path: base).run(folder: folder) }
    }

    struct Formats: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The readers of formats, beside other programs on the same files.")

        @Argument(help: "How often each file is read.")
        var rounds = 100

        func run() throws { try FormatBench().run(rounds: rounds) }
    }

    struct Fuzz: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Feeds a reader what is nearly a document; the same seed gives the same inputs.")

        @Argument(help: "A reader; packed: bytes of a package changed as a whole.")
        var reader: FormatFuzz.Reader

        @Argument(help: "How many inputs.")
        var count = 10_000

        @Option(help: "Where the random numbers begin.")
        var seed: UInt64 = 1

        @Option(help: "Write the sound files that the changes begin with to this folder, for SuyuanFuzz, and do nothing else.")
        var seeds: String?

        func run() throws {
            if let seeds { return try FormatFuzz().write(reader, to: seeds) }
            try FormatFuzz().run(reader, count: count, seed: seed)
        }
    }

    struct Base: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "A base of generated documents: adding one at 100 and at 10,000, linking anew at growing sizes, and what `ask` measures.")

        @Argument(help: "How many documents; several bases one after the other. 19,200 have 100,000 demands and 300,000 reports.")
        var documents = [10_000]

        @Option(help: "Keep the base in this folder, for `ask`; one that is there is gone on with.")
        var keep: String?

        @Flag(help: "Link all documents at the end, at once, and measure no adding.")
        var fill = false

        func run() async throws {
            let ontology = try Stopwatch.report("ontology loaded") { try Ontology.load() }
            for size in documents { try await BaseBench(ontology: ontology, documents: size, keep: keep, fills: fill).run() }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds some generated documents to a base that is there, and measures it.")

        @Argument(help: "A knowledge base; it is changed.")
        var base: String

        @Option(help: "Where the random numbers begin: the same documents are added once only.")
        var seed: UInt64 = 7

        func run() async throws { try await AddBench.run(try Ontology.load(), path: base, seed: seed) }
    }

    struct Ask: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Questions to a base beside the same in plain SQL, each after one to warm up; then the whole report, and the memory it took.")

        @Argument(help: "A knowledge base.")
        var base: String

        func run() async throws { try QuestionBench(ontology: try Ontology.load(), path: base).run() }
    }

    struct Relink: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "link", abstract: "Links a base anew in memory at growing sizes, and writes nothing.")

        @Argument(help: "A knowledge base.")
        var base: String

        @Option(help: "Only so many of its documents.")
        var documents: Int?

        func run() async throws { try LinkBench(ontology: try Ontology.load(), path: base, most: documents).run() }
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

    static func time(_ work: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await work()
        return seconds(ContinuousClock.now - start)
    }

    /// User and system time of this process so far, in seconds: on a busy machine wall clocks tell little.
    static var processor: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// The most memory that this process had, in megabytes.
    static var peak: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }

    /// Processor time of a piece of work in seconds, the least of some runs.
    static func processor(runs: Int = 1, _ work: () throws -> Void) rethrows -> Double {
        var least = Double.infinity
        for _ in 0..<runs {
            let start = processor
            try work()
            least = min(least, processor - start)
        }
        return least
    }

    private static func seconds(_ time: Duration) -> Double { Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18 }

    private static func line(_ name: String, _ time: Duration, _ unit: String?, _ amount: Double) {
        let seconds = seconds(time)
        var text = name.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%10.1f ms", seconds * 1000)
        if let unit { text += String(format: "%12.1f %@", amount / seconds, unit) }
        print(text)
    }
}
