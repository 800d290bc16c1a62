/// A place in an original as a person finds it (原件位置): a paragraph, a cell, a line.
public struct SourceLocator: Hashable, Sendable {
    public enum Unit: String, Sendable, CaseIterable {
        /// A paragraph of the text, tables apart; blank ones count (段).
        case paragraph
        /// A cell of a table in a text: `name` is the table's number, the label `row.column` (表).
        case table
        /// A cell of a spreadsheet: `name` is the sheet (工作表).
        case sheet
        /// A line of a source of lines: HTML (行).
        case line
        /// A foot or end note (脚注、尾注).
        case note
        /// A text box, in the order of the file (文本框).
        case box
    }

    public let unit: Unit
    public let name: String?
    public let label: String

    public init(unit: Unit, name: String? = nil, label: String) {
        self.unit = unit
        self.name = name
        self.label = label
    }

    /// As the base keeps it: `sheet C12 任务分解表`.
    public var code: String { [unit.rawValue, label, name].compactMap(\.self).joined(separator: " ") }

    /// Nil where the code is none of a place.
    public init?(code: String) {
        let parts = code.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, let unit = Unit(rawValue: String(parts[0])) else { return nil }
        self.init(unit: unit, name: parts.count > 2 ? String(parts[2]) : nil, label: String(parts[1]))
    }

    /// `第12段`, `任务分解表!C12`, `表1第2行第3列`.
    public var message: Message {
        switch unit {
        case .paragraph: .placeParagraph(label)
        case .line: .placeLine(label)
        case .note: .placeNote(label)
        case .box: .placeBox(label)
        case .sheet: .placeCell(label, of: name ?? "")
        case .table:
            .placeTableCell(
                table: name ?? "", row: label.split(separator: ".").first.map(String.init) ?? label,
                column: label.split(separator: ".").last.map(String.init) ?? label)
        }
    }
}
