import Provenance
import Queries
import Spreadsheets

/// An answer to a question put to the base (答复), ready to be printed.
public enum Answer: Sendable {
    case documents([DocumentRow])
    case shown(ShownDocument)
    case trace(TraceReport)
    case gaps(GapReport)
    /// With the gaps of the same question, which the page lists below the table, and the documents behind it.
    case matrix(Matrix, GapReport, [DocumentRow])
    case search(SearchReport)
    case summary(Summary)
    case review(ReviewQueue)
    case reviewLog(ReviewLog)
    case problems(ProblemReport)
    case missing(MissingReport)
    case cascade(CascadeReport)
    case grid(Grid)
}

/// Prints answers in every format (答复输出): values in, bytes out; the same answer gives the same bytes.
public struct AnswerPrinter: Sendable {
    public let wording: Wording
    /// Cells of a terminal's line.
    public let width: Int
    public let directory: BodyDirectory
    /// For publication: without what is internal (notes of persons, indirect material, names of files).
    public let isPublic: Bool

    public init(_ wording: Wording, width: Int = 120, directory: BodyDirectory = BodyDirectory(), isPublic: Bool = false) {
        self.wording = wording
        self.width = width
        self.directory = directory
        self.isPublic = isPublic
    }

    /// UTF-8, save for workbooks; CSV with byte order mark.
    /// - Throws: where a workbook cannot be made.
    public func print(_ answer: Answer, as format: ReportFormat) throws(Fault) -> [UInt8] {
        let answer = isPublic ? answer.published : answer
        return switch format {
        case .table: Array(table(answer).utf8)
        case .csv: CSVPrinter.print(ledger(answer), wording)
        case .json: JSONPrinter.print(datum(answer))
        case .xml: xml(answer)
        case .html: page(answer)
        case .xlsx: try workbook(answer).bytes()
        }
    }

    /// An answer as a workbook that is still to be written.
    public func workbook(_ answer: Answer) -> Workbook {
        if case .matrix(let matrix, _, let documents) = answer {
            return MatrixBook(matrix, documents: documents, wording, directory, isPublic: isPublic).workbook()
        }
        return ReportBook(wording: wording).workbook(report(answer), day: answer.day)
    }

    private func table(_ answer: Answer) -> String {
        if case .trace(let report) = answer { return TraceTree.print(report, wording, width: width) }
        if case .grid(let grid) = answer { return TextTable(wording: wording, width: width).print(Reports(wording: wording).grid(grid, isNarrow: true)) }
        return TextTable(wording: wording, width: width).print(report(answer))
    }

    private func ledger(_ answer: Answer) -> Report.Section {
        if case .trace(let trace) = answer { return Reports(wording: wording).trace(trace) }
        if case .grid(let grid) = answer { return Reports(wording: wording).cells(grid) }
        let report = report(answer)
        return report.ledger ?? report.sections.first ?? facts(report)
    }

    /// A report without tables, for a spreadsheet.
    private func facts(_ report: Report) -> Report.Section {
        Report.Section(
            "facts", columns: [Report.Column(wording(.colElement)), Report.Column(wording(.colText))],
            rows: report.facts.map { [.text($0.label), .text($0.value)] }, empty: "")
    }

    /// The XML of a document is its own; every other answer is one of data.
    private func xml(_ answer: Answer) -> [UInt8] {
        if case .shown(let shown) = answer, shown.element == nil { return shown.xml }
        return DatumXML.print(datum(answer), root: "answer")
    }

    private func page(_ answer: Answer) -> [UInt8] {
        switch answer {
        case .matrix(let matrix, let gaps, _): MatrixPage.print(matrix, gaps: gaps, wording, directory)
        case .trace(let report): TracePage(wording: wording).print(report)
        case .search(let found): ReportPage(wording: wording).print(report(answer), marking: found)
        case .documents, .shown, .gaps, .summary, .review, .reviewLog, .problems, .missing, .cascade, .grid: ReportPage(wording: wording).print(report(answer))
        }
    }

    private func report(_ answer: Answer) -> Report {
        let reports = Reports(wording: wording)
        return switch answer {
        case .documents(let rows): reports.documents(rows)
        case .shown(let shown): reports.shown(shown)
        case .trace(let trace): Report(title: wording(.traceTitle), sections: [reports.trace(trace)])
        case .gaps(let gaps): reports.gaps(gaps)
        case .matrix(let matrix, _, _): reports.matrix(matrix)
        case .search(let search): reports.search(search)
        case .summary(let summary): reports.summary(summary)
        case .review(let queue): reports.review(queue)
        case .reviewLog(let log): reports.reviewLog(log)
        case .problems(let report): reports.problems(report)
        case .missing(let report): reports.missing(report)
        case .cascade(let report): reports.cascade(report)
        case .grid(let grid): reports.grid(grid)
        }
    }

    private func datum(_ answer: Answer) -> Datum {
        switch answer {
        case .documents(let rows): .documents(rows)
        case .shown(let shown): .shown(shown, wording)
        case .trace(let report): .trace(report, wording)
        case .gaps(let report): .gaps(report, wording)
        case .matrix(let matrix, _, _): .matrix(matrix, wording)
        case .search(let report): .search(report)
        case .summary(let summary): .summary(summary, wording)
        case .review(let queue): .review(queue, wording)
        case .reviewLog(let log): .reviewLog(log)
        case .problems(let report): .problems(report, wording)
        case .missing(let report): .missing(report)
        case .cascade(let report): .cascade(report, wording)
        case .grid(let grid): .grid(grid, wording)
        }
    }
}
