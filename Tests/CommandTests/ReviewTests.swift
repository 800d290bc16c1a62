import Foundation
import Testing

@Suite struct ReviewTests {
    private func links(_ folder: Folder) throws -> [[String: Any]] {
        let listed = try JSONSerialization.jsonObject(with: try Program.run("review", "list", "--format", "json", in: folder).bytes)
        return try #require(((listed as? [String: Any])?["rows"] as? [[String: Any]])?.compactMap { $0["link"] as? [String: Any] })
    }

    private func folder() throws -> Folder {
        let folder = try Folder.withDocuments()
        try #require(try Program.run("add", "documents", in: folder).code == 0)
        return folder
    }

    /// The whole way: confirm, a new version with another deadline, suspect, clear.
    @Test func aDecisionGoesWithTheDocument() throws {
        let folder = try folder()
        let id = try #require(try links(folder).first?["id"] as? String)
        let confirmed = try Program.run("review", "confirm", id, "--by", "张三", "--at", "2031-07-01", "--note", "见附表", in: folder)
        #expect(confirmed.code == 0, "\(confirmed.errors)")
        #expect(confirmed.output.hasPrefix("核实 \(id)："))
        try folder.write("second/20300301-opinion.txt", Folder.opinion.replacingOccurrences(of: "2030年底前", with: "2031年底前"))
        #expect(try Program.run("add", "second", in: folder).output == "新增 0 份，新版 1 份，未变 0 份，未能读入 0 份\n")
        let trace = try Program.run("trace", "培训中心", in: folder).output
        #expect(trace.contains("【待复核】"))
        #expect(trace.contains("文字变动：时限\n"))
        #expect(trace.contains("核实记录：2031-07-01 张三 核实：见附表"))
        #expect(try Program.run("review", "list", "--strict", in: folder).code == 1)
        let suspect = try #require(try links(folder).first)
        #expect(suspect["status"] as? String == "suspect")
        let second = try #require(suspect["id"] as? String)
        #expect(try Program.run("review", "clear", second, "--by", "李四", in: folder, environment: ["SOURCE_DATE_EPOCH": "1940000000"]).code == 0)
        let log = try Program.run("review", "log", "--format", "csv", in: folder).output
        #expect(log.contains("2031-06-23"))
        #expect(try Program.run("trace", "培训中心", in: folder).output.contains("已核实 1 条"))
        // The partner receives who decided what.
        #expect(try Program.run("report", "documents", "--kb", "suyuan.db", in: folder).code == 0)
        #expect(try folder.text("out/package/trace.xml").contains("<review by=\"李四\" at=\"2031-06-23\" decision=\"cleared\"/>"))
        #expect(try Program.run("validate", "out/package", in: folder).code == 0)
    }

    @Test func aRejectedLinkIsNotProposedAgain() throws {
        let folder = try folder()
        let before = try links(folder).count
        let id = try #require(try links(folder).first?["id"] as? String)
        #expect(try Program.run("review", "reject", id, "--by", "张三", "--lang", "en", in: folder).output.hasPrefix("rejected \(id)"))
        try folder.write("documents/20310701-note.txt", "工作简报\n\n省总工会办公室　　　2031年7月1日\n\n全省企业已建成技能培训中心90个。\n")
        #expect(try Program.run("add", "documents", in: folder).code == 0)
        #expect(try links(folder).allSatisfy { $0["id"] as? String != id })
        #expect(try links(folder).count >= before - 1)
    }

    @Test(arguments: [
        ["confirm", "lnothing", "--by", "张三"], ["confirm", "d#r1", "--by", "张三"], ["add", "d20300301#r", "d20310630#a", "--by", "张三"],
    ])
    func whatIsNotThereIsNamed(_ arguments: [String]) throws {
        let run = try Program.run(["review"] + arguments, in: try folder())
        #expect(run.code == 2)
        #expect(!run.errors.isEmpty)
        #expect(run.output.isEmpty)
    }

    @Test(arguments: [["confirm", "lx"], ["confirm", "--by", "张三"], ["confirm", "lx", "--by", " "], ["note", "lx", "--by", "张三"], ["confirm", "lx", "--by", "张三", "--at", "gestern"]])
    func usageErrors(_ arguments: [String]) throws {
        #expect(try Program.run(["review"] + arguments, in: try Folder()).code == 64)
    }
}
