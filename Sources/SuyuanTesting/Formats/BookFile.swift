/// Makes XLSX files for tests (测试用 XLSX): cells by name, merged ranges, number formats.
public struct BookFile: Sendable {
    public struct Cell: Sendable {
        public var name: String
        public var text: String?
        public var number: String?
        /// Index of the number format.
        public var style: Int

        public init(_ name: String, _ text: String) { (self.name, self.text, number, style) = (name, text, nil, 0) }
        public init(_ name: String, number: String, style: Int = 0) { (self.name, text, self.number, self.style) = (name, nil, number, style) }
    }

    public struct Sheet: Sendable {
        public var name: String
        public var cells: [Cell]
        public var merged: [String] = []
        public var isHidden = false

        public init(_ name: String, _ cells: [Cell], merged: [String] = [], isHidden: Bool = false) {
            (self.name, self.cells, self.merged, self.isHidden) = (name, cells, merged, isHidden)
        }
    }

    public var sheets: [Sheet]
    public var formats: [String]

    public init(_ sheets: [Sheet], formats: [String] = []) { (self.sheets, self.formats) = (sheets, formats) }

    public func bytes() throws -> [UInt8] {
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        var entries: [(String, String)] = [("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")]
        let list = sheets.enumerated().map {
            "<sheet name=\"\(PackedFile.escaped($1.name))\" sheetId=\"\($0 + 1)\"\($1.isHidden ? " state=\"hidden\"" : "") r:id=\"r\($0)\"/>"
        }
        entries.append(("xl/workbook.xml", "<workbook \(main)><sheets>\(list.joined())</sheets></workbook>"))
        let relations = sheets.indices.map { "<Relationship Id=\"r\($0)\" Type=\"x/worksheet\" Target=\"worksheets/s\($0).xml\"/>" }
        entries.append(
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relations.joined())</Relationships>"))
        let codes = formats.enumerated().map { "<numFmt numFmtId=\"\($0 + 164)\" formatCode=\"\(PackedFile.escaped($1))\"/>" }
        let styles = ["<xf numFmtId=\"0\"/>"] + formats.indices.map { "<xf numFmtId=\"\($0 + 164)\"/>" }
        entries.append(("xl/styles.xml", "<styleSheet \(main)><numFmts>\(codes.joined())</numFmts><cellXfs>\(styles.joined())</cellXfs></styleSheet>"))
        for (index, sheet) in sheets.enumerated() {
            let cells = sheet.cells.map { cell in
                cell.number.map { "<c r=\"\(cell.name)\" s=\"\(cell.style)\"><v>\($0)</v></c>" }
                    ?? "<c r=\"\(cell.name)\" t=\"inlineStr\"><is><t>\(PackedFile.escaped(cell.text ?? ""))</t></is></c>"
            }
            let merged = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }
            entries.append(
                (
                    "xl/worksheets/s\(index).xml",
                    "<worksheet \(main)><sheetData><row>\(cells.joined())</row></sheetData><mergeCells>\(merged.joined())</mergeCells></worksheet>"
                ))
        }
        return try PackedFile.bytes(entries)
    }

    /// A text's tables by tabs as one sheet; lines without tabs are merged over its width.
    public static func of(text: String, name: String) -> BookFile {
        var sheet = Sheet(name, [])
        var row = 0
        for line in text.split(whereSeparator: \.isNewline) where line.contains(where: { !$0.isWhitespace }) {
            row += 1
            let words = line.split(separator: "\t", omittingEmptySubsequences: false)
            for (column, word) in words.enumerated() { sheet.cells.append(Cell("\(Character(Unicode.Scalar(UInt8(65 + column))))\(row)", String(word))) }
            if words.count == 1 { sheet.merged.append("A\(row):E\(row)") }
        }
        return BookFile([sheet])
    }
}
