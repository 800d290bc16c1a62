import Facts
import Links
import Testing

@Suite("Changed texts")
struct FactStampTests {
    private func requirement(
        _ text: String, due: String = "2030-12-31", target: String = "92", owner: String = "省人社厅", id: String = "r1", number: String = "（一）"
    ) -> Requirement {
        Requirement(
            id: FactID(document: "d", element: id), text: text, directive: "d" + number, number: number,
            assignments: [Assignment(name: owner, role: .lead)], deadlines: [Deadline(when: due)],
            targets: [Target(indicator: "建成", value: target, unit: "个", comparator: ">=", when: due)], document: DocumentContext(id: "d"))
    }

    private static let text = "支持企业建设技能培训中心，2030年底前建成92个。"

    @Test(arguments: [
        ("支持企业建设技能培训中心，2030年底前建成92个。", "2030-12-31", "92", "省人社厅", []),
        ("支持企业建设技能培训中心， 2030年底前建成９２个。", "2030-12-31", "92", "省人社厅", []),
        ("支持企业建设技能培训中心，2031年6月底前建成92个。", "2031-06-30", "92", "省人社厅", [.deadline]),
        ("支持企业建设技能培训中心，2030年底前建成80个。", "2030-12-31", "80", "省人社厅", [.target]),
        ("支持企业建设技能培训中心，2030年底前建成92个。", "2030-12-31", "92", "省财政厅", [.body]),
        ("支持企业建设技能培训中心，2030年底前建成93个。", "2030-12-31", "92", "省人社厅", [.number]),
        ("支持企业和院校建设技能培训中心，2030年底前建成92个。", "2030-12-31", "92", "省人社厅", [.wording]),
        ("鼓励企业建设培训中心，2031年底前建成80个。", "2031-12-31", "80", "省财政厅", [.wording, .deadline, .target, .body]),
    ] as [(String, String, String, String, [TextChange])])
    func areToldByTheirKind(text: String, due: String, target: String, owner: String, expected: [TextChange]) {
        let old = FactStamp(requirement(Self.text))
        let new = FactStamp(requirement(text, due: due, target: target, owner: owner))
        #expect(old.changes(to: new) == expected)
        #expect(FactStamp(decoding: old.encoded).changes(to: FactStamp(decoding: new.encoded)) == expected)
        #expect(FactStamp(decoding: old.encoded) == old)
    }

    @Test func aStampOfTheTextAloneKnowsOfNoDuties() {
        let changed = requirement(Self.text, due: "2031-12-31", owner: "省财政厅")
        #expect(FactStamp(decoding: Self.text).changes(to: FactStamp(changed)).isEmpty)
    }

    // MARK: Succession

    private func succession(_ new: [Requirement], after old: [Requirement]) -> FactSuccession {
        let document = DocumentContext(id: "d")
        return .requirements(of: LinkableFacts(document: document, requirements: new), after: LinkableFacts(document: document, requirements: old))
    }

    @Test func aRewordedClauseIsFoundAgainWhereverItStands() {
        let old = [requirement(Self.text), requirement("要及时总结推广典型经验。", id: "r2", number: "（二）")]
        let new = [
            requirement("要表彰先进单位和个人。", id: "n1", number: "（一）"),
            requirement("支持企业建设职业技能培训中心，2031年底前建成100个。", id: "n2", number: "（二）"),
            requirement("要及时总结推广典型经验。", id: "r2", number: "（三）"),
        ]
        let succession = succession(new, after: old)
        #expect(succession.successor(of: old[0])?.element == "n2")
        #expect(succession.successor(of: old[1])?.element == "r2")
    }

    @Test func aDroppedClauseHasNoSuccessor() {
        let old = [requirement(Self.text), requirement("要及时总结推广典型经验。", id: "r2", number: "（二）")]
        let succession = succession([old[1], requirement("落实税前扣除政策。", id: "r3", number: "（三）")], after: old)
        #expect(succession.successor(of: old[0]) == nil)
    }

    /// What stood in the old version already is not what another clause has become.
    @Test func aNeighbourThatWasThereBeforeIsNoSuccessor() {
        let twin = requirement("支持院校建设技能培训中心，2030年底前建成92个。", id: "r2", number: "（二）")
        #expect(succession([twin], after: [requirement(Self.text), twin]).successor(of: requirement(Self.text)) == nil)
    }
}
