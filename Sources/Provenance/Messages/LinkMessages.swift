/// Why a requirement is in its state, and why a link is there.
extension Message {
    public static let stateNoEvidence = Message("state.noEvidence", zh: "没有报送材料", en: "nothing has been reported")

    public static func stateIndirectOnly(_ count: Int) -> Message {
        Message("state.indirectOnly", zh: "仅有间接材料\(count)条", en: "indirect material only: \(count)")
    }

    public static func stateReported(_ day: String?) -> Message {
        Message("state.reported", zh: day.map { "\($0)有进展报送" } ?? "有进展报送（日期不详）", en: "progress reported \(day ?? "on an unknown day")")
    }

    public static func stateCompleted(_ words: String, _ day: String?) -> Message {
        Message("state.completed", zh: "\(day ?? "日期不详")报送“\(words)”", en: "reported as “\(words)” \(day ?? "on an unknown day")")
    }

    public static func stateTargetMet(_ target: String, reported: String) -> Message {
        Message("state.targetMet", zh: "目标\(target)，报送\(reported)，达到", en: "target \(target), reported \(reported): met")
    }

    public static func stateTargetMissed(_ target: String, reported: String) -> Message {
        Message("state.targetMissed", zh: "目标\(target)，报送\(reported)，未达到", en: "target \(target), reported \(reported): missed")
    }

    public static func stateTargetOnTheWay(_ target: String, reported: String) -> Message {
        Message("state.targetOnTheWay", zh: "目标\(target)，报送\(reported)，尚在推进", en: "target \(target), reported \(reported): on the way")
    }

    public static func stateRate(_ percent: String, computed: Bool) -> Message {
        Message(
            computed ? "state.rateComputed" : "state.rate", zh: computed ? "完成率\(percent)%（推算）" : "完成率\(percent)%",
            en: computed ? "\(percent) % (computed)" : "\(percent) % done")
    }

    public static func stateProblem(_ day: String?) -> Message {
        Message("state.problem", zh: "\(day ?? "日期不详")报送存在问题", en: "a problem reported \(day ?? "on an unknown day")")
    }

    public static let stateProblemOpen = Message(
        "state.problemOpen", zh: "此后的报送未说明已整改", en: "later reports do not say that it has been put right")

    public static func stateNotStarted(_ day: String?) -> Message {
        Message("state.notStarted", zh: "\(day ?? "日期不详")报送尚未启动", en: "reported as not started \(day ?? "on an unknown day")")
    }

    public static func stateOverdue(_ due: String) -> Message {
        Message("state.overdue", zh: "完成时限\(due)已过，未见完成", en: "due \(due), nothing says done")
    }

    public static func stateStale(_ days: Int) -> Message {
        Message("state.stale", zh: "已\(days)天没有新的报送", en: "no new report for \(days) days")
    }

    public static func stateSuspect(_ count: Int) -> Message {
        Message("state.suspect", zh: "\(count)条关联的文字在核实后有变动", en: "texts of \(count) links have changed since they were reviewed")
    }

    public static let colPace = Message("pace.title", zh: "序时进度", en: "Pace")
    public static let paceAhead = Message("pace.ahead", zh: "达到序时进度", en: "on time")
    public static let paceBehind = Message("pace.behind", zh: "落后序时进度", en: "behind time")
    public static let paceUnclear = Message("pace.unclear", zh: "无法判断", en: "unclear")
    public static let paceNoFigure = Message("pace.noFigure", zh: "未报送数据", en: "no figure reported")

    /// - Parameter done: with its sign; nil where it is not known.
    public static func pace(time: String, done: String?) -> Message {
        Message(
            "pace.shares", zh: "推算值 时间已过\(time)" + (done.map { "，完成\($0)" } ?? ""),
            en: "computed: \(time) of the time is gone" + (done.map { ", \($0) is done" } ?? ""))
    }
}
