/// What is said of other programs that formats are read with (外部程序).
extension Message {
    public static func programIsMissing(_ name: String, format: String) -> Message {
        Message("program.missing", zh: "读取 \(format) 需要 \(name)，本机没有安装", en: "reading \(format) takes \(name), which is not installed here")
    }

    public static var installPoppler: Message {
        Message("program.advice.poppler", zh: "请安装 poppler-utils（apt-get install poppler-utils）", en: "install poppler-utils (apt-get install poppler-utils)")
    }

    public static var installOCR: Message {
        Message(
            "program.advice.ocr", zh: "请安装 tesseract-ocr 和 tesseract-ocr-chi-sim（apt-get install tesseract-ocr tesseract-ocr-chi-sim）",
            en: "install tesseract-ocr and tesseract-ocr-chi-sim (apt-get install tesseract-ocr tesseract-ocr-chi-sim)")
    }

    public static var installOffice: Message {
        Message(
            "program.advice.office", zh: "请安装 LibreOffice（apt-get install libreoffice-writer libreoffice-calc），或在原软件中另存为 DOCX、XLSX",
            en: "install LibreOffice (apt-get install libreoffice-writer libreoffice-calc), or save it as DOCX or XLSX in its own program")
    }

    public static var saveInNewFormat: Message {
        Message("program.advice.save", zh: "请在原软件中另存为 DOCX 或 XLSX 后再读入", en: "save it as DOCX or XLSX in its own program and read that")
    }

    public static func programTookTooLong(_ name: String, seconds: Int) -> Message {
        Message("program.time", zh: "\(name) 超过 \(seconds) 秒没有读完", en: "\(name) did not end within \(seconds) seconds")
    }

    public static func programSaidTooMuch(_ name: String) -> Message {
        Message("program.size", zh: "\(name) 读出的内容超过限额", en: "\(name) gave more than the limit")
    }

    public static func programFailed(_ name: String, reason: String) -> Message {
        Message("program.failed", zh: "\(name) 运行失败：\(reason)", en: "\(name) failed: \(reason)")
    }

    public static func formatIsBroken(_ format: String, reason: String) -> Message {
        Message("format.broken", zh: "不是完好的 \(format) 文件：\(reason)", en: "no sound \(format) file: \(reason)")
    }

    public static func sourceHasManyPages(limit: Int) -> Message {
        Message("format.pages", zh: "超过 \(limit) 页，不像一份公文", en: "it has more than \(limit) pages, which no document has")
    }

    public static func pagesHaveNoText(_ pages: Int) -> Message {
        Message("format.noText", zh: "\(pages) 页都没有文字，应为扫描件", en: "none of its \(pages) pages has text: it is a scan")
    }

    public static var useOCR: Message {
        Message("format.advice.ocr", zh: "可加 --ocr 用文字识别读取（需要 tesseract），识别结果须人工核对", en: "read it with --ocr (takes tesseract), and check what it read")
    }

    public static var readByOCR: Message {
        Message("format.ocr", zh: "文字由 OCR 识别，可能有误，引用前请与原件核对", en: "the text was read by OCR and may be wrong; compare it with the original")
    }
}
