import Foundation
import Provenance
import Testing

@testable import Intake

/// A folder of its own for a test, removed with it.
private final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "intake-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ bytes: some Collection<UInt8>) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }
}

@Suite struct SourceFolderTests {
    @Test func documentsComeSortedByBytesAndOthersAreLeftOut() throws {
        let folder = try TemporaryFolder()
        for name in ["乙.txt", "b/甲.txt", "B.txt", "a.txt", "1.关于印发计划的通知", ".hidden.txt", ".git/x.txt", "t.csv", "out/d.xml"] {
            try folder.write(name, "文\n".utf8)
        }
        let found = try SourceFolder(path: folder.path)
        #expect(found.paths == ["1.关于印发计划的通知", "B.txt", "a.txt", "b/甲.txt", "乙.txt"].map { folder.path + "/" + $0 })
        #expect(found.skipped == ["out/d.xml", "t.csv"].map { folder.path + "/" + $0 })
    }

    @Test func linksThatLeadBackAreFollowedOnce() throws {
        let folder = try TemporaryFolder()
        try folder.write("sub/a.txt", "文".utf8)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/sub/loop", withDestinationPath: folder.path)
        #expect(try SourceFolder(path: folder.path).paths == [folder.path + "/sub/a.txt"])
    }

    @Test func oneBadDocumentStopsNoOther() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲".utf8)
        try folder.write("b.txt", [])
        try folder.write("c.pdf", "Rar!".utf8)
        try folder.write("d.txt", "丁".utf8)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/e.txt", withDestinationPath: "nowhere")
        let results = try SourceFolder(path: folder.path).map { document in
            switch document.result {
            case .success(let source): source.text.string(Span(0, 1))
            case .failure(let fault): fault.what.key
            }
        }
        #expect(results == ["甲", "intake.empty", "intake.format", "丁", "intake.unreadable"])
    }

    @Test func aFileIsAFolderOfOne() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", "甲".utf8)
        #expect(try SourceFolder(path: folder.path + "/a.csv").paths == [folder.path + "/a.csv"])
    }

    @Test func withoutDocumentsThereIsAFault() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", "甲".utf8)
        #expect(throws: Fault.self) { try SourceFolder(path: folder.path) }
        do { _ = try SourceFolder(path: folder.path) } catch { #expect(error.what.key == "intake.noDocuments") }
    }

    @Test(arguments: [("", "intake.folder"), ("/nowhere.txt", "intake.unreadable"), ("/pipe", "intake.special")])
    func whatIsNoFileIsRefused(name: String, key: String) throws {
        let folder = try TemporaryFolder()
        mkfifo(folder.path + "/pipe", 0o600)
        do {
            _ = try SourceReader.read(path: folder.path + name)
            Issue.record("read \(name)")
        } catch { #expect(error.what.key == key) }
    }

    @Test func aHugeLineOnDiskIsRefusedBeforeItIsRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("long.txt", [UInt8](repeating: 0x61, count: IntakeLimits.lineBytes + 2_000_000))
        do {
            _ = try SourceReader.read(path: folder.path + "/long.txt")
            Issue.record("read a line of \(IntakeLimits.lineBytes) bytes")
        } catch {
            #expect(error.what.key == "intake.longLine")
            #expect(error.place?.line == 1)
        }
    }

    @Test func aHugeFileIsRefusedByItsSize() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/huge.txt"
        // Sparse: takes no room on disk.
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: UInt64(IntakeLimits.fileBytes) + 1)
        do {
            _ = try SourceReader.read(path: path)
            Issue.record("read a file beyond the limit")
        } catch { #expect(error.what.key == "intake.tooLarge") }
    }
}
