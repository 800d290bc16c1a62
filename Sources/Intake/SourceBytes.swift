import Glibc
import Provenance

/// Reads the bytes of a file within `IntakeLimits`.
enum SourceBytes {
    private static let chunk = 1 << 20

    /// Throws: no such file, no permission, a folder or a device, too large, or a single line too long. The last is found while
    /// reading, before the whole file is in memory.
    static func read(path: String) throws(Fault) -> [UInt8] {
        // Without O_NONBLOCK, opening a FIFO would wait for a writer.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
        let type = status.st_mode & S_IFMT
        guard type != S_IFDIR else {
            throw Fault(.sourceIsFolder, at: Place(file: path), advice: .giveFileInFolder)
        }
        guard type == S_IFREG else { throw Fault(.sourceIsNoRegularFile, at: Place(file: path)) }
        guard status.st_size <= IntakeLimits.fileBytes else { throw tooLarge(path, Int(status.st_size)) }
        return try read(descriptor, path: path, expected: Int(status.st_size))
    }

    private static func read(_ descriptor: Int32, path: String, expected: Int) throws(Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected)
        var buffer = [UInt8](repeating: 0, count: min(chunk, max(expected + 1, 4096)))
        var lineStart = 0
        while true {
            let got = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw unreadable(path, errno) }
            guard got > 0 else { return bytes }
            let before = bytes.count
            bytes.append(contentsOf: buffer[..<got])
            // A file that grows while it is read.
            guard bytes.count <= IntakeLimits.fileBytes else { throw tooLarge(path, bytes.count) }
            // The last break of the chunk is enough: a chunk is shorter than the longest line allowed.
            if let last = buffer[..<got].lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) { lineStart = before + last + 1 }
            guard bytes.count - lineStart <= IntakeLimits.lineBytes else {
                let line = 1 + bytes[..<lineStart].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
                throw Self.lineTooLong(path, line: line)
            }
        }
    }

    static func lineTooLong(_ path: String, line: Int) -> Fault {
        Fault(
            .lineIsTooLong(limit: IntakeLimits.lineCodePoints), at: Place(file: path, line: line), advice: .splitSource)
    }

    static func tooLarge(_ path: String, _ bytes: Int) -> Fault {
        Fault(
            .sourceIsTooLarge(bytes: bytes, limit: IntakeLimits.fileBytes), at: Place(file: path), advice: .splitSource)
    }

    /// `strerror` speaks the process's locale, which is never set, so the reason is the same everywhere.
    static func unreadable(_ path: String, _ code: Int32) -> Fault {
        Fault(
            .sourceIsUnreadable(reason: String(cString: strerror(code))), at: Place(file: path),
            advice: .checkPathAndPermission)
    }
}
