import Provenance
import Queries

/// Prints the table of implementation some rows at a time (逐批输出): the same bytes as all at once, without holding them. For the
/// formats that tell rows one after the other; pages and workbooks have parts that depend on all rows.
public struct MatrixStream {
    private let printer: AnswerPrinter
    private let format: ReportFormat
    private var summary: Summary?
    private var count = 0

    /// Nil of a format that needs all rows at once.
    public init?(_ printer: AnswerPrinter, as format: ReportFormat) {
        switch format {
        case .csv, .json, .xml: break
        case .table, .html, .xlsx: return nil
        }
        self.printer = printer
        self.format = format
    }

    private var wording: Wording { printer.wording }

    /// What stands before the first row.
    public mutating func begin(_ summary: Summary) -> [UInt8] {
        self.summary = summary
        return switch format {
        case .csv: CSVPrinter.print(Reports(wording: wording).ledger(Matrix(today: summary.today, rows: [], summary: summary)), wording)
        case .json: Self.before("[]\n}\n", of: print(.matrix(empty(summary), wording)))
        default: Self.before("</answer>\n", of: print(.matrix(empty(summary), wording)))
        }
    }

    public mutating func rows(_ rows: [MatrixRow]) -> [UInt8] {
        let shown = printer.isPublic ? rows.map(Answer.published) : rows
        guard let summary, !shown.isEmpty else { return [] }
        defer { count += shown.count }
        let part = Matrix(today: summary.today, rows: shown, summary: summary)
        if format == .csv { return CSVPrinter.rows(Reports(wording: wording).ledger(part, from: count), wording) }
        // The list of rows by itself, as deep as it stands in the whole.
        let bytes = print(.record([Datum.rows(part, wording)]))
        let (open, close) = format == .json ? ("\"rows\": [", "\n  ]\n}\n") : ("<rows>", "\n  </rows>\n</answer>\n")
        let inner = Self.before(close, of: Self.behind(open, in: bytes))
        if count == 0 { return format == .json ? Array("[".utf8) + inner : Array("  <rows>".utf8) + inner }
        return (format == .json ? Array(",".utf8) : []) + inner
    }

    public func end() -> [UInt8] {
        switch format {
        case .json: Array((count == 0 ? "[]\n}\n" : "\n  ]\n}\n").utf8)
        case .xml: Array((count == 0 ? "</answer>\n" : "\n  </rows>\n</answer>\n").utf8)
        default: []
        }
    }

    private func empty(_ summary: Summary) -> Matrix { Matrix(today: summary.today, rows: [], summary: summary) }

    private func print(_ datum: Datum) -> [UInt8] { format == .json ? JSONPrinter.print(datum) : DatumXML.print(datum, root: "answer") }

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
