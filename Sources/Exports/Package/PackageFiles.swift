import Archives
import Glibc
import Provenance

/// The files of a package that came as a folder or a zip file (来包文件). A zip file is unpacked within limits into a folder of its
/// own, which goes with this object; nothing is written anywhere else.
public final class PackageFiles {
    /// As it was given, for messages.
    public let path: String
    /// Names inside the package in byte order.
    public let names: [String]
    /// Where they are: the path that was given, or the folder that a zip file was unpacked to.
    public let folder: String
    private let isOurs: Bool

    /// - Throws: where there is no such folder or zip file, a name is unsafe, something in it is no plain file, or a limit is passed.
    public init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(Fault) {
        self.path = path
        var status = stat()
        guard stat(path, &status) == 0 else { throw Fault(.fileIsNotThere, at: Place(file: path), advice: .checkPathAndPermission) }
        if status.st_mode & S_IFMT == S_IFDIR {
            (folder, isOurs) = (path, false)
            names = try Self.list(path, limits).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } else {
            folder = try Self.unpack(path, limits)
            isOurs = true
            names = (try? Self.list(folder, limits))?.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? []
        }
    }

    /// Whether a path leads to a folder or a zip file.
    public static func arePackage(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        if status.st_mode & S_IFMT == S_IFDIR { return true }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var head = [UInt8](repeating: 0, count: 4)
        return Glibc.read(file, &head, head.count) == head.count && ZipReader.isZip(head)
    }

    deinit { if isOurs { FolderWriter.remove(folder) } }

    /// A file that is read whole: any but the trace, which may be as long as all documents together.
    /// - Throws: where it cannot be read or is longer than `wholeLimit`.
    public func bytes(_ name: String) throws(Fault) -> [UInt8] {
        var status = stat()
        if lstat(folder + "/" + name, &status) == 0, status.st_size > Self.wholeLimit {
            throw Fault(.archiveUnpacksToTooMuch(name), at: Place(file: path + "/" + name), advice: .archiveRefused)
        }
        return try FolderWriter.read(folder + "/" + name, calling: path + "/" + name)
    }

    /// The longest file that is read into memory, in bytes.
    static let wholeLimit = 512 << 20

    /// Reads a file of any length piece by piece.
    /// - Parameter body: is given what fills a buffer from the file and says with how many bytes; 0 at its end.
    public func read<Value>(
        _ name: String, _ body: ((UnsafeMutableRawBufferPointer) throws(Fault) -> Int) throws(Fault) -> Value
    ) throws(Fault) -> Value {
        let shown = path + "/" + name
        let file = open(folder + "/" + name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw Fault(.fileIsUnreadable, at: Place(file: shown), advice: .checkPathAndPermission) }
        defer { close(file) }
        return try body { buffer throws(Fault) in
            while true {
                let count = Glibc.read(file, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw FolderWriter.failure(shown) }
                return count
            }
        }
    }

    /// SHA-256 and length of a file of any length.
    public func hash(of name: String) throws(Fault) -> (sha256: String, bytes: Int) {
        var hasher = ContentHasher()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        try read(name) { read throws(Fault) in
            while true {
                let count = try read(buffer)
                if count == 0 { return }
                hasher.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
        return (hasher.sha256, hasher.count)
    }

    private static func unpack(_ path: String, _ limits: ArchiveLimits) throws(Fault) -> String {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((base + "/suyuan-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw FolderWriter.failure(base) }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        do throws(Fault) {
            let unpacked = UnpackedFolder(folder)
            try ZipReader.extract(path: path, limits: limits) { name throws(Fault) in
                try unpacked.begin(name)
            } piece: { bytes throws(Fault) in
                try unpacked.write(bytes)
            }
            try unpacked.end()
        } catch {
            FolderWriter.remove(folder)
            throw error
        }
        return folder
    }

    private static func list(_ folder: String, _ limits: ArchiveLimits) throws(Fault) -> [String] {
        var names: [String] = []
        var open = [""]
        while let below = open.popLast() {
            guard let stream = opendir(folder + "/" + below) else { throw FolderWriter.failure(folder + "/" + below) }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let last = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard last != ".", last != ".." else { continue }
                let name = below + last
                guard ArchivePath.isSafe(name) else { throw Fault(.archiveNameIsUnsafe(name), at: Place(file: folder), advice: .archiveRefused) }
                var status = stat()
                guard lstat(folder + "/" + name, &status) == 0 else { throw FolderWriter.failure(folder + "/" + name) }
                switch status.st_mode & S_IFMT {
                case S_IFDIR: open.append(name + "/")
                case S_IFREG:
                    guard status.st_size <= limits.fileBytes else { throw Fault(.archiveUnpacksToTooMuch(name), at: Place(file: folder), advice: .archiveRefused) }
                    names.append(name)
                default: throw Fault(.packageHoldsNoFile(name), at: Place(file: folder), advice: .archiveRefused)
                }
                guard names.count <= limits.entries else {
                    throw Fault(.archiveHasManyEntries(limit: limits.entries), at: Place(file: folder), advice: .archiveRefused)
                }
            }
        }
        return names
    }
}

/// Where the files of a zip file go one after the other (解包去处).
private final class UnpackedFolder {
    private let folder: String
    private var path = ""
    private var file: Int32 = -1
    private var made: Set<String> = []

    init(_ folder: String) { self.folder = folder }

    deinit { if file >= 0 { close(file) } }

    func begin(_ name: String) throws(Fault) {
        try end()
        path = folder + "/" + name
        let above = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        if made.insert(above).inserted { try FolderWriter.makeFolder(above) }
        file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FolderWriter.failure(path) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(Fault) {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FolderWriter.failure(path) }
            written += count
        }
    }

    func end() throws(Fault) {
        guard file >= 0 else { return }
        let closed = close(file)
        file = -1
        if closed != 0 { throw FolderWriter.failure(path) }
    }
}
