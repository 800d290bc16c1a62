import Foundation
import SuyuanTesting
import Testing

@Suite struct PackageCommandTests {
    @Test func keysSignAndCheck() throws {
        let folder = try Folder.withDocuments()
        #expect(try Program.run("add", "documents", in: folder).code == 0)
        #expect(try Program.run("keys", "make", "office", in: folder).code == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.url("office.key").path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        // A key that is there is not overwritten.
        #expect(try Program.run("keys", "make", "office", in: folder).code == 2)
        #expect(try Program.run("keys", "make", "other", in: folder).code == 0)
        #expect(try Program.run("export", "p.zip", "--sign", "office.key", "--with-sources", in: folder).code == 0)
        let refused = try Program.run("receive", "p.zip", "--kb", "b.db", "--require-signed-by", "other.pub", in: folder)
        #expect(refused.code == 2)
        #expect(refused.errors.contains("[严重] p.zip/manifest.sig"))
        #expect(!folder.exists("b.db"))
        let taken = try Program.run("receive", "p.zip", "--kb", "b.db", "--require-signed-by", ".", in: folder)
        #expect(taken.code == 0, "\(taken.errors)")
        #expect(try Program.run("receive", "--list", "--kb", "b.db", in: folder).output.contains("p.zip"))
        // What came goes on byte for byte.
        #expect(try Program.run("export", "q.zip", "--kb", "b.db", "--sign", "office.key", "--with-sources", in: folder).code == 0)
        #expect(try folder.read("p.zip") == folder.read("q.zip"))
    }

    @Test func alteredFilesAreNamed() throws {
        let folder = try Folder.withDocuments()
        #expect(try Program.run("report", "documents", in: folder).code == 0)
        let trace = try folder.text("out/package/trace.xml")
        try folder.write("out/package/trace.xml", trace.replacingOccurrences(of: "supports", with: "contradicts"))
        let run = try Program.run("receive", "out/package", "--kb", "b.db", in: folder)
        #expect(run.code == 2)
        #expect(run.errors.contains("out/package/trace.xml"))
        #expect(run.errors.contains("知识库未作改动"))
        #expect(!folder.exists("b.db"))
    }

    /// Whoever received originals has no folder of them; what came is enough, whatever its format.
    @Test func whatWasReceivedIsVerifiedAgainstItsOriginals() throws {
        let folder = try Folder()
        let texts = [Folder.opinion, Folder.bulletin, Folder.opinion.replacing("职工技能", with: "青年技能").replacing("3号", with: "4号"), Folder.opinion.replacing("3号", with: "5号")]
        try folder.write("documents/a.docx", Data(WordFile.of(text: texts[0]).bytes()))
        try folder.write("documents/b.txt", texts[1])
        try folder.write("documents/c.html", "<!DOCTYPE html><html><body>" + PageFile.paragraphs(texts[2]) + "</body></html>")
        try folder.write("documents/d.zip", Data(PackedFile.bytes([(name: "里/d.ofd", content: FixedFile.of(text: texts[3]).bytes())])))
        #expect(try Program.run("add", "documents", in: folder).code == 0)
        #expect(try Program.run("export", "with.zip", "--with-sources", in: folder).code == 0)
        #expect(try Program.run("export", "without.zip", in: folder).code == 0)
        try FileManager.default.removeItem(at: folder.url("documents"))
        #expect(try Program.run("receive", "with.zip", "--kb", "with.db", in: folder).code == 0)
        let run = try Program.run("verify", "--kb", "with.db", in: folder)
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("核查 4 份，发现 0 处，无法核验 0 份"))
        // Without originals nothing can be said; a file of the same name that is another is told.
        #expect(try Program.run("receive", "without.zip", "--kb", "without.db", in: folder).code == 0)
        #expect(try Program.run("verify", "--kb", "without.db", in: folder).output.contains("核查 4 份，发现 0 处，无法核验 4 份"))
        try folder.write("other/b.txt", texts[1].replacing("82个", with: "83个"))
        let other = try Program.run("verify", "--kb", "without.db", "--sources", "other", in: folder)
        #expect(other.code == 2 && other.output.contains("SHA-256"))
    }

    /// A package as it came, folder or zip, without a base.
    @Test(arguments: ["p", "p.zip"]) func aPackageIsVerifiedAsItCame(_ name: String) throws {
        let folder = try Folder()
        try folder.write("documents/a.docx", Data(WordFile.of(text: Folder.opinion).bytes()))
        try folder.write("documents/b.txt", Folder.bulletin)
        #expect(try Program.run("add", "documents", in: folder).code == 0)
        #expect(try Program.run("export", name, "--with-sources", in: folder).code == 0)
        #expect(try Program.run("export", "without-" + name, in: folder).code == 0)
        let whole = try Program.run("verify", name, in: folder)
        #expect(whole.code == 0 && whole.output.contains("核查 2 份，发现 0 处，无法核验 0 份"), "\(whole.output)\(whole.errors)")
        #expect(try Program.run("validate", name, in: folder).code == 0)
        // Without originals, those of a folder serve.
        #expect(try Program.run("verify", "without-" + name, in: folder).code == 2)
        #expect(try Program.run("verify", "without-" + name, "--sources", "documents", in: folder).code == 0)
        try FileManager.default.removeItem(at: folder.url("documents/b.txt"))
        try folder.write("documents/b.txt", Folder.bulletin.replacing("82个", with: "83个"))
        let other = try Program.run("verify", "without-" + name, "--sources", "documents", in: folder)
        #expect(other.code == 1 && other.output.contains("documents/b.txt"), "\(other.output)\(other.errors)")
    }

    @Test func aWorkbookIsWrittenToItsFile() throws {
        let folder = try Folder.withDocuments()
        #expect(try Program.run("add", "documents", in: folder).code == 0)
        for (file, more) in [("a.xlsx", [String]()), ("b.xlsx", []), ("c.xlsx", ["--public"])] {
            #expect(try Program.run(["matrix", "--format", "xlsx", "-o", file] + more, in: folder).code == 0)
        }
        #expect(try folder.read("a.xlsx") == folder.read("b.xlsx"))
        #expect(try folder.read("a.xlsx") != folder.read("c.xlsx"))
        #expect(try folder.read("a.xlsx").prefix(2) == Data("PK".utf8))
        let page = try Program.run("matrix", "--format", "html", "--public", in: folder).output
        #expect(!page.contains("20310630-bulletin.txt"))
    }
}

@Suite struct QueryCommandTests {
    @Test func asksTheBaseAndPackagesAlike() throws {
        let folder = try Folder.withDocuments()
        #expect(try Program.run("add", "documents", in: folder).code == 0)
        #expect(try Program.run("export", "p", in: folder).code == 0)
        for expression in ["//p:requirement", "//p:requirement[s:state(.)='noReport']", "s:responsible((//p:requirement)[2])", "count(//p:action)"] {
            let base = try Program.run("query", expression, in: folder)
            let package = try Program.run("query", expression, "p", in: folder)
            #expect(base.code == 0, "\(base.errors)")
            #expect(base.output.split(separator: "\n").sorted() == package.output.split(separator: "\n").sorted(), "\(expression)")
            #expect(!base.output.isEmpty)
        }
        #expect(try Program.run("query", "//p:requirement[s:state(.)='noReport']", in: folder).output.contains("税前扣除"))
        let json = try Program.run("query", "//p:requirement", "--format", "json", in: folder)
        #expect(try JSONSerialization.jsonObject(with: json.bytes) is [Any])
        let xml = try Program.run("query", "//p:deadline", "--format", "xml", in: folder).output
        #expect(xml.contains("<result document=") && xml.contains("<deadline when="))
    }

    @Test func wrongExpressionsAreTold() throws {
        let folder = try Folder.withDocuments()
        #expect(try Program.run("add", "documents", in: folder).code == 0)
        for expression in ["//p:x[", "q:none", "document('/etc/passwd')"] {
            let run = try Program.run("query", expression, in: folder)
            #expect(run.code == 2)
            #expect(run.errors.contains("XPath"))
        }
        #expect(try Program.run("query", "//p:nothing", "--strict", in: folder).code == 1)
    }

    @Test func documentsBecomeAkomaNtoso() throws {
        let folder = try Folder.withDocuments()
        let run = try Program.run("convert", "documents/20300301-opinion.txt", "--to", "akn", in: folder)
        #expect(run.code == 0)
        #expect(run.output.contains("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">"))
        #expect(run.output.contains("eId=\"sec_1__subsec_1\""))
        #expect(try Program.run("add", "documents", in: folder).code == 0)
        #expect(try Program.run("export", "akn", "--to", "akn", in: folder).code == 0)
        #expect(folder.files("akn").count == 2)
    }
}
