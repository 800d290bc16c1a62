import Archives
import Glibc
import Provenance

/// The documents inside a zip (压缩包内公文): each is read for itself, with its path inside as its name.
enum PackedSources {
    static let limits = ArchiveLimits(entries: 20_000, fileBytes: IntakeLimits.fileBytes, totalBytes: IntakeLimits.fileBytes, ratio: 200, ratioFloor: 32 << 20)
    /// Bytes of a zip itself; it is read from the disk piece by piece.
    static let fileLimit = 2 << 30

    /// Whether a file begins as a zip and is none of an office's own formats.
    static func isArchive(_ path: String) -> Bool {
        guard let head = head(of: path), ZipReader.isZip(head) else { return false }
        let name = path.lowercased()
        if [".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".ofd", ".wps", ".et"].contains(where: name.hasSuffix) { return false }
        guard let names = try? ZipReader.list(path: path, limits: limits).map(\.name) else { return name.hasSuffix(".zip") }
        return !names.contains { $0 == "[Content_Types].xml" || $0 == "OFD.xml" || $0 == "mimetype" }
    }

    private static func head(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4)
        return read(descriptor, &bytes, 4) == 4 ? bytes : nil
    }

    /// The paths of its documents, in the order of their bytes, what is none, and what may not be read.
    static func list(_ path: String) throws(Fault) -> (paths: [String], skipped: [String], faults: [Fault]) {
        var paths: [String] = []
        var skipped: [String] = []
        var faults: [Fault] = []
        for entry in try ZipReader.list(path: path, limits: limits) {
            let steps = entry.name.split(separator: "/")
            if steps.contains(where: { $0.hasPrefix(".") && $0 != ".." && $0 != "." || $0 == "__MACOSX" }) { continue }
            if let fault = entry.fault {
                faults.append(fault)
            } else if SourceFolder.isDocumentName(entry.name) {
                paths.append(path + "/" + entry.name)
            } else {
                skipped.append(path + "/" + entry.name)
            }
        }
        return (paths, skipped, faults)
    }
}
