import Facts
import Provenance
import Store
import SuyuanTesting
import Testing

@testable import Queries

@Suite("Documents cited and not held")
struct MissingDocumentTests {
    private func inquiry() throws -> Inquiry {
        var sample = SampleDocument("bulletin-citing", work: "引文", kind: .bulletin, date: "2031-03-01", title: "工作简报")
        func cite(_ words: String, _ title: String, ref: String? = nil) -> SampleDocument.Marking {
            sample.mark(words, .cite(Citation(title: title, ref: ref)))
        }
        sample.item(
            nil, "按照《技能培训补贴办法（试行）》（滇人社发〔2029〕3号）和《云南省人民政府关于加强技能培训的意见》要求，观看《山水间的家》。",
            [
                cite("《技能培训补贴办法（试行）》", "技能培训补贴办法（试行）"), cite("滇人社发〔2029〕3号", "滇人社发〔2029〕3号"),
                cite("《云南省人民政府关于加强技能培训的意见》", "云南省人民政府关于加强技能培训的意见"), cite("《山水间的家》", "山水间的家"),
            ])
        sample.item(
            nil, "再次落实滇人社发〔2029〕3号、滇政发〔2030〕1号和《办法》，参照国函〔2028〕9号。",
            [
                cite("滇人社发〔2029〕3号", "滇人社发〔2029〕3号"), cite("滇政发〔2030〕1号", "落实滇政发〔2030〕1号"),
                cite("《办法》", "办法", ref: "技能培训补贴办法（试行）"), cite("国函〔2028〕9号", "国函〔2028〕9号"),
            ])
        let inquiry = try SampleBase.inquiry()
        try inquiry.base.add(SampleBase.addition(&sample))
        return inquiry
    }

    @Test func areListedOnceWithNumberAndPlaces() throws {
        let documents = try inquiry().missing().documents
        #expect(documents.map(\.title) == ["技能培训补贴办法（试行）", ""])
        #expect(documents.map(\.number) == ["滇人社发〔2029〕3号", "国函〔2028〕9号"])
        // The number beside the title is no citation of its own.
        #expect(documents.map(\.times) == [3, 1])
        #expect(documents.first?.places.map(\.document.id) == Array(repeating: "bulletin-citing", count: 3))
        #expect(documents.first?.places.first?.line != nil)
    }

    @Test func onceHeldTheyAreMissedNoMore() throws {
        let inquiry = try inquiry()
        var sample = SampleDocument(
            "measures", work: "滇人社发〔2029〕3号", kind: .directive, date: "2029-05-01", title: "关于印发《技能培训补贴办法》的通知",
            number: "滇人社发〔2029〕3号")
        sample.clause("一、", "要发放补贴。", [])
        try inquiry.base.add(SampleBase.addition(&sample))
        #expect(try inquiry.missing().documents.map(\.number) == ["国函〔2028〕9号"])
        // The notice is not there yet on that day, and neither is what cites it.
        #expect(try inquiry.missing(Filter(asOf: CalendarDay(2031, 2, 28))).documents.isEmpty)
    }

    @Test func aReportedClauseNamesTheDocumentThatIsHeld() throws {
        let rows = try SampleBase.inquiry().trace("bulletin-autumn#r9").requirements
        let row = try #require(rows.first?.row.requirement)
        #expect(row.reportedOf == "关于加强技能培训的意见")
        #expect(row.reportedDocument?.id == "opinion-000001")
    }
}
