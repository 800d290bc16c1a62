import Provenance
import Queries

/// Prints the table of implementation some rows at a time (逐批输出): the same bytes as all at once, without holding them. Rows may be printed on
/// several threads. Workbooks and tables of a terminal are not among its formats, since their looks depend on all rows.
public struct MatrixStream: Sendable {
    private enum Form: Sendable {
        case csv, json, xml
        case page(MatrixPage)
    }

    private let printer: AnswerPrinter
    private let summary: Summary
    private let form: Form

    /// How much of each row a format prints; nil of one that needs all rows at once.
    public static func extent(of format: ReportFormat) -> MatrixExtent? {
        switch format {
        case .csv: .printed
        case .html: .brief
        case .json, .xml: .full
        case .table, .xlsx: nil
        }
    }

    /// Nil of a format that needs all rows at once.
    /// - Parameter page: what a page has to know before its first row, and what it lists below the table; asked for where the format is one.
    public init?(_ printer: AnswerPrinter, as format: ReportFormat, _ summary: Summary, page: () throws(Fault) -> (MatrixOutline, GapReport)) throws(Fault) {
        self.printer = printer
        self.summary = summary
        switch format {
        case .csv: form = .csv
        case .json: form = .json
        case .xml: form = .xml
        case .html:
            let (outline, gaps) = try page()
            form = .page(MatrixPage(summary, outline, gaps: printer.isPublic ? Answer.published(gaps) : gaps, printer.wording, printer.directory))
        case .table, .xlsx: return nil
        }
    }

    private var wording: Wording { printer.wording }

    /// What stands before the first row.
    public var head: [UInt8] {
        let empty = Matrix(today: summary.today, rows: [], summary: summary)
        return switch form {
        case .csv: CSVPrinter.print(Reports(wording: wording).ledger([]), wording)
        case .json: Self.before("[]\n}\n", of: print(.matrix(empty, wording)))
        case .xml: Self.before("</answer>\n", of: print(.matrix(empty, wording)))
        case .page(let page): page.head
        }
    }

    /// - Parameter first: the place of the first of these rows among all, from 0.
    public func rows(_ rows: [MatrixRow], from first: Int) -> [UInt8] {
        let shown = printer.isPublic ? rows.map(Answer.published) : rows
        guard !shown.isEmpty else { return [] }
        switch form {
        case .csv: return CSVPrinter.rows(Reports(wording: wording).ledger(shown, from: first), wording)
        case .page(let page): return page.rows(shown, from: first)
        case .json: return (first == 0 ? Array("[".utf8) : Array(",".utf8)) + part(shown, "\"rows\": [", "\n  ]\n}\n")
        case .xml: return (first == 0 ? Array("  <rows>".utf8) : []) + part(shown, "<rows>", "\n  </rows>\n</answer>\n")
        }
    }

    /// The list of rows by itself, as deep as it stands in the whole.
    private func part(_ rows: [MatrixRow], _ open: String, _ close: String) -> [UInt8] {
        Self.before(close, of: Self.behind(open, in: print(.record([Datum.rows(rows, wording)]))))
    }

    /// - Parameter isEmpty: there was no row.
    public func end(isEmpty: Bool) -> [UInt8] {
        switch form {
        case .csv: []
        case .json: Array((isEmpty ? "[]\n}\n" : "\n  ]\n}\n").utf8)
        case .xml: Array((isEmpty ? "</answer>\n" : "\n  </rows>\n</answer>\n").utf8)
        case .page(let page): page.end
        }
    }

    private func print(_ datum: Datum) -> [UInt8] {
        if case .json = form { JSONPrinter.print(datum) } else { DatumXML.print(datum, root: "answer") }
    }

    private static func before(_ ending: String, of bytes: [UInt8]) -> [UInt8] {
        bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) ? Array(bytes.dropLast(ending.utf8.count)) : bytes
    }

    private static func behind(_ words: String, in bytes: [UInt8]) -> [UInt8] {
        let pattern = Array(words.utf8)
        // It stands near the beginning.
        for start in 0..<max(0, min(200, bytes.count - pattern.count)) where bytes[start..<start + pattern.count].elementsEqual(pattern) {
            return Array(bytes[(start + pattern.count)...])
        }
        return bytes
    }
}
