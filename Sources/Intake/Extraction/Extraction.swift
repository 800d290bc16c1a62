import Provenance

/// What a reader makes of a format (提取结果): text, and where it stands in the original.
struct Extraction: Sendable {
    var scalars: [Unicode.Scalar]
    var map: SourceMap
    var findings: [Finding] = []
    /// Pages of the original, where it has them.
    var pages: Int?
    /// IANA name of the encoding of the bytes; of formats with one of their own UTF-8.
    var encoding = "UTF-8"
    /// Another program that made the text, with its version.
    var reader: String?
}
