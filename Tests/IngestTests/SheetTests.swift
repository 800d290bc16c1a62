import Exports
import Foundation
import Links
import Provenance
import Queries
import Spreadsheets
import Store
import Testing
import Vocabulary

@testable import Ingest

/// The matrix goes out as a workbook, is filled in and comes back.
@Suite("Filled-in sheets", .serialized)
struct SheetTests {
    private static let wording = Wording(.zh, labels: [:])
    private typealias Scratch = PackageTests.Scratch

    private func base(_ scratch: Scratch) async throws -> KnowledgeBase {
        try await PackageTests.base(["a.txt": PackageTests.opinion, "b.txt": PackageTests.bulletin], in: scratch)
    }

    private func inquiry(_ base: KnowledgeBase) throws -> Inquiry { Inquiry(base, ontology: try PackageTests.ontology.get()) }

    /// The workbook with some cells of the first sheet changed: row of the table from 0, column, what becomes of the text.
    private func filled(_ base: KnowledgeBase, _ changes: [(row: Int, column: Int, change: (String) -> String)]) throws -> [UInt8] {
        let inquiry = try inquiry(base)
        let answer = Answer.matrix(try inquiry.matrix(), try inquiry.gaps(), try inquiry.documents())
        var book = AnswerPrinter(Self.wording).workbook(answer)
        for (row, column, change) in changes {
            let old: String =
                switch book.sheets[0].rows[4 + row].cells[column].content {
                case .text(let text): text
                case .pieces(let pieces): pieces.map(\.text).joined()
                case .number(let value): String(value)
                case .blank: ""
                }
            book.sheets[0].rows[4 + row].cells[column].content = .text(change(old))
        }
        return try book.bytes()
    }

    private func receive(_ bytes: [UInt8], into base: KnowledgeBase) throws -> SheetReceiver.Outcome {
        try SheetReceiver(base, ontology: PackageTests.ontology.get()).receive(bytes, file: "back.xlsx", by: "张三", on: CalendarDay(2031, 8, 1), Self.wording)
    }

    private func row(_ text: String, in base: KnowledgeBase) throws -> (index: Int, row: MatrixRow) {
        let rows = try inquiry(base).matrix().rows
        let index = try #require(rows.firstIndex { $0.requirement.text.contains(text) })
        return (index, rows[index])
    }

    @Test func whatNobodyChangedChangesNothing() async throws {
        let base = try await base(try Scratch())
        let outcome = try receive(try filled(base, []), into: base)
        #expect(outcome.progress + outcome.decisions + outcome.notes == 0 && outcome.findings.isEmpty)
        #expect(try base.read { try $0.receptions().isEmpty })
    }

    @Test func progressBecomesAFactWithTheSheetAsItsSource() async throws {
        let base = try await base(try Scratch())
        let (index, before) = try row("税前扣除", in: base)
        #expect(before.progress.isEmpty)
        let bytes = try filled(base, [(index, 8, { $0 + "\n2031-07-15 全省税务系统落实税前扣除政策1.2亿元。" }), (index, 12, { $0 + "\n请核对口径" })])
        let outcome = try receive(bytes, into: base)
        #expect(outcome.progress == 1 && outcome.notes == 1 && outcome.findings.isEmpty)
        let after = try row("税前扣除", in: base).row
        let link = try #require(after.progress.first { $0.evidence.place.document.file == "back.xlsx" })
        #expect(link.status == .confirmed && link.evidence.text.contains("1.2亿元") && link.evidence.date == "2031-07-15")
        #expect(after.counts.verified == 1)
        #expect(after.notes == ["请核对口径"])
        let review = try #require(try base.read { try $0.reviews(of: FactID(after.requirement.id)!) }.first)
        #expect(review.by == "张三" && review.note?.hasPrefix("全表!I") == true)
        // The same sheet again is known; the original is kept.
        #expect(try receive(bytes, into: base).before == "back.xlsx")
        #expect(try base.read { try $0.original(sha256: ContentHash.sha256(bytes)) } == bytes)
        // It goes out in a valid package like every document.
        let scratch = try Scratch()
        try PackageTests.export(base, to: scratch.path + "/p")
        #expect(try PackageTests.inspect(scratch.path + "/p").findings.isEmpty)
    }

    @Test(arguments: [("确认", Link.Status.confirmed), ("否定", .rejected)])
    func decisionsBecomeReviews(_ word: String, _ status: Link.Status) async throws {
        let base = try await base(try Scratch())
        let (index, row) = try row("技能培训中心", in: base)
        let shown = try #require(row.progress.first ?? row.problems.first)
        let outcome = try receive(try filled(base, [(index, 10, { _ in word })]), into: base)
        #expect(outcome.decisions == row.progress.count + row.problems.count)
        let links = try base.read { reader throws in try reader.links(among: reader.documents(), reasons: false) }
        #expect(links.first { $0.evidence.description == shown.evidence.id && $0.requirement.description == row.requirement.id }?.status == status)
    }

    @Test func whatMayNotBeChangedIsToldAndLeft() async throws {
        let base = try await base(try Scratch())
        let (index, row) = try row("技能培训中心", in: base)
        let before = try inquiry(base).matrix()
        for (column, change, key) in [
            (4, { (_: String) in "省甲厅" }, "sheet.fixed"), (row.progress.isEmpty ? 11 : 8, { _ in "" }, "sheet.removed"), (10, { _ in "也许" }, "sheet.decision"),
            (13, { _ in "a#b" }, "sheet.unknownId"), (15, { _ in "x" }, "sheet.noCheck"),
        ] as [(Int, (String) -> String, String)] {
            let outcome = try receive(try filled(base, [(index, column, change)]), into: base)
            #expect(outcome.findings.map(\.message.key) == [key])
            #expect(outcome.findings.first?.place.file.hasPrefix("back.xlsx/全表!") == true)
            #expect(outcome.progress + outcome.decisions + outcome.notes == 0)
        }
        #expect(try inquiry(base).matrix() == before)
    }

    @Test func aStaleBaseIsToldAndNothingOverwritten() async throws {
        let scratch = try Scratch()
        let base = try await base(scratch)
        let (index, row) = try row("技能培训中心", in: base)
        let bytes = try filled(base, [(index, 10, { _ in "否定" })])
        try scratch.write(
            "more/c.txt",
            Array(PackageTests.bulletin.replacingOccurrences(of: "第2期", with: "第3期").replacingOccurrences(of: "82个", with: "90个").replacingOccurrences(of: "6月30日", with: "7月30日").utf8))
        _ = await Pipeline(ontology: try PackageTests.ontology.get()).add([scratch.path + "/more"], to: base)
        let now = try self.row("技能培训中心", in: base).row
        #expect(now.progress + now.problems != row.progress + row.problems)
        let outcome = try receive(bytes, into: base)
        #expect(outcome.findings.map(\.message.key) == ["sheet.stale"])
        #expect(outcome.decisions == 0)
    }

    @Test func aDecisionMadeHereStands() async throws {
        let base = try await base(try Scratch())
        let (index, row) = try row("技能培训中心", in: base)
        let bytes = try filled(base, [(index, 10, { _ in "否定" })])
        let shown = try #require(row.progress.first ?? row.problems.first)
        let requirement = try #require(FactID(row.requirement.id))
        try base.record(Review(requirement: requirement, evidence: try #require(FactID(shown.evidence.id)), decision: .confirm, by: "李四", at: "2031-07-30"))
        let outcome = try receive(bytes, into: base)
        #expect(outcome.findings.contains { $0.message.key == "sheet.decidedOtherwise" })
        #expect(try base.read { try $0.reviews(of: requirement) }.contains { $0.by == "李四" })
        #expect(try self.row("技能培训中心", in: base).row.counts.verified == 1)
    }

    @Test(arguments: ["", "text", "PK\u{3}\u{4}broken"])
    func whatIsNoWorkbookIsRefused(_ text: String) async throws {
        let base = try KnowledgeBase.inMemory()
        #expect(throws: Fault.self) { try receive(Array(text.utf8), into: base) }
    }

    @Test func aPublicSheetCannotComeBack() async throws {
        let base = try await base(try Scratch())
        let inquiry = try inquiry(base)
        let bytes = try AnswerPrinter(Self.wording, isPublic: true).print(.matrix(try inquiry.matrix(), try inquiry.gaps(), []), as: .xlsx)
        #expect(throws: Fault.self) { try receive(bytes, into: base) }
    }
}
