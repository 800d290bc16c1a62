import ArgumentParser
import Exports
import Queries

struct TraceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Follows a requirement to the evidence reported on it, or evidence to the requirements it answers, with words, places and reasons.")

    @Argument(help: "An id (document#element), the beginning of one, or words that requirements or evidence hold; a concept of the ontology is found by all of its names.")
    var query: String

    @Option(help: "How many requirements, and pieces of evidence, are shown.")
    var limit = 20

    @OptionGroup var base: BaseOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            let report = try inquiry.trace(query, filter.filter, limit: max(1, limit))
            let hasContradictions = report.requirements.contains { $0.row.problems.contains { $0.verdict == .contradicts } }
            return (.trace(report), (report.requirements.isEmpty && report.evidence.isEmpty) || hasContradictions)
        }
    }
}
