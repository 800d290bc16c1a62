import Foundation
import Testing

@Suite struct ReportTests {
    @Test func writesPackageMatrixAndGaps() throws {
        let folder = try Folder.withDocuments()
        let run = try Program.run("report", "documents", "--out", "out", in: folder)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.errors.isEmpty)
        for part in ["截至日期：2031-06-30", "文件：2", "要求：", "落实状态", "落实空白清单", "仅有间接材料", "已写入 out/"] {
            #expect(run.output.contains(part), "\(part)")
        }
        #expect(folder.files("out").filter { !$0.hasPrefix("package") } == ["gaps.csv", "matrix.csv", "matrix.html", "matrix.xlsx"])
        let package = folder.files("out/package")
        #expect(package.filter { $0.hasPrefix("documents/") }.count == 2)
        for name in ["manifest.xml", "ontology.xml", "trace.xml"] { #expect(package.contains(name)) }
        for name in ["out/matrix.csv", "out/gaps.csv"] { #expect(try folder.read(name).prefix(3) == Data([0xEF, 0xBB, 0xBF])) }
        #expect(try folder.text("out/matrix.html").hasPrefix("<!DOCTYPE html>"))
        #expect(try folder.text("out/gaps.csv").contains("税前扣除"))
    }

    @Test func packageIsValidAndAgreesWithItsSources() throws {
        let folder = try Folder.withDocuments()
        #expect(try Program.run("report", "documents", in: folder).code == 0)
        let validated = try Program.run("validate", "out/package", in: folder)
        #expect(validated.code == 0, "\(validated.output)\(validated.errors)")
        let verified = try Program.run("verify", "out/package", "--sources", "documents", in: folder)
        #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    }

    /// The same input gives the same bytes, in any time zone and locale, over what is there already.
    @Test func runsAreByteIdentical() throws {
        let folder = try Folder.withDocuments()
        var runs: [[Data]] = []
        for environment in [[:], ["TZ": "Asia/Shanghai", "LC_ALL": "tr_TR.UTF-8"]] {
            #expect(try Program.run("report", "documents", in: folder, environment: environment).code == 0)
            runs.append(try folder.files("out").filter { $0.contains(".") }.map { try folder.read("out/" + $0) })
        }
        #expect(runs[0] == runs[1])
        #expect(!folder.files("").contains { $0.contains(".part-") || $0.contains(".old-") })
    }

    @Test func manifestIsDatedByTheEnvironmentOrTheDocuments() throws {
        let folder = try Folder.withDocuments()
        #expect(try Program.run("report", "documents", in: folder).code == 0)
        #expect(try folder.text("out/package/manifest.xml").contains("when=\"2031-06-30\""))
        #expect(try Program.run("report", "documents", in: folder, environment: ["SOURCE_DATE_EPOCH": "951782400"]).code == 0)
        #expect(try folder.text("out/package/manifest.xml").contains("when=\"2000-02-29\""))
    }

    @Test func badInputStopsNothingElse() throws {
        let folder = try Folder.withDocuments()
        try folder.write("documents/empty.txt", "")
        try folder.write("documents/junk.txt", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }))
        try folder.write("documents/cut.txt", Data("某市关于开展培训的通知".utf8.dropLast()))
        let run = try Program.run("report", "documents", "nowhere", in: folder)
        #expect(run.code == 2)
        for name in ["documents/empty.txt:", "documents/junk.txt:", "documents/cut.txt:", "nowhere:"] {
            #expect(run.errors.components(separatedBy: name).count == 2, "\(name) \(run.errors)")
        }
        #expect(run.output.contains("文件：2"))
        #expect(folder.exists("out/package/manifest.xml"))
    }

    @Test func foldersWithoutDocumentsAreNamed() throws {
        let folder = try Folder()
        try folder.write("empty/.keep", "")
        let run = try Program.run("report", "empty", in: folder)
        #expect(run.code == 2)
        #expect(run.errors.contains("empty: "))
        #expect(!folder.exists("out"))
    }

    @Test func aFolderThatIsNoPackageStays() throws {
        let folder = try Folder.withDocuments()
        try folder.write("out/package/letter.txt", "不可删除")
        let run = try Program.run("report", "documents", in: folder)
        #expect(run.code == 2)
        #expect(run.errors.contains("out/package"))
        #expect(try folder.text("out/package/letter.txt") == "不可删除")
    }

    @Test func strictRunsTellOfGaps() throws {
        let folder = try Folder.withDocuments()
        #expect(try Program.run("report", "documents", "--strict", in: folder).code == 1)
    }

    @Test func speaksEnglish() throws {
        let folder = try Folder.withDocuments()
        let run = try Program.run("report", "documents", "--lang", "en", in: folder)
        #expect(run.output.contains("As of: 2031-06-30"))
        #expect(run.output.contains("Requirements without progress"))
    }
}
