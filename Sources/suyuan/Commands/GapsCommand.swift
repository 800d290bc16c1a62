import ArgumentParser
import Exports
import Queries

struct GapsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps", abstract: "Lists the requirements without progress, by the body that owes them.",
        discussion: "Requirements with indirect material only are listed apart. Permissions are no gaps.")

    @OptionGroup var base: BaseOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            let report = try inquiry.gaps(filter.filter)
            return (.gaps(report), !report.bare.isEmpty)
        }
    }
}
