import Foundation
import SuyuanTesting
import Testing

@testable import Facts

/// Roles, deadlines, targets, problems and plans in clauses of many offices, fields and kinds of document, in every form in which they are
/// written. What is expected was marked by hand from the definitions, file by file in `Clauses`.
@Suite struct ClauseFormTests {
    private static let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Clauses"

    private static func files() throws -> [MarkedClauses] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".txt") && $0 != "Forms.txt" }
            .map { try MarkedClauses(String(contentsOfFile: folder + "/" + $0, encoding: .utf8), file: $0) }
    }

    private static func scored(_ noise: TextVariation?) throws -> ClauseScore {
        var score = ClauseScore()
        for file in try files() {
            for block in file.blocks {
                let reading = try ClauseReading(block, of: file, noise: noise)
                for (piece, found) in zip(block, reading.pieces) { score.add(piece, found, file: file.file) }
            }
        }
        return score
    }

    private static let score: Result<ClauseScore, any Error> = Result {
        let score = try scored(nil)
        print(score.report)
        return score
    }

    @Test(arguments: [
        (ClauseScore.Kind.lead, 0.95), (.responsible, 0.95), (.support, 0.95), (.open, 0.95), (.deadline, 0.95), (.target, 0.95), (.requirement, 0.95),
        (.modality, 0.92), (.action, 0.92), (.plan, 0.85), (.problem, 0.85), (.finding, 0.95),
    ])
    func factsAreRead(_ kind: ClauseScore.Kind, _ least: Double) throws {
        let tally = try #require(try Self.score.get().tallies[kind])
        #expect(tally.f1 >= least, "\(kind.rawValue)\n\(tally.errors.joined(separator: "\n"))")
    }

    /// The same clauses as converters leave them.
    @Test(arguments: [TextVariation.crlf, .zeroWidth, .spacedDigits, .fullWidthDigits, .ideographicIndents])
    func noiseReadsAlike(_ noise: TextVariation) throws {
        let plain = try Self.score.get()
        let score = try Self.scored(noise)
        for kind in ClauseScore.Kind.allCases where kind != .requirement && kind != .action {
            let (least, found) = (plain.tallies[kind]?.f1 ?? 0, score.tallies[kind]?.f1 ?? 0)
            #expect(found >= least - 0.01, "\(kind.rawValue)\n\(score.tallies[kind]?.errors.joined(separator: "\n") ?? "")")
        }
    }

    @Test func thereAreEnoughClauses() throws { #expect(try Self.files().reduce(0) { $0 + $1.blocks.count } >= 220) }

    @Test func everyFormStandsTwice() throws {
        let known = try String(contentsOfFile: Self.folder + "/Forms.txt", encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != " " }) }
        var counts: [String: Int] = [:]
        for piece in try Self.files().flatMap(\.blocks).joined() {
            for form in piece.forms { counts[form, default: 0] += 1 }
        }
        #expect(known.filter { counts[$0, default: 0] < 2 } == [])
        #expect(Set(counts.keys).subtracting(known).sorted() == [])
    }

    @Test(arguments: [
        "@ head\n通知\n@ clauses\n\n一、建设公园。\n> form: plain\n> leader: 市甲局\n", "@ head\n通知\n@ clauses\n\n一、建设公园。\n> form: plain\n> deadline: 年底\n",
        "@ head\n通知\n@ clauses\n\n一、建设公园。\n> form: plain\n> target: 公园10个\n", "@ head\n通知\n@ clauses\n\n> form: plain\n", "@ head\n通知\n@ clauses\n\n一、建设公园。\n",
        "@ head\n通知\n@ clauses\n\n一、建设公园。\n> form: plain\n> lead:\n", "一、建设公园。\n", "@ front\n通知\n", "@ head\n通知\n",
    ])
    func faultyFilesAreRefused(_ text: String) {
        #expect(throws: MarkedClauses.Refusal.self) { try MarkedClauses(text, file: "faulty.txt") }
    }
}
