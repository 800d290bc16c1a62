import FoundationEssentials
import GRDB
import Provenance
import Testing

@testable import Store

@Suite("Opening a knowledge base")
struct OpeningTests {
    private func key(_ body: () throws -> some Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? Fault)?.what.key
        }
    }

    @Test func outlivesTheProgram() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/base with 空格.db"
        let base = try KnowledgeBase.create(path)
        try base.add(Samples.opinion())
        try base.close()
        let again = try KnowledgeBase.open(path)
        #expect(try again.read { try $0.documents().map(\.id) } == ["opinion-000001"])
        #expect(try again.add(Samples.opinion()) == .unchanged(id: "opinion-000001"))
        try again.close()
    }

    @Test func saysWhatCannotBeOpened() throws {
        let folder = try TemporaryFolder()
        let missing = folder.path + "/none.db"
        #expect(key { try KnowledgeBase.open(missing) } == "store.notThere")
        #expect(!FileManager.default.fileExists(atPath: missing))
        #expect(key { try KnowledgeBase.create(folder.path + "/none/base.db") } == "store.noFolder")
        #expect(key { try KnowledgeBase.open(folder.path) } == "store.isFolder")
    }

    @Test(arguments: ["这不是数据库", String(repeating: "SQLite format 4\0 junk ", count: 400)])
    func refusesWhatIsNoDatabase(content: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/junk.db"
        try Data(content.utf8).write(to: URL(filePath: path))
        #expect(key { try KnowledgeBase.create(path) } == "store.notDatabase")
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(content.utf8))
    }

    @Test func leavesOtherProgramsDatabasesAsTheyAre() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/other.db"
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE something (a)") }
        try other.close()
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(key { try KnowledgeBase.create(path) } == "store.foreign")
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func refusesTheSchemaOfALaterVersion() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/base.db"
        let base = try KnowledgeBase.create(path)
        try base.close()
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
        try other.close()
        #expect(key { try KnowledgeBase.open(path) } == "store.newer")
    }

    @Test func anEmptyFileIsAnEmptyBase() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/base.db"
        try Data().write(to: URL(filePath: path))
        #expect(try KnowledgeBase.open(path).read { try $0.documents().count } == 0)
    }

    @Test func readersSeeOneMoment() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/base.db"
        let writer = try KnowledgeBase.create(path)
        let reader = try KnowledgeBase.open(path)
        try reader.read { view in
            #expect(try view.documents().isEmpty)
            try writer.add(Samples.opinion())
            #expect(try view.documents().isEmpty)
        }
        #expect(try reader.read { try $0.documents().count } == 1)
    }

    /// A question that wants the first row alone, or breaks off, leaves nothing behind that later ones would see the base through.
    @Test func aReaderSeesWhatCameSinceItsLastQuestion() throws {
        struct BrokenOff: Error {}
        let folder = try TemporaryFolder()
        let base = try KnowledgeBase.create(folder.path + "/base.db")
        for number in 1...4 {
            try base.add(number == 1 ? Samples.opinion() : Samples.bulletin(id: "bulletin-\(number)", work: "第\(number)期", note: "第\(number)号"))
            #expect(try base.read { try $0.documents().count } == number)
            try base.read { reader throws in
                let all = try DocumentSet(reader.documents())
                #expect(try !reader.requirements(keys: [1], among: all).isEmpty)
            }
            #expect(throws: Fault.self) {
                try base.read { reader throws in
                    if try Stepped(reader.database, "SELECT key FROM fact").step() { throw BrokenOff() }
                }
            }
        }
        try base.close()
    }
}
