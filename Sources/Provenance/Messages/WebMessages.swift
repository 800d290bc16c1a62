/// What the web pages say beyond what all answers say (网页用语).
extension Message {
    public static let webName = Message("web.name", zh: "溯源", en: "Suyuan")
    public static let webMotto = Message("web.motto", zh: "政策落实追溯", en: "policy and progress, traced")
    public static let webSkip = Message("web.skip", zh: "跳到正文", en: "Skip to content")
    public static let webNavigation = Message("web.navigation", zh: "主导航", en: "Main")
    public static let webOverview = Message("web.overview", zh: "总览", en: "Overview")
    public static let webClauses = Message("web.clauses", zh: "条款", en: "Clauses")
    public static let webMatrix = Message("web.matrix", zh: "矩阵", en: "Matrix")
    public static let webBodies = Message("web.bodies", zh: "单位", en: "Bodies")
    public static let webDocuments = Message("web.documents", zh: "文件", en: "Documents")
    public static let webReview = Message("web.review", zh: "复核", en: "Review")
    public static let webImport = Message("web.import", zh: "导入", en: "Import")
    public static let webExport = Message("web.export", zh: "导出", en: "Export")
    public static let webAccounts = Message("web.accounts", zh: "账户", en: "Accounts")
    public static let webLogout = Message("web.logout", zh: "退出", en: "Log out")
    public static let webFindWords = Message("web.findWords", zh: "检索原文", en: "Search the texts")
    public static let webTraceWords = Message("web.traceWords", zh: "追溯要求", en: "Trace")
    public static let webSearchHelp = Message(
        "web.searchHelp", zh: "逐字查找：空格、全角半角、大小写不计；“追溯要求”按主题词查找要求和佐证。",
        en: "Literal search: spaces, full or half width and case do not count. Trace finds requirements and evidence by subject.")
    public static let webOverdue = Message("web.overdue", zh: "逾期", en: "Overdue")
    public static let webDueSoon = Message("web.dueSoon", zh: "30日内到期", en: "Due in 30 days")
    public static let webVerifiedRequirements = Message("web.verifiedRequirements", zh: "经人工核实", en: "Verified by a person")
    public static let webByDocument = Message("web.byDocument", zh: "各文件落实情况", en: "By document")
    public static let webGapsByBody = Message("web.gapsByBody", zh: "各单位落实空白", en: "Gaps by body")
    public static let webOwed = Message("web.owed", zh: "承担要求", en: "Owed")
    public static let webWithoutProgress = Message("web.withoutProgress", zh: "无进展", en: "No progress")
    public static let webChanges = Message("web.changes", zh: "上次访问以来", en: "Since the last visit")
    public static let webNoChanges = Message("web.noChanges", zh: "没有变动。", en: "Nothing has changed.")
    public static let webNewDocument = Message("web.newDocument", zh: "新文件", en: "New")
    public static let webNewVersion = Message("web.newVersion", zh: "新版本", en: "New version")
    public static let webRegion = Message("web.region", zh: "地区", en: "Region")
    public static let webField = Message("web.field", zh: "领域", en: "Field")
    public static let webAllFields = Message("web.allFields", zh: "全部领域", en: "All fields")
    public static let webAny = Message("web.any", zh: "不限", en: "Any")
    public static let webHasProgress = Message("web.hasProgress", zh: "有进展", en: "Has progress")
    public static let webNotVerified = Message("web.notVerified", zh: "未核实", en: "Not verified")
    public static let webDueFrom = Message("web.dueFrom", zh: "时限不早于", en: "Due from")
    public static let webDueTo = Message("web.dueTo", zh: "时限不晚于", en: "Due by")
    public static let webLatest = Message("web.latest", zh: "最近进展", en: "Latest progress")
    public static let webTakeAway = Message("web.takeAway", zh: "按现有条件导出：", en: "Take these away:")
    public static let webPages = Message("web.pages", zh: "分页", en: "Pages")
    public static let webPrevious = Message("web.previous", zh: "上一页", en: "Previous")
    public static let webNext = Message("web.next", zh: "下一页", en: "Next")
    public static let webTimeline = Message("web.timeline", zh: "进展时间线", en: "Time line")
    public static let webWhyLinked = Message("web.whyLinked", zh: "关联理由", en: "Why it is linked")
    public static let webOutline = Message("web.outline", zh: "提纲", en: "Outline")
    public static let webMarks = Message("web.marks", zh: "标注", en: "Marks")
    public static let webKindBody = Message("web.kindBody", zh: "单位", en: "Body")
    public static let webKindCitation = Message("web.kindCitation", zh: "引用", en: "Citation")
    public static let webColumns = Message("web.columns", zh: "列", en: "Columns")
    public static let webByBody = Message("web.byBody", zh: "按单位", en: "By body")
    public static let webByRegion = Message("web.byRegion", zh: "按地区", en: "By region")
    public static let webByPeriod = Message("web.byPeriod", zh: "按时段", en: "By period")
    public static let webLedger = Message("web.ledger", zh: "对照表（网页）", en: "Ledger (page)")
    public static let webArrears = Message("web.arrears", zh: "未报送事项", en: "Arrears")
    public static let webCannot = Message("web.cannot", zh: "未能完成", en: "This could not be done")
    public static let webFailed = Message("web.failed", zh: "程序出错，请重试", en: "Something went wrong; try again")
    public static let webMalformed = Message("web.malformed", zh: "请求有误", en: "The request is malformed")
    public static let webForbidden = Message("web.forbidden", zh: "没有权限", en: "You may not do this")
    public static let webForged = Message("web.forged", zh: "页面已过期，请返回刷新后再试", en: "The form has expired; go back, reload and try again")
    public static let webNotFound = Message("web.notFound", zh: "没有这个页面", en: "There is no such page")
    public static let webTooLarge = Message("web.tooLarge", zh: "上传内容超出限制", en: "What was sent is too large")
    public static let webThrottled = Message("web.throttled", zh: "尝试次数过多，请稍后再试", en: "Too many attempts; try again later")
    public static let webCannotListenAdvice = Message("web.cannotListen.advice", zh: "请用 --port 换一个端口。", en: "Choose another port with --port.")
}

/// With figures and names in it.
extension Message {
    public static func webAll(_ count: Int) -> Message {
        Message("web.all", zh: "全部 \(count) 项", en: "All \(count)")
    }

    public static func webRequirementCount(_ count: Int) -> Message {
        Message("web.requirementCount", zh: "要求 \(count) 条", en: "\(count) requirements")
    }

    public static func webClausesOf(_ count: Int) -> Message {
        Message("web.clausesOf", zh: "本文件要求 \(count) 条", en: "\(count) requirements of it")
    }

    public static func webOfThemVerified(_ count: Int) -> Message {
        Message("web.ofThemVerified", zh: "已核实 \(count)", en: "\(count) verified")
    }

    public static func webShownOf(_ first: Int, _ last: Int, _ total: Int) -> Message {
        Message("web.shownOf", zh: "第 \(first)–\(last) 条，共 \(total) 条", en: "\(first)–\(last) of \(total)")
    }

    public static func webFound(requirements: Int, actions: Int, problems: Int) -> Message {
        Message("web.found", zh: "要求 \(requirements) · 行动 \(actions) · 问题 \(problems)", en: "\(requirements) requirements · \(actions) actions · \(problems) problems")
    }

    public static func webCannotListen(_ address: String) -> Message {
        Message("web.cannotListen", zh: "无法在 \(address) 提供服务：端口被占用或不允许使用", en: "cannot listen on \(address): it is taken, or may not be used")
    }

    public static func webServing(_ address: String) -> Message {
        Message("web.serving", zh: "溯源网页：\(address)（按 Ctrl+C 结束）", en: "Suyuan is at \(address) (Ctrl+C ends it)")
    }
}
