import Testing
import SuyuanTesting

@testable import Web

/// Forms with files come apart the same however they arrive, and nothing that arrives brings the decoder down.
struct MultipartTests {
    struct Sent: Equatable {
        var part: MultipartDecoder.Part
        var bytes: [UInt8]
    }

    static func decode(_ bytes: [UInt8], boundary: String = "b", piece: Int) throws -> [Sent] {
        var decoder = try #require(MultipartDecoder(contentType: "multipart/form-data; boundary=\"\(boundary)\""))
        var parts: [Sent] = []
        var isOpen = false
        for start in stride(from: 0, to: bytes.count, by: piece) {
            try decoder.take(Array(bytes[start..<min(start + piece, bytes.count)])) { event in
                switch event {
                case .begin(let part):
                    #expect(!isOpen)
                    isOpen = true
                    parts.append(Sent(part: part, bytes: []))
                case .data(let some):
                    #expect(isOpen && !some.isEmpty)
                    parts[parts.count - 1].bytes += some
                case .end:
                    #expect(isOpen)
                    isOpen = false
                }
            }
        }
        try decoder.finish()
        #expect(!isOpen)
        return parts
    }

    static func encode(_ parts: [Sent], boundary: String = "b") -> [UInt8] {
        var bytes: [UInt8] = []
        for sent in parts {
            bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(sent.part.name)\"".utf8)
            if let file = sent.part.file { bytes += Array("; filename=\"\(file)\"\r\nContent-Type: text/plain".utf8) }
            bytes += Array("\r\n\r\n".utf8) + sent.bytes + Array("\r\n".utf8)
        }
        return bytes + Array("--\(boundary)--\r\n".utf8)
    }

    @Test(arguments: [1, 2, 3, 5, 64, 10_000])
    func partsComeApart(_ piece: Int) throws {
        let parts = [
            Sent(part: .init(name: "token", file: nil), bytes: Array("abc".utf8)), Sent(part: .init(name: "empty", file: nil), bytes: []),
            Sent(part: .init(name: "files", file: "通知.txt"), bytes: Array("一、\r\n--\r\n--cb\r\n--\r\n\r\n".utf8)),
            Sent(part: .init(name: "files", file: ""), bytes: []), Sent(part: .init(name: "files", file: "a.bin"), bytes: Array(0...255) + [13, 10, 13]),
        ]
        #expect(try Self.decode(Self.encode(parts), piece: piece) == parts)
    }

    /// Random forms of bytes that the delimiter is made of, in random pieces.
    @Test(arguments: 0..<40)
    func anyFormComesBack(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let letters: [UInt8] = [13, 10, 45, 98, 0, 255]
        let parts = (0..<Int.random(in: 0...6, using: &random)).map { index in
            var bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
            // The boundary is chosen so that no text holds it.
            while let place = Self.first(Array("\r\n--b".utf8), in: [13, 10] + bytes) { bytes.remove(at: max(0, place - 2)) }
            return Sent(part: .init(name: "f\(index)", file: Bool.random(using: &random) ? "n\(index)" : nil), bytes: bytes)
        }
        let bytes = Self.encode(parts)
        for _ in 0..<8 { #expect(try Self.decode(bytes, piece: Int.random(in: 1...40, using: &random)) == parts) }
    }

    /// Whatever is cut, doubled or changed is either taken or refused.
    @Test(arguments: 0..<60)
    func nothingBringsItDown(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &+ 1_000)
        var bytes = Self.encode([
            Sent(part: .init(name: "a", file: "x.txt"), bytes: Array("text\r\n".utf8)), Sent(part: .init(name: "b", file: nil), bytes: Array("--b".utf8)),
        ])
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
            default: bytes = Array(bytes[..<max(1, place)])
            }
            if bytes.isEmpty { bytes = [45] }
        }
        var outcomes: [String] = []
        for piece in [1, 7, 4_096] {
            do {
                outcomes.append("\(try Self.decode(bytes, piece: piece))")
            } catch let refusal as WebRefusal {
                outcomes.append("\(refusal)")
            }
        }
        #expect(Set(outcomes).count == 1, "\(outcomes)")
    }

    @Test(arguments: [
        "--b\r\n\r\ntext\r\n--b--", "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "", "--bx\r\n", "text without any",
    ])
    func otherThingsAreRefused(_ text: String) {
        #expect(throws: WebRefusal.self) { try Self.decode(Array(text.utf8), piece: 5) }
    }

    @Test(arguments: [
        "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=b", "multipart/form-data; boundary=\"a\u{1}\"",
        "multipart/form-data; boundary=" + String(repeating: "b", count: 71),
    ])
    func otherTypesAreNone(_ type: String) { #expect(MultipartDecoder(contentType: type) == nil) }

    @Test func longHeadsAndManyPartsAreRefused() {
        let long = "--b\r\nContent-Disposition: form-data; name=\"" + String(repeating: "a", count: MultipartDecoder.longestHead) + "\"\r\n\r\nx\r\n--b--"
        #expect(throws: WebRefusal.tooLarge) { try Self.decode(Array(long.utf8), piece: 1_000) }
        let endless = "--b" + String(repeating: " ", count: MultipartDecoder.longestHead + 10)
        #expect(throws: WebRefusal.self) { try Self.decode(Array(endless.utf8), piece: 1_000) }
        let many = (0...MultipartDecoder.mostParts).map { _ in Sent(part: .init(name: "a", file: nil), bytes: []) }
        #expect(throws: WebRefusal.tooLarge) { try Self.decode(Self.encode(many), piece: 100_000) }
    }

    private static func first(_ pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast(max(0, pattern.count - 1)).first { Array(bytes[$0..<($0 + pattern.count)]) == pattern }
    }

    @Test(arguments: [
        ("通知.txt", "通知.txt"), ("../../etc/passwd", "passwd"), ("C:\\Users\\a\\意见.docx", "意见.docx"), ("/", "file"), ("..", "file"), (".hidden", "hidden"),
        ("a\u{0}b\n.txt", "ab.txt"), ("a/../b/", "file"), ("rtl\u{202E}txt.exe", "rtltxt.exe"), ("a<b>|?.txt", "a_b___.txt"), ("name. ", "name"), ("", "file"),
    ])
    func namesOfFilesLeadNowhere(_ claimed: String, _ kept: String) { #expect(UploadedName.safe(claimed) == kept) }

    @Test func longNamesKeepTheirEnding() {
        let name = UploadedName.safe(String(repeating: "长", count: 500) + ".docx")
        #expect(name.hasSuffix(".docx") && name.utf8.count <= 240)
    }
}
