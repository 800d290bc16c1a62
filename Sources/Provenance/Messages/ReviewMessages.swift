/// What is said about decisions on links (核实).
extension Message {
    public static let storeNoLinkAdvice = Message(
        "store.noLink.advice", zh: "可用 suyuan review add 人工补充关联。", en: "suyuan review add makes a link by hand.")

    public static func reviewNoRequirement(_ id: String) -> Message {
        Message("review.noRequirement", zh: "\(id) 不是要求", en: "\(id) is no requirement")
    }

    public static func reviewNoEvidence(_ id: String) -> Message {
        Message(
            "review.noEvidence", zh: "\(id) 不是行动、问题或其他要求，不能作为佐证",
            en: "\(id) is no action, no problem and no other requirement, and so no evidence")
    }

    public static func reviewSuperseded(_ id: String) -> Message {
        Message("review.superseded", zh: "\(id) 所在文件已有新版", en: "the document of \(id) has been superseded")
    }

    public static let reviewSupersededAdvice = Message(
        "review.superseded.advice", zh: "请对新版中的条款作出核实；suyuan trace 可查到它。", en: "Decide on the clause of the new version; suyuan trace finds it.")

    public static func reviewNothingToClear(_ requirement: String, _ evidence: String) -> Message {
        Message(
            "review.nothingToClear", zh: "\(requirement) 与 \(evidence) 的文字自核实以来没有变动",
            en: "neither text of \(requirement) and \(evidence) has changed since it was reviewed")
    }

    public static let reviewNothingToClearAdvice = Message(
        "review.nothingToClear.advice", zh: "撤销核实结论请用 suyuan review withdraw。", en: "suyuan review withdraw takes a decision back.")

    public static func reviewNothingToWithdraw(_ requirement: String, _ evidence: String) -> Message {
        Message(
            "review.nothingToWithdraw", zh: "\(requirement) 与 \(evidence) 的关联未经核实，无可撤销",
            en: "nobody has decided on the link of \(requirement) and \(evidence)")
    }

    public static func reviewUnknown(_ id: String) -> Message {
        Message("review.unknown", zh: "没有标识为“\(id)”的关联", en: "no link has the id “\(id)”")
    }

    public static func reviewAmbiguous(_ id: String, _ found: [String]) -> Message {
        let list = found.joined(separator: " ")
        return Message("review.ambiguous", zh: "标识“\(id)”不唯一：\(list)", en: "the id “\(id)” is not unique: \(list)")
    }

    public static let reviewUnknownAdvice = Message(
        "review.unknown.advice", zh: "请给出 suyuan review list 所列的关联标识，或“要求标识 材料标识”两项。",
        en: "Give the id of a link from suyuan review list, or the ids of a requirement and of its evidence.")

    public static let reviewHalfPair = Message(
        "review.halfPair", zh: "要求标识之后缺少材料标识", en: "the id of a requirement is not followed by one of its evidence")

    public static func reviewRecorded(_ decision: Message, _ link: String, requirement: String, evidence: String) -> Message {
        Message(
            "review.recorded", zh: "\(decision.zh) \(link)：「\(requirement)」←「\(evidence)」",
            en: "\(decision.en) \(link): “\(requirement)” ← “\(evidence)”")
    }

    public static let reviewTitle = Message("review.title", zh: "待核实关联", en: "Links to be reviewed")
    public static let reviewWaiting = Message("review.waiting", zh: "待核实", en: "Waiting")
    public static let reviewChanged = Message("review.changed", zh: "其中文字有变动", en: "of them with changed texts")
    public static let reviewEmpty = Message("review.empty", zh: "没有待核实的关联。", en: "Nothing waits.")
    public static let reviewLogTitle = Message("review.logTitle", zh: "核实日志", en: "Log of reviews")
    public static let reviewLogEmpty = Message("review.logEmpty", zh: "还没有核实记录。", en: "Nothing has been reviewed.")
    public static let colLook = Message("review.colLook", zh: "核实要点", en: "Why look")
    public static let colLink = Message("review.colLink", zh: "关联", en: "Link")
    public static let colBy = Message("review.colBy", zh: "核实人", en: "By")
    public static let colDecision = Message("review.colDecision", zh: "结论", en: "Decision")
    public static let colNote = Message("review.colNote", zh: "批注", en: "Note")
    public static let colChange = Message("review.colChange", zh: "文字变动", en: "Changes")
    public static let colReview = Message("review.colReview", zh: "核实记录", en: "Reviews")
    public static let colStands = Message("review.colStands", zh: "现状", en: "Now")
    public static let decisionConfirm = Message("review.decisionConfirm", zh: "核实", en: "confirmed")
    public static let decisionReject = Message("review.decisionReject", zh: "否定", en: "rejected")
    public static let decisionAdd = Message("review.decisionAdd", zh: "人工补充", en: "added by hand")
    public static let decisionClear = Message("review.decisionClear", zh: "复核无误", en: "cleared")
    public static let decisionWithdraw = Message("review.decisionWithdraw", zh: "撤销", en: "withdrawn")
    public static let decisionNote = Message("review.decisionNote", zh: "批注", en: "noted")
    public static let changeWording = Message("review.changeWording", zh: "措辞", en: "wording")
    public static let changeDeadline = Message("review.changeDeadline", zh: "时限", en: "deadline")
    public static let changeTarget = Message("review.changeTarget", zh: "目标", en: "target")
    public static let changeBody = Message("review.changeBody", zh: "单位", en: "body")
    public static let changeNumber = Message("review.changeNumber", zh: "仅数字", en: "figures only")
    public static let lookUncertain = Message("review.lookUncertain", zh: "介于强弱之间", en: "between strong and weak")
    public static let lookContradicts = Message("review.lookContradicts", zh: "与要求不符", en: "contradicts")
    public static let lookBinding = Message("review.lookBinding", zh: "必须落实", en: "binding")
    public static let lookOverdue = Message("review.lookOverdue", zh: "已逾期", en: "overdue")
    public static let featureByHand = Message("review.featureByHand", zh: "人工补充", en: "by hand")

    public static func lookDecides(_ state: String) -> Message {
        Message("review.lookDecides", zh: "决定状态（\(state)）", en: "decides the state (\(state))")
    }

    public static func lookChanged(zh: String, en: String) -> Message {
        Message("review.lookChanged", zh: "核实后有变动（\(zh)）", en: "changed since reviewed (\(en))")
    }

    public static func lookManyBodies(_ count: Int) -> Message {
        Message("review.lookManyBodies", zh: "涉及\(count)个单位", en: "\(count) bodies")
    }
}
