import Glibc

/// Reads files off the threads that answer (文件读取).
struct FileSystemIO: Sendable {
    private static let pieceSize = 256 * 1024

    /// A piece of a file from a place on, in bytes; nil where it cannot be read, empty at its end.
    func read(_ path: String, from place: Int64) async throws -> [UInt8]? {
        try await Workers.run {
            let file = open(path, O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return nil }
            defer { close(file) }
            var bytes = [UInt8](repeating: 0, count: Self.pieceSize)
            let count = pread(file, &bytes, bytes.count, off_t(place))
            return count < 0 ? nil : Array(bytes.prefix(count))
        }
    }

    func remove(_ path: String) { unlink(path) }
}
