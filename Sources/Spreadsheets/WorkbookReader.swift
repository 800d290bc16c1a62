import Archives
import Provenance
import XMLTree

/// The words of a workbook that somebody saved (读入的工作簿): what its cells show, dates and percentages by their format, without looks or
/// formulas.
public struct ReadWorkbook: Sendable {
    public struct Sheet: Sendable {
        public var name: String
        /// By row, then column, both from 0; empty cells are left out.
        public var cells: [Int: [Int: String]]
        /// Cells that are one, by row and column from 0, both ends included.
        public var merged: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
        /// Programs do not show it.
        public var isHidden = false
        /// Rows or columns that programs do not show; their cells are among `cells`.
        public var hidesCells = false

        public subscript(row: Int, column: Int) -> String { cells[row]?[column] ?? "" }
    }

    public var sheets: [Sheet]

    /// A workbook of an office is small; more than this is none.
    private static let limits = ArchiveLimits(entries: 20_000, fileBytes: 96 << 20, totalBytes: 256 << 20, ratio: 100, ratioFloor: 8 << 20)

    /// - Throws: where the bytes are no XLSX workbook, or too much of one.
    public init(_ bytes: [UInt8], file: String) throws(Fault) {
        var parts: [String: [UInt8]] = [:]
        try ZipReader.read(
            bytes, file: file, limits: Self.limits, choose: { $0.hasPrefix("xl/") && ($0.hasSuffix(".xml") || $0.hasSuffix(".rels")) }
        ) { name, bytes throws(Fault) in parts[name] = bytes }
        guard let book = parts["xl/workbook.xml"] else { throw Fault(.sheetIsNone, at: Place(file: file), advice: .sheetIsNoneAdvice) }
        let strings = try parts["xl/sharedStrings.xml"].map { bytes throws(Fault) in try Self.strings(bytes, file + "/xl/sharedStrings.xml") } ?? []
        var targets: [String: String] = [:]
        if let rels = parts["xl/_rels/workbook.xml.rels"] {
            for entry in try XMLNode.parse(rels, file: file + "/xl/_rels/workbook.xml.rels").elements {
                if let id = entry["Id"], let target = entry["Target"] { targets[id] = target }
            }
        }
        sheets = []
        let root = try XMLNode.parse(book, file: file + "/xl/workbook.xml")
        let formats = try parts["xl/styles.xml"].map { bytes throws(Fault) in try Self.formats(bytes, file + "/xl/styles.xml") } ?? []
        let base1904 = ["1", "true"].contains(root.first("workbookPr")?["date1904"] ?? "0")
        for entry in root.first("sheets")?.elements ?? [] {
            guard let name = entry["name"], let id = entry.attributes.first(where: { $0.name.local == "id" && $0.name.namespace != nil })?.value,
                let target = targets[id]
            else { continue }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            guard let part = parts[path] else { continue }
            var sheet = try Self.sheet(name, part, file + "/" + path, strings, formats, base1904)
            sheet.isHidden = entry["state"].map { $0 != "visible" } ?? false
            sheets.append(sheet)
        }
        if sheets.isEmpty { throw Fault(.sheetIsNone, at: Place(file: file), advice: .sheetIsNoneAdvice) }
    }

    /// The table of texts: each entry is one text, or several runs of one; what says how a word is read (注音) is left out.
    private static func strings(_ bytes: [UInt8], _ file: String) throws(Fault) -> [String] {
        let events = try XMLEvents.parse(bytes, file: file)
        var strings: [String] = []
        var text = ""
        var open: [String] = []
        for event in events.items {
            switch event.kind {
            case .start:
                open.append(events.names[Int(event.name)].local)
                if open.last == "si" { text = "" }
            case .end:
                if open.popLast() == "si" { strings.append(unescaped(text)) }
            case .text:
                if open.last == "t", !open.contains("rPh") { text += events.text(of: event) }
            }
        }
        return strings
    }

    /// How the numbers of each cell style are shown, by its index.
    private static func formats(_ bytes: [UInt8], _ file: String) throws(Fault) -> [ShownNumber] {
        let root = try XMLNode.parse(bytes, file: file)
        var codes: [Int: String] = [:]
        for node in root.first("numFmts")?.elements ?? [] {
            if let id = node["numFmtId"].flatMap({ Int($0) }), let code = node["formatCode"] { codes[id] = code }
        }
        return (root.first("cellXfs")?.elements("xf") ?? []).map { node in
            let id = node["numFmtId"].flatMap { Int($0) } ?? 0
            return ShownNumber(codes[id] ?? ShownNumber.builtIn(id))
        }
    }

    private static func sheet(
        _ name: String, _ bytes: [UInt8], _ file: String, _ strings: [String], _ formats: [ShownNumber], _ base1904: Bool
    ) throws(Fault) -> Sheet {
        let events = try XMLEvents.parse(bytes, file: file)
        var sheet = Sheet(name: name, cells: [:])
        let general = ShownNumber(nil)
        var place: (row: Int, column: Int)?
        var kind = ""
        var style = 0
        var text = ""
        var open: [String] = []
        for event in events.items {
            switch event.kind {
            case .start:
                let name = events.names[Int(event.name)].local
                open.append(name)
                if name == "mergeCell" || name == "row" || name == "col" { note(event, name, events, &sheet) }
                guard name == "c" else { continue }
                (place, kind, text, style) = (nil, "", "", 0)
                for attribute in events.attributes(of: event) {
                    switch events.attributeNames[Int(attribute.name)].local {
                    case "r": place = Self.place(events.value(of: attribute))
                    case "t": kind = events.value(of: attribute)
                    case "s": style = Int(events.value(of: attribute)) ?? 0
                    default: break
                    }
                }
            case .text: if open.last == "v" || open.last == "t" && kind == "inlineStr" { text += events.text(of: event) }
            case .end:
                guard open.popLast() == "c", let place, !text.isEmpty else { continue }
                let shown =
                    switch kind {
                    case "s": Int(text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
                    case "inlineStr": unescaped(text)
                    case "", "n": (formats.indices.contains(style) ? formats[style] : general).text(text, base1904: base1904)
                    default: text
                    }
                if !shown.isEmpty { sheet.cells[place.row, default: [:]][place.column] = shown }
            }
        }
        return sheet
    }

    private static func note(_ event: XMLEvents.Event, _ name: String, _ events: XMLEvents, _ sheet: inout Sheet) {
        for attribute in events.attributes(of: event) {
            let value = events.value(of: attribute)
            switch events.attributeNames[Int(attribute.name)].local {
            case "hidden": sheet.hidesCells = sheet.hidesCells || value == "1" || value == "true"
            case "ref" where name == "mergeCell":
                let ends = value.split(separator: ":").compactMap { place(String($0)) }
                if ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column {
                    sheet.merged.append((ends[0].row...ends[1].row, ends[0].column...ends[1].column))
                }
            default: continue
            }
        }
    }

    /// `AB12` → row 11, column 27; nil where it is no name of a cell.
    static func place(_ name: String) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        var hasDigits = false
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits: column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasDigits = true
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        return row > 0 && column > 0 ? (row - 1, column - 1) : nil
    }

    /// The name of a cell: `AB12`.
    public static func name(row: Int, column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters + String(row + 1)
    }

    /// `_x000D_` stands for a character that XML would not keep (ECMA-376, ST_Xstring).
    private static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var result: [Unicode.Scalar] = []
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            if index + 6 < scalars.count, scalars[index] == "_", scalars[index + 1] == "x", scalars[index + 6] == "_",
                let value = UInt32(String(scalars: scalars[(index + 2)..<(index + 6)]), radix: 16), let scalar = Unicode.Scalar(value)
            {
                result.append(scalar)
                index += 7
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return String(scalars: result)
    }
}
