import Facts
import Links
import Provenance
import Testing

@Suite("Facts to be linked")
struct LinkableFactsTests {
    private func block(_ id: String, _ text: String, _ marks: [(words: String, id: String?, fact: Fact)]) -> TextBlock {
        TextBlock(
            id: id, span: Span(0, text.unicodeScalars.count), text: text,
            marks: marks.map { mark in
                let whole = Array(text.utf8), part = Array(mark.words.utf8)
                let start = (0...whole.count - part.count).first { Array(whole[$0..<$0 + part.count]) == part } ?? 0
                return Mark(id: mark.id, span: Span(start, start + part.count), range: start..<start + part.count, fact: mark.fact)
            })
    }

    private func document(_ kind: DocumentKind, _ body: [Block], issuer: BodyMention? = nil) -> PolicyDocument {
        let front = issuer.map { [Field(.issuer, block("f", $0.name, [($0.name, nil, .body($0))]))] } ?? []
        return PolicyDocument(
            id: "doc", work: "doc", kind: kind,
            source: SourceDescription(name: "doc.txt", mediaType: "text/plain", encoding: "UTF-8", sha256: "", bytes: 0, characters: 0),
            date: "2030-01-01", front: front, body: body)
    }

    @Test("A requirement has its clause's bodies, and of deadlines and targets its own")
    func requirements() throws {
        let first = "6月底前建成站点20个。", second = "加强巡查。"
        let text = block(
            "p", first + second,
            [
                (first, "r1", .requirement(.must)), ("6月底前", "t1", .date(DateMention(.point("2030-06-30"), isDeadline: true))),
                ("20个", "q1", .quantity(QuantityMention(value: "20", unit: "个"))), (second, "r2", .requirement(.must)),
            ])
        let directive = Directive(
            id: "d1", number: "（一）", level: 2, heading: block("h", "（一）建站。", []),
            assignments: [Assignment(name: "市民政局", role: .lead)],
            deadlines: [Deadline(when: "2030-06-30", basis: "t1"), Deadline(when: "2030-12-31", basis: "bracket")],
            targets: [Target(indicator: "站点", value: "20", unit: "个", comparator: "=", basis: "q1")], blocks: [.paragraph(text)])
        let section = Division(.section, id: "s1", level: 1, heading: block("sh", "一、任务", []), blocks: [.directive(directive)])
        let facts = LinkableFacts(document(.directive, [.division(section)], issuer: BodyMention(ref: "CN-5301/civil", name: "市民政局")))
        try #require(facts.requirements.count == 2)
        #expect(facts.requirements.map(\.text) == [first, second])
        #expect(facts.requirements[0].headings == ["一、任务", "（一）建站。"])
        #expect(facts.requirements.map { $0.deadlines.map(\.when) } == [["2030-06-30", "2030-12-31"], ["2030-12-31"]])
        #expect(facts.requirements.map(\.targets.count) == [1, 0])
        #expect(facts.requirements.allSatisfy { $0.assignments.map(\.name) == ["市民政局"] && $0.scope == ["CN-5301"] })
        #expect(facts.requirements[0].due == CalendarDay(2030, 12, 31))
    }

    @Test("Evidence has the title of its item, and the actor of the sentence before where it names none; plans are none")
    func evidence() throws {
        let one = "乙市总工会举办比赛。", two = "共有300人参加。", plan = "明年将再办两场。"
        let union = BodyMention(ref: "CN-5302/union", name: "乙市总工会")
        let text = block(
            "p", one + two + plan,
            [
                (one, "a1", .action(ActionFact(time: .point("2029-11")))), ("乙市总工会", "b1", .body(union)),
                (two, "a2", .action(ActionFact())), ("300人", "q1", .quantity(QuantityMention(value: "300", unit: "人"))),
                (plan, "x1", .plan(PlanFact())),
            ])
        let item = Division(.item, id: "i1", level: 2, heading: block("h", "比赛举行", []), blocks: [.paragraph(text)])
        let facts = LinkableFacts(document(.bulletin, [.division(item)]))
        #expect(facts.evidence.map(\.id.element) == ["a1", "a2"])
        #expect(facts.evidence.allSatisfy { $0.itemHeading == "比赛举行" && $0.actors == [union] && $0.scope == ["CN-5302"] })
        #expect(facts.evidence.map(\.quantities.count) == [0, 1])
        #expect(facts.evidence[0].day == CalendarDay(2029, 11, 30))
    }

    @Test("A row of a ledger joins its duty and its progress")
    func ledger() {
        let row = Row(
            directive: Directive(id: "d7", number: "7", level: 1, assignments: [Assignment(name: "甲局", role: .responsible)]),
            cells: [block("c1", "建成站点。", [("建成站点。", "r1", .requirement(.must))]), block("c2", "已建3个。", [("已建3个。", "a1", .action(ActionFact()))])])
        let facts = LinkableFacts(document(.table, [.table(Table(id: "t", rows: [row]))]))
        #expect(facts.requirements.map(\.directive) == ["d7"])
        #expect(facts.evidence.map(\.directive) == ["d7"])
        #expect(facts.requirements.first?.assignments.count == 1)
    }

    @Test("Ids are read back as printed, and nonsense is refused", arguments: ["doc#a1", "文件-1a2b3c#r.2"])
    func ids(_ text: String) {
        #expect(FactID(text)?.description == text)
        #expect(["", "#", "doc#", "#a1", "doc"].allSatisfy { FactID($0) == nil })
    }
}
