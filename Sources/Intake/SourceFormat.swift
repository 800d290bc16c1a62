import Archives
import Provenance

/// What a file is, by its content and not by its name (文件格式识别).
enum SourceFormat: Equatable {
    case text
    case word, workbook, openText, openSheet
    case pdf, fixedLayout
    case html
    /// Read through LibreOffice: the binary formats of Office and WPS, RTF, older OpenOffice; the name for people.
    case legacy(String)
    case zip
    /// A picture: read through OCR alone.
    case image(String)
    /// An office document that its author locked.
    case encrypted
    case foreign(String)

    /// - Throws: where the bytes begin as a zip and are no sound one.
    static func of(_ bytes: [UInt8], file: String) throws(Fault) -> SourceFormat {
        for (signature, format) in signatures where bytes.starts(with: signature) {
            switch format {
            case .zip: return try packed(bytes, file: file)
            case .legacy("OLE"): return compound(bytes)
            default: return format
            }
        }
        return markup(bytes)
    }

    private static let signatures: [(signature: [UInt8], format: SourceFormat)] = [
        (Array("%PDF-".utf8), .pdf),
        (utf8Mark + Array("%PDF-".utf8), .pdf),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .legacy("OLE")),
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        ([0x50, 0x4B, 0x05, 0x06], .zip),
        (Array("{\\rtf".utf8), .legacy("RTF")),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image("PNG")),
        ([0xFF, 0xD8, 0xFF], .image("JPEG")),
        (Array("GIF8".utf8), .foreign("GIF")),
        ([0x49, 0x49, 0x2A, 0x00], .image("TIFF")),
        ([0x4D, 0x4D, 0x00, 0x2A], .image("TIFF")),
        ([0x1F, 0x8B], .foreign("GZIP")),
        (Array("7z\u{BC}".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }) + [0xAF, 0x27, 0x1C], .foreign("7-Zip")),
        (Array("Rar!".utf8), .foreign("RAR")),
        ([0x7F, 0x45, 0x4C, 0x46], .foreign("ELF")),
        (Array("SQLite format 3\u{0}".utf8), .foreign("SQLite")),
    ]

    private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Office packages are zip files: their parts tell which.
    private static func packed(_ bytes: [UInt8], file: String) throws(Fault) -> SourceFormat {
        guard ZipReader.isWhole(bytes) else { throw Fault(.archiveIsTruncated, at: Place(file: file), advice: .checkTransfer) }
        var names: Set<String> = []
        var kind = ""
        do throws(Fault) {
            try ZipReader.read(
                bytes, file: file, limits: ArchiveLimits(entries: 50_000, fileBytes: 1 << 20, totalBytes: 4 << 20),
                choose: { name in
                    names.insert(name)
                    return name == "mimetype"
                }
            ) { _, content in kind = String(decoding: content.prefix(200), as: UTF8.self) }
        } catch {
            // A name that an archive may not have; office packages are told by the names before it.
            if names.isEmpty { throw error }
        }
        if kind.hasPrefix("application/vnd.oasis.opendocument.text") { return .openText }
        if kind.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") { return .openSheet }
        if kind.hasPrefix("application/vnd.oasis.opendocument") { return .foreign("OpenDocument") }
        if names.contains("OFD.xml") { return .fixedLayout }
        if names.contains("[Content_Types].xml") {
            if names.contains("word/document.xml") || names.contains(where: { $0.hasPrefix("word/") }) { return .word }
            if names.contains(where: { $0.hasPrefix("xl/") }) { return .workbook }
            if names.contains(where: { $0.hasPrefix("ppt/") }) { return .foreign("PPTX") }
            return .foreign("OOXML")
        }
        return .zip
    }

    /// Compound files name their streams in UTF-16; one of them says which program wrote it ([MS-CFB], [MS-OFFCRYPTO]).
    private static func compound(_ bytes: [UInt8]) -> SourceFormat {
        func holds(_ name: String) -> Bool {
            let wanted = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
            guard let first = wanted.first else { return false }
            return bytes.withUnsafeBufferPointer { bytes in
                // Entries of the directory stand at multiples of 128 bytes.
                var index = 512
                while index + wanted.count <= bytes.count {
                    if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) { return true }
                    index += 128
                }
                return false
            }
        }
        if holds("EncryptedPackage") { return .encrypted }
        if holds("WordDocument") { return .legacy("DOC/WPS") }
        if holds("Workbook") || holds("Book") { return .legacy("XLS/ET") }
        return .foreign(holds("PowerPoint Document") ? "PPT" : "OLE")
    }

    /// HTML and XML in any encoding that spells ASCII with its own bytes, and in UTF-16.
    private static func markup(_ bytes: [UInt8]) -> SourceFormat {
        var start: [UInt8] = []
        for byte in bytes.prefix(4096) {
            switch byte {
            case 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: continue
            case 0x09, 0x0A, 0x0D, 0x20: if !start.isEmpty { start.append(0x20) }
            case 0x41...0x5A: start.append(byte | 0x20)
            default: start.append(byte)
            }
            guard start.first == nil || start.first == 0x3C else { return .text }
        }
        func begins(_ word: String) -> Bool { start.starts(with: word.utf8) }
        if begins("<!doctype html") || begins("<html") || begins("<head>") || begins("<body") || begins("<meta ") || begins("<div ") || begins("<table ") {
            return .html
        }
        let hasHTML = String(decoding: start, as: UTF8.self).contains("<html")
        if begins("<?xml") || begins("<!doctype") { return hasHTML ? .html : .foreign("XML") }
        return begins("<!--") && hasHTML ? .html : .text
    }
}
