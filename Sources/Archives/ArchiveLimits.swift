/// How much an archive may hold (解包限额). They hold for the bytes that are unpacked, whatever its headers say.
public struct ArchiveLimits: Sendable {
    public var entries: Int
    /// Bytes of one file.
    public var fileBytes: Int
    /// Bytes of all files together.
    public var totalBytes: Int
    /// How many times its own size an archive may unpack to, from `ratioFloor` bytes on. XML packs about 10 to 30 times.
    public var ratio: Int
    public var ratioFloor: Int

    public init(
        entries: Int = 50_000, fileBytes: Int = 4 << 30, totalBytes: Int = 8 << 30, ratio: Int = 200, ratioFloor: Int = 16 << 20
    ) {
        self.entries = entries
        self.fileBytes = fileBytes
        self.totalBytes = totalBytes
        self.ratio = ratio
        self.ratioFloor = ratioFloor
    }
}
