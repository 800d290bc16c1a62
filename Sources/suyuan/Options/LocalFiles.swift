import Exports
import FoundationEssentials
import Provenance

/// Files that a command is given (本地文件).
enum LocalFiles {
    static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    static func bytes(_ path: String) throws(Fault) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw unreadable(path, error)
        }
    }

    /// The public keys of a file, or of a folder's `.pub` files.
    static func keys(_ path: String) throws(Fault) -> [VerifyingKey] {
        guard isFolder(path) else { return [try key(path)] }
        var keys: [VerifyingKey] = []
        for name in try names(path, below: "").sorted() where name.hasSuffix(".pub") { keys.append(try key(path + "/" + name)) }
        guard !keys.isEmpty else { throw Fault(.keysAreNone, at: Place(file: path)) }
        return keys
    }

    private static func key(_ path: String) throws(Fault) -> VerifyingKey {
        try VerifyingKey(String(decoding: try bytes(path), as: UTF8.self), file: path)
    }

    /// The files of a package in order of their names.
    static func package(_ folder: String) throws(Fault) -> [ExportedFile] {
        var files: [ExportedFile] = []
        for name in try names(folder, below: "").sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            files.append(ExportedFile(name, try bytes(folder + "/" + name)))
        }
        guard files.contains(where: { $0.name.hasSuffix(".xml") }) else {
            throw Fault(.folderHasNoXML, at: Place(file: folder))
        }
        return files
    }

    private static func names(_ folder: String, below: String) throws(Fault) -> [String] {
        let entries: [String]
        do {
            entries = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw unreadable(folder, error)
        }
        var names: [String] = []
        for entry in entries where !entry.hasPrefix(".") {
            if isFolder(folder + "/" + entry) {
                names += try self.names(folder + "/" + entry, below: below + entry + "/")
            } else {
                names.append(below + entry)
            }
        }
        return names
    }

    private static func unreadable(_ path: String, _ error: any Error) -> Fault {
        let message: Message =
            switch (error as? CocoaError)?.code {
            case .fileReadNoSuchFile?: .fileIsNotThere
            case .fileReadNoPermission?: .fileIsForbidden
            default: .fileIsUnreadable
            }
        return Fault(message, at: Place(file: path), advice: .checkPathAndPermission)
    }
}
