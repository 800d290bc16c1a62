import Foundation

/// LibreOffice, where it is installed: makes files of its formats for tests (测试用 LibreOffice).
public enum OfficeProgram {
    /// Whether it is there, with the part that writes texts.
    public static let isThere: Bool = {
        let found = FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")
            && ["/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/opt/libreoffice"].contains { FileManager.default.fileExists(atPath: $0 + "/program/libswlo.so") }
        if !found { print("LibreOffice Writer is not installed: tests with its files are skipped") }
        return found
    }()

    /// Whether Poppler is there too.
    public static let readsPDF: Bool = {
        let found = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
        if !found { print("pdftotext is not installed: tests with PDF are skipped") }
        return found
    }()

    /// The bytes that it saves in a format: `odt`, `pdf`, `docx`, `doc`, `html`.
    public static func converted(_ bytes: [UInt8], from name: String, to format: String) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-office-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: name)
        try Data(bytes).write(to: source)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/soffice")
        process.arguments = [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", format, "--outdir", folder.appending(path: "out").path, source.path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let stem = source.deletingPathExtension().lastPathComponent
        return [UInt8](try Data(contentsOf: folder.appending(path: "out/\(stem).\(format)")))
    }
}
