import Facts
import Links
import Provenance
import Store
import SuyuanTesting
import Testing

@testable import Queries

@Suite("Which documents are compared")
struct CascadeQueryTests {
    private static let texts = ["要建设培训中心。", "要推广高标准农田。", "要改造老旧小区。", "各地要加强森林防火巡护。"]

    /// - Parameter texts: each a clause of its own.
    private func document(_ id: String, _ date: String, _ issuer: String, cites: String? = nil, _ texts: [String] = texts) -> Addition {
        var sample = SampleDocument(
            id, kind: .directive, date: date, title: "关于做好重点工作的意见（\(id)）", issuer: BodyMention(ref: issuer, name: "人民政府"))
        if let cites {
            let title = "关于做好重点工作的意见（\(cites)）"
            sample.item(nil, "现落实《\(title)》。", [sample.mark("《\(title)》", .cite(Citation(title: title)))])
        }
        for (number, text) in texts.enumerated() {
            sample.clause("（\(number)）", text, [sample.mark(text, .requirement(.must), id: "r\(number)")], assignments: [SampleBase.finance])
        }
        return SampleBase.addition(&sample)
    }

    private func derives(_ upper: String, _ lower: String, _ numbers: Range<Int> = 0..<3) -> [Link] {
        numbers.map { SampleBase.link("\(upper)#r\($0)", "\(lower)#r\($0)", 0.9, relation: .derives) }
    }

    private func inquiry(_ additions: [Addition], _ links: [Link]) throws -> Inquiry {
        let base = try KnowledgeBase.inMemory()
        for addition in additions.dropLast() { try base.add(addition) }
        if let last = additions.last { try base.add(last) { _ in links } }
        return Inquiry(base, ontology: try SampleBase.ontology.get())
    }

    private func pairs(_ inquiry: Inquiry, _ filter: Filter = Filter()) throws -> [String] {
        try inquiry.cascade(filter).pairs.map { "\($0.lower.id)>\($0.upper.id)" }
    }

    private func threeLevels() throws -> Inquiry {
        try inquiry(
            [
                document("centre", "2030-01-05", "CN/gov"), document("province", "2030-02-05", "CN-53/gov"),
                document("city", "2030-03-05", "CN-5301/gov", Self.texts.dropLast()),
            ], derives("centre", "province", 0..<4) + derives("centre", "city") + derives("province", "city"))
    }

    @Test func aPrefectureIsHeldAgainstItsProvince() throws {
        let report = try threeLevels().cascade()
        #expect(report.pairs.map { "\($0.lower.id)>\($0.upper.id)" } == ["province>centre", "city>province"])
        #expect(report.pairs.map(\.carried) == [4, 3])
        #expect(report.pairs.map { $0.findings.map(\.kind) } == [[], [.dropped]])
        #expect(report.pairs[1].findings.first?.upper.map(\.place.element) == ["r3"])
    }

    @Test(arguments: [
        (Filter(document: "centre"), ["province>centre"]), (Filter(document: "province"), ["province>centre", "city>province"]),
        (Filter(region: "昆明市"), ["city>province"]), (Filter(region: "云南省"), ["province>centre", "city>province"]),
        (Filter(asOf: CalendarDay(2030, 2, 20)), ["province>centre"]), (Filter(asOf: CalendarDay(2030, 1, 20)), []),
    ])
    func narrowsByDocumentRegionAndDay(filter: Filter, expected: [String]) throws {
        #expect(try pairs(try threeLevels(), filter) == expected)
    }

    @Test(arguments: [("省财政厅", 1), ("省教育厅", 0)])
    func narrowsByBody(name: String, count: Int) throws {
        #expect(try threeLevels().cascade(Filter(body: name)).count(.dropped) == count)
    }

    @Test func aCitationMakesAPairOfFewLinks() throws {
        let additions = [document("province", "2030-02-05", "CN-53/gov"), document("city", "2030-03-05", "CN-5301/gov")]
        #expect(try pairs(try inquiry(additions, derives("province", "city", 0..<1))) == [])
        let citing = [additions[0], document("city", "2030-03-05", "CN-5301/gov", cites: "province")]
        let found = try inquiry(citing, derives("province", "city", 0..<1)).cascade().pairs
        #expect(found.map(\.isCited) == [true])
    }

    @Test func aRequirementTellsOfAllThatDropIt() throws {
        let inquiry = try inquiry(
            [
                document("province", "2030-02-05", "CN-53/gov"), document("kunming", "2030-03-05", "CN-5301/gov", Self.texts.dropLast()),
                document("qujing", "2030-04-05", "CN-5303/gov", Self.texts.dropLast()),
            ], derives("province", "kunming") + derives("province", "qujing"))
        let trace = try #require(try inquiry.trace("province#r3").requirements.first)
        #expect(trace.differences.map(\.lowerDocument.id) == ["kunming", "qujing"])
        #expect(try inquiry.trace("province#r0").requirements.first?.differences.isEmpty == true)
    }
}
