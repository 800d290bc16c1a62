/// What is said of workbooks (电子表格).
extension Message {
    public static func sheetCannotBeWritten(_ reason: String) -> Message {
        Message("sheet.write", zh: "无法生成电子表格：\(reason)", en: "the workbook cannot be made: \(reason)")
    }
}

/// What stands on the sheets of the matrix (对照表工作簿).
extension Message {
    public static let sheetAll = Message("sheet.all", zh: "全表", en: "All")
    public static let sheetGaps = Message("sheet.gaps", zh: "未见进展", en: "No progress")
    public static let sheetLate = Message("sheet.late", zh: "逾期与滞后", en: "Overdue and behind")
    public static let sheetByBody = Message("sheet.byBody", zh: "按单位", en: "By body")
    public static let sheetByRegion = Message("sheet.byRegion", zh: "按地区", en: "By region")
    public static let sheetStatistics = Message("sheet.statistics", zh: "统计", en: "Statistics")
    public static let sheetNotes = Message("sheet.notes", zh: "说明", en: "Notes")
    public static let sheetListed = Message("sheet.listed", zh: "本表", en: "Listed here")
    public static let sheetLegend = Message("sheet.legend", zh: "图例", en: "Legend")
    public static let sheetEvidenceIDs = Message("sheet.evidenceIDs", zh: "佐证标识", en: "Evidence ids")
    public static let sheetCheck = Message("sheet.check", zh: "校验", en: "Check")
    public static let sheetConfirm = Message("sheet.confirm", zh: "确认", en: "confirm")
    public static let sheetReject = Message("sheet.reject", zh: "否定", en: "reject")
    public static let sheetVerifyHint = Message(
        "sheet.verifyHint", zh: "所列进展与问题经核实属实选“确认”，不属实选“否定”；不选则保持原样。",
        en: "Choose confirm where what is listed has been verified, reject where it is wrong; leave it where nothing was decided.")
    public static let sheetRegion = Message("sheet.region", zh: "地区", en: "Region")
    public static let sheetNoRegion = Message("sheet.noRegion", zh: "未分地区", en: "No region")
    public static let sheetCentre = Message("sheet.centre", zh: "中央", en: "Centre")
    public static let sheetOwnState = Message("sheet.ownState", zh: "本单位状态", en: "State of the body")
    public static let sheetWholeState = Message("sheet.wholeState", zh: "总体状态", en: "State overall")
    public static let sheetLatest = Message("sheet.latest", zh: "最近进展", en: "Latest progress")
    public static let sheetTotal = Message("sheet.total", zh: "合计", en: "Total")
    public static let sheetShare = Message("sheet.share", zh: "占比", en: "Share")
    public static let sheetItem = Message("sheet.item", zh: "项目", en: "Item")
    public static let sheetCounted = Message("sheet.counted", zh: "名称", en: "Name")
    public static let sheetByDocument = Message("sheet.byDocument", zh: "按文件", en: "By document")
    public static let sheetMeaning = Message("sheet.meaning", zh: "含义", en: "Meaning")
    public static let sheetHow = Message("sheet.how", zh: "编制说明", en: "How it was made")
    public static let sheetColumns = Message("sheet.columns", zh: "填报办法", en: "How to fill it in")
    public static let sheetSources = Message("sheet.sources", zh: "来源文件", en: "Source documents")

    public static func sheetMore(_ count: Int) -> Message {
        Message("sheet.more", zh: "（另有 \(count) 条，详见数据包）", en: "(\(count) more in the package)")
    }

    public static let sheetHowEvidence = Message(
        "sheet.how.evidence", zh: "状态只依据来源文件中的报送材料判定，不作推测；没有材料的，列为无报送。每条进展、问题后注明出处，可回查原文。",
        en: "States rest on what the source documents report and on nothing else; where there is no material, the state is no report. Every entry names its source.")
    public static let sheetHowVerified = Message(
        "sheet.how.verified", zh: "“核实”列：报送为系统关联的材料条数，核实为其中经人工确认的条数。",
        en: "Verified: how many pieces of evidence were linked, and how many of them a person confirmed.")
    public static let sheetHowDay = Message(
        "sheet.how.day", zh: "截至日期之后的文件和材料不计；逾期、久无更新按截至日期计算。",
        en: "Later documents are not counted; overdue and stale are as of the day given.")
    public static let sheetHowJoint = Message(
        "sheet.how.joint", zh: "同一要求由多个单位承担的，“按单位”“按地区”分别列示各单位自身的报送情况：一个单位已报送，不代表其他单位已报送。",
        en: "Of joint duties, the sheets by body and region show what each body has reported: one body's report is not another's.")
    public static let sheetHowFill = Message(
        "sheet.how.fill", zh: "请勿改动表头、序号和隐藏列。“进展情况”可另起一行补充，“核实”可选确认或否定，“备注”可填写；其他列的改动不予采用，只作提示。",
        en: "Leave head, numbers and hidden columns alone. Progress may be added on lines of its own, Verified takes confirm or reject, Remarks may be written; changes of other columns are reported and not taken.")
    public static let sheetHowReturn = Message(
        "sheet.how.return", zh: "填好后交回，用 suyuan receive 读入：逐格采用，注明来自本表；与库中现状不一致的逐条提示，不会覆盖。",
        en: "Send it back; suyuan receive takes it cell by cell, with this sheet as the source, reports what has changed meanwhile and overwrites nothing.")

    public static let sheetStateNoReport = Message("sheet.state.noReport", zh: "来源文件中没有可认定的进展材料", en: "no material that counts as progress")
    public static let sheetStateNotStarted = Message("sheet.state.notStarted", zh: "材料明确报告尚未启动", en: "reported as not begun")
    public static let sheetStateUnderWay = Message("sheet.state.underWay", zh: "材料报告正在推进，未完成", en: "reported as going on")
    public static let sheetStateDone = Message("sheet.state.done", zh: "材料明确报告完成，且与目标相符", en: "reported as finished, in agreement with the target")
    public static let sheetStateProblem = Message("sheet.state.problem", zh: "材料报告问题，或与目标、要求不符", en: "problems are reported, or the target is missed")
    public static let sheetStateOverdue = Message("sheet.state.overdue", zh: "已过完成时限，没有完成材料", en: "the deadline has passed and nothing says done")
    public static let sheetStateStale = Message("sheet.state.stale", zh: "有过进展，长期没有新材料", en: "no new material for long")
    public static let sheetStateSuspect = Message("sheet.state.suspect", zh: "核实之后有关文字有变动，需要重新核实", en: "the text has changed since it was verified")
}

/// What is said of sheets that come back (回填表).
extension Message {
    public static let sheetIsNone = Message("sheet.none", zh: "不是 XLSX 工作簿", en: "no XLSX workbook")
    public static let sheetIsNoneAdvice = Message(
        "sheet.none.advice", zh: "请交回由 suyuan matrix --format xlsx 导出的工作簿。", en: "Send back a workbook made by suyuan matrix --format xlsx.")
    public static let sheetHasNoMatrix = Message(
        "sheet.noMatrix", zh: "没有找到带标识列的对照表（公开版不能回填）", en: "it has no matrix with ids (the public one cannot be filled in)")
    public static let sheetCheckIsGone = Message(
        "sheet.noCheck", zh: "校验列被改动，无法判断改了什么，本行未采用", en: "the hidden check was changed: what else was cannot be told; the row is not taken")
    public static let sheetFixedChanged = Message(
        "sheet.fixed", zh: "任务、单位、时限或目标被改动；这些列以文件为准，未采用", en: "task, bodies, deadline or target were changed; they follow the documents and are not taken")
    public static let sheetTextRemoved = Message(
        "sheet.removed", zh: "原有文字被删改；来源中的文字不变，未采用删改", en: "text of the sources was removed or changed; it stays as it is")
    public static let sheetNothingToDecide = Message("sheet.nothing", zh: "本行没有可核实的材料", en: "the row lists nothing to decide on")

    public static func sheetIdIsUnknown(_ id: String) -> Message {
        Message("sheet.unknownId", zh: "库中没有要求 \(id)：标识被改动，或文件已换新版；本行未采用", en: "there is no requirement \(id): the id was changed, or the document has a new version; the row is not taken")
    }

    public static func sheetRowIsStale(_ id: String) -> Message {
        Message("sheet.stale", zh: "\(id)：导出之后库中已有变化，本行的进展、问题和核实未采用；请重新导出后再填", en: "\(id): the base has changed since the export; progress, problems and decision of the row are not taken; export again")
    }

    public static func sheetDecisionIsUnknown(_ word: String) -> Message {
        Message("sheet.decision", zh: "核实列应为“确认”或“否定”，不认识“\(word)”", en: "Verified takes confirm or reject, not \"\(word)\"")
    }

    public static func sheetDecisionsDiffer(_ other: String) -> Message {
        Message("sheet.decisions", zh: "与 \(other) 的核实意见相反，两处均未采用", en: "decided against \(other); neither is taken")
    }

    public static func sheetDecidedOtherwise(_ link: String) -> Message {
        Message("sheet.decidedOtherwise", zh: "关联 \(link) 已另有核实意见或已不在，未改动", en: "the link \(link) was decided otherwise before, or is gone; it stays as it is")
    }

    public static func sheetTaken(progress: Int, decisions: Int, notes: Int, left: Int) -> Message {
        Message(
            "sheet.taken", zh: "已采用：进展 \(progress) 条，核实 \(decisions) 条，备注 \(notes) 条；未采用或提示 \(left) 处",
            en: "taken: \(progress) entries of progress, \(decisions) decisions, \(notes) notes; \(left) reported")
    }
}
