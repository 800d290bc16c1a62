import Foundation
import Testing

@Suite struct ConvertTests {
    @Test func convertsToXML() throws {
        let folder = try Folder.withDocuments()
        let run = try Program.run("convert", "documents/20300301-opinion.txt", in: folder)
        #expect(run.code == 0)
        #expect(run.output.contains("urn:suyuan:policy:1"))
        #expect(run.output.contains("number=\"（二）\""))
        try folder.write("opinion.xml", run.bytes)
        #expect(try Program.run("validate", "opinion.xml", in: folder).code == 0)
    }

    @Test func residueHasNoClaimedText() throws {
        let folder = try Folder.withDocuments()
        let run = try Program.run("convert", "--residue", "documents/20300301-opinion.txt", in: folder)
        #expect(run.code == 0)
        #expect(!run.output.contains("在税前扣除"))
        for line in run.output.split(separator: "\n") { #expect(line.hasPrefix("documents/20300301-opinion.txt:")) }
    }

    /// Sentences are listed whole; what names who owes a clause, and its number, are claimed.
    @Test func residueListsWholeSentences() throws {
        let folder = try Folder()
        try folder.write(
            "notice.txt",
            Data("湖南省水利厅关于做好防汛工作的通知\n各市州水利局：\n　　一、加强巡查\n　　（一）各市州水利局要每日巡查。（省水利厅牵头，省气象局配合）\n　　二、人员名单\n　　张某某　省水利厅副厅长\n".utf8))
        let run = try Program.run("convert", "--residue", "notice.txt", in: folder)
        #expect(run.output.split(separator: "\n").map { $0.split(separator: "\t").last.map(String.init) } == ["张某某　省水利厅副厅长"])
    }

    @Test(arguments: [("empty.txt", Data()), ("junk.txt", Data([0, 1, 2, 0xFF, 0xFE, 0, 0, 7] + Array(repeating: 0, count: 64)))])
    func unreadableFilesAreNamed(_ name: String, _ bytes: Data) throws {
        let folder = try Folder()
        try folder.write(name, bytes)
        let run = try Program.run("convert", name, in: folder)
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix(name + ": "))
    }

    @Test func classifiedDocumentsNeedLeave() throws {
        let folder = try Folder()
        try folder.write("secret.txt", "000001\n秘密★1年\n" + Folder.opinion)
        let refused = try Program.run("convert", "secret.txt", in: folder)
        #expect(refused.code == 2)
        #expect(refused.errors.contains("秘密"))
        #expect(try Program.run("convert", "secret.txt", "--allow-classified", in: folder).code == 0)
    }
}
