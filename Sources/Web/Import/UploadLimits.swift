/// How much may be sent at once (上传限额).
public struct UploadLimits: Sendable {
    public var files: Int
    /// Bytes of one file, and of all together.
    public var fileBytes: Int
    public var totalBytes: Int
    /// What archives unpack to: files, and bytes.
    public var unpackedFiles: Int
    public var unpackedBytes: Int

    public init(
        files: Int = 1_000, fileBytes: Int = 64 << 20, totalBytes: Int = 256 << 20, unpackedFiles: Int = 5_000, unpackedBytes: Int = 1 << 30
    ) {
        self.files = files
        self.fileBytes = fileBytes
        self.totalBytes = totalBytes
        self.unpackedFiles = unpackedFiles
        self.unpackedBytes = unpackedBytes
    }
}
