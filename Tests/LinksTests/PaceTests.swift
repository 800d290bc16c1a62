import Facts
import Links
import Provenance
import Testing
import Vocabulary

@Suite("Share done against time gone")
struct PaceTests {
    private static let rules = Result { () throws(Fault) in try StateRules(Ontology.load()) }

    struct Case: CustomTestStringConvertible {
        let name: String
        var text = "2030年底前全省新建充电桩2000个以上。"
        var target = Target(indicator: "新建充电桩", value: "2000", unit: "个", comparator: ">=", when: "2030-12-31")
        var deadline: String?
        var document = DocumentContext(id: "opinion", kind: .directive, date: "2030-01-01", title: "关于充电设施的意见")
        /// Day and figure of each report.
        var reports: [(day: String, value: String)] = []
        var status = Link.Status.proposed
        /// Where the reports are from; the requirement is one of Kunming.
        var scope: [String] = []
        var asOf = "2030-07-02"
        let verdict: Pace.Verdict?
        var done: Double?
        var start = "2030-01-01"
        var testDescription: String { name }
    }

    private static func report(_ day: String, _ value: String, _ target: Target, _ scope: [String]) -> Evidence {
        let document = DocumentContext(id: "news-\(day)-\(value)", kind: .bulletin, date: day)
        return Evidence(
            id: FactID(document: document.id, element: "a1"), text: "全省累计\(target.indicator)\(value)\(target.unit)。", time: .point(day),
            quantities: [QuantityMention(value: value, unit: target.unit)], scope: scope, document: document)
    }

    private func pace(_ one: Case) throws -> Pace? {
        let requirement = Requirement(
            id: FactID(document: one.document.id, element: "r1"), text: one.text, deadlines: one.deadline.map { [Deadline(when: $0)] } ?? [],
            targets: [one.target], scope: ["CN-5301"], document: one.document)
        let evidence = one.reports.map { report in
            let evidence = Self.report(report.day, report.value, one.target, one.scope)
            return LinkedEvidence(link: Link(requirement: requirement.id, evidence: evidence.id, strength: 0.9, status: one.status), evidence: evidence)
        }
        return try Self.rules.get().paces(of: requirement, evidence: evidence, asOf: CalendarDay(iso: one.asOf)).first
    }

    private static func yearless(_ text: String) -> Target { Target(indicator: "新建充电桩", value: "2000", unit: "个", comparator: ">=") }
    private static let rate = Target(indicator: "新建充电桩", value: "90", unit: "%", comparator: ">=", when: "2030-12-31")

    @Test(arguments: [
        Case(name: "half of it in half of the time", reports: [("2030-06-30", "1000")], verdict: .ahead, done: 0.5),
        Case(name: "less than the time", reports: [("2030-06-30", "900")], verdict: .behind, done: 0.45),
        Case(name: "more than all", reports: [("2030-06-30", "2400")], verdict: .ahead, done: 1.2),
        Case(name: "the latest sum counts", reports: [("2030-03-31", "300"), ("2030-06-30", "1100")], verdict: .ahead, done: 0.55),
        Case(name: "sums that fall are none", reports: [("2030-03-31", "700"), ("2030-06-30", "400")], verdict: .unclear),
        Case(name: "nothing reported", verdict: .unclear),
        Case(name: "rejected", reports: [("2030-06-30", "1000")], status: .rejected, verdict: .unclear),
        Case(name: "reported later than the day of the question", reports: [("2030-09-30", "2000")], verdict: .unclear),
        Case(name: "reported before the beginning", reports: [("2029-12-01", "1500")], verdict: .unclear),
        Case(name: "after the end", reports: [("2030-12-20", "1900")], asOf: "2031-02-01", verdict: .behind, done: 0.95),
        Case(name: "before the beginning there is no pace", asOf: "2029-12-31", verdict: nil),
        Case(name: "no end", text: "全省新建充电桩2000个以上。", target: yearless(""), verdict: nil),
        Case(name: "the deadline of the clause", text: "全省新建充电桩2000个以上。", target: yearless(""), deadline: "2030-12-31", reports: [("2030-06-30", "1000")], verdict: .ahead, done: 0.5),
        Case(name: "no beginning", document: DocumentContext(id: "opinion", kind: .directive), verdict: nil),
        Case(
            name: "a printed period", text: "2029—2030年全省新建充电桩2000个以上。", reports: [("2030-06-30", "1200")], verdict: .behind, done: 0.6, start: "2029-01-01"),
        Case(
            name: "the period of the title",
            document: DocumentContext(id: "plan", kind: .directive, date: "2030-03-01", title: "充电设施行动方案（2028—2030年）"), reports: [("2030-06-30", "1700")],
            verdict: .ahead, done: 0.85, start: "2028-01-01"),
        Case(
            name: "a plan for one year begins with it", text: "全省新建充电桩2000个以上。", target: yearless(""),
            document: DocumentContext(id: "plan", kind: .directive, date: "2030-03-15", title: "2030年重点工作计划"), reports: [("2030-06-30", "1000")], verdict: .ahead,
            done: 0.5),
        Case(
            name: "owed every year", text: "每年全省新建充电桩2000个以上。", target: yearless(""),
            document: DocumentContext(id: "opinion", kind: .directive, date: "2028-05-01"), reports: [("2029-11-30", "2600"), ("2030-06-30", "800")], verdict: .behind,
            done: 0.4),
        Case(name: "a rate that is reached", target: rate, reports: [("2030-06-30", "92")], verdict: .ahead),
        Case(name: "a rate on its way", target: rate, reports: [("2030-06-30", "70")], verdict: .unclear),
        Case(name: "a rate not reached in time", target: rate, reports: [("2030-12-20", "70")], asOf: "2031-01-10", verdict: .behind),
        Case(name: "more than any sum could be", reports: [("2030-06-30", "9000")], verdict: .unclear),
        Case(
            name: "a stock is no sum", text: "2030年底前全省充电桩保有量达到2000个。",
            target: Target(indicator: "充电桩保有量", value: "2000", unit: "个", comparator: ">=", when: "2030-12-31"), reports: [("2030-06-30", "1900")], verdict: .unclear),
        Case(name: "of a wider region", reports: [("2030-06-30", "1000")], scope: ["CN-53"], verdict: .unclear),
        Case(name: "of the region itself", reports: [("2030-06-30", "1000")], scope: ["CN-5301"], verdict: .ahead, done: 0.5),
        Case(name: "owed by each of many", text: "每个县新建充电桩2000个以上。", reports: [("2030-06-30", "1000")], verdict: nil),
    ])
    func followsFromFiguresAndDays(_ one: Case) throws {
        let pace = try pace(one)
        #expect(pace?.verdict == one.verdict)
        #expect(pace?.done == one.done)
        if let pace { #expect(pace.start.description == one.start) }
    }

    @Test func elapsesFromTheBeginningToTheEnd() throws {
        func elapsed(_ day: String) throws -> Double? { try pace(Case(name: "", asOf: day, verdict: nil))?.elapsed }
        #expect(try elapsed("2030-01-01") == 0)
        #expect(try elapsed("2030-12-31") == 1)
        #expect(try elapsed("2035-01-01") == 1)
        #expect(try elapsed("2030-07-02") == 0.5)
    }
}
