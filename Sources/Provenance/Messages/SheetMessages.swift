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
