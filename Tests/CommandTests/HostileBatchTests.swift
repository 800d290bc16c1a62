import Foundation
import SuyuanTesting
import Testing

/// A folder of files that are meant to do harm, with sound ones between them (恶意文件混在一批里).
@Suite struct HostileBatchTests {
    private static func fill(_ folder: Folder) throws {
        let types = (name: "[Content_Types].xml", content: Array("<Types/>".utf8))
        let word = try WordFile.of(text: Folder.opinion).bytes()
        try folder.write("in/00.docx", Data(word))
        try folder.write("in/01-bomb.docx", Data(HostileFile.zipBomb("word/document.xml", megabytes: 1 << 10, besides: [types])))
        try folder.write("in/02-bomb.ofd", Data(HostileFile.zipBomb("OFD.xml", megabytes: 400)))
        try folder.write("in/03-bomb.zip", Data(HostileFile.zipBomb("大.txt", megabytes: 400, besides: [("好.txt", Array(Folder.bulletin.utf8))])))
        let entities = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let bomb = "<!DOCTYPE x [<!ENTITY l0 \"各县\">\(entities)]><x>&l9;</x>"
        try folder.write("in/04-entities.docx", Data(PackedFile.bytes([types, ("word/document.xml", Array(bomb.utf8))])))
        try folder.write("in/05-cut.docx", Data(word.prefix(word.count / 2)))
        try folder.write("in/06-locked.zip", Data(HostileFile.encrypted([("密.txt", Array("各县".utf8))], ["密.txt"])))
        try folder.write("in/07-paths.zip", Data(PackedFile.bytes([("../出.txt", "各县"), ("/绝.txt", "各县")])))
        try folder.write("in/08-link.zip", Data(HostileFile.linked([("链.txt", Array("/etc/passwd".utf8))], link: "链.txt")))
        try folder.write("in/09-nested.zip", Data(PackedFile.bytes([(name: "里.zip", content: PackedFile.bytes([("a.txt", "各县")]))])))
        try folder.write("in/10-locked.pdf", Data(HostileFile.pdf(isLocked: true)))
        try folder.write("in/11-empty.pdf", Data(HostileFile.pdf(pages: 5_000, text: nil)))
        let sparse = try FileHandle(forWritingTo: folder.url(folder.write("in/12-sparse.docx", "PK")))
        try sparse.truncate(atOffset: 1 << 30)
        try sparse.close()
        let depth = 200_000
        try folder.write("in/13-deep.html", "<html><body>" + String(repeating: "<div>", count: depth) + "各县要报送。" + String(repeating: "</div>", count: depth) + "</body></html>")
    }

    /// Each is named with what is wrong, the sound ones are there, and no more memory is taken than a small machine has.
    @Test func soundDocumentsAreReadAndTheOthersNamed() throws {
        let folder = try Folder()
        try Self.fill(folder)
        let run = try Program.run(["add", "in"], in: folder, memory: 2 << 20)
        #expect(run.code == 2, "\(run.code) \(run.output)\(run.errors)")
        for name in ["01-bomb.docx", "02-bomb.ofd", "大.txt", "04-entities.docx", "05-cut.docx", "密.txt", "出.txt", "绝.txt", "链.txt", "里.zip", "10-locked.pdf", "11-empty.pdf", "12-sparse.docx"] {
            #expect(run.errors.contains(name), "\(name) is not named")
        }
        #expect(!run.errors.contains("好.txt") && !run.errors.contains("00.docx"))
        let documents = try Program.run("documents", "--format", "csv", in: folder).output
        #expect(documents.contains("云政发〔2030〕3号"), "\(documents)")
        #expect(documents.contains("职工技能工作简报"), "\(documents)")
        // Nothing was written beside the base.
        #expect(!folder.exists("出.txt") && !FileManager.default.fileExists(atPath: folder.path + "/../出.txt"))
    }
}
