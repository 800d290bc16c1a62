import Foundation
import Testing

/// One base for all questions: they only read it.
@Suite struct QuestionTests {
    private static let base: Folder? = {
        guard let folder = try? Folder.withDocuments(), let run = try? Program.run("add", "documents", in: folder), run.code == 0 else { return nil }
        return folder
    }()

    private func base() throws -> Folder { try #require(Self.base) }

    @Test func addingAgainChangesNothing() throws {
        let folder = try Folder.withDocuments()
        let first = try Program.run("add", "documents", "--kb", "base.db", in: folder)
        #expect(first.code == 0)
        #expect(first.output == "新增 2 份，新版 0 份，未变 0 份，未能读入 0 份\n")
        #expect(try Program.run("add", "documents", "--kb", "base.db", in: folder).output == "新增 0 份，新版 0 份，未变 2 份，未能读入 0 份\n")
    }

    @Test(arguments: ["documents", "gaps", "matrix", "problems", "review list", "review log", "documents --missing"], ["csv", "json", "html"])
    func everyAnswerInEveryFormat(_ command: String, _ format: String) throws {
        let run = try Program.run(command.split(separator: " ").map(String.init) + ["--format", format], in: try base())
        #expect(run.code == 0, "\(run.errors)")
        check(run, format)
    }

    @Test(arguments: [["trace", "培训中心"], ["search", "税前扣除"]], ["table", "xml"])
    func everyQueryInEveryFormat(_ command: [String], _ format: String) throws {
        let run = try Program.run(command[0], command[1], "--format", format, in: try base())
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains(command[1]) || format == "html")
        check(run, format)
    }

    private func check(_ run: Program.Result, _ format: String) {
        switch format {
        case "csv": #expect(run.bytes.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
        case "json": #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: run.bytes) }
        case "xml": #expect(run.output.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
        case "html": #expect(run.output.hasPrefix("<!DOCTYPE html>"))
        default: #expect(!run.output.isEmpty)
        }
    }

    /// The forecast stands beside the evidence that it belongs to, and is none.
    @Test func traceShowsPlansApart() throws {
        let run = try Program.run("trace", "培训中心", "--format", "json", in: try base())
        let answer = try #require(try JSONSerialization.jsonObject(with: run.bytes) as? [String: Any])
        let trace = try #require((answer["requirements"] as? [[String: Any]])?.first)
        #expect((trace["plans"] as? [[String: Any]])?.map { $0["text"] as? String } == ["其余10个预计年底全部建成。"])
        let reported = ["progress", "problems", "indirect"].flatMap { trace[$0] as? [[String: Any]] ?? [] }
        #expect(!reported.isEmpty && !reported.contains { "\($0)".contains("其余10个") })
    }

    /// Of the evidence too, and by another name of the concept.
    @Test(arguments: [("加计扣除", "税前扣除"), ("培训班40期", "举办培训班40期")])
    func traceFindsWords(_ words: String, _ found: String) throws {
        let run = try Program.run("trace", words, in: try base())
        #expect(run.code == 0)
        #expect(run.output.contains(found), "\(run.output)")
    }

    @Test func showPrintsTheStoredXML() throws {
        let folder = try base()
        let listed = try JSONSerialization.jsonObject(with: try Program.run("documents", "--format", "json", in: folder).bytes)
        let id = try #require(((listed as? [String: Any])?["documents"] as? [[String: Any]])?.first?["id"] as? String)
        let shown = try Program.run("show", id, "--format", "xml", in: folder)
        #expect(shown.code == 0)
        #expect(shown.bytes == (try Program.run("convert", "documents/20300301-opinion.txt", in: folder).bytes))
        let text = try Program.run("show", id, in: folder)
        #expect(text.output.contains("（一）建设培训中心"))
    }

    @Test func narrowsByBodyAndDay() throws {
        let folder = try base()
        let gaps = try Program.run("gaps", "--body", "省税务局", "--format", "csv", in: folder).output
        #expect(gaps.contains("税前扣除"))
        #expect(!gaps.contains("典型经验"))
        #expect(try Program.run("gaps", "--as-of", "2030-12-31", in: folder).output.contains("2030-12-31（用户指定）"))
    }

    @Test(arguments: [
        ["gaps", "--as-of", "yesterday"], ["gaps", "--as-of", "2031-02-30"], ["matrix", "--format", "pdf"], ["gaps", "--state", "fine"],
        ["trace"], ["nonsense"],
    ])
    func usageErrors(_ arguments: [String]) throws {
        let folder = try base()
        let run =
            arguments.count == 1
            ? try Program.run(arguments[0], in: folder) : try Program.run(arguments[0], arguments[1], arguments[2], in: folder)
        #expect(run.code == 64)
        #expect(run.errors.contains("Error:"))
    }

    @Test func aMissingBaseIsNamed() throws {
        let folder = try Folder()
        let run = try Program.run("gaps", "--kb", "none.db", in: folder)
        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("none.db: "))
        #expect(!folder.exists("none.db"))
    }

    @Test func nothingFoundIsAFindingWhereStrict() throws {
        let folder = try base()
        #expect(try Program.run("search", "量子计算机", in: folder).code == 0)
        #expect(try Program.run("search", "量子计算机", "--strict", in: folder).code == 1)
    }

    @Test func everyCommandHasHelp() throws {
        let folder = try Folder()
        for command in [
            "report", "convert", "add", "documents", "show", "trace", "gaps", "matrix", "search", "problems", "review", "validate", "verify", "ontology",
            "export", "receive", "keys", "query",
        ] {
            let run = try Program.run(command, "--help", in: folder)
            #expect(run.code == 0)
            #expect(run.output.contains("USAGE: suyuan \(command)"), "\(command)")
        }
    }
}
