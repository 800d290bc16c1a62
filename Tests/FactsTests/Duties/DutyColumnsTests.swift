import SuyuanTesting
import Testing

@testable import Facts

/// What the labels of columns say that a column holds, known ones and those that only begin or end in a known word.
@Suite struct DutyColumnsTests {
    static let labels: [(String, DutyColumns.Column)] = [
        ("序号", .number), ("重点任务", .task), ("项目名称", .item), ("具体措施", .measure), ("年度目标", .goal), ("整改目标", .goal),
        ("牵头单位", .lead), ("协同配合单位", .support), ("责任单位牵头单位", .lead), ("完成时限", .deadline),
        ("目前进展", .progress), ("截至9月底进展", .progress), ("上半年完成情况", .progress), ("落实情况（截至6月底）", .progress), ("形象进度", .progress),
        ("存在困难和问题", .problem), ("未完成原因", .problem), ("需协调解决的问题", .problem), ("问题二", .problem), ("问题3", .problem),
        ("下步措施", .plan), ("下一步工作计划", .plan), ("拟采取措施", .plan), ("后续安排", .plan), ("备注", .other), ("资金来源", .other),
    ]

    @Test(arguments: labels) func aLabelIsKnown(_ label: String, _ column: DutyColumns.Column) throws {
        #expect(try DutyColumns(TestOntology.shared().markers)[label] == column)
    }
}
