import Glibc
import Provenance

/// The documents below a path (公文目录): listed at once, read one by one as they are asked for.
public struct SourceFolder: Sendable, Sequence {
    /// Paths of the documents, in the order of their bytes; they begin with the path that was given.
    public let paths: [String]
    /// What was passed over because its name says that it is no document: images, programs, data, XML.
    public let skipped: [String]
    /// Folders below that could not be listed.
    public let faults: [Fault]

    /// Lists a folder and all folders below it; of a file, that file alone; of a zip, what is inside.
    ///
    /// Hidden files and folders are left out. A folder reached twice, by symbolic links, is listed once.
    /// Throws where the path cannot be read or no document is below it.
    public init(path: String) throws(Fault) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SourceBytes.unreadable(path, errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            guard status.st_mode & S_IFMT == S_IFREG, PackedSources.isArchive(path) else {
                (paths, skipped, faults) = ([path], [], [])
                return
            }
            (paths, skipped, faults) = try PackedSources.list(path)
            guard !paths.isEmpty else { throw faults.first ?? Fault(.folderHasNoDocuments, at: Place(file: path), advice: .giveTextFiles) }
            return
        }
        var walk = Walk()
        try walk.list(path, status)
        paths = walk.paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        skipped = walk.skipped.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        faults = walk.faults.sorted { ($0.place?.file ?? "").utf8.lexicographicallyPrecedes(($1.place?.file ?? "").utf8) }
        guard !paths.isEmpty else {
            throw Fault(.folderHasNoDocuments, at: Place(file: path), advice: .giveTextFiles)
        }
    }

    /// Reads each document when it is reached: one in memory at a time, and one that fails stops no other.
    public func makeIterator() -> AnyIterator<(path: String, result: Result<ReceivedSource, Fault>)> {
        var rest = paths.makeIterator()
        return AnyIterator {
            rest.next().map { path in
                (path, Result { () throws(Fault) in try SourceReader.read(path: path) })
            }
        }
    }

    /// Names that promise something other than a document. Whatever else there is, is tried by content, so that an office
    /// learns of a PDF or DOCX that was not read; a name's end counts only where it looks like one (“1.关于……的通知” has none).
    private static let otherExtensions: Set<String> = [
        "bmp", "c", "css", "csv", "db", "db-shm", "db-wal", "gif", "gz", "jpeg", "jpg", "js", "json", "log", "mp3", "mp4", "png", "py", "sh", "sqlite", "svg", "swift", "tar",
        "tif", "tiff", "tsv", "xml", "xsd", "xsl", "xslt", "yaml", "yml",
    ]

    static func isDocumentName(_ name: String) -> Bool {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return true }
        return !otherExtensions.contains(String(name[name.index(after: dot)...]).lowercased())
    }

    /// A folder by its device and number, however it was reached.
    private struct FolderIdentity: Hashable {
        let device: UInt
        let number: UInt
    }

    private struct Walk {
        var paths: [String] = []
        var skipped: [String] = []
        var faults: [Fault] = []
        private var visited: Set<FolderIdentity> = []

        mutating func list(_ root: String, _ status: stat) throws(Fault) {
            visited.insert(FolderIdentity(device: UInt(status.st_dev), number: UInt(status.st_ino)))
            var waiting = [root]
            var isRoot = true
            while let folder = waiting.popLast() {
                guard let names = Walk.names(in: folder) else {
                    let fault = SourceBytes.unreadable(folder, errno)
                    if isRoot { throw fault }
                    faults.append(fault)
                    continue
                }
                isRoot = false
                for name in names where !name.hasPrefix(".") {
                    sort(name, folder.hasSuffix("/") ? folder + name : folder + "/" + name, into: &waiting)
                }
            }
        }

        private mutating func sort(_ name: String, _ path: String, into waiting: inout [String]) {
            var status = stat()
            // A dangling link is tried like a document, so that its fault is told.
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                let identity = FolderIdentity(device: UInt(status.st_dev), number: UInt(status.st_ino))
                if visited.insert(identity).inserted { waiting.append(path) }
            } else if status.st_mode & S_IFMT == S_IFREG, SourceFolder.isDocumentName(name), PackedSources.isArchive(path) {
                do throws(Fault) {
                    let packed = try PackedSources.list(path)
                    paths += packed.paths
                    skipped += packed.skipped
                    faults += packed.faults
                } catch {
                    faults.append(error)
                }
            } else if SourceFolder.isDocumentName(name) {
                paths.append(path)
            } else {
                skipped.append(path)
            }
        }

        /// In byte order, so that which of two links to a folder is followed does not depend on the disk.
        private static func names(in folder: String) -> [String]? {
            guard let stream = opendir(folder) else { return nil }
            defer { closedir(stream) }
            var names: [String] = []
            while let entry = readdir(stream) {
                names.append(withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
            }
            return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }
}
