import ArgumentParser
import Exports
import Links
import Queries

struct MatrixCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix", abstract: "Prints the table of implementation: who owes what by when, and what is reported of it.",
        discussion: "With --format html it is one page to read, filter and print.")

    @OptionGroup var base: BaseOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            let matrix = try inquiry.matrix(filter.filter)
            let gaps = try inquiry.gaps(filter.filter)
            let hasFindings = matrix.rows.contains { $0.gap == .bare || $0.state == .overdue || $0.state == .problem }
            return (.matrix(matrix, gaps), hasFindings)
        }
    }
}
