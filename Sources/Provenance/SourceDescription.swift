/// What was received, exactly (来源): the `source` element.
public struct SourceDescription: Hashable, Sendable {
    /// The file's name without its folder.
    public var name: String
    /// IANA media type, for instance `text/plain`.
    public var mediaType: String
    /// IANA name of the encoding in which the bytes were read, for instance `GB18030`.
    public var encoding: String
    /// SHA-256 of the bytes as received, in lower-case hexadecimal.
    public var sha256: String
    /// Length as received, in bytes.
    public var bytes: Int
    /// Length of the decoded text, in code points.
    public var characters: Int
    /// Printed pages, where the source shows them.
    public var pages: Int?
    /// The other program that made the text out of the bytes, with its version: `pdftotext 22.12.0`; nil where none did.
    public var reader: String?
    /// Where the extracted text stands in the original; nil where the bytes are the text.
    public var map: SourceMap?

    public init(
        name: String, mediaType: String, encoding: String, sha256: String, bytes: Int, characters: Int, pages: Int? = nil,
        reader: String? = nil, map: SourceMap? = nil
    ) {
        self.name = name
        self.mediaType = mediaType
        self.encoding = encoding
        self.sha256 = sha256
        self.bytes = bytes
        self.characters = characters
        self.pages = pages
        self.reader = reader
        self.map = map
    }

    /// The text was made out of a format with paragraphs and cells (提取文本): its lines are none of the original.
    public var isExtracted: Bool { map != nil }
}
