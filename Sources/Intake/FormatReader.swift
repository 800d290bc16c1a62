import Provenance

/// Which reader takes which format (格式分派).
enum FormatReader {
    /// - Returns: the text, and the IANA media type of the file.
    static func read(_ bytes: [UInt8], _ format: SourceFormat, file: String) throws(Fault) -> (Extraction, mediaType: String) {
        switch format {
        case .word: return (try WordReader.read(bytes, file: file), WordReader.mediaType)
        case .encrypted: throw Fault(.sourceIsEncrypted, at: Place(file: file), advice: .removePassword)
        case .legacy(let name), .image(let name), .foreign(let name): throw unread(name, file)
        case .workbook: throw unread("XLSX", file)
        case .openText: throw unread("ODT", file)
        case .openSheet: throw unread("ODS", file)
        case .pdf: throw unread("PDF", file)
        case .fixedLayout: throw unread("OFD", file)
        case .html: throw unread("HTML", file)
        case .zip: throw unread("ZIP", file)
        case .text: throw unread("text", file)
        }
    }

    private static func unread(_ name: String, _ file: String) -> Fault {
        Fault(.sourceHasForeignFormat(format: name), at: Place(file: file), advice: .saveAsText)
    }
}
