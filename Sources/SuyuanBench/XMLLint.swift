import Foundation
import Provenance

/// What a plain parser takes over the same XML: `xmllint --noout --stream`, the yardstick of conversion.
enum XMLLint {
    private static var path: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { $0 + "/xmllint" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Seconds that one run over all files takes, its start left out; nil where it is not installed. The best of three, as the files are read
    /// from the cache then.
    static func time(over documents: [[UInt8]]) throws -> Double? {
        guard path != nil else { return nil }
        let folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var names: [String] = []
        for (index, document) in documents.enumerated() {
            names.append("\(index).xml")
            try Data(document).write(to: folder.appending(path: names[index]))
        }
        return try time(over: names, in: folder.path)
    }

    /// The same over files that are there, by their names in a folder.
    static func time(over names: [String], in folder: String) throws -> Double? {
        guard let path else { return nil }
        func run(_ names: [String]) throws -> Double {
            let process = Process()
            process.executableURL = URL(filePath: path)
            process.arguments = ["--noout", "--stream"] + names
            process.currentDirectoryURL = URL(filePath: folder)
            process.standardError = FileHandle.nullDevice
            return try Stopwatch.time {
                try process.run()
                process.waitUntilExit()
            }
        }
        let start = try (0..<3).map { _ in try run([]) }.min() ?? 0
        let whole = try (0..<3).map { _ in try run(names) }.min() ?? 0
        return max(whole - start, 0.000_001)
    }
}
