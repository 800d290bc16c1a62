import Archives
import Glibc
import Provenance

/// Where the files of a package go (写出去处). All or nothing: until `finish`, nothing stands at the place that was asked for.
public protocol PackageSink: AnyObject {
    /// Begins a file; the one before is ended.
    func begin(_ name: String) throws(Fault)
    func write(_ bytes: [UInt8]) throws(Fault)
    func finish() throws(Fault)
}

/// A package as a folder, built beside its place and moved there. A package that is there is replaced, any other folder stays.
public final class FolderSink: PackageSink {
    private let path: String
    private let draft: String
    private var file: Int32 = -1
    private var isFinished = false
    private var made: Set<String> = []

    /// - Throws: where a folder is there that is no package, or nothing can be written.
    public init(path: String) throws(Fault) {
        self.path = path
        draft = path + ".part-\(getpid())"
        if FolderWriter.isThere(path), !FolderWriter.isReplaceable(path) {
            throw Fault(.exportFolderExists(path), at: Place(file: path), advice: .exportOtherFolder)
        }
        FolderWriter.remove(draft)
        try FolderWriter.makeFolder(draft)
    }

    deinit {
        if file >= 0 { close(file) }
        if !isFinished { FolderWriter.remove(draft) }
    }

    public func begin(_ name: String) throws(Fault) {
        try end()
        let target = draft + "/" + name
        let folder = String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)])
        if made.insert(folder).inserted { try FolderWriter.makeFolder(folder) }
        file = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw FolderWriter.failure(target) }
    }

    public func write(_ bytes: [UInt8]) throws(Fault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FolderWriter.failure(draft) }
            written += count
        }
    }

    private func end() throws(Fault) {
        guard file >= 0 else { return }
        let closed = close(file)
        file = -1
        if closed != 0 { throw FolderWriter.failure(draft) }
    }

    public func finish() throws(Fault) {
        try end()
        try FolderWriter.replace(path, by: draft)
        isFinished = true
    }
}

/// A package as a zip file.
public final class ZipSink: PackageSink {
    private let path: String
    private let draft: String
    private let writer: ZipWriter
    private var name: String?
    private var isFinished = false

    public init(path: String) throws(Fault) {
        self.path = path
        draft = path + ".part-\(getpid())"
        writer = try ZipWriter(path: draft)
    }

    deinit { if !isFinished { unlink(draft) } }

    public func begin(_ name: String) throws(Fault) {
        try writer.begin(name)
        self.name = name
    }

    public func write(_ bytes: [UInt8]) throws(Fault) { try writer.write(bytes) }

    public func finish() throws(Fault) {
        try writer.finish()
        if rename(draft, path) != 0 { throw FolderWriter.failure(path) }
        isFinished = true
    }
}
