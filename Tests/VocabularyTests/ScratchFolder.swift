import Foundation

/// A folder with ontology files of a test, removed when the test is over.
final class ScratchFolder {
    let path: String

    init(_ files: [String: String]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("suyuan-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// One file whose root holds the given text, from its second line on.
    static func ontology(_ inside: String) throws -> ScratchFolder {
        try ScratchFolder(["own.xml": "<ontology xmlns=\"urn:suyuan:ontology:1\">\n\(inside)\n</ontology>"])
    }
}
