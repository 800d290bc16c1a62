import ArgumentParser
import Exports
import Links
import Queries

struct MatrixCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix", abstract: "Prints the table of implementation: who owes what by when, and what is reported of it.",
        discussion: """
            With --format html it is one page to read, sort, filter and print; with --format xlsx a workbook to hand in or to fill in. With \
            --rows or --columns it shows where each requirement, directive, document, body or region stands by body, region, period or state; \
            each cell leads back to its evidence.
            """)

    @Flag(name: .customLong("public"), help: "For publication: without internal notes, indirect material and names of files.")
    var isPublic = false

    @Option(help: "A table by two sides: what stands in the rows. Default with --columns: requirements.")
    var rows: Grid.Rows?

    @Option(help: "What stands in the columns. Default with --rows: bodies.")
    var columns: Grid.Columns?

    @Option(help: "How long the periods of --columns periods are.")
    var period = Grid.Period.quarter

    @OptionGroup var base: BaseOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let questioning = Questioning(common: common, base: base, format: format, isPublic: isPublic)
        if rows == nil, columns == nil, Self.isStreamed(format.format) { return try await stream(questioning) }
        try await questioning.run { inquiry in
            if rows != nil || columns != nil {
                let grid = try inquiry.grid(filter.filter, rows: rows ?? .requirements, columns: columns ?? .bodies, period: period)
                return (.grid(grid), grid.rows.contains { $0.state == .overdue || $0.state == .problem || $0.state == .noReport })
            }
            let matrix = try inquiry.matrix(filter.filter)
            let gaps = try inquiry.gaps(filter.filter)
            return (.matrix(matrix, gaps, try inquiry.documents(filter.filter)), matrix.rows.contains(where: Self.isFinding))
        }
    }

    private static func isStreamed(_ format: ReportFormat) -> Bool { format == .csv || format == .json || format == .xml }

    private static func isFinding(_ row: MatrixRow) -> Bool { row.gap == .bare || row.state == .overdue || row.state == .problem }

    /// A hundred thousand rows are written as they are read.
    private func stream(_ questioning: Questioning) async throws {
        try await questioning.stream { inquiry, printer, put in
            guard var stream = MatrixStream(printer, as: format.format) else { return false }
            var hasFindings = false
            try inquiry.matrix(filter.filter) { try put(stream.begin($0)) } rows: { rows in
                hasFindings = hasFindings || rows.contains(where: Self.isFinding)
                try put(stream.rows(rows))
            }
            try put(stream.end())
            return hasFindings
        }
    }
}
