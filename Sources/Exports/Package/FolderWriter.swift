import Glibc
import Provenance

/// Writes what was exported (写出): all or nothing. A folder is built beside its place and moved there; a file likewise.
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

    /// Writes a package as a folder, in place of a package that is there. A folder that is none (it has no manifest) stays as
    /// it is and the call fails.
    public static func write(_ package: PartnerPackage, to path: String) throws(Fault) {
        let draft = path + ".part-\(getpid())"
        let former = path + ".old-\(getpid())"
        var status = stat()
        let isThere = lstat(path, &status) == 0
        if isThere, !isReplaceable(path) {
            throw Fault(.exportFolderExists(path), at: Place(file: path), advice: .exportOtherFolder)
        }
        do throws(Fault) {
            remove(draft)
            for file in package.files {
                let target = draft + "/" + file.name
                try makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
                try put(file.bytes, at: target)
            }
            if isThere, rename(path, former) != 0 { throw failure(path) }
            guard rename(draft, path) == 0 else {
                let fault = failure(path)
                if isThere { rename(former, path) }
                throw fault
            }
            remove(former)
        } catch {
            remove(draft)
            throw error
        }
    }

    /// A package of ours, or an empty folder.
    private static func isReplaceable(_ path: String) -> Bool {
        if access(path + "/manifest.xml", F_OK) == 0 { return true }
        guard let stream = opendir(path) else { return false }
        defer { closedir(stream) }
        var count = 0
        while readdir(stream) != nil { count += 1 }
        // `.` and `..` are always there.
        return count <= 2
    }

    private static func put(_ bytes: [UInt8], at path: String) throws(Fault) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure(path) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written) }
            if count < 0 {
                if errno == EINTR { continue }
                let fault = failure(path)
                close(file)
                throw fault
            }
            written += count
        }
        let isSafe = fsync(file) == 0 || errno == EINVAL
        guard close(file) == 0, isSafe else { throw failure(path) }
    }

    /// Removes a file or a folder with all that is in it; links are removed, never followed.
    private static func remove(_ path: String) {
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

    private static func failure(_ path: String) -> Fault {
        Fault(.exportCannotWrite(String(cString: strerror(errno))), at: Place(file: path))
    }
}
