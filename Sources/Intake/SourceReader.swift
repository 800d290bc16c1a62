import Provenance

/// Reads what arrives (读入): the bytes of a file, by content and not by name, as text. Formats of offices go to readers of their own,
/// which make text of them and a map back; `.text` is read here.
///
/// UTF-8 with or without a byte order mark, UTF-16 with a mark or by statistics, GB18030 (with GBK and GB2312 in it), and Big5
/// where it clearly fits. Everything else is a `Fault` that says what it is and what to do.
public enum SourceReader {
    /// Throws where the file cannot be opened, exceeds `IntakeLimits`, or is no document. A path may lead into a zip: `a.zip/b.docx`.
    public static func read(path: String, options: ReadingOptions = ReadingOptions()) throws(Fault) -> ReceivedSource {
        let place = SourcePath(path)
        return try read(place.bytes(), path: path, name: place.name, options: options)
    }

    /// The bytes of a file, or of a member of a zip, as received.
    /// - Throws: where the file cannot be opened or exceeds `IntakeLimits`.
    public static func bytes(path: String) throws(Fault) -> [UInt8] { try SourcePath(path).bytes() }

    /// What a source at a path is called: its file's name, or the zip's name and the path inside.
    public static func name(path: String) -> String { SourcePath(path).name }

    /// Reads bytes that are already in memory; `path` names them in messages, its last part in the description.
    public static func read(_ bytes: [UInt8], path: String, options: ReadingOptions = ReadingOptions()) throws(Fault) -> ReceivedSource {
        try read(bytes, path: path, name: fileName(path), options: options)
    }

    private static func read(_ bytes: [UInt8], path: String, name: String, options: ReadingOptions) throws(Fault) -> ReceivedSource {
        let place = Place(file: path)
        guard bytes.count <= IntakeLimits.fileBytes else { throw SourceBytes.tooLarge(path, bytes.count) }
        guard !bytes.isEmpty else { throw Fault(.sourceIsEmpty, at: place, advice: .checkTransfer) }
        let format = try SourceFormat.of(bytes, file: path)
        if format != .text { return try extracted(bytes, format, path: path, name: name, options) }
        let (scalars, encoding) = try decode(bytes, path: path)
        guard scalars.contains(where: { !$0.isWhite }) else {
            throw Fault(.sourceIsEmpty, at: place, advice: .checkTransfer)
        }
        try checkLines(scalars, path: path)
        if MarkdownReader.isMarkdown(name) {
            return try described(MarkdownReader.read(scalars, encoding: encoding), MarkdownReader.mediaType, bytes, path: path, name: name)
        }
        let text = SourceText(scalars: scalars)
        return ReceivedSource(
            text: text,
            description: SourceDescription(
                name: name, mediaType: "text/plain", encoding: encoding, sha256: ContentHash.sha256(bytes),
                bytes: bytes.count, characters: text.count))
    }

    /// A format of its own: the text that its reader makes, described as the file that it came from.
    private static func extracted(_ bytes: [UInt8], _ format: SourceFormat, path: String, name: String, _ options: ReadingOptions) throws(Fault) -> ReceivedSource {
        let (extraction, mediaType) = try FormatReader.read(bytes, format, file: path, options: options)
        return try described(extraction, mediaType, bytes, path: path, name: name)
    }

    private static func described(
        _ extraction: Extraction, _ mediaType: String, _ bytes: [UInt8], path: String, name: String
    ) throws(Fault) -> ReceivedSource {
        guard extraction.scalars.contains(where: { !$0.isWhite }) else {
            throw Fault(.sourceIsEmpty, at: Place(file: path), advice: .checkOriginal)
        }
        let text = SourceText(scalars: extraction.scalars)
        return ReceivedSource(
            text: text,
            description: SourceDescription(
                name: name, mediaType: mediaType, encoding: extraction.encoding, sha256: ContentHash.sha256(bytes),
                bytes: bytes.count, characters: text.count, pages: extraction.pages, reader: extraction.reader, map: extraction.map),
            findings: extraction.findings)
    }

    static func decode(_ bytes: [UInt8], path: String) throws(Fault) -> ([Unicode.Scalar], encoding: String) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(bytes, from: 3, path) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw Fault(.sourceHasForeignFormat(format: "UTF-32"), at: Place(file: path), advice: .saveAsText)
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, from: 2, .littleEndian, path) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, from: 2, .bigEndian, path) }
        let controls = ControlBytes(bytes)
        if controls.zeros == 0, let scalars = try? UTF8Decoder.decode(bytes) {
            guard !controls.areBinary else { throw binary(path) }
            return (scalars, "UTF-8")
        }
        if let order = UTF16Decoder.orderByContent(bytes) { return try utf16(bytes, from: 0, order, path) }
        guard !controls.areBinary else { throw binary(path) }
        if isMostlyUTF8(bytes) { return try utf8(bytes, from: 0, path) }
        return try nationalCode(bytes, path: path)
    }

    private static func utf8(
        _ bytes: [UInt8], from start: Int, _ path: String
    ) throws(Fault) -> ([Unicode.Scalar], encoding: String) {
        let scalars = try strictly("UTF-8", bytes, path) { () throws(DecodingFailure) in
            try UTF8Decoder.decode(bytes, from: start)
        }
        return (scalars, "UTF-8")
    }

    private static func utf16(
        _ bytes: [UInt8], from start: Int, _ order: UTF16Decoder.Order, _ path: String
    ) throws(Fault) -> ([Unicode.Scalar], encoding: String) {
        let scalars = try strictly(order.rawValue, bytes, path) { () throws(DecodingFailure) in
            try UTF16Decoder.decode(bytes, from: start, order: order)
        }
        return (scalars, order.rawValue)
    }

    private static func nationalCode(_ bytes: [UInt8], path: String) throws(Fault) -> ([Unicode.Scalar], encoding: String) {
        let code: NationalCodeDecoder.Code = NationalCodeDecoder.isBig5(bytes) ? .big5 : .gb18030
        let scalars = try strictly(code.rawValue, bytes, path) { () throws(DecodingFailure) in
            try NationalCodeDecoder.decode(bytes, code: code)
        }
        guard let scalars, looksChinese(scalars) else {
            throw Fault(.encodingIsUnknown, at: Place(file: path), advice: .saveAsText)
        }
        return (scalars, code.rawValue)
    }

    /// Runs a decoder and says of its failure which file and line it is.
    private static func strictly<Decoded>(
        _ encoding: String, _ bytes: [UInt8], _ path: String, _ decode: () throws(DecodingFailure) -> Decoded
    ) throws(Fault) -> Decoded {
        do throws(DecodingFailure) {
            return try decode()
        } catch {
            throw fault(error, encoding, bytes, path)
        }
    }

    /// Damaged UTF-8 still has far more whole characters of three bytes than bytes that fit nowhere; GB18030 read as UTF-8 has
    /// hardly any.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var (whole, wrong, index) = (0, 0, 0)
        while index < bytes.count {
            let first = bytes[index]
            if first < 0x80 {
                index += 1
            } else if (0xE0...0xEF).contains(first), index + 2 < bytes.count, bytes[index + 1] & 0xC0 == 0x80,
                bytes[index + 2] & 0xC0 == 0x80
            {
                whole += 1
                index += 3
            } else {
                wrong += 1
                index += 1
            }
        }
        return whole > 0 && whole >= wrong
    }

    /// Of what is not ASCII, four fifths are ideographs, their punctuation or full-width forms.
    private static func looksChinese(_ scalars: [Unicode.Scalar]) -> Bool {
        var (foreign, chinese) = (0, 0)
        for scalar in scalars where scalar.value >= 0x80 {
            switch scalar.value {
            case 0x2000...0x206F, 0x2460...0x249B, 0x3000...0x303F, 0x3400...0x9FFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF: chinese += 1
            default: foreign += 1
            }
        }
        return chinese >= foreign * 4
    }

    private static func checkLines(_ scalars: [Unicode.Scalar], path: String) throws(Fault) {
        guard scalars.count > IntakeLimits.lineCodePoints else { return }
        var (start, line) = (0, 1)
        for index in scalars.indices {
            let scalar = scalars[index]
            if scalar == "\n" { line += 1 }
            if scalar == "\n" || scalar == "\r" { start = index + 1 }
            if index - start >= IntakeLimits.lineCodePoints { throw SourceBytes.lineTooLong(path, line: line) }
        }
    }

    private static func fault(_ failure: DecodingFailure, _ encoding: String, _ bytes: [UInt8], _ path: String) -> Fault {
        // In UTF-16 a zero byte stands beside each line feed; in the others no part of a character is a line feed.
        let isWide = encoding.hasPrefix("UTF-16")
        var line = 1
        for index in 0..<failure.offset where bytes[index] == 0x0A {
            if !isWide || bytes[encoding == "UTF-16LE" ? min(index + 1, bytes.count - 1) : max(index - 1, 0)] == 0 { line += 1 }
        }
        let what: Message =
            failure.isTruncated
            ? .bytesAreTruncated(encoding: encoding, offset: failure.offset)
            : .bytesAreInvalid(encoding: encoding, offset: failure.offset)
        return Fault(what, at: Place(file: path, line: line), advice: .checkTransfer)
    }

    private static func binary(_ path: String) -> Fault {
        Fault(.sourceIsBinary, at: Place(file: path), advice: .saveAsText)
    }

    private static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
