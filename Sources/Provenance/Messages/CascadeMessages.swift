/// What lower documents make of the duties of upper ones (承接情况).
extension Message {
    public static let cascadeTitle = Message("cascade.title", zh: "承接情况", en: "How duties are handed down")
    public static let cascadeEmpty = Message("cascade.empty", zh: "没有未承接、弱化或新增的任务。", en: "No duty is dropped, weakened or added.")
    public static let cascadeNoPairs = Message(
        "cascade.noPairs", zh: "库中没有承接上级文件的下级文件。", en: "No document of the base carries out that of an upper level.")
    public static let cascadePairs = Message("cascade.pairs", zh: "上下级文件", en: "Pairs of documents")
    public static let cascadeDropped = Message("cascade.dropped", zh: "未承接", en: "dropped")
    public static let cascadeWeakened = Message("cascade.weakened", zh: "弱化", en: "weakened")
    public static let cascadeAdded = Message("cascade.added", zh: "新增", en: "added")
    public static let cascadeNote = Message(
        "cascade.note",
        zh: "未承接：上级文件中应由本级承担、下级文件没有任何条款涉及的任务。弱化：约束力、时限、目标或责任单位低于上级要求。新增：上级文件没有依据。按字面和责任单位判断，请核对两处原文。",
        en:
            "Dropped: a duty of this level of which no clause of the lower document speaks. Weakened: it binds less, falls due later, aims lower or names no such body. Added: nothing in the upper document asks for it. Told by wording and bodies: compare both texts."
    )
    public static let colUpper = Message("cascade.colUpper", zh: "上级条款", en: "Upper clause")
    public static let colLower = Message("cascade.colLower", zh: "下级条款", en: "Lower clause")
    public static let colUpperDocument = Message("cascade.colUpperDocument", zh: "上级文件", en: "Upper document")
    public static let colLowerDocument = Message("cascade.colLowerDocument", zh: "下级文件", en: "Lower document")
    public static let colDifference = Message("cascade.colDifference", zh: "差异", en: "Difference")
    public static let colUpperPlace = Message("cascade.colUpperPlace", zh: "上级出处", en: "Place above")
    public static let colLowerPlace = Message("cascade.colLowerPlace", zh: "下级出处", en: "Place below")
    public static let colUpperID = Message("cascade.colUpperID", zh: "上级标识", en: "ID above")
    public static let colLowerID = Message("cascade.colLowerID", zh: "下级标识", en: "ID below")
    public static let cascadeDroppedStated = Message(
        "cascade.droppedStated", zh: "上级文件要求本级承担，下级文件没有承接", en: "the upper document asks this level for it, the lower one does not take it over")
    public static let cascadeDroppedImplied = Message(
        "cascade.droppedImplied", zh: "本级有相应责任单位，下级文件对整条没有承接",
        en: "this level has bodies that owe the like, the lower document takes over nothing of the clause")
    public static let cascadeAddedWhy = Message("cascade.addedWhy", zh: "上级文件没有相应要求", en: "nothing in the upper document asks for it")
    public static let cascadeNobody = Message("cascade.nobody", zh: "没有责任单位", en: "nobody owes it")

    public static func cascadeModality(_ upper: Message, _ lower: Message) -> Message {
        Message("cascade.modality", zh: "约束力由“\(upper.zh)”降为“\(lower.zh)”", en: "binds less: \(lower.en) in place of \(upper.en)")
    }

    public static func cascadeDeadline(_ upper: String, _ lower: String?) -> Message {
        Message(
            "cascade.deadline", zh: lower.map { "完成时限由\(upper)推迟到\($0)" } ?? "没有完成时限（上级为\(upper)）",
            en: lower.map { "falls due on \($0) in place of \(upper)" } ?? "has no deadline (above: \(upper))")
    }

    public static func cascadeTarget(_ upper: String, _ lower: String) -> Message {
        Message("cascade.target", zh: "目标由“\(upper)”降为“\(lower)”", en: "aims at “\(lower)” in place of “\(upper)”")
    }

    public static func cascadeLead(_ name: String) -> Message {
        Message("cascade.lead", zh: "没有与牵头单位\(name)对应的责任单位", en: "no body like \(name), which leads above")
    }

    public static func cascadeCarried(_ carried: Int, of all: Int) -> Message {
        Message("cascade.carried", zh: "承接\(carried)/\(all)条要求", en: "carries out \(carried) of \(all) requirements")
    }

    public static func cascadeMore(_ count: Int) -> Message {
        Message("cascade.more", zh: "另有\(count)处，见 suyuan cascade", en: "\(count) more, see suyuan cascade")
    }
}
