import ArgumentParser
import Exports
import Queries

struct DocumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Lists the documents of the knowledge base and what was found in them.")

    @OptionGroup var base: BaseOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            let rows = try inquiry.documents(filter.filter)
            return (.documents(rows), rows.contains { $0.findings > 0 })
        }
    }
}
