import Glibc
import Provenance

/// Writes what was exported (写出): all or nothing. A file is written beside its place and moved there.
public enum FolderWriter {
    /// Makes a folder and those above it.
    public static func makeFolder(_ path: String) throws(Fault) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
            if mkdir(made, 0o777) != 0, errno != EEXIST { throw failure(made) }
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            errno = ENOTDIR
            throw failure(path)
        }
    }

    /// Writes one file, in place of one that is there.
    public static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
        let draft = path + ".part-\(getpid())"
        do throws(Fault) {
            try put(bytes, at: draft)
            if rename(draft, path) != 0 { throw failure(path) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// The same piece by piece.
    /// - Parameter body: is given what writes a piece.
    public static func write(to path: String, _ body: (@escaping ([UInt8]) throws -> Void) throws -> Void) throws {
        let draft = path + ".part-\(getpid())"
        do {
            try put(at: draft, body)
            if rename(draft, path) != 0 { throw failure(path) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// - Parameter name: what messages call the file.
    static func read(_ path: String, calling name: String) throws(Fault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw Fault(.fileIsUnreadable, at: Place(file: name), advice: .checkPathAndPermission) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size >= 0 else { throw failure(name) }
        var filled = 0
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while filled < buffer.count {
                let read = Glibc.read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
                if read < 0, errno == EINTR { continue }
                guard read > 0 else {
                    isWhole = read == 0
                    break
                }
                filled += read
            }
            count = filled
        }
        guard isWhole else { throw failure(name) }
        return bytes
    }

    static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Moves a finished folder to its place, in place of what is there.
    static func replace(_ path: String, by draft: String) throws(Fault) {
        let former = path + ".old-\(getpid())"
        let isThere = isThere(path)
        if isThere, rename(path, former) != 0 { throw failure(path) }
        guard rename(draft, path) == 0 else {
            let fault = failure(path)
            if isThere { rename(former, path) }
            throw fault
        }
        remove(former)
    }

    /// A package of ours, or an empty folder.
    static func isReplaceable(_ path: String) -> Bool {
        if access(path + "/manifest.xml", F_OK) == 0 { return true }
        guard let stream = opendir(path) else { return false }
        defer { closedir(stream) }
        var count = 0
        while readdir(stream) != nil { count += 1 }
        // `.` and `..` are always there.
        return count <= 2
    }

    private static func put(_ bytes: [UInt8], at path: String) throws(Fault) {
        let file = try create(path)
        do throws(Fault) {
            try put(bytes, in: file, path)
        } catch {
            close(file)
            throw error
        }
        try finish(file, path)
    }

    private static func put(at path: String, _ body: (@escaping ([UInt8]) throws -> Void) throws -> Void) throws {
        let file = try create(path)
        do {
            try body { bytes in try put(bytes, in: file, path) }
        } catch {
            close(file)
            throw error
        }
        try finish(file, path)
    }

    private static func create(_ path: String) throws(Fault) -> Int32 {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure(path) }
        return file
    }

    private static func put(_ bytes: [UInt8], in file: Int32, _ path: String) throws(Fault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path)
            }
            written += count
        }
    }

    private static func finish(_ file: Int32, _ path: String) throws(Fault) {
        let isSafe = fsync(file) == 0 || errno == EINVAL
        guard close(file) == 0, isSafe else { throw failure(path) }
    }

    /// Removes a file or a folder with all that is in it; links are removed, never followed.
    package static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) else {
            unlink(path)
            return
        }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        closedir(stream)
        for name in names where name != "." && name != ".." { remove(path + "/" + name) }
        rmdir(path)
    }

    static func failure(_ path: String) -> Fault {
        Fault(.exportCannotWrite(String(cString: strerror(errno))), at: Place(file: path))
    }
}
