/// Problems that were reported, and documents that are cited and not held (问题清单, 未收文件).
extension Message {
    public static let problemsTitle = Message("problem.title", zh: "问题清单", en: "Reported problems")
    public static let problemsOpen = Message("problem.open", zh: "未办结", en: "Open")
    public static let problemsClosed = Message("problem.closedCount", zh: "已办结", en: "Closed")
    public static let problemsEmpty = Message("problem.empty", zh: "没有符合条件的问题。", en: "No problem matches.")
    public static let problemsNobody = Message("problem.nobody", zh: "未明确办理单位", en: "Addressed to nobody")
    public static let colAddressee = Message("problem.colAddressee", zh: "办理单位", en: "Addressed to")
    public static let colBasis = Message("problem.colBasis", zh: "依据", en: "Basis")
    public static let colCourse = Message("problem.colCourse", zh: "办理经过", en: "Course")
    public static let colProblem = Message("problem.colProblem", zh: "问题", en: "Problem")
    public static let stageRaised = Message("problem.raised", zh: "已提出", en: "raised")
    public static let stagePassedOn = Message("problem.passedOn", zh: "已转办", en: "passed on")
    public static let stageAnswered = Message("problem.answered", zh: "已答复", en: "answered")
    public static let stageClosed = Message("problem.closed", zh: "已办结", en: "closed")
    public static let basisStated = Message("problem.basisStated", zh: "文中写明", en: "as the text says")
    public static let basisOwner = Message("problem.basisOwner", zh: "相关要求的责任单位", en: "owes the requirement")
    public static let basisActor = Message("problem.basisActor", zh: "文中所涉单位", en: "named in the text")
    public static let missingTitle = Message("missing.title", zh: "引用而未收入的文件", en: "Documents cited and not held")
    public static let missingEmpty = Message("missing.empty", zh: "引用的文件均已收入。", en: "Every document cited is held.")
    public static let colTimes = Message("missing.colTimes", zh: "引用次数", en: "Times")
    public static let colCitedIn = Message("missing.colCitedIn", zh: "引用出处", en: "Cited in")

    public static func missingMore(_ count: Int) -> Message {
        Message("missing.more", zh: "等，见 suyuan documents --missing", en: "and \(count) more, see suyuan documents --missing")
    }

    public static func problemRequirementDone(_ day: String?) -> Message {
        Message("problem.requirementDone", zh: "相关要求\(day.map { "于\($0)" } ?? "")报送完成", en: "the requirement was reported as done\(day.map { " on \($0)" } ?? "")")
    }
}
