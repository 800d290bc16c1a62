import ArgumentParser
import Exports
import Queries

struct DocumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Lists the documents of the knowledge base and what was found in them.")

    @Flag(help: "List the documents that those of the base cite and that it does not hold, with how often and where.")
    var missing = false

    @OptionGroup var base: BaseOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            if missing {
                let report = try inquiry.missing(filter.filter)
                return (.missing(report), !report.documents.isEmpty)
            }
            let rows = try inquiry.documents(filter.filter)
            return (.documents(rows), rows.contains { $0.findings > 0 })
        }
    }
}
