import Provenance

/// Reads the binary formats of Office and WPS (DOC、XLS、WPS、RTF) through LibreOffice, which saves them in a format that is read here.
/// It opens them without macros, links or network, in a folder and with settings of its own.
enum LegacyReader {
    static func read(_ bytes: [UInt8], kind: String, file: String) throws(Fault) -> (Extraction, mediaType: String) {
        guard let program = ExternalProgram("soffice") ?? ExternalProgram("libreoffice") else {
            throw Fault(.programIsMissing("LibreOffice", format: kind), at: Place(file: file), advice: .installOffice)
        }
        // LibreOffice makes a document of whatever is left, and does not say so.
        guard kind == "RTF" ? endsAsRTF(bytes) : CompoundFile.isWhole(bytes) else {
            throw Fault(.sourceIsCutOff, at: Place(file: file), advice: .checkTransfer)
        }
        let isSheet = kind.hasPrefix("XLS")
        let (name, format) = isSheet ? ("source.xls", "xlsx") : kind == "RTF" ? ("source.rtf", "docx") : ("source.doc", "docx")
        let scratch = try ScratchFolder(file: file)
        let source = try scratch.write(bytes, as: name, file: file)
        let settings = "-env:UserInstallation=file://" + scratch.path + "/profile"
        let outcome = try program.run(
            [settings, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", format, "--outdir", scratch.path, source],
            home: scratch.path, limits: .init(seconds: 60 + bytes.count >> 18, output: 1 << 20), file: file)
        let saved = scratch.path + "/source." + format
        guard outcome.status == 0, scratch.names.contains("source." + format) else {
            let said = (String(decoding: outcome.output, as: UTF8.self) + outcome.errors).split(separator: "\n").first { $0.contains("rror") }
            throw Fault(.formatIsBroken(kind, reason: said.map(String.init) ?? "LibreOffice"), at: Place(file: file), advice: .saveInNewFormat)
        }
        let converted = try SourceBytes.read(path: saved)
        var extraction = try isSheet ? SheetReader.read(converted, file: file) : WordReader.read(converted, file: file)
        extraction.reader = try program.version("--version", home: scratch.path, file: file).replacing("soffice", with: "LibreOffice")
        let mediaType =
            switch kind {
            case "RTF": "application/rtf"
            case "XLS/ET": "application/vnd.ms-excel"
            default: "application/msword"
            }
        return (extraction, mediaType)
    }

    /// The group that holds all of it is closed; blanks and zeros may follow.
    private static func endsAsRTF(_ bytes: [UInt8]) -> Bool {
        bytes.last { $0 > 0x20 && $0 != 0x7F } == UInt8(ascii: "}")
    }
}
