/// How an answer is printed (输出格式).
public enum ReportFormat: String, Sendable, CaseIterable {
    /// For a terminal.
    case table
    /// For Excel and WPS: UTF-8 with byte order mark.
    case csv
    case json
    case xml
    /// One self-contained page.
    case html
    /// A workbook for Excel, WPS and LibreOffice.
    case xlsx
}
