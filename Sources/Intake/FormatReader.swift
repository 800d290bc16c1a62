import Provenance

/// Which reader takes which format (格式分派).
enum FormatReader {
    /// - Returns: the text, and the IANA media type of the file.
    static func read(_ bytes: [UInt8], _ format: SourceFormat, file: String, options: ReadingOptions) throws(Fault) -> (Extraction, mediaType: String) {
        switch format {
        case .word: return (try WordReader.read(bytes, file: file), WordReader.mediaType)
        case .encrypted: throw Fault(.sourceIsEncrypted, at: Place(file: file), advice: .removePassword)
        case .legacy(let name): return try LegacyReader.read(bytes, kind: name, file: file)
        case .image(let name): return (try OCRReader.read(image: bytes, file: file, options: options), "image/" + name.lowercased())
        case .foreign(let name): throw unread(name, file)
        case .workbook: return (try SheetReader.read(bytes, file: file), SheetReader.mediaType)
        case .openText: return (try OpenReader.read(bytes, file: file), OpenReader.textType)
        case .openSheet: return (try OpenReader.read(bytes, file: file), OpenReader.sheetType)
        case .pdf: return (try PDFReader.read(bytes, file: file, options: options), PDFReader.mediaType)
        case .fixedLayout: return (try OFDReader.read(bytes, file: file), OFDReader.mediaType)
        case .html: return (try PageReader.read(bytes, file: file), PageReader.mediaType)
        // A zip that is given as one document, or lies in another.
        case .zip: throw Fault(.archiveIsNoDocument, at: Place(file: file), advice: .unpackFirst)
        case .text: throw unread("text", file)
        }
    }

    private static func unread(_ name: String, _ file: String) -> Fault {
        Fault(.sourceHasForeignFormat(format: name), at: Place(file: file), advice: .saveAsText)
    }
}
