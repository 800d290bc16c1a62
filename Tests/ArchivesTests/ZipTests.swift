import Archives
import Foundation
import Provenance
import Testing

@Suite struct ZipTests {
    private static func zip(_ files: [(String, [UInt8])]) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString).zip").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = try ZipWriter(path: path)
        for (name, bytes) in files { try writer.add(name, bytes) }
        try writer.finish()
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    private static func read(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        try ZipReader.read(bytes, file: "test.zip", limits: limits) { files[$0] = $1 }
        return files
    }

    private static func refusal(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) -> String? {
        do {
            _ = try read(bytes, limits: limits)
            return nil
        } catch { return (error as? Fault)?.what.key }
    }

    @Test func whatGoesInComesOut() throws {
        let files: [(String, [UInt8])] = [("documents/意见.xml", Array("<a/>".utf8)), ("空", []), ("b.bin", (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })]
        let read = try Self.read(Self.zip(files))
        #expect(read == Dictionary(uniqueKeysWithValues: files))
    }

    @Test func theSameFilesGiveTheSameBytes() throws {
        let files: [(String, [UInt8])] = [("a.xml", Array("<a/>".utf8)), ("b/c.xml", Array("<c/>".utf8))]
        #expect(try Self.zip(files) == Self.zip(files))
    }

    @Test(arguments: ["../x", "/etc/x", "a/../../x", "a\\..\\x", "C:x", "a//b", "./a", "a\u{1}b", "a/./b"])
    func unsafeNamesAreRefused(_ name: String) throws {
        #expect(!ArchivePath.isSafe(name))
        #expect(Self.refusal(try Self.zip([("a.txt", [1]), (name, [2])])) != nil, "\(name)")
    }

    @Test func namesThatComeTwiceAreRefused() throws {
        #expect(Self.refusal(try Self.zip([("a.txt", [1]), ("a.txt", [2])])) == "archive.twice")
        #expect(Self.refusal(try Self.zip([("a.txt", [1]), ("A.TXT", [2])])) == "archive.twice")
    }

    @Test func limitsHold() throws {
        let zeros = try Self.zip([("bomb", [UInt8](repeating: 0, count: 32 << 20))])
        #expect(zeros.count < 200_000)
        #expect(Self.refusal(zeros) == "archive.tooMuch")
        let many = try Self.zip((0..<300).map { ("f\($0)", [0]) })
        #expect(Self.refusal(many, limits: ArchiveLimits(entries: 299)) == "archive.entries")
        #expect(Self.refusal(many, limits: ArchiveLimits(totalBytes: 299)) == "archive.tooMuch")
        #expect(Self.refusal(many, limits: ArchiveLimits(entries: 300, totalBytes: 300)) == nil)
    }

    @Test func whatIsNoZipIsRefused() throws {
        #expect(Self.refusal(Array("no zip at all".utf8)) == "archive.broken")
        var state: UInt32 = 7
        let noise = (0..<5000).map { _ -> UInt8 in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(state >> 24)
        }
        var bytes = try Self.zip([("a.txt", noise)])
        // A byte of the packed data: the checksum tells.
        bytes[1000] ^= 0xFF
        #expect(Self.refusal(bytes) != nil)
        #expect(Self.refusal(Array(try Self.zip([("a.txt", Array(repeating: 65, count: 5000))]).prefix(60))) != nil)
    }
}
