import Dispatch
import FoundationEssentials
import GRDB
import Glibc
import Provenance
import Testing

@testable import Store

@Suite("Killed while adding", .serialized)
struct CrashTests {
    /// A child process adds one document after the other and notes each that was committed, until it is killed; the base then
    /// opens, holds everything noted, and nothing by half.
    @Test(arguments: 0..<16)
    func nothingCommittedIsLostAndNothingStaysByHalf(round: Int) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/base.db"
        let delay = UInt32(round * 7_919 % 80 + 1) * 1_000
        // Every third is killed while the base is made.
        let early = round % 3 == 0
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32, early = early as Bool] in
            let noted = open(path + ".noted", O_WRONLY | O_CREAT | O_APPEND, 0o600)
            func die() {
                DispatchQueue.global().async {
                    usleep(delay)
                    kill(getpid(), SIGKILL)
                }
            }
            if early { die() }
            let base = try KnowledgeBase.create(path)
            if !early { die() }
            for number in 0..<100_000 {
                let id = "bulletin-\(number)"
                try base.add(Samples.bulletin(id: id, work: id, note: "第\(number)号")) { _ in
                    number == 0 ? [] : [Samples.link(Samples.opinion(), Samples.bulletin(id: id))]
                }
                if number == 0 { try base.add(Samples.opinion()) }
                let line = Array((id + "\n").utf8)
                _ = line.withUnsafeBytes { write(noted, $0.baseAddress, $0.count) }
            }
        }
        guard FileManager.default.fileExists(atPath: path) else { return }
        let base = try KnowledgeBase.open(path)
        let noted = (try? String(decoding: Data(contentsOf: URL(filePath: path + ".noted")), as: UTF8.self)) ?? ""
        try base.read { reader throws in
            let documents = try reader.documents()
            let ids = Set(documents.map(\.id))
            #expect(noted.split(separator: "\n").allSatisfy { ids.contains(String($0)) })
            #expect(try String.fetchAll(reader.database, sql: "PRAGMA integrity_check") == ["ok"])
            #expect(try Record.fetchAll(reader.database, sql: "PRAGMA foreign_key_check").isEmpty)
            for document in documents where document.context.kind == .bulletin {
                #expect(try reader.evidence(of: [document]).first?.figures.count == 2)
                #expect(try reader.passages(holding: "培训中心", in: [document]).count == 2)
                let isFirst = document.id == "bulletin-0"
                let evidence = try #require(try reader.evidence(of: [document]).first)
                #expect(try reader.links(of: evidence.evidence.id, among: DocumentSet(documents)).count == (isFirst ? 0 : 1))
            }
        }
        #expect(try base.add(Samples.bulletin(id: "after", work: "after", note: "之后")) == .added)
        try base.close()
    }
}
