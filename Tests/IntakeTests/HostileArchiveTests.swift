import Foundation
import Provenance
import SuyuanTesting
import Testing

@testable import Intake

/// Zips that hold what must not be read, and files that were cut off: each is told of, and what is beside it is read.
@Suite struct HostileArchiveTests {
    private typealias Entry = (name: String, content: [UInt8])
    private static let good: Entry = (name: "好.txt", content: Array("各县要报送。".utf8))
    private static let word = Result { try WordFile(body: WordFile.paragraph("各县要按月报送。")).bytes() }

    /// What became of each document of a zip, and of the names that are none.
    private static func outcome(of zip: [UInt8]) throws -> (read: [String], refused: [String: String]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(zip).write(to: folder.appending(path: "a.zip"))
        var (read, refused): ([String], [String: String]) = ([], [:])
        let listed = try SourceFolder(path: folder.path)
        for fault in listed.faults { refused[fault.place?.file.split(separator: "/").last.map(String.init) ?? "?"] = fault.what.key }
        for (path, result) in listed {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            switch result {
            case .success: read.append(name)
            case .failure(let fault):
                refused[name] = fault.what.key
                #expect(!fault.what.zh.isEmpty && fault.place != nil)
            }
        }
        return (read, refused)
    }

    @Test func whatIsEncryptedIsToldAndTheRestIsRead() throws {
        let zip = try HostileFile.encrypted([(name: "密.docx", content: try Self.word.get()), (name: "密.txt", content: Array("各县".utf8)), Self.good], ["密.docx", "密.txt"])
        let (read, refused) = try Self.outcome(of: zip)
        #expect(read == ["好.txt"])
        #expect(refused == ["密.docx": "archive.encrypted", "密.txt": "archive.encrypted"])
    }

    @Test func linksAreNotFollowed() throws {
        let (read, refused) = try Self.outcome(of: HostileFile.linked([(name: "链.txt", content: Array("/etc/passwd".utf8)), Self.good], link: "链.txt"))
        #expect(read == ["好.txt"])
        #expect(refused == ["链.txt": "archive.noFile"])
    }

    @Test(arguments: ["大.txt", "大.docx", "大.pdf"]) func aGigabyteOfNothingIsRefused(name: String) throws {
        let zip = try HostileFile.zipBomb(name, megabytes: 1 << 10, besides: [Self.good])
        #expect(zip.count < 4 << 20)
        let (read, refused) = try Self.outcome(of: zip)
        #expect(read == ["好.txt"])
        #expect(refused == [name: "archive.tooMuch"])
    }

    /// A file of a gigabyte that takes no room on the disk (稀疏文件).
    @Test func aSparseFileIsRefusedUnread() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString).docx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(FileManager.default.createFile(atPath: path, contents: Data([0x50, 0x4B, 3, 4])))
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.truncate(atOffset: 1 << 30)
        try handle.close()
        #expect { try SourceReader.read(path: path) } throws: { ($0 as? Fault)?.what.key == "intake.tooLarge" }
    }

    @Test func archivesInArchivesAreToldOf() throws {
        var zip = try PackedFile.bytes([("里.txt", "各县")])
        for depth in 0..<40 { zip = try PackedFile.bytes([(name: "层\(depth).zip", content: zip), Self.good]) }
        let (read, refused) = try Self.outcome(of: zip)
        #expect(read == ["好.txt"])
        #expect(refused == ["层39.zip": "format.archive"])
    }

    @Test(arguments: ["text", "spreadsheet"]) func xmlBombsInOpenDocumentsAreRefused(kind: String) throws {
        let entities = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let bytes = try PackedFile.bytes([
            ("mimetype", "application/vnd.oasis.opendocument." + kind), ("content.xml", "<!DOCTYPE x [<!ENTITY l0 \"各县\">\(entities)]><x>&l9;</x>"),
        ])
        #expect { try SourceReader.read(bytes, path: "x") } throws: { ($0 as? Fault)?.what.key.hasPrefix("xml.") == true }
    }

    // MARK: Cut off

    private static let files: [(name: String, make: @Sendable () throws -> [UInt8])] = [
        ("docx", { try WordFile.of(text: text).bytes() }), ("xlsx", { try BookFile.of(text: text, name: "台账").bytes() }), ("ofd", { try FixedFile.of(text: text).bytes() }),
        ("odt", { try PackedFile.bytes([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x>\(text)</x>")]) }),
        ("zip", { try PackedFile.bytes([("a.txt", text), ("b.txt", text)]) }),
        ("rtf", { Array("{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}\\f0 \(String(repeating: "Hello from the office. ", count: 40))}".utf8) }),
        ("doc", { compound }),
        ("pdf", { HostileFile.pdf() }),
    ]
    private static let text = (1...40).map { "（\($0)）各县要报送第\($0)项进展情况。" }.joined(separator: "\n")

    /// The header of a compound file, its table, and streams that reach further than half of it.
    private static var compound: [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        bytes += number(0x3E, 2) + number(3, 2) + number(0xFFFE, 2) + number(9, 2) + number(6, 2) + [UInt8](repeating: 0, count: 10)
        bytes += number(1, 4) + number(1, 4) + number(0, 4) + number(4096, 4) + number(0xFFFF_FFFE, 4) + number(0, 4) + number(0xFFFF_FFFE, 4) + number(0, 4)
        bytes += number(0, 4) + [UInt8](repeating: 0xFF, count: 512 - bytes.count - 4)
        // The table, the directory, eighteen sectors of a stream.
        bytes += number(0xFFFF_FFFD, 4) + number(0xFFFF_FFFE, 4) + (3...19).flatMap { number($0, 4) } + number(0xFFFF_FFFE, 4)
        bytes += [UInt8](repeating: 0xFF, count: 1024 - bytes.count)
        bytes += "WordDocument".utf16.flatMap { number(Int($0), 2) } + [UInt8](repeating: 0, count: 512 - 24)
        return bytes + [UInt8](repeating: 0x20, count: 18 * 512)
    }

    @Test(arguments: files.map(\.name), [0.4, 0.75, 0.97]) func whatWasCutOffIsRefused(format: String, share: Double) throws {
        let whole = try #require(Self.files.first { $0.name == format }).make()
        let bytes = Array(whole.prefix(Int(Double(whole.count) * share)))
        do {
            let source = try SourceReader.read(bytes, path: "甲." + format)
            // All that is lost is the end of the last table.
            #expect(format == "pdf" && source.findings.contains { $0.message.key == "format.cutOff" }, "read as if it were whole")
        } catch {
            let keys = ["archive.truncated", "format.cutOff", "format.broken", "program.missing"]
            #expect(keys.contains(error.what.key), "\(error.what.key)")
            #expect(error.advice != nil && error.place != nil)
        }
    }

    @Test func aWholeCompoundFileIsTakenForWhole() {
        #expect(CompoundFile.isWhole(Self.compound))
        #expect(!CompoundFile.isWhole(Array(Self.compound.prefix(700))))
    }

    /// A page that was cut off can be read, as can a PDF with an older trailer; both are marked.
    @Test func whatCanStillBeReadIsMarked() throws {
        let page = "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>\(PageFile.paragraphs(Self.text))"
        #expect(try SourceReader.read(Array(page.utf8), path: "x").findings.map(\.message.key) == ["format.cutOff"])
        #expect(try SourceReader.read(Array((page + "</body></html>").utf8), path: "x").findings.isEmpty)
        guard OfficeProgram.readsPDF else { return }
        #expect(try SourceReader.read(HostileFile.pdf(), path: "x").findings.isEmpty)
        let later = HostileFile.pdf() + Array("6 0 obj\n<</Length 20000>>stream\n\(String(repeating: "x", count: 9_000))".utf8)
        #expect(try SourceReader.read(later, path: "x").findings.map(\.message.key).contains("format.cutOff"))
    }

    // MARK: PDF

    @Test(.enabled(if: OfficeProgram.readsPDF)) func anEncryptedPDFIsToldOf() throws {
        #expect(try SourceReader.read(HostileFile.pdf(), path: "x").text.count > 10)
        #expect { try SourceReader.read(HostileFile.pdf(isLocked: true), path: "x") } throws: { ($0 as? Fault)?.what.key == "format.encrypted" }
    }

    @Test(.enabled(if: OfficeProgram.readsPDF)) func pagesWithoutTextAreToldOf() {
        #expect { try SourceReader.read(HostileFile.pdf(pages: 2_500, text: nil), path: "x") } throws: { ($0 as? Fault)?.what == .pagesHaveNoText(2_500) }
        #expect { try SourceReader.read(HostileFile.pdf(pages: 5_000, text: nil), path: "x") } throws: { ($0 as? Fault)?.what.key == "format.pages" }
        // Pictures of so many pages would take days to read.
        #expect { try SourceReader.read(HostileFile.pdf(pages: 2_500, text: nil), path: "x", options: ReadingOptions(ocr: true)) } throws: {
            ($0 as? Fault)?.what.key == "format.pages"
        }
    }
}
