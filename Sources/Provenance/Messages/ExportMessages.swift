/// What reports, tables and pages say (输出用语).
extension Message {
    public static let labelColon = Message("export.labelColon", zh: "：", en: ": ")
    public static let asOf = Message("export.asOf", zh: "截至日期", en: "As of")
    public static let asOfLatest = Message("export.asOfLatest", zh: "取库中最新文件日期", en: "latest date of a document")
    public static let asOfGiven = Message("export.asOfGiven", zh: "用户指定", en: "given")
    public static let asOfUnknown = Message("export.asOfUnknown", zh: "未知（文件均无日期）", en: "unknown (no document has a date)")
    public static let colNumber = Message("export.colNumber", zh: "序号", en: "No.")
    public static let colDocument = Message("export.colDocument", zh: "文件", en: "Document")
    public static let colClause = Message("export.colClause", zh: "条款", en: "Clause")
    public static let colTask = Message("export.colTask", zh: "重点任务", en: "Requirement")
    public static let colLead = Message("export.colLead", zh: "牵头单位", en: "Lead")
    public static let colOthers = Message("export.colOthers", zh: "责任/配合单位", en: "Responsible / support")
    public static let colDeadline = Message("export.colDeadline", zh: "完成时限", en: "Deadline")
    public static let colTarget = Message("export.colTarget", zh: "目标", en: "Target")
    public static let colProgress = Message("export.colProgress", zh: "进展情况", en: "Progress")
    public static let colState = Message("export.colState", zh: "状态", en: "State")
    public static let colVerified = Message("export.colVerified", zh: "核实", en: "Verified")
    public static let colProblems = Message("export.colProblems", zh: "存在问题", en: "Problems")
    public static let colRemarks = Message("export.colRemarks", zh: "备注", en: "Remarks")
    public static let colTitle = Message("export.colTitle", zh: "标题", en: "Title")
    public static let colDocNumber = Message("export.colDocNumber", zh: "文号/期号", en: "Number")
    public static let colDate = Message("export.colDate", zh: "日期", en: "Date")
    public static let colKind = Message("export.colKind", zh: "类别", en: "Kind")
    public static let colIssuer = Message("export.colIssuer", zh: "发文机关", en: "Issuer")
    public static let colRequirements = Message("export.colRequirements", zh: "要求", en: "Requirements")
    public static let colActions = Message("export.colActions", zh: "行动", en: "Actions")
    public static let colPlans = Message("export.colPlans", zh: "计划", en: "Plans")
    public static let colProblemCount = Message("export.colProblemCount", zh: "问题", en: "Problems")
    public static let colFindings = Message("export.colFindings", zh: "审读发现", en: "Findings")
    public static let colFile = Message("export.colFile", zh: "来源文件", en: "Source file")
    public static let colID = Message("export.colID", zh: "标识", en: "Id")
    public static let colVersion = Message("export.colVersion", zh: "版本", en: "Version")
    public static let colBody = Message("export.colBody", zh: "责任单位", en: "Body")
    public static let colRole = Message("export.colRole", zh: "责任角色", en: "Role")
    public static let colGap = Message("export.colGap", zh: "空白类型", en: "Gap")
    public static let colIndirect = Message("export.colIndirect", zh: "间接材料", en: "Indirect material")
    public static let colPlace = Message("export.colPlace", zh: "出处", en: "Place")
    public static let colWhy = Message("export.colWhy", zh: "状态依据", en: "Why")
    public static let colEvidence = Message("export.colEvidence", zh: "佐证", en: "Evidence")
    public static let colStrength = Message("export.colStrength", zh: "强度", en: "Strength")
    public static let colStrong = Message("export.colStrong", zh: "强弱", en: "Strong or weak")
    public static let colVerdict = Message("export.colVerdict", zh: "判定", en: "Verdict")
    public static let colStatus = Message("export.colStatus", zh: "核实状态", en: "Review")
    public static let colRelation = Message("export.colRelation", zh: "关系", en: "Relation")
    public static let colReasons = Message("export.colReasons", zh: "关联理由", en: "Reasons")
    public static let colActors = Message("export.colActors", zh: "报送单位", en: "Actor")
    public static let colFigures = Message("export.colFigures", zh: "数据", en: "Figures")
    public static let colText = Message("export.colText", zh: "原文", en: "Text")
    public static let colElement = Message("export.colElement", zh: "元素", en: "Element")
    public static let colHeadings = Message("export.colHeadings", zh: "所在标题", en: "Headings")
    public static let colCount = Message("export.colCount", zh: "数量", en: "Count")
    public static let colVerifiedCount = Message("export.colVerifiedCount", zh: "其中已核实", en: "Verified")
    public static let colDirectives = Message("export.colDirectives", zh: "条款", en: "Clauses")
    public static let colFacts = Message("export.colFacts", zh: "涉及事实", en: "Facts")
    public static let colWords = Message("export.colWords", zh: "原文用词", en: "Words")
    public static let documentsTitle = Message("export.documentsTitle", zh: "文件目录", en: "Documents")
    public static let documentsEmpty = Message(
        "export.documentsEmpty", zh: "知识库中没有文件。",
        en: "There are no documents in the knowledge base.")
    public static let gapsTitle = Message("export.gapsTitle", zh: "落实空白清单", en: "Requirements without progress")
    public static let gapsBare = Message("export.gapsBare", zh: "无任何材料", en: "No material at all")
    public static let gapsIndirect = Message("export.gapsIndirect", zh: "仅有间接材料", en: "Indirect material only")
    public static let gapsNotByThisBody = Message(
        "export.gapsNotByThisBody", zh: "其他单位已报送，本单位未报送",
        en: "Reported by others, not by this body")
    public static let gapsNobody = Message("export.gapsNobody", zh: "未明确责任单位", en: "No body named")
    public static let gapsEmpty = Message("export.gapsEmpty", zh: "没有。", en: "None.")
    public static let gapsAsked = Message("export.gapsAsked", zh: "核对要求", en: "Requirements asked about")
    public static let gapsPermissions = Message(
        "export.gapsPermissions", zh: "允许性条款（可、允许）不列为空白。",
        en: "Permissions are no gaps.")
    public static let gapsByBody = Message("export.gapsByBody", zh: "按责任单位", en: "By body")
    public static let gapsIndirectNote = Message(
        "export.gapsIndirectNote", zh: "仅有间接材料：只有强度低于 0.5 的关联，不足以认定进展，单独列出。",
        en: "Indirect material only: all links are weaker than 0.5, not enough to count as progress; listed apart.")
    public static let matrixTitle = Message("export.matrixTitle", zh: "政策落实情况对照表", en: "Implementation of policy requirements")
    public static let matrixEmpty = Message("export.matrixEmpty", zh: "没有符合条件的要求。", en: "No requirement matches.")
    public static let searchTitle = Message("export.searchTitle", zh: "检索", en: "Search")
    public static let searchEmpty = Message("export.searchEmpty", zh: "没有找到。", en: "Nothing found.")
    public static let searchCount = Message("export.searchCount", zh: "命中", en: "Found")
    public static let showTitle = Message("export.showTitle", zh: "文件内容", en: "Document")
    public static let summaryTitle = Message("export.summaryTitle", zh: "汇总", en: "Summary")
    public static let summaryStates = Message("export.summaryStates", zh: "落实状态", en: "States")
    public static let summaryDocuments = Message("export.summaryDocuments", zh: "文件", en: "Documents")
    public static let summaryDirectives = Message("export.summaryDirectives", zh: "条款", en: "Clauses")
    public static let summaryRequirements = Message("export.summaryRequirements", zh: "要求", en: "Requirements")
    public static let summaryPermissions = Message("export.summaryPermissions", zh: "其中允许性条款", en: "of them permissions")
    public static let summaryRestated = Message(
        "export.summaryRestated", zh: "转述（原件在库，不重复计）",
        en: "Restated (original in the base, not counted)")
    public static let summaryActions = Message("export.summaryActions", zh: "行动", en: "Actions")
    public static let summaryProblems = Message("export.summaryProblems", zh: "问题", en: "Problems")
    public static let summaryBare = Message("export.summaryBare", zh: "无任何材料", en: "No material at all")
    public static let summaryIndirect = Message("export.summaryIndirect", zh: "仅有间接材料", en: "Indirect material only")
    public static let summaryClaimed = Message("export.summaryClaimed", zh: "有强关联佐证", en: "With strong evidence")
    public static let summaryVerified = Message("export.summaryVerified", zh: "其中经人工核实", en: "of them verified by a person")
    public static let traceTitle = Message("export.traceTitle", zh: "追溯", en: "Trace")
    public static let traceEmpty = Message(
        "export.traceEmpty", zh: "没有找到与此相符的要求或佐证。",
        en: "No requirement or evidence matches.")
    public static let traceRequirement = Message("export.traceRequirement", zh: "要求", en: "Requirement")
    public static let traceOwners = Message("export.traceOwners", zh: "责任", en: "Owners")
    public static let traceState = Message("export.traceState", zh: "状态", en: "State")
    public static let traceClaims = Message("export.traceClaims", zh: "材料", en: "Material")
    public static let traceProgress = Message("export.traceProgress", zh: "进展", en: "Progress")
    public static let traceProblems = Message("export.traceProblems", zh: "问题与不符", en: "Problems and contradictions")
    public static let traceIndirect = Message("export.traceIndirect", zh: "间接材料", en: "Indirect material")
    public static let tracePlans = Message("export.tracePlans", zh: "同段计划（不作为进展）", en: "Plans beside it (no progress)")
    public static let traceChain = Message("export.traceChain", zh: "承接链", en: "Chain of levels")
    public static func traceMoreLevels(_ count: Int) -> Message {
        Message("export.traceMoreLevels", zh: "另有 \(count) 条下级要求未显示，全部见 --format json", en: "\(count) more below are not shown; --format json has all")
    }
    public static let traceDeep = Message("export.traceDeep", zh: "含下级", en: "with lower levels")
    public static let traceRing = Message("export.traceRing", zh: "循环承接", en: "carries itself out")
    public static let traceRelated = Message("export.traceRelated", zh: "关联要求", en: "Related requirements")
    public static let traceNone = Message("export.traceNone", zh: "没有任何材料。", en: "No material at all.")
    public static let traceAnswers = Message("export.traceAnswers", zh: "可佐证的要求", en: "Requirements that it answers")
    public static let wordOpenList = Message("export.openList", zh: "等（名单未列尽）", en: "and others (open list)")
    public static let wordReportedClause = Message("export.reportedClause", zh: "转述条款", en: "told second-hand")
    public static let wordComputed = Message("export.computed", zh: "推算值", en: "computed")
    public static let wordDocumentDate = Message("export.documentDate", zh: "文件日期", en: "date of the document")
    public static let wordNoDate = Message("export.noDate", zh: "日期不详", en: "date unknown")
    public static let wordNoOwner = Message("export.noOwner", zh: "未明确", en: "none named")
    public static let wordLinks = Message("export.links", zh: "关联", en: "Links")
    public static let wordStrong = Message("export.strong", zh: "强", en: "strong")
    public static let wordWeak = Message("export.weak", zh: "弱", en: "weak")
    public static let pageFilter = Message("export.pageFilter", zh: "筛选", en: "Filter")
    public static let pageAllDocuments = Message("export.pageAllDocuments", zh: "全部文件", en: "All documents")
    public static let pageAllBodies = Message("export.pageAllBodies", zh: "全部单位", en: "All bodies")
    public static let pageAllStates = Message("export.pageAllStates", zh: "全部状态", en: "All states")
    public static let pageText = Message("export.pageText", zh: "文字", en: "Text")
    public static let pageSort = Message("export.pageSort", zh: "排序", en: "Order")
    public static let pageSortNumber = Message("export.pageSortNumber", zh: "序号", en: "Number")
    public static let pageSortProtocol = Message("export.pageSortProtocol", zh: "单位（机构序）", en: "Body (protocol order)")
    public static let pageSortPinyin = Message("export.pageSortPinyin", zh: "单位（拼音）", en: "Body (pinyin)")
    public static let pageSortStroke = Message("export.pageSortStroke", zh: "单位（笔画）", en: "Body (stroke)")
    public static let pagePrint = Message("export.pagePrint", zh: "打印", en: "Print")
    public static let pageReset = Message("export.pageReset", zh: "清除", en: "Clear")
    public static let pageShown = Message("export.pageShown", zh: "显示", en: "Shown")
    public static let pageMadeBy = Message(
        "export.pageMadeBy", zh: "由溯源根据来源文件生成；每一条均可按出处回查原文。",
        en: "Made by Suyuan from the source documents; everything can be traced back to its words by the place given.")
    public static let pageClaimedNote = Message(
        "export.pageClaimedNote", zh: "“状态”只依据报送材料判定；“核实”列出报送（系统关联）与经人工核实的条数。",
        en: "States rest on reported evidence only; the column Verified gives how many links were proposed and how many a person confirmed.")
    public static let pageClaimed = Message("export.pageClaimed", zh: "报送", en: "Claimed")
    public static let pageVerified = Message("export.pageVerified", zh: "核实", en: "Verified")
    public static let wordSuperseded = Message("export.superseded", zh: "已有新版", en: "superseded")
    public static let findingsTitle = Message("export.findingsTitle", zh: "审读发现", en: "Findings")
}

/// What reports say with figures and names in it.
extension Message {
    public static func exportCounts(claimed: Int, verified: Int, indirect: Int) -> Message {
        Message(
            "export.counts", zh: "报送 \(claimed) 条，已核实 \(verified) 条，间接材料 \(indirect) 条",
            en: "\(claimed) claimed, \(verified) verified, \(indirect) indirect")
    }

    public static func exportMore(_ count: Int) -> Message {
        Message("export.more", zh: "另有 \(count) 条符合，未显示；请缩小范围。", en: "\(count) more match and are not shown; narrow the question.")
    }

    public static func exportHits(passages: Int, occurrences: Int) -> Message {
        Message("export.hits", zh: "\(passages) 处，共出现 \(occurrences) 次", en: "\(passages) passages, \(occurrences) occurrences")
    }

    public static func exportBodyGaps(bare: Int, indirect: Int, others: Int) -> Message {
        Message(
            "export.bodyGaps", zh: "无材料 \(bare) · 仅间接 \(indirect) · 他报我未报 \(others)",
            en: "no material \(bare) · indirect \(indirect) · reported by others \(others)")
    }

    /// Code points of the decoded source, end exclusive.
    public static func exportSpan(_ start: Int, _ end: Int) -> Message {
        Message("export.span", zh: "字符 \(start)–\(end)", en: "characters \(start)–\(end)")
    }

    public static func exportPage(_ page: Int) -> Message { Message("export.page", zh: "第 \(page) 页", en: "page \(page)") }

    public static func exportShown(_ count: Int) -> Message {
        Message("export.shown", zh: "共 \(count) 条，其余见 suyuan trace", en: "\(count) in all; for the others see suyuan trace")
    }

    public static func exportOmitted(_ count: Int) -> Message {
        Message("export.omitted", zh: "另有 \(count) 条，见 suyuan trace", en: "\(count) more; see suyuan trace")
    }

    public static func exportFolderExists(_ path: String) -> Message {
        Message(
            "export.folder.foreign", zh: "目录 \(path) 已存在且不是溯源数据包，未作改动",
            en: "the folder \(path) exists and is no package of suyuan; it was left as it is")
    }

    public static func exportCannotWrite(_ reason: String) -> Message {
        Message("export.write", zh: "无法写入：\(reason)", en: "cannot be written: \(reason)")
    }

    public static let exportOtherFolder = Message(
        "export.folder.advice", zh: "请用 --out 指定另一个目录。", en: "Name another folder with --out.")
}

/// What the cases of the model are called.
extension Message {
    public static let kindDirective = Message("export.kindDirective", zh: "部署类", en: "Directive")
    public static let kindBulletin = Message("export.kindBulletin", zh: "简报", en: "Bulletin")
    public static let kindReport = Message("export.kindReport", zh: "报告", en: "Report")
    public static let kindLetter = Message("export.kindLetter", zh: "函件", en: "Letter")
    public static let kindRegulation = Message("export.kindRegulation", zh: "法规制度", en: "Regulation")
    public static let kindTable = Message("export.kindTable", zh: "台账表格", en: "Table")
    public static let kindOther = Message("export.kindOther", zh: "其他", en: "Other")
    public static let roleLead = Message("export.roleLead", zh: "牵头", en: "lead")
    public static let roleResponsible = Message("export.roleResponsible", zh: "责任", en: "responsible")
    public static let roleSupport = Message("export.roleSupport", zh: "配合", en: "support")
    public static let verdictSupports = Message("export.verdictSupports", zh: "相符", en: "supports")
    public static let verdictContradicts = Message("export.verdictContradicts", zh: "不符", en: "contradicts")
    public static let statusProposed = Message("export.statusProposed", zh: "系统建议", en: "proposed")
    public static let statusConfirmed = Message("export.statusConfirmed", zh: "已核实", en: "confirmed")
    public static let statusRejected = Message("export.statusRejected", zh: "已否定", en: "rejected")
    public static let statusSuspect = Message("export.statusSuspect", zh: "待复核", en: "to be reviewed again")
    public static let relationReports = Message("export.relationReports", zh: "报送", en: "reports")
    public static let relationImplements = Message("export.relationImplements", zh: "配套文件", en: "implements")
    public static let relationDerives = Message("export.relationDerives", zh: "下级承接", en: "derives")
    public static let relationUpper = Message("export.relationUpper", zh: "承接上级", en: "carries out")
    public static let relationRestates = Message("export.relationRestates", zh: "转述", en: "restates")
    public static let evidenceAction = Message("export.evidenceAction", zh: "行动", en: "action")
    public static let evidencePlan = Message("export.evidencePlan", zh: "计划", en: "plan")
    public static let evidenceProblem = Message("export.evidenceProblem", zh: "问题", en: "problem")
    public static let modalityMust = Message("export.modalityMust", zh: "应当", en: "must")
    public static let modalityMustNot = Message("export.modalityMustNot", zh: "禁止", en: "must not")
    public static let modalityEncourage = Message("export.modalityEncourage", zh: "鼓励", en: "encouraged")
    public static let modalityMay = Message("export.modalityMay", zh: "允许", en: "may")
    public static let modalityExplore = Message("export.modalityExplore", zh: "探索", en: "to be explored")
    public static let featureConcept = Message("export.featureConcept", zh: "同一概念", en: "same subject")
    public static let featureRelatedConcept = Message("export.featureRelatedConcept", zh: "相关概念", en: "related subject")
    public static let featureWords = Message("export.featureWords", zh: "相同用词", en: "same words")
    public static let featureHeading = Message("export.featureHeading", zh: "标题所述", en: "heading")
    public static let featureBody = Message("export.featureBody", zh: "责任单位", en: "owed by the actor")
    public static let featureIndicator = Message("export.featureIndicator", zh: "同一指标", en: "same indicator")
    public static let featureCitation = Message("export.featureCitation", zh: "明确引用", en: "cited")
    public static let featureEarlier = Message("export.featureEarlier", zh: "早于要求", en: "earlier than the requirement")
    public static let featureFamily = Message("export.featureFamily", zh: "近义用语", en: "words of like meaning")
    public static let featureFigure = Message("export.featureFigure", zh: "数字相同", en: "the same figure")
    public static let featureElsewhere = Message("export.featureElsewhere", zh: "其他地区", en: "another region")
    public static let featureClause = Message("export.featureClause", zh: "条款对应", en: "clause for clause")

    // MARK: Tables by two sides
    public static let gridPeriod = Message("grid.period", zh: "时期", en: "Period")
    public static let gridNote = Message(
        "grid.note", zh: "空格：该单位（地区、时期）没有这项责任，也没有报送。数据格式（csv、json、xml）列出每格的全部佐证。",
        en: "An empty cell: that body, region or period neither owes nor reports it. The data formats (csv, json, xml) list all evidence of each cell.")

    public static func gridBy(_ rows: Message, _ columns: Message) -> Message {
        Message("grid.by", zh: rows.zh + "×" + columns.zh, en: rows.en + " by " + columns.en)
    }

    public static func gridRequirements(_ count: Int) -> Message { Message("grid.requirements", zh: "要求\(count)条", en: "\(count) requirements") }
}
