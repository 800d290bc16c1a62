import Foundation
import Glibc
import SuyuanTesting
import Testing

/// `suyuan add` killed again and again (断电): each run goes on in the base that the one before it left, until all documents are
/// in it. Twelve moments by default; `SUYUAN_KILLS=50` takes as many.
@Suite struct KilledTests {
    @Test func addingGoesOnWhereItWasKilled() throws {
        let kills = ProcessInfo.processInfo.environment["SUYUAN_KILLS"].flatMap(Int.init) ?? 12
        let folder = try Folder()
        for number in 0..<4 * kills {
            let opinion = Folder.opinion.replacingOccurrences(of: "〔2030〕3号", with: "〔2030〕\(number + 1)号")
            let bulletin = Folder.bulletin.replacingOccurrences(of: "第2期", with: "第\(number + 1)期")
            try folder.write("documents/\(number)-a.txt", number % 4 == 0 ? opinion : bulletin)
        }
        var random = SeededGenerator(seed: 42)
        var known: Set<String> = []
        var cut = 0
        for _ in 0..<kills {
            if try killed(after: Int(random.next() % 600_000), in: folder) { cut += 1 }
            guard folder.exists("base.db") else { continue }
            let ids = try documents(in: folder)
            #expect(ids.isSuperset(of: known), "a document that was there is lost")
            known = ids
        }
        #expect(cut > 0 && !known.isEmpty, "no run was killed while it added")
        #expect(try Program.run("add", "documents", "--kb", "base.db", in: folder).code == 0)
        #expect(try Program.run("verify", "--kb", "base.db", in: folder).code == 0)
        #expect(try Program.run("add", "documents", "--kb", "whole.db", in: folder).code == 0)
        for question in ["documents", "gaps", "matrix"] {
            let answers = try ["base.db", "whole.db"].map { try Program.run(question, "--kb", $0, "--format", "json", in: folder).output }
            #expect(answers[0] == answers[1], "\(question) differs from that of a base that was never interrupted")
            #expect(answers[0].contains("\"id\""))
        }
    }

    /// - Parameter bytes: how much it writes before it is killed: a moment of its work, however slow the machine.
    /// - Returns: whether it was killed before it ended.
    private func killed(after bytes: Int, in folder: Folder) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: Program.path)
        process.arguments = ["add", "documents", "--kb", "base.db"]
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let before = size(in: folder)
        try process.run()
        while process.isRunning, size(in: folder) - before < bytes { usleep(500) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// Of the base with its log.
    private func size(in folder: Folder) -> Int {
        ["base.db", "base.db-wal"].reduce(0) { sum, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder.url(name).path)
            return sum + ((attributes?[.size] as? Int) ?? 0)
        }
    }

    private func documents(in folder: Folder) throws -> Set<String> {
        let listed = try Program.run("documents", "--kb", "base.db", "--format", "json", in: folder)
        // A base of which nothing was committed yet, not even its tables, is none.
        if listed.code == 2 { return [] }
        #expect(listed.code == 0, "\(listed.errors)")
        let answer = try JSONSerialization.jsonObject(with: listed.bytes) as? [String: Any]
        return Set((answer?["documents"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
    }
}
