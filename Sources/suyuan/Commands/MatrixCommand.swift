import ArgumentParser
import Exports
import Links
import Provenance
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
        if rows == nil, columns == nil, let extent = MatrixStream.extent(of: format.format) { return try await stream(questioning, extent) }
        try await questioning.run { inquiry in
            if rows != nil || columns != nil {
                let grid = try inquiry.grid(filter.filter, rows: rows ?? .requirements, columns: columns ?? .bodies, period: period)
                return (.grid(grid), grid.rows.contains { $0.state == .overdue || $0.state == .problem || $0.state == .noReport })
            }
            let matrix = try inquiry.matrix(filter.filter, as: .printed)
            let gaps = try inquiry.gaps(filter.filter)
            return (.matrix(matrix, gaps, try inquiry.documents(filter.filter)), matrix.rows.contains(where: Self.isFinding))
        }
    }

    static func isFinding(_ row: MatrixRow) -> Bool { row.gap == .bare || row.state == .overdue || row.state == .problem }

    /// A hundred thousand rows are written as they are read.
    private func stream(_ questioning: Questioning, _ extent: MatrixExtent) async throws {
        try await questioning.stream { inquiry, printer, put in
            try inquiry.write(filter.filter, printer, as: format.format, extent, put)
        }
    }
}

extension Inquiry {
    /// Puts the table of implementation out as it is read.
    /// - Returns: whether there are findings in it.
    func write(_ filter: Filter, _ printer: AnswerPrinter, as format: ReportFormat, _ extent: MatrixExtent, _ put: ([UInt8]) throws -> Void) throws -> Bool {
        // A page lists the gaps too; they are asked for before, since a question is not asked within another.
        let gaps = format == .html ? try gaps(filter) : nil
        var stream: MatrixStream?
        var (hasFindings, isEmpty) = (false, true)
        typealias Piece = (bytes: [UInt8], isFinding: Bool)
        try matrix(filter, as: extent) { (head) -> @Sendable ([MatrixRow], Int) -> Piece in
            let made = try MatrixStream(printer, as: format, head.summary) { () throws(Fault) in
                (try head.outline(), gaps ?? GapReport(today: head.summary.today, bare: [], indirectOnly: [], bodies: [], asked: 0))
            }
            stream = made
            if let made { try put(made.head) }
            return { rows, first in (made?.rows(rows, from: first) ?? [], rows.contains(where: MatrixCommand.isFinding)) }
        } take: { (piece: Piece) in
            hasFindings = hasFindings || piece.isFinding
            isEmpty = false
            try put(piece.bytes)
        }
        if let stream { try put(stream.end(isEmpty: isEmpty)) }
        return hasFindings
    }
}
