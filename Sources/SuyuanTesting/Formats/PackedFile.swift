import Archives
import FoundationEssentials
import Provenance

/// Makes zip packages for tests (测试用文档包).
public enum PackedFile {
    /// The bytes of a zip with these entries, in order.
    public static func bytes(_ entries: [(name: String, content: [UInt8])]) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString).zip").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = try ZipWriter(path: path)
        for entry in entries { try writer.add(entry.name, entry.content) }
        try writer.finish()
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    public static func bytes(_ entries: [(String, String)]) throws -> [UInt8] {
        try bytes(entries.map { (name: $0.0, content: Array($0.1.utf8)) })
    }

    /// The entries of a zip, in order.
    public static func parts(_ bytes: [UInt8]) throws -> [(name: String, content: [UInt8])] {
        var parts: [(name: String, content: [UInt8])] = []
        try ZipReader.read(bytes, file: "parts") { name, content throws(Fault) in parts.append((name, content)) }
        return parts
    }

    /// Text as XML has it.
    public static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
