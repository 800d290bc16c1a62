import Provenance

/// Prints a table as CSV (RFC 4180) for spreadsheets: UTF-8 with byte order mark, without which Excel reads Chinese as GBK;
/// CRLF; every cell quoted.
enum CSVPrinter {
    static func print(_ section: Report.Section, _ wording: Wording) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        row(section.columns.map(\.title), to: &bytes)
        return bytes + rows(section, wording)
    }

    /// Without the head.
    static func rows(_ section: Report.Section, _ wording: Wording) -> [UInt8] {
        var bytes: [UInt8] = []
        for cells in section.rows { row(cells.map { $0.text(wording) }, to: &bytes) }
        return bytes
    }

    private static func row(_ cells: [String], to bytes: inout [UInt8]) {
        for (index, text) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\""))
            // A cell that begins like a formula would be run by the spreadsheet that opens the file.
            if isFormula(text) { bytes.append(UInt8(ascii: "'")) }
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"": bytes.append(contentsOf: "\"\"".utf8)
                case "\r": continue
                case "\u{0}"..<"\t", "\u{B}"..<" ", "\u{7F}": bytes.append(utf8Of: "\u{FFFD}")
                default: bytes.append(utf8Of: scalar)
                }
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// Full-width signs count too: Excel turns them into formulas in Chinese and Japanese editions. A plain number stays one.
    static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { !$0.isWhite }) else { return false }
        switch first {
        case "=", "@", "＝", "＠", "＋", "－": return true
        case "+", "-": return Double(text) == nil
        default: return text.unicodeScalars.first == "\t"
        }
    }
}
