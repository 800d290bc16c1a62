import Foundation
import Ingest
import Links
import Provenance
import Store
import Testing
import Vocabulary

@testable import Queries

/// A program that answers many questions takes up what it knows of an earlier revision. Its answers are those of one that has just begun,
/// whatever has happened to the base between.
@Suite("Answers that follow the base")
struct FollowedAnswersTests {
    private struct Answers: Equatable {
        let gaps: GapReport
        let overview: Overview
        let matrix: Matrix
        let bodies: Grid
        let documents: Grid
        let waiting: ReviewQueue

        init(_ inquiry: Inquiry, _ day: CalendarDay?) throws {
            let filter = Filter(asOf: day)
            gaps = try inquiry.gaps(filter)
            overview = try inquiry.overview(asOf: day)
            matrix = try inquiry.matrix(filter)
            bodies = try inquiry.grid(filter, rows: .bodies, columns: .states)
            documents = try inquiry.grid(filter, rows: .documents, columns: .states)
            waiting = try inquiry.waiting(filter, limit: 15)
        }
    }

    private static let days = [nil, CalendarDay(2022, 12, 31), CalendarDay(2023, 4, 30), CalendarDay(2023, 12, 1)]

    /// Whoever has answered before, whoever has not, and the way without any short cut.
    private func compare(_ old: Inquiry, days: [CalendarDay?] = days, _ comment: Comment) throws {
        for day in days {
            let new = Inquiry(old.base, ontology: old.ontology)
            let answers = try Answers(new, day)
            #expect(try Answers(old, day) == answers, comment)
            try expectPlain(new, day, answers, comment)
            if days.count > 1 { try expectWhole(new, day, answers, comment) }
        }
    }

    /// What the survey says of each requirement is what its evidence, read in full, says.
    private func expectPlain(_ inquiry: Inquiry, _ day: CalendarDay?, _ answers: Answers, _ comment: Comment) throws {
        let filter = Filter(asOf: day)
        #expect(try inquiry.grid(filter, rows: .bodies, columns: .states, isPlain: true) == answers.bodies, comment)
        #expect(try inquiry.grid(filter, rows: .documents, columns: .states, isPlain: true) == answers.documents, comment)
        for state in RequirementState.allCases {
            let surveyed = try inquiry.clauses(ClauseQuestion(Filter(asOf: day, states: [state])), limit: 100_000).rows.map(\.requirement.id)
            #expect(answers.matrix.rows.filter { $0.state == state }.map(\.requirement.id) == surveyed, comment)
        }
        let bare = answers.matrix.rows.filter { $0.gap == .bare && $0.requirement.modality != .may }.map(\.requirement.id)
        #expect(answers.gaps.bare.map(\.requirement.id) == bare, comment)
        // Of all that waits the best are the best of the few that were looked at.
        let all = try inquiry.waiting(filter, limit: .max)
        #expect(all.rows.count == all.waiting, comment)
        #expect(Array(all.rows.prefix(15)) == answers.waiting.rows, comment)
        #expect(all.rows.map(\.value) == all.rows.map(\.value).sorted(by: >), comment)
    }

    /// What is shown of many links is the first of them, and all else is as if all had been read; what a page shows of a body's arrears is
    /// what the gap list has.
    private func expectWhole(_ inquiry: Inquiry, _ day: CalendarDay?, _ answers: Answers, _ comment: Comment) throws {
        let filter = Filter(asOf: day)
        let whole = try inquiry.wholeMatrix(filter)
        #expect(answers.matrix.rows.count == whole.rows.count, comment)
        for (shown, row) in zip(answers.matrix.rows, whole.rows) { #expect(shown == Self.shortened(row), comment) }
        for body in answers.overview.bodies.prefix(4).map(\.body) {
            var question = filter
            question.body = body.id ?? body.name
            let (all, some) = (try inquiry.gaps(question).bodies, try inquiry.arrears(question, limit: .max))
            #expect(some.bare.rows == all.flatMap(\.bare) && some.bare.count == some.bare.rows.count, comment)
            #expect(some.indirectOnly.rows == all.flatMap(\.indirectOnly), comment)
            #expect(some.notByThisBody.rows == all.flatMap(\.notByThisBody), comment)
            #expect(try inquiry.arrears(question, limit: 1).bare.count == some.bare.count, comment)
        }
    }

    private static func shortened(_ row: MatrixRow) -> MatrixRow {
        var short = row
        short.progress = Array(row.progress.prefix(Picked.most))
        short.problems = Array(row.problems.prefix(Picked.most))
        short.indirect = Array(row.indirect.prefix(Picked.mostIndirect))
        short.omitted = MatrixRow.Omitted(
            progress: row.progress.count - short.progress.count, problems: row.problems.count - short.problems.count,
            indirect: row.indirect.count - short.indirect.count)
        return short
    }

    @Test func throughTheLifeOfABase() async throws {
        let ontology = try Ontology.load()
        let base = try KnowledgeBase.inMemory()
        let inquiry = Inquiry(base, ontology: ontology)
        let pipeline = Pipeline(ontology: ontology)
        let sources = try FileManager.default.contentsOfDirectory(atPath: CorpusTests.folder).filter { $0.hasSuffix(".txt") }.sorted()
        // The latest first, so that documents come between others, and evidence before what it answers.
        for (number, source) in sources.reversed().enumerated() {
            let report = await pipeline.add([CorpusTests.folder + "/" + source], to: base)
            #expect(report.faults.isEmpty)
            try compare(inquiry, days: number % 4 == 3 ? Self.days : [nil], "after \(source)")
        }
        let best = try inquiry.waiting(limit: 4).rows
        for (row, decision) in zip(best, [Review.Decision.confirm, .reject, .confirm, .note]) {
            let requirement = try #require(row.link.requirement)
            let evidence = try #require(FactID(row.link.evidence.id))
            try base.record(Review(requirement: requirement, evidence: evidence, decision: decision, by: "王五", at: "2023-11-01", note: "见附件"))
            try compare(inquiry, days: decision == .note ? Self.days : [nil], "after a decision: \(decision)")
        }
        let first = try #require(best.first)
        try base.record(
            Review(
                requirement: try #require(first.link.requirement), evidence: try #require(FactID(first.link.evidence.id)), decision: .withdraw, by: "王五",
                at: "2023-11-02", note: nil))
        try compare(inquiry, "after a decision was withdrawn")

        // A later version of an opinion takes the place of the one before.
        let folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-followed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for source in sources where source.contains("provincial-opinion") || source.contains("bulletin") {
            let text = try String(contentsOfFile: CorpusTests.folder + "/" + source, encoding: .utf8)
            let changed = text.replacing("10", with: "11")
            guard changed != text else { continue }
            try changed.write(to: folder.appending(path: source), atomically: true, encoding: .utf8)
        }
        let report = await pipeline.add([folder.path], to: base)
        #expect(report.entries.contains { if case .newVersion? = $0.outcome { true } else { false } })
        try compare(inquiry, "after new versions")
        _ = try await pipeline.renew(base, with: [CorpusTests.folder])
        try compare(inquiry, "after everything was read again")
    }

    @Test func aLinkIsFoundByItsID() async throws {
        let ontology = try Ontology.load()
        let base = try KnowledgeBase.inMemory()
        _ = try await Pipeline(ontology: ontology).fill(base, with: [CorpusTests.folder])
        let inquiry = Inquiry(base, ontology: ontology)
        for row in try inquiry.waiting(limit: 30).rows {
            let found = try inquiry.pairs(named: [row.link.id])
            #expect(found.map(\.requirement) == [try #require(row.link.requirement)])
            #expect(found.map(\.evidence.description) == [row.link.evidence.id])
        }
        for unknown in ["l00000000", "l", "x1234567", "lilou0000"] { #expect(throws: Fault.self) { try inquiry.pairs(named: [unknown]) } }
    }
}
