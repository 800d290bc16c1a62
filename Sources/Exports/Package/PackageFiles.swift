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
    private let folder: String
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

    deinit { if isOurs { FolderWriter.remove(folder) } }

    public func bytes(_ name: String) throws(Fault) -> [UInt8] { try FolderWriter.read(folder + "/" + name, calling: path + "/" + name) }

    private static func unpack(_ path: String, _ limits: ArchiveLimits) throws(Fault) -> String {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((base + "/suyuan-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw FolderWriter.failure(base) }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        do throws(Fault) {
            try ZipReader.read(path: path, limits: limits) { name, bytes throws(Fault) in
                let target = folder + "/" + name
                try FolderWriter.makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
                try FolderWriter.write(bytes, to: target)
            }
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
