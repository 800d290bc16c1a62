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
    public static let webNotTried = Message("web.notTried", zh: "知识库出错，未读入", en: "Not read, since the base failed")
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
    public static let webLogin = Message("web.login", zh: "登录", en: "Log in")
    public static let webUserName = Message("web.userName", zh: "用户名", en: "User name")
    public static let webPassword = Message("web.password", zh: "口令", en: "Password")
    public static let webWrongLogin = Message("web.wrongLogin", zh: "用户名或口令不正确", en: "The user name or the password is wrong")
    public static let webRole = Message("web.role", zh: "权限", en: "Role")
    public static let webRoleRead = Message("web.roleRead", zh: "查看", en: "read")
    public static let webRoleReview = Message("web.roleReview", zh: "核实", en: "review")
    public static let webRoleAdminister = Message("web.roleAdminister", zh: "管理", en: "administer")
    public static let webNewPassword = Message("web.newPassword", zh: "新口令", en: "New password")
    public static let webRemove = Message("web.remove", zh: "删除", en: "Remove")
    public static let webNewAccount = Message("web.newAccount", zh: "新建账户", en: "New account")
    public static let webSave = Message("web.save", zh: "保存", en: "Save")
    public static let webSaved = Message("web.saved", zh: "已保存", en: "Saved")
    public static let webAudit = Message("web.audit", zh: "审计日志", en: "Audit log")
    public static let webPeer = Message("web.peer", zh: "来源地址", en: "From")
    public static let webAction = Message("web.action", zh: "操作", en: "Action")
    public static let webSubject = Message("web.subject", zh: "对象", en: "Subject")
    public static let webNoteIsEmpty = Message("web.noteIsEmpty", zh: "批注没有内容", en: "The note is empty")
    public static let webRecorded = Message("web.recorded", zh: "已记录", en: "Recorded")
    public static let webUndo = Message("web.undo", zh: "撤销", en: "Undo")
    public static let webSkipOne = Message("web.skipOne", zh: "跳过", en: "Skip")
    public static let webNextInLine = Message("web.nextInLine", zh: "后续待核实", en: "Next in line")
    public static let webAccountsBroken = Message("web.accountsBroken", zh: "账户文件的这一行有误", en: "this line of the accounts file is broken")
    public static let webAccountName = Message(
        "web.accountName", zh: "用户名只能用文字、数字和 . _ - @ ·，不超过 40 个字",
        en: "a user name has letters, digits and . _ - @ ·, at most 40")
    public static let webLastAdministrator = Message("web.lastAdministrator", zh: "至少要保留一个管理账户", en: "one account has to administer")
    public static let webNeedsAccounts = Message(
        "web.needsAccounts", zh: "未设账户时只能在本机（127.0.0.1）提供服务",
        en: "without accounts the pages are served on this machine (127.0.0.1) only")
    public static let webCannotKeepUpload = Message("web.cannotKeepUpload", zh: "上传内容无法保存", en: "what was sent could not be kept")
    public static let webNoFiles = Message("web.noFiles", zh: "没有选择文件", en: "no file was chosen")
    public static let webKnownDocument = Message("web.knownDocument", zh: "已在库中", en: "Held already")
    public static let webChooseFiles = Message("web.chooseFiles", zh: "选择文件", en: "Choose files")
    public static let webDropHere = Message("web.dropHere", zh: "也可以把文件拖到这里", en: "or drop them here")
    public static let webPreview = Message("web.preview", zh: "预览", en: "Preview")
    public static let webBatches = Message("web.batches", zh: "导入批次", en: "Batches")
    public static let webWaitsForWord = Message("web.waitsForWord", zh: "待确认", en: "Waits for your word")
    public static let webRunning = Message("web.running", zh: "正在入库", en: "Being taken in")
    public static let webFinished = Message("web.finished", zh: "已入库", en: "Taken in")
    public static let webPreviewNote = Message("web.previewNote", zh: "以下是读出的内容，确认后才会入库。", en: "This is what was read. Nothing is kept before you say so.")
    public static let webNothingToKeep = Message("web.nothingToKeep", zh: "没有可以入库的内容。", en: "There is nothing to keep.")
    public static let webKeep = Message("web.keep", zh: "确认入库", en: "Keep")
    public static let webDrop = Message("web.drop", zh: "放弃", en: "Drop")
    public static let webCanBeTaken = Message("web.canBeTaken", zh: "可以接收", en: "Can be taken")
    public static let webCannotBeTaken = Message("web.cannotBeTaken", zh: "不能接收", en: "Cannot be taken")
    public static let webClosedGaps = Message("web.closedGaps", zh: "由空白转为有进展的要求", en: "Requirements that had no progress and have now")
    public static let webMatrixBook = Message("web.matrixBook", zh: "落实情况对照表", en: "Implementation table")
    public static let webMatrixBookNote = Message(
        "web.matrixBookNote", zh: "Excel 按 A3 排版，可打印、可回填后再导入；网页版可离线筛选、打印。",
        en: "The workbook prints on A3 and can be filled in and imported again; the page is filtered and printed offline.")
    public static let webPackage = Message("web.package", zh: "数据包", en: "Package")
    public static let webPackageNote = Message(
        "web.packageNote", zh: "交给接收单位的 XML 数据包：文件、追溯关系、来源说明、校验清单。",
        en: "What partners receive: documents, trace, provenance and a manifest of hashes, as XML.")
    public static let webWithSources = Message("web.withSources", zh: "附原件", en: "with the originals")
    public static let webNeedsAccountsAdvice = Message(
        "web.needsAccounts.advice", zh: "请先用 suyuan accounts add 建立管理账户。", en: "Make an account that administers with suyuan accounts add.")
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

    public static func webAccountPassword(_ least: Int) -> Message {
        Message("web.accountPassword", zh: "口令至少 \(least) 个字，不超过 200 字节", en: "a password has at least \(least) characters and at most 200 bytes")
    }

    public static func webAccountKept(_ name: String, _ file: String) -> Message {
        Message("web.accountKept", zh: "已保存账户 \(name)（\(file)）", en: "kept the account \(name) (\(file))")
    }

    public static func webUploadNote(files: Int, megabytes: Int) -> Message {
        Message(
            "web.uploadNote", zh: "公文（文本、DOCX 等）、打包的公文（ZIP）、数据包、回填的对照表（XLSX）；一次不超过 \(files) 个文件、\(megabytes) MB。",
            en: "Documents (text, DOCX …), documents in a ZIP, a package, a filled-in table (XLSX); at most \(files) files and \(megabytes) MB at once.")
    }

    public static func webFilesBy(_ count: Int, _ user: String) -> Message {
        Message(
            "web.filesBy", zh: "\(count) 个文件 · \(user)",
            en: "\(count) files · \(user)")
    }

    public static func webProgress(_ done: Int, _ total: Int) -> Message {
        Message(
            "web.progress", zh: "已处理 \(done) / \(total)，本页每 2 秒刷新",
            en: "\(done) of \(total) done; this page looks again every 2 seconds")
    }

    public static func webPackageOf(_ documents: Int) -> Message {
        Message(
            "web.packageOf", zh: "数据包：文件 \(documents) 份",
            en: "a package of \(documents) documents")
    }

    public static func webSheetOf(_ changes: Int) -> Message {
        Message(
            "web.sheetOf", zh: "回填的对照表：改动 \(changes) 处",
            en: "a filled-in table with \(changes) changes")
    }

    public static func webGapsClosed(_ closed: Int, before: Int, after: Int) -> Message {
        Message(
            "web.gapsClosed", zh: "\(closed) 条要求由空白转为有进展（空白 \(before) → \(after)）",
            en: "\(closed) requirements without progress have some now (gaps \(before) → \(after))")
    }
}
