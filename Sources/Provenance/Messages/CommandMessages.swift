/// What the commands say besides their answers (命令提示).
extension Message {
    public static func commandReading(_ path: String) -> Message { Message("command.reading", zh: "读入 \(path)", en: "Reading \(path)") }

    public static let commandAnswering = Message("command.answering", zh: "正在核对要求与进展……", en: "Comparing requirements and progress …")

    public static func commandAdded(added: Int, versions: Int, unchanged: Int, failed: Int) -> Message {
        Message(
            "command.added", zh: "新增 \(added) 份，新版 \(versions) 份，未变 \(unchanged) 份，未能读入 \(failed) 份",
            en: "\(added) added, \(versions) new versions, \(unchanged) unchanged, \(failed) could not be read")
    }

    public static func commandUntried(_ count: Int) -> Message {
        Message(
            "command.untried", zh: "知识库出错，其余 \(count) 份未读入；排除故障后可重新运行，已加入的文件不受影响",
            en: "the base failed, \(count) more were not read; run again when it is mended, what was added is safe")
    }

    public static func commandReadAgain(_ count: Int) -> Message {
        Message("command.readAgain", zh: "重新转换 \(count) 份，核实结论保留", en: "\(count) read again, reviews kept")
    }

    public static func commandWritten(_ folder: String) -> Message {
        Message(
            "command.written", zh: "已写入 \(folder)/：package/（XML 数据包）、matrix.html（对照表）、matrix.xlsx（A3 打印、可回填）、matrix.csv、gaps.csv",
            en: "Written to \(folder)/: package/ (XML), matrix.html (the table), matrix.xlsx (to print on A3 and fill in), matrix.csv, gaps.csv")
    }

    public static let commandNeedsOutput = Message(
        "command.needsOutput", zh: "电子表格不能显示在终端上", en: "a workbook cannot be shown on a terminal")
    public static let commandNeedsOutputAdvice = Message(
        "command.needsOutput.advice", zh: "请用 -o 指定要写入的文件。", en: "Name a file with -o.")

    public static func commandUnread(_ count: Int) -> Message {
        Message("command.unread", zh: "\(count) 个输入未能读入，原因见上。", en: "\(count) inputs could not be read; the reasons are above.")
    }

    public static func commandLinks(strong: Int, weak: Int) -> Message {
        Message("command.links", zh: "\(strong + weak) 条（强 \(strong)，弱 \(weak)）", en: "\(strong + weak) (\(strong) strong, \(weak) weak)")
    }

    public static func commandMoreGaps(_ count: Int) -> Message {
        Message("command.moreGaps", zh: "另有 \(count) 条，见 gaps.csv", en: "\(count) more, see gaps.csv")
    }

    public static func commandMoreProblems(_ count: Int) -> Message {
        Message("command.moreProblems", zh: "另有 \(count) 条，见 matrix.html", en: "\(count) more, see matrix.html")
    }

    public static func commandValid(_ file: String) -> Message { Message("command.valid", zh: "\(file)：有效", en: "\(file): valid") }

    public static func commandVerified(_ file: String) -> Message {
        Message("command.verified", zh: "\(file)：与来源一致", en: "\(file): agrees with its source")
    }

    /// - Parameter reason: why a file of that name could not be read; nil where there is none.
    public static func commandUnverifiable(_ name: String, because reason: Message?) -> Message {
        Message(
            "command.unverifiable", zh: "无法核验：来源文件“\(name)”" + (reason.map { "读不出（\($0.zh)）" } ?? "不在"),
            en: "cannot be verified: the source \"\(name)\" " + (reason.map { "cannot be read (\($0.en))" } ?? "is not there"))
    }

    public static let commandSourcesAdvice = Message(
        "command.sources.advice", zh: "请用 --sources 指定来源文件所在的目录。", en: "Name the folder of the sources with --sources.")

    public static func commandSourceChanged(expected: String, found: String) -> Message {
        Message(
            "command.sourceChanged", zh: "来源文件与读入时不同：SHA-256 应为 \(expected)，现为 \(found)",
            en: "the source is not the one that was read: its SHA-256 should be \(expected) and is \(found)")
    }

    public static func commandChecked(files: Int, findings: Int, missing: Int) -> Message {
        Message(
            "command.checked", zh: "核查 \(files) 份，发现 \(findings) 处，无法核验 \(missing) 份",
            en: "\(files) checked, \(findings) findings, \(missing) could not be verified")
    }

    public static let fileIsNotThere = Message("file.missing", zh: "没有这个文件", en: "there is no such file")
    public static let fileIsForbidden = Message("file.forbidden", zh: "没有读取权限", en: "no permission to read it")
    public static let fileIsUnreadable = Message("file.unreadable", zh: "无法读取", en: "cannot be read")
    public static let folderHasNoXML = Message("folder.noXML", zh: "文件夹中没有 XML 文件", en: "there is no XML in this folder")
    public static let ontologyIsSound = Message("ontology.sound", zh: "词表无误", en: "the ontology is sound")

    public static func ontologyKnowsNot(_ name: String) -> Message {
        Message("ontology.unknown", zh: "词表中没有与“\(name)”相符的机构或概念；机构可补入 functions.xml 或 bodies.xml，用 --ontology 指定", en: "the ontology knows no body or subject called \"\(name)\"; add it in functions.xml or bodies.xml of a folder given with --ontology")
    }

    public static func packageFileMissing(_ name: String) -> Message {
        Message("package.file.missing", zh: "清单中的文件 \(name) 不在数据包中", en: "\(name) is in the manifest, but not in the package")
    }

    public static func packageFileUnlisted(_ name: String) -> Message {
        Message("package.file.unlisted", zh: "文件 \(name) 不在清单中", en: "\(name) is not in the manifest")
    }

    public static func packageFileChanged(_ name: String) -> Message {
        Message("package.file.changed", zh: "文件 \(name) 的内容与清单中的 SHA-256 不符", en: "\(name) differs from the SHA-256 in the manifest")
    }

    public static func traceRefersNowhere(_ attribute: String, _ id: String) -> Message {
        Message(
            "package.trace.dangling", zh: "\(attribute) 指向的 \(id) 不在数据包中", en: "\(attribute) refers to \(id), which is not in the package")
    }

    public static func traceRefersToOther(_ attribute: String, _ id: String, is element: String) -> Message {
        Message(
            "package.trace.kind", zh: "\(attribute) 指向的 \(id) 是 <\(element)>，不是所要的元素",
            en: "\(attribute) refers to \(id), which is a <\(element)>")
    }
}
