import FoundationEssentials
import Intake
import Links
import Provenance
import Testing
import Vocabulary

@testable import Ingest
@testable import Store

@Suite("Runs on a base that fails, or was damaged")
struct FailingBaseTests {
    private let ontology: Ontology
    private let files: SourceFiles
    private static let subjects = ["老旧小区改造", "高标准农田建设", "森林防火巡护"]

    /// Nine documents, each in a file of its own: opinions, and bulletins on them.
    init() throws {
        ontology = try Ontology.load()
        files = try SourceFiles()
        for number in 1...9 {
            let subject = Self.subjects[number % 3]
            let text =
                number % 3 == 1
                ? "甲省人民政府关于推进\(subject)的意见\n甲政发〔2030〕\(number)号\n一、工作任务\n　　（一）推进\(subject)。各地要推进\(subject)，完成\(Self.subjects[(number + 1) % 3])。"
                    + "（省财政厅牵头，2030年底前完成）\n2030年3月1日\n"
                : "工作简报\n第\(number)期\n甲省领导小组办公室    2030年\(4 + number % 8)月1日\n甲省推进\(subject)\n　　5月1日，省财政厅推进\(subject)，完成\(subject)\(number * 10)处。\n"
            try files.write(Self.name(number), Data(text.utf8))
        }
    }

    private static func name(_ number: Int) -> String { "doc-\(number).txt" }
    private func paths(_ numbers: ClosedRange<Int>) -> [String] { numbers.map { files.path + "/" + Self.name($0) } }

    private func pipeline() -> Pipeline {
        Pipeline(
            ontology: ontology, allowsClassified: false, options: ReadingOptions(), workers: 1, linking: Linking(ontology: ontology, segment: 2))
    }

    private func links(_ base: KnowledgeBase) throws -> [Link] {
        try base.read { reader throws in try reader.links(among: reader.documents(), reasons: true) }
            .sorted { ($0.requirement, $0.evidence) < ($1.requirement, $1.evidence) }
    }

    private func change(_ base: KnowledgeBase, _ sql: String) throws { try base.change { writer in try writer.run(sql, []) } }

    /// A base with the first documents, each added in a run of its own.
    private func base(_ count: Int) async throws -> KnowledgeBase {
        let base = try KnowledgeBase.inMemory()
        for path in paths(1...count) { #expect(await pipeline().add([path], to: base).added == 1) }
        return base
    }

    @Test("What is kept for linking is made again where it was damaged, in runs of one and of many", arguments: [
        "UPDATE segment SET data = substr(data, 1, 20)", "UPDATE segment SET data = x''", "UPDATE segment SET ends = x'FF'",
        "UPDATE posting SET data = x'8181'", "UPDATE entry SET data = substr(data, 1, 40)",
    ])
    func mending(_ damage: String) async throws {
        let whole = try await base(9)
        let wanted = try links(whole)
        #expect(wanted.count > 5)
        for last in [8, 9] {
            let damaged = try await base(7)
            try change(damaged, damage)
            var notices = 0
            let runs = last == 8 ? [paths(8...8), paths(9...9)] : [paths(8...9)]
            for run in runs {
                let report = await pipeline().add(run, to: damaged)
                #expect(report.faults.isEmpty && report.added == run.count)
                notices += report.notices.count { $0.key == Message.storeLinkingMended.key }
            }
            #expect(notices == 1, "told once, and whole afterwards")
            #expect(try links(damaged) == wanted)
            #expect(try damaged.read { reader throws in try reader.covered() } == 8)
        }
        #expect(await pipeline().add(paths(9...9), to: whole).notices.isEmpty)
    }

    @Test("Where the base fails, the run ends, and says what it did not try")
    func ending() async throws {
        let failing = try await base(4)
        try change(failing, "UPDATE archive SET data = x'00'")
        let report = await pipeline().add(paths(5...9), to: failing)
        #expect(report.entries.map(\.fault?.what.key) == [Message.storeCorrupt("").key])
        #expect(report.untried == paths(6...9))
        #expect(report.added == 0)
        #expect(try failing.read { reader throws in try reader.documents().count } == 4)
    }

    @Test("A document that cannot be kept for its own sake ends nothing, and undoes no linking")
    func goingOn() async throws {
        let whole = try await base(4)
        let wanted = try links(whole)
        // Another text under its id, and links by a program of before.
        try change(whole, "UPDATE document SET sha256 = 'another' WHERE key = 2")
        try change(whole, "DELETE FROM link")
        try change(whole, "UPDATE setting SET value = 'before' WHERE name = 'linking'")
        let first = await pipeline().add(paths(2...2), to: whole)
        #expect(first.faults.map(\.what.key) == [Message.storeSameID("", other: "").key] && first.untried.isEmpty)
        #expect(try links(whole) == wanted, "linked anew for good")
        let second = await pipeline().add(paths(2...5), to: whole)
        #expect(second.faults.count == 1 && second.added == 1 && second.untried.isEmpty)
    }
}
