/// Formats that are not plain text, recognised by their first bytes (文件格式识别).
enum ForeignFormat {
    /// The name for people; nil where the bytes do not begin like one of them.
    static func name(of bytes: [UInt8]) -> String? {
        for (signature, name) in signatures where bytes.starts(with: signature) {
            return name == zip ? zipContent(bytes) : name
        }
        return markup(bytes)
    }

    private static let zip = "ZIP"
    private static let signatures: [(signature: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "PDF"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "DOC/XLS/WPS (OLE)"),
        ([0x50, 0x4B, 0x03, 0x04], zip),
        ([0x50, 0x4B, 0x05, 0x06], zip),
        (Array("{\\rtf".utf8), "RTF"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        (Array("GIF8".utf8), "GIF"),
        ([0x49, 0x49, 0x2A, 0x00], "TIFF"),
        ([0x4D, 0x4D, 0x00, 0x2A], "TIFF"),
        ([0x1F, 0x8B], "GZIP"),
        (Array("7z\u{BC}".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }) + [0xAF, 0x27, 0x1C], "7-Zip"),
        (Array("Rar!".utf8), "RAR"),
        ([0x7F, 0x45, 0x4C, 0x46], "ELF"),
        (Array("SQLite format 3\u{0}".utf8), "SQLite"),
    ]

    /// Office packages are zip files; their first entries have names of their own.
    private static func zipContent(_ bytes: [UInt8]) -> String {
        let head = bytes.prefix(4096)
        func holds(_ name: String) -> Bool {
            let wanted = Array(name.utf8)
            return head.indices.contains { head[$0...].starts(with: wanted) }
        }
        if holds("word/") { return "DOCX" }
        if holds("xl/") { return "XLSX" }
        if holds("ppt/") { return "PPTX" }
        if holds("OFD.xml") || holds("Doc_0/") { return "OFD" }
        if holds("mimetypeapplication/vnd.oasis.opendocument.text") { return "ODT" }
        return holds("[Content_Types].xml") ? "DOCX/XLSX (OOXML)" : zip
    }

    /// HTML and XML in any encoding that spells ASCII with its own bytes, and in UTF-16.
    private static func markup(_ bytes: [UInt8]) -> String? {
        var start: [UInt8] = []
        for byte in bytes.prefix(512) {
            switch byte {
            case 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: continue
            case 0x09, 0x0A, 0x0D, 0x20: if !start.isEmpty { start.append(byte) }
            case 0x41...0x5A: start.append(byte | 0x20)
            default: start.append(byte)
            }
            guard start.first == nil || start.first == 0x3C else { return nil }
            if start.count == 16 { break }
        }
        for (word, name) in [("<!doctype html", "HTML"), ("<html", "HTML"), ("<?xml", "XML"), ("<!doctype", "XML")]
        where start.starts(with: word.utf8) {
            return name
        }
        return nil
    }
}
