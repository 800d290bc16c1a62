/// What writing, checking and verifying documents says to the user.
extension Message {
    public static func marksCross(in element: String) -> Message {
        Message(
            "document.marks", zh: "元素 \(element) 的标注相互交叉或越出文字，无法写成 XML",
            en: "the marks of element \(element) cross each other or leave its text and cannot be written as XML")
    }

    // MARK: Cross references

    public static func idIsRepeated(_ id: String) -> Message {
        Message("document.id.repeated", zh: "标识 \(id) 重复出现", en: "the id \(id) is used more than once")
    }

    public static func referenceIsDangling(_ attribute: String, _ id: String, of element: String) -> Message {
        Message(
            "document.reference", zh: "\(element) 的 \(attribute) 指向不存在的标识 \(id)",
            en: "\(attribute) of \(element) points to the id \(id), which does not exist")
    }

    public static func spanIsOutside(_ element: String, start: Int, end: Int, limit: Int) -> Message {
        Message(
            "document.span.outside", zh: "\(element) 的位置 \(start)–\(end) 超出范围（应在 0–\(limit) 之内）",
            en: "\(element) stands at \(start)–\(end), outside of 0–\(limit)")
    }

    public static func spanIsOutOfOrder(_ element: String, start: Int, after: Int) -> Message {
        Message(
            "document.span.order", zh: "\(element) 从 \(start) 开始，而前面的文字到 \(after) 才结束：顺序不对或位置重叠",
            en: "\(element) begins at \(start), before the end \(after) of what stands before it: out of order or overlapping")
    }

    public static func markIsOutside(_ mark: String, of parent: String) -> Message {
        Message(
            "document.mark.outside", zh: "\(mark) 的位置越出所在的 \(parent)", en: "\(mark) reaches beyond \(parent), in which it stands")
    }

    public static func textIsTooLong(_ element: String, letters: Int, room: Int) -> Message {
        Message(
            "document.text.long", zh: "\(element) 有 \(letters) 个字符，而所标位置只容得下 \(room) 个",
            en: "\(element) has \(letters) characters, but its span has room for \(room)")
    }

    public static func dayDoesNotExist(_ value: String, of element: String) -> Message {
        Message("document.date", zh: "\(element) 的日期不存在：\(value)", en: "\(element) has a date that does not exist: \(value)")
    }

    public static func intervalIsReversed(_ value: String, of element: String) -> Message {
        Message("document.interval", zh: "\(element) 的起讫日期颠倒：\(value)", en: "\(element) ends before it begins: \(value)")
    }

    // MARK: Against the source

    public static func sourceLengthDiffers(expected: Int, found: Int) -> Message {
        Message(
            "verify.length", zh: "来源文本有 \(found) 个字符，文档记载为 \(expected) 个",
            en: "the source has \(found) characters, the document says \(expected)")
    }

    /// - Parameters:
    ///   - expected: what the source has; nil where it has nothing more
    ///   - found: what the document has; nil where it has nothing more
    public static func textDiffers(_ element: String, expected: String?, found: String?) -> Message {
        Message(
            "verify.text", zh: "\(element) 与来源不符：应为 \(expected ?? "无")，实为 \(found ?? "无")",
            en: "\(element) differs from the source: expected \(expected ?? "nothing more"), found \(found ?? "nothing more")")
    }

    public static func wordsDiffer(_ mark: String, expected: String, found: String) -> Message {
        Message(
            "verify.words", zh: "\(mark) 的位置与文字不符：来源此处为“\(expected)”，标注的是“\(found)”",
            en: "the span of \(mark) does not fit its words: the source has “\(expected)” there, the mark has “\(found)”")
    }

    public static func charDiffers(_ element: String, start: Int) -> Message {
        Message(
            "verify.char", zh: "\(element) 中 char 元素的位置 \(start) 与来源不符",
            en: "a char element in \(element) does not stand at \(start) of the source")
    }

    public static func textIsMissing(_ words: String) -> Message {
        Message("verify.missing", zh: "来源中的文字没有收入文档：“\(words)”", en: "the document lacks text of the source: “\(words)”")
    }
}
