import Links
import Provenance
import Testing
import Vocabulary

@testable import Store

@Suite("Adding documents")
struct AddTests {
    @Test func factsComeBackAsTheyWereAdded() throws {
        let base = try KnowledgeBase.inMemory()
        let opinion = Samples.opinion()
        let bulletin = Samples.bulletin()
        let link = Samples.link(opinion, bulletin)
        #expect(try base.add(opinion) == .added)
        #expect(try base.add(bulletin, links: { _ in [link] }) == .added)
        try base.read { reader throws in
            let documents = try reader.documents()
            #expect(documents.map(\.id) == ["opinion-000001", "bulletin-000001"])
            #expect(documents[0].context == opinion.facts.document)
            #expect(documents[0].source == opinion.document.source)
            #expect(documents[1].plans == 1)
            #expect(try reader.requirements(of: documents).map(\.requirement) == opinion.facts.requirements)
            let evidence = try reader.evidence(of: documents)
            #expect(evidence.map(\.evidence) == bulletin.facts.evidence)
            #expect(evidence[0].figures.map(\.words) == ["10个", "9个"])
            #expect(evidence[0].figures.map(\.element) == ["q1", "q2"])
            #expect(evidence[0].position.line == 3 && evidence[0].position.column == 1)
            #expect(try reader.links(among: documents, reasons: true) == [link])
            #expect(try reader.links(of: link.evidence, among: DocumentSet(documents)) == [link])
            #expect(try reader.xml(of: "opinion-000001") == opinion.xml)
        }
    }

    @Test func factsComeBackForTheLinkerAsTheyWere() throws {
        let base = try KnowledgeBase.inMemory()
        let linker = try Linker(Ontology.load())
        for addition in [Samples.opinion(), Samples.bulletin()] {
            let prepared = linker.prepared(addition.facts)
            try base.add(addition) { writer, place in
                #expect(try writer.reader.linkableFacts(key: place.key) == addition.facts)
                let shelf = StoredShelf(writer.reader)
                try writer.keep(prepared.entry, archive: prepared.archived, of: place)
                #expect(try shelf.requirements(addition.facts.requirements.indices, of: place.key) == addition.facts.requirements)
                #expect(try shelf.evidence(addition.facts.evidence.indices, of: place.key) == addition.facts.evidence)
            }
        }
    }

    @Test func sameBytesTwiceChangeNothing() throws {
        let base = try KnowledgeBase.inMemory()
        let opinion = Samples.opinion()
        try base.add(opinion)
        let before = try base.read { try $0.everything() }
        var asked = false
        let outcome = try base.add(opinion) { _ in
            asked = true
            return []
        }
        #expect(outcome == .unchanged(id: "opinion-000001"))
        #expect(!asked)
        #expect(try base.read { try $0.everything() } == before)
    }

    @Test func otherBytesOfTheSameWorkAreANewVersion() throws {
        let base = try KnowledgeBase.inMemory()
        let old = Samples.opinion()
        let new = Samples.opinion(id: "opinion-000002", wording: "各单位要办好培训中心。")
        let bulletin = Samples.bulletin()
        try base.add(old)
        try base.add(bulletin) { _ in [Samples.link(old, bulletin)] }
        #expect(try base.add(new) == .newVersion(2))
        try base.read { reader throws in
            #expect(try reader.documents().map(\.version) == [1, 2, 1])
            #expect(try reader.links(among: reader.documents(), reasons: false).count == 1)
        }
    }

    @Test func nothingStaysOfADocumentWhoseLinksFail() throws {
        struct Broken: Error {}
        let base = try KnowledgeBase.inMemory()
        try base.add(Samples.opinion())
        let before = try base.read { try $0.everything() }
        #expect(throws: Fault.self) { try base.add(Samples.bulletin()) { _ in throw Broken() } }
        #expect(try base.read { try $0.everything() } == before)
        #expect(try base.add(Samples.bulletin()) == .added)
    }

    @Test func anIdIsNotTakenTwice() throws {
        let base = try KnowledgeBase.inMemory()
        try base.add(Samples.opinion())
        let other = Samples.opinion(work: "甲政发〔2031〕2号", wording: "各单位应当办好学校。")
        #expect { try base.add(other) } throws: { ($0 as? Fault)?.what.key == "store.sameID" }
        #expect(try base.read { try $0.documents().count } == 1)
    }

    @Test func aLinkToWhatIsNotThereIsLeftOut() throws {
        let base = try KnowledgeBase.inMemory()
        let opinion = Samples.opinion()
        let bulletin = Samples.bulletin()
        try base.add(opinion) { _ in [Samples.link(opinion, bulletin)] }
        #expect(try base.read { try $0.links(among: $0.documents(), reasons: false) }.isEmpty)
    }

    @Test func relinkingKeepsWhatAPersonDecided() throws {
        let base = try KnowledgeBase.inMemory()
        let opinion = Samples.opinion()
        let bulletin = Samples.bulletin()
        var decided = Samples.link(opinion, bulletin, strength: 0.6)
        decided.status = .rejected
        try base.add(opinion)
        try base.add(bulletin) { _ in [decided] }
        try base.relink { _ in [Samples.link(opinion, bulletin, strength: 0.9)] }
        let links = try base.read { try $0.links(among: $0.documents(), reasons: false) }
        #expect(links.map(\.status) == [.rejected])
        #expect(links.map(\.strength) == [0.6])
    }
}

extension Reader {
    /// Every row of every table as text: two bases that hold the same give the same.
    func everything() throws -> [String] {
        let tables = try String.fetchAll(
            database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        return try tables.flatMap { table in
            [table] + (try Record.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map(\.description).sorted())
        }
    }
}
