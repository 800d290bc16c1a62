import Glibc
import Provenance

/// A private folder for the files that another program reads and writes (临时目录); it is gone with this object.
final class ScratchFolder: Sendable {
    let path: String

    /// - Throws: where none can be made.
    init(file: String) throws(Fault) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((base + "/suyuan-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Fault(.programFailed("mkdtemp", reason: String(cString: strerror(errno))), at: Place(file: file))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path, depth: 0) }

    func write(_ bytes: [UInt8], as name: String, file: String) throws(Fault) -> String {
        let target = path + "/" + name
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Fault(.programFailed("write", reason: String(cString: strerror(errno))), at: Place(file: file)) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Fault(.programFailed("write", reason: String(cString: strerror(errno))), at: Place(file: file)) }
            written += count
        }
        return target
    }

    /// Names of the files in it, sorted.
    var names: [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// Folders are walked, links are not followed.
    private static func remove(_ path: String, depth: Int) {
        var status = stat()
        guard depth < 64, lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) {
            var names: [String] = []
            while let entry = readdir(stream) {
                names.append(withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } })
            }
            closedir(stream)
            for name in names where name != "." && name != ".." { remove(path + "/" + name, depth: depth + 1) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}
