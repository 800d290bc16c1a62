import FoundationEssentials
import Links
import Provenance
import Queries
import Testing

@testable import Exports

@Suite struct PageTests {
    static let attack = "<script>alert(1)</script><img src=x onerror=\"alert('2')\">"

    private func poisoned() -> Matrix {
        var row = Samples.underWay
        row.requirement.text = Self.attack
        row.requirement.headings = [Self.attack]
        row.requirement.place.document.title = Self.attack
        row.requirement.place.document.file = Self.attack
        row.requirement.owners = [Owner(body: BodyName(id: Self.attack, name: Self.attack), role: .lead)]
        row.requirement.deadlines = [Self.attack]
        row.progress[0].evidence.text = Self.attack
        row.progress[0].evidence.date = Self.attack
        return Matrix(today: Samples.today, rows: [row], summary: Samples.summary)
    }

    @Test func textOfDocumentsNeverBecomesMarkup() throws {
        let matrix = poisoned()
        let gap = GapRow(requirement: matrix.rows[0].requirement, gap: .bare, state: .noReport, why: [], indirect: matrix.rows[0].progress)
        let owner = matrix.rows[0].requirement.owners[0].body
        let gaps = GapReport(
            today: Samples.today, bare: [gap], indirectOnly: [gap],
            bodies: [BodyGaps(body: owner, bare: [gap], indirectOnly: [], notByThisBody: [gap])], asked: 1)
        let trace = TraceReport(
            today: Samples.today, query: Self.attack, requirements: [RequirementTrace(row: matrix.rows[0], related: [])], evidence: [])
        let hit = SearchHit(
            place: matrix.rows[0].requirement.place, role: "p", headings: [Self.attack], text: Self.attack, matches: [0..<3], facts: [])
        let search = SearchReport(today: Samples.today, query: Self.attack, hits: [hit], occurrences: 1, passages: 1)
        for answer in [Answer.matrix(matrix, gaps, Samples.documents), .gaps(gaps), .trace(trace), .search(search)] {
            let page = try Samples.print(answer, .html)
            #expect(!page.contains("<script>alert"))
            #expect(!page.contains("<img"))
            #expect(page.contains("&lt;script&gt;") || page.contains("<mark>&lt;sc</mark>"))
        }
    }

    @Test func pagesFetchNothing() throws {
        for answer in Samples.answers {
            let page = try Samples.print(answer, .html)
            for part in ["http://", "https://", "url(", "@import", "src=", "<link"] { #expect(!page.contains(part), "\(part)") }
            #expect(page.contains("default-src 'none'"))
        }
    }

    @Test func matrixPageHasItsColumnsStatesAndGaps() throws {
        let page = try Samples.print(.matrix(Samples.matrix, Samples.gaps, Samples.documents), .html)
        for column in [
            "序号", "文件", "条款", "重点任务", "牵头单位", "责任/配合单位", "完成时限", "目标", "进展情况", "状态", "核实", "存在问题", "备注",
        ] {
            #expect(page.contains("<th scope=\"col\">\(column)</th>"), "\(column)")
        }
        #expect(page.contains("<span class=\"state s-underWay\" title=\"推进中\"><i>推</i><b>推进中</b></span>"))
        #expect(page.contains("<q>全省计划的92个培训中心，目前已建成82个。</q>"))
        #expect(page.contains("推算值 89.1%（82个 / 92个）"))
        #expect(page.contains("size: A3 landscape"))
        #expect(page.contains("<option value=\"b1\">"))
        // 仅有间接材料 stands apart from the bare gaps.
        let apart = page.components(separatedBy: "id=\"indirect\"")
        #expect(apart.count == 2)
        #expect(apart[1].contains("推广创新工作室"))
        #expect(!apart[1].contains("落实税前扣除政策"))
    }

    @Test func everyStateHasAMarkOfItsOwn() throws {
        for wording in [Samples.zh, Samples.en] {
            #expect(Set(RequirementState.allCases.map(wording.mark)).count == RequirementState.allCases.count)
        }
    }

    @Test func searchMarksTheWords() throws {
        #expect(try Samples.print(.search(Samples.search), .html).contains("支持企业建设<mark>培训</mark>中心，2030年底前<mark>培训</mark>。"))
    }
}
