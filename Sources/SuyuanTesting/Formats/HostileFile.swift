import Archives
import FoundationEssentials
import Provenance

/// Makes files that are meant to do harm (恶意文件), for tests: all of them small, though what they say they hold is not.
public enum HostileFile {
    /// A zip whose member of this name unpacks to many zeros; each gigabyte takes a megabyte.
    public static func zipBomb(_ name: String, megabytes: Int, besides entries: [(name: String, content: [UInt8])] = []) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString).zip").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = try ZipWriter(path: path)
        for entry in entries { try writer.add(entry.name, entry.content) }
        try writer.begin(name)
        let zeros = [UInt8](repeating: 0, count: 4 << 20)
        for _ in 0..<megabytes / 4 { try writer.write(zeros) }
        try writer.finish()
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// A zip in which one member of many is a link to a file of the system (符号链接).
    public static func linked(_ entries: [(name: String, content: [UInt8])], link: String) throws -> [UInt8] {
        var bytes = try PackedFile.bytes(entries)
        // The mode stands in the upper half of the external attributes (APPNOTE 4.4.15).
        directory(&bytes) { bytes, at, name in
            if name == link { bytes.replaceSubrange(at + 38..<at + 42, with: [0, 0, 0xFF, 0xA1]) }
        }
        return bytes
    }

    /// A zip in which members say that they are encrypted (加密压缩包).
    public static func encrypted(_ entries: [(name: String, content: [UInt8])], _ locked: Set<String>) throws -> [UInt8] {
        var bytes = try PackedFile.bytes(entries)
        directory(&bytes) { bytes, at, name in
            guard locked.contains(name) else { return }
            bytes[at + 8] |= 1
            let local = (0..<4).reduce(0) { $0 | Int(bytes[at + 42 + $1]) << ($1 * 8) }
            bytes[local + 6] |= 1
        }
        return bytes
    }

    /// Goes through the central directory: the place of each entry's header, and its name.
    private static func directory(_ bytes: inout [UInt8], _ change: (inout [UInt8], Int, String) -> Void) {
        guard let start = bytes.firstRange(of: [0x50, 0x4B, 1, 2])?.lowerBound else { return }
        var at = start
        while at + 46 <= bytes.count, bytes[at..<at + 4].elementsEqual([0x50, 0x4B, 1, 2]) {
            func number(_ offset: Int) -> Int { Int(bytes[at + offset]) | Int(bytes[at + offset + 1]) << 8 }
            let (name, rest) = (number(28), number(30) + number(32))
            change(&bytes, at, String(decoding: bytes[at + 46..<at + 46 + name], as: UTF8.self))
            at += 46 + name + rest
        }
    }

    /// A PDF of one line of text, or of pages without any; with a password that nobody knows where it is locked (加密 PDF).
    public static func pdf(pages: Int = 1, text: String? = "Hello from the office", isLocked: Bool = false) -> [UInt8] {
        let kids = (0..<pages).map { "\($0 + 5) 0 R" }.joined(separator: " ")
        let content = text.map { "BT /F 12 Tf 72 700 Td (\($0)) Tj ET" } ?? ""
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count \(pages)/Kids[\(kids)]>>", "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        for _ in 0..<pages { objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>") }
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { file += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
        let lock = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<\(String(repeating: "41", count: 32))>/U<\(String(repeating: "42", count: 32))>>>/ID[<00><00>]"
        file += "trailer<</Root 1 0 R/Size \(objects.count + 1)\(isLocked ? lock : "")>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }
}
