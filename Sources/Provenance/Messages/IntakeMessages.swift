/// What reading a source can fail with (读入); the `Place` of the fault names the file.
extension Message {
    public static var sourceIsEmpty: Message {
        Message("intake.empty", zh: "文件为空，没有文字", en: "the file is empty: it holds no text")
    }

    public static func sourceIsUnreadable(reason: String) -> Message {
        Message("intake.unreadable", zh: "无法读取：\(reason)", en: "cannot be read: \(reason)")
    }

    public static var sourceIsFolder: Message {
        Message("intake.folder", zh: "这是文件夹，不是文件", en: "this is a folder, not a file")
    }

    public static var sourceIsNoRegularFile: Message {
        Message("intake.special", zh: "不是普通文件", en: "no regular file")
    }

    /// Sizes in bytes.
    public static func sourceIsTooLarge(bytes: Int, limit: Int) -> Message {
        Message(
            "intake.tooLarge",
            zh: "文件有 \(bytes) 字节，超过上限 \(limit) 字节",
            en: "the file has \(bytes) bytes, more than the limit of \(limit) bytes"
        )
    }

    /// The limit in code points.
    public static func lineIsTooLong(limit: Int) -> Message {
        Message(
            "intake.longLine",
            zh: "有一行超过 \(limit) 个字符，不像公文文本",
            en: "there is a line of more than \(limit) characters, which no document has"
        )
    }

    public static var sourceIsBinary: Message {
        Message("intake.binary", zh: "不是文本，而是二进制数据", en: "the file is binary data, not text")
    }

    public static func sourceHasForeignFormat(format: String) -> Message {
        Message(
            "intake.format",
            zh: "文件是 \(format) 格式，不能读取",
            en: "the file is in the format \(format), which is not read"
        )
    }

    /// The offset in bytes from the start of the file.
    public static func bytesAreInvalid(encoding: String, offset: Int) -> Message {
        Message(
            "intake.invalid",
            zh: "按 \(encoding) 读到第 \(offset) 字节处出现无效编码",
            en: "not valid \(encoding) at byte \(offset)"
        )
    }

    /// The offset in bytes from the start of the file.
    public static func bytesAreTruncated(encoding: String, offset: Int) -> Message {
        Message(
            "intake.truncated",
            zh: "文件不完整：\(encoding) 编码的最后一个字符在第 \(offset) 字节处中断",
            en: "the file is cut off: the last \(encoding) character breaks off at byte \(offset)"
        )
    }

    public static var encodingIsUnknown: Message {
        Message(
            "intake.encoding",
            zh: "无法识别文件的编码",
            en: "the encoding of the file is not recognised"
        )
    }

    public static var folderHasNoDocuments: Message {
        Message("intake.noDocuments", zh: "文件夹下没有可读的公文", en: "there are no documents below this folder")
    }

    public static var checkPathAndPermission: Message {
        Message("intake.advice.path", zh: "请检查路径和读取权限", en: "check the path and the permission to read it")
    }

    public static var checkTransfer: Message {
        Message(
            "intake.advice.transfer",
            zh: "请重新取得原件，或用编辑器修复后另存为 UTF-8",
            en: "fetch the original again, or repair it in an editor and save it as UTF-8"
        )
    }

    public static var saveAsText: Message {
        Message(
            "intake.advice.saveAsText",
            zh: "请另存为 DOCX、XLSX、PDF、OFD、HTML 或纯文本（UTF-8 或 GB18030）后再读入",
            en: "save it as DOCX, XLSX, PDF, OFD, HTML or plain text (UTF-8 or GB18030) and read that"
        )
    }

    public static var giveFileInFolder: Message {
        Message("intake.advice.folder", zh: "请给出其中的文件", en: "name a file in it")
    }

    public static var splitSource: Message {
        Message("intake.advice.split", zh: "请拆分成单篇公文再读入", en: "split it into single documents")
    }

    public static var giveTextFiles: Message {
        Message(
            "intake.advice.textFiles",
            zh: "请放入公文（DOCX、XLSX、PDF、OFD、HTML、纯文本等）；隐藏文件、图片和程序文件不作为公文读取",
            en: "put documents (DOCX, XLSX, PDF, OFD, HTML, plain text …) there; hidden files, images and programs are not read as documents"
        )
    }
}
