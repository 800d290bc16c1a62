import Links
import Provenance
import Store
import SuyuanTesting
import Testing

@testable import Queries

@Suite("Chain of levels")
struct ChainTests {
    private func document(_ id: String, _ date: String, _ text: String) -> Addition {
        var sample = SampleDocument(id, kind: .directive, date: date, title: "关于建设培训中心的方案（\(id)）")
        sample.clause("（一）", text, [sample.mark(text, .requirement(.must), id: "r1")])
        return SampleBase.addition(&sample)
    }

    private func derives(_ upper: String, _ lower: String, _ status: Link.Status = .proposed, strength: Double = 0.8) -> Link {
        SampleBase.link(upper + "#r1", lower + "#r1", strength, relation: .derives, status: status)
    }

    private func inquiry(_ links: [Link]) throws -> Inquiry {
        let base = try KnowledgeBase.inMemory()
        try base.add(document("centre", "2030-01-05", "各省要建设培训中心。"))
        try base.add(document("province", "2030-02-05", "各市要建设培训中心。"))
        try base.add(document("city", "2030-03-05", "各区要建设培训中心。"))
        var report = SampleDocument("report", kind: .report, date: "2030-04-20", title: "工作情况")
        report.item("培训中心", "全省建设培训中心40个。", [report.mark("全省建设培训中心40个。", .action(.init(state: .ongoing)), id: "a1")])
        try base.add(SampleBase.addition(&report)) { _ in
            links + [SampleBase.link("centre#r1", "report#a1", 0.9), SampleBase.link("province#r1", "report#a1", 0.9)]
        }
        return Inquiry(base, ontology: try SampleBase.ontology.get())
    }

    private func chain(_ id: String, _ links: [Link]) throws -> [ChainRow] {
        try #require(try inquiry(links).trace(id + "#r1").requirements.first).chain
    }

    /// Whichever level is asked for: the whole chain, and what the lowest has not reported is open above it as well.
    @Test(arguments: ["centre", "province", "city"])
    func goesFromTheTopToTheBottom(id: String) throws {
        let rows = try chain(id, [derives("centre", "province"), derives("province", "city")])
        #expect(rows.map(\.requirement.place.document.id) == ["centre", "province", "city"])
        #expect(rows.map(\.depth) == [0, 1, 2])
        #expect(rows.map(\.state) == [.underWay, .underWay, .noReport])
        #expect(rows.map(\.deep) == [.noReport, .noReport, .noReport])
        #expect(rows.filter(\.isSubject).map(\.requirement.place.document.id) == [id])
        #expect(rows.map(\.isInRing) == [false, false, false])
    }

    @Test func whatAPersonRejectedAndWhatIsWeakIsNoLevel() throws {
        #expect(try chain("centre", [derives("centre", "province", .rejected), derives("centre", "city", strength: 0.4)]).isEmpty)
        #expect(try chain("centre", [derives("centre", "city", .confirmed, strength: 0.4)]).count == 2)
    }

    @Test func aRingIsToldAndNotFollowed() throws {
        let rows = try chain("province", [derives("centre", "province"), derives("province", "city"), derives("city", "province")])
        #expect(rows.map(\.requirement.place.document.id) == ["centre", "province", "city"])
        #expect(rows.map(\.isInRing) == [false, true, true])
        #expect(try chain("city", [derives("province", "city"), derives("city", "province")]).count == 2)
    }
}
