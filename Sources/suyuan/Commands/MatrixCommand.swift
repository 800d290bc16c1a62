import ArgumentParser
import Exports
import Links
import Queries

struct MatrixCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix", abstract: "Prints the table of implementation: who owes what by when, and what is reported of it.",
        discussion: "With --format html it is one page to read, sort, filter and print; with --format xlsx a workbook to hand in or to fill in.")

    @Flag(name: .customLong("public"), help: "For publication: without internal notes, indirect material and names of files.")
    var isPublic = false

    @OptionGroup var base: BaseOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format, isPublic: isPublic).run { inquiry in
            let matrix = try inquiry.matrix(filter.filter)
            let gaps = try inquiry.gaps(filter.filter)
            let hasFindings = matrix.rows.contains { $0.gap == .bare || $0.state == .overdue || $0.state == .problem }
            return (.matrix(matrix, gaps, try inquiry.documents(filter.filter)), hasFindings)
        }
    }
}
