/// What a source may be at most. A 300-page plan in UTF-8 has about 1 MB, and its longest paragraph a few thousand characters:
/// whatever is beyond these limits is no document, and reading it would only cost memory.
public enum IntakeLimits {
    /// Bytes of a file: 64 MB.
    public static let fileBytes = 64 << 20
    /// Code points between two line breaks: 4 Mi.
    public static let lineCodePoints = 4 << 20
    /// A line with more bytes than this has too many code points in every encoding that is read (none takes more than four bytes
    /// for one), so that reading can stop early.
    static let lineBytes = lineCodePoints * 4
}
