import Foundation
import Provenance
import SuyuanTesting
import Testing

@testable import Archives
@testable import Intake

@Suite struct PackedTests {
    private static func folder(_ files: [(String, [UInt8])]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
        return folder.path
    }

    @Test func eachMemberIsADocumentWithItsPath() throws {
        let word = try WordFile(body: WordFile.paragraph("各县要按月报送。")).bytes()
        let zip = try PackedFile.bytes([
            (name: "通知/甲.docx", content: word), (name: "通知/乙.txt", content: Array("各县要报送。".utf8)), (name: "图.png", content: [1]),
            (name: "__MACOSX/通知/._甲.docx", content: [1]), (name: "里.zip", content: try PackedFile.bytes([("a.txt", "文")])),
        ])
        let folder = try Self.folder([("材料.zip", zip), ("丙.txt", Array("文".utf8)), ("丁.bin", zip)])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let listed = try SourceFolder(path: folder)
        #expect(
            listed.paths.map { String($0.dropFirst(folder.count + 1)) }
                == ["丁.bin/通知/乙.txt", "丁.bin/通知/甲.docx", "丁.bin/里.zip", "丙.txt", "材料.zip/通知/乙.txt", "材料.zip/通知/甲.docx", "材料.zip/里.zip"])
        let results = listed.map { document in
            switch document.result {
            case .success(let source): source.description.name
            case .failure(let fault): fault.what.key
            }
        }
        #expect(results == ["丁.bin/通知/乙.txt", "丁.bin/通知/甲.docx", "format.archive", "丙.txt", "材料.zip/通知/乙.txt", "材料.zip/通知/甲.docx", "format.archive"])
        #expect(try SourceReader.bytes(path: folder + "/材料.zip/通知/甲.docx") == word)
        #expect(throws: Fault.self) { try SourceReader.read(path: folder + "/材料.zip/没有.docx") }
        #expect(throws: Fault.self) { try SourceReader.read(path: folder + "/丙.txt/没有.docx") }
    }

    /// Zips of Chinese Windows name their files in GBK and do not say so.
    @Test func namesInNationalCodeAreRead() throws {
        let plain = try PackedFile.bytes([("AAAA.txt", "各县要报送。")])
        var bytes = plain
        let name = Array("AAAA.txt".utf8)
        for index in bytes.indices where bytes[index...].starts(with: name) { bytes.replaceSubrange(index..<index + 4, with: [0xCD, 0xA8, 0xD6, 0xAA]) }
        // The mark that names are UTF-8, in both headers.
        for index in bytes.indices.dropLast(10) {
            if bytes[index...].starts(with: [0x50, 0x4B, 3, 4]) { bytes[index + 7] &= 0xF7 }
            if bytes[index...].starts(with: [0x50, 0x4B, 1, 2]) { bytes[index + 9] &= 0xF7 }
        }
        let folder = try Self.folder([("a.zip", bytes)])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try SourceFolder(path: folder).paths == [folder + "/a.zip/通知.txt"])
        #expect(try SourceReader.read(path: folder + "/a.zip/通知.txt").description.name == "a.zip/通知.txt")
    }
}
