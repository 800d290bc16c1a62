import ArgumentParser
import Exports
import Queries

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "search", abstract: "Finds words in the documents, literally, with their places.")

    @Argument(help: "The words.")
    var text: String

    @Option(help: "How many passages are shown.")
    var limit = 100

    @OptionGroup var base: BaseOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            let report = try inquiry.search(text, filter.filter, limit: max(1, limit))
            return (.search(report), report.hits.isEmpty)
        }
    }
}
