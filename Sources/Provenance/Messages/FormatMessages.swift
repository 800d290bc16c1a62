/// What is said of formats that are no plain text (文件格式).
extension Message {
    // MARK: Faults

    public static func formatPartIsMissing(_ name: String) -> Message {
        Message("format.part", zh: "文件内缺少“\(name)”，可能已损坏", en: "the file lacks its part \"\(name)\"; it may be damaged")
    }

    /// Of a file that could be read all the same.
    public static var sourceIsCutOff: Message {
        Message("format.cutOff", zh: "文件没有结束标记，可能传输不完整、缺少末尾内容", en: "the file lacks its end mark; it may be cut off and lack its last part")
    }

    public static var checkOriginal: Message {
        Message("format.advice.original", zh: "请用原软件打开核对，另存后再读入", en: "open it in the program it was made with, save it anew and read that")
    }

    /// The limit in code points.
    public static func textIsTooLong(limit: Int) -> Message {
        Message("format.tooLong", zh: "文字超过 \(limit) 个字符，不像一份公文", en: "it has more than \(limit) characters of text, which no document has")
    }

    public static var sourceIsEncrypted: Message {
        Message("format.encrypted", zh: "文件已加密，无法读取", en: "the file is encrypted and cannot be read")
    }

    public static var removePassword: Message {
        Message("format.advice.password", zh: "请在原软件中取消密码后另存", en: "open it in its program, remove the password and save it anew")
    }

    public static var sourceIsOwnOutput: Message {
        Message("format.own", zh: "这是本程序生成的对照表，不是来源文件", en: "this is a table that this program made, no source")
    }

    public static var giveOriginals: Message {
        Message("format.advice.originals", zh: "请给出原始公文", en: "give the documents that it was made from")
    }

    public static var receiveMatrix: Message {
        Message("format.advice.receive", zh: "回填后的对照表请用 suyuan receive 接收", en: "a table that was filled in is taken in with suyuan receive")
    }

    public static var archiveIsNoDocument: Message {
        Message("format.archive", zh: "这是压缩包，不是一份公文；压缩包里的压缩包不读取", en: "this is an archive and no document; archives inside of archives are not read")
    }

    public static var unpackFirst: Message {
        Message(
            "format.advice.unpack", zh: "请解开后给出文件夹，或用 suyuan add、suyuan report 读取整个压缩包",
            en: "unpack it and give the folder, or read the whole archive with suyuan add or suyuan report")
    }

    public static func signaturesAreNotVerified(_ count: Int) -> Message {
        Message("format.signatures", zh: "文件带电子签章 \(count) 个，未作验证", en: "the file bears \(count) signatures, which are not verified")
    }

    // MARK: Findings

    /// How many places were inserted and deleted.
    public static func changesAccepted(insertions: Int, deletions: Int) -> Message {
        Message(
            "format.changes", zh: "文件带修订痕迹（插入 \(insertions) 处、删除 \(deletions) 处），已按接受修订读取",
            en: "the file has tracked changes (\(insertions) insertions, \(deletions) deletions); they are read as accepted")
    }

    public static func hiddenTextLeftOut(_ count: Int) -> Message {
        Message("format.hidden", zh: "隐藏文字 \(count) 处未计入正文", en: "hidden text in \(count) places is left out")
    }

    public static func contentsLeftOut(_ lines: Int) -> Message {
        Message("format.contents", zh: "自动生成的目录 \(lines) 行未计入正文", en: "the generated table of contents (\(lines) lines) is left out")
    }

    public static func embeddedLeftOut(_ count: Int) -> Message {
        Message("format.embedded", zh: "嵌入的其他文件 \(count) 个未读取", en: "\(count) embedded files are not read")
    }

    public static func commentsLeftOut(_ count: Int) -> Message {
        Message("format.comments", zh: "批注 \(count) 条未计入正文", en: "\(count) comments are left out")
    }

    public static func runningHeadsLeftOut(_ words: [String]) -> Message {
        let shown = words.prefix(5).map { "“\($0.prefix(40))”" }
        return Message(
            "format.heads", zh: "页眉页脚未计入正文：" + shown.joined(separator: "、"), en: "running heads are left out: " + shown.joined(separator: ", "))
    }

    public static func bytesReplaced(_ count: Int) -> Message {
        Message("format.replaced", zh: "有 \(count) 处损坏的字节，已用替代符代替", en: "\(count) damaged bytes are shown as a replacement character")
    }

    /// Visible characters of a page that are no part of the document.
    public static func pagePartsLeftOut(_ characters: Int) -> Message {
        Message(
            "format.page", zh: "网页的导航、链接、页脚等 \(characters) 个字未计入正文",
            en: "\(characters) characters of menus, links and footers of the page are left out")
    }

    public static func hiddenSheetsLeftOut(_ names: [String]) -> Message {
        let shown = names.prefix(10)
        return Message(
            "format.hiddenSheets", zh: "隐藏的工作表未读取：" + shown.joined(separator: "、"), en: "hidden sheets are left out: " + shown.joined(separator: ", "))
    }

    public static func hiddenCellsAreRead(_ sheet: String) -> Message {
        Message("format.hiddenCells", zh: "工作表“\(sheet)”有隐藏的行或列，已一并读取", en: "the sheet \"\(sheet)\" hides rows or columns; they are read too")
    }

    public static func sheetIsCut(_ name: String) -> Message {
        Message("format.sheet", zh: "工作表“\(name)”过大，超出部分未读取", en: "the sheet \"\(name)\" is too large; the rest of it is left out")
    }

    public static func tableIsCut(_ number: Int) -> Message {
        Message("format.table", zh: "表 \(number) 过大，超出部分未读取", en: "table \(number) is too large; the rest of it is left out")
    }
}
