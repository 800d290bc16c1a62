import Provenance

/// What a person allows when files are read (读入选项).
public struct ReadingOptions: Sendable, Hashable {
    /// Pictures of pages go through OCR, where it is installed; what it reads may be wrong, and is marked as read so.
    public var ocr: Bool

    public init(ocr: Bool = false) { self.ocr = ocr }

    /// Those by which a source was read before: what was read by OCR can be read so again.
    public init(readerOf source: SourceDescription) { ocr = source.reader?.hasPrefix("tesseract") ?? false }
}
