/// How a place in an original is named (原件位置).
extension Message {
    public static func placeParagraph(_ number: String) -> Message {
        Message("place.paragraph", zh: "第\(number)段", en: "paragraph \(number)")
    }

    public static func placeLine(_ number: String) -> Message {
        Message("place.line", zh: "第\(number)行", en: "line \(number)")
    }

    public static func placeNote(_ number: String) -> Message {
        Message("place.note", zh: "注\(number)", en: "note \(number)")
    }

    public static func placeBox(_ number: String) -> Message {
        Message("place.box", zh: "文本框\(number)", en: "text box \(number)")
    }

    /// As spreadsheets write it, in every language.
    public static func placeCell(_ cell: String, of sheet: String) -> Message {
        Message("place.cell", zh: "\(sheet)!\(cell)", en: "\(sheet)!\(cell)")
    }

    public static func placeTableCell(table: String, row: String, column: String) -> Message {
        Message(
            "place.tableCell", zh: "表\(table)第\(row)行第\(column)列", en: "table \(table), row \(row), column \(column)")
    }
}
