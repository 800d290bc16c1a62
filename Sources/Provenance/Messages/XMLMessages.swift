/// What reading, checking and writing XML says to the user.
extension Message {
    public static var xmlHasDocumentType: Message {
        Message(
            "xml.doctype",
            zh: "文件带有 DOCTYPE 声明，出于安全不予读取（不展开实体，不载入外部 DTD）",
            en: "the document has a DOCTYPE declaration and is refused for safety (no entities are expanded, no DTD is loaded)")
    }

    public static var removeDocumentType: Message {
        Message(
            "xml.doctype.advice", zh: "请删去 <!DOCTYPE …> 并将实体改写为其文字后再试。",
            en: "Remove <!DOCTYPE …>, write out the text of its entities and try again.")
    }

    /// - Parameter limit: levels of elements.
    public static func xmlIsTooDeep(limit: Int) -> Message {
        Message("xml.depth", zh: "元素嵌套超过 \(limit) 层", en: "elements nest more than \(limit) levels deep")
    }

    public static var xmlIsTooLarge: Message {
        Message("xml.size", zh: "XML 超过 1 GiB，不予读取", en: "the XML is larger than 1 GiB and is not read")
    }

    public static var xmlIsEmpty: Message {
        Message("xml.empty", zh: "文件没有内容", en: "the file is empty")
    }

    /// - Parameters:
    ///   - zh: the reason in Chinese, where it is known
    ///   - detail: what libxml2 says
    public static func xmlIsNotWellFormed(zh: String?, detail: String) -> Message {
        Message("xml.syntax", zh: "XML 不合语法：\(zh ?? detail)", en: "not well-formed XML: \(detail)")
    }

    public static func xmlViolatesSchema(zh: String?, detail: String) -> Message {
        Message("xml.schema", zh: "不符合模式（XSD）：\(zh.map { $0 + "：" } ?? "")\(detail)", en: "not valid by its schema: \(detail)")
    }

    public static func schemaCannotBeRead(_ detail: String) -> Message {
        Message("xml.schema.unreadable", zh: "模式文件（XSD）无法使用：\(detail)", en: "the schema (XSD) cannot be used: \(detail)")
    }

    public static func attributeIsMissing(_ attribute: String, of element: String) -> Message {
        Message(
            "xml.attribute.missing", zh: "元素 <\(element)> 缺少属性 \(attribute)",
            en: "element <\(element)> lacks its attribute \(attribute)")
    }

    public static func attributeIsInvalid(_ attribute: String, of element: String, value: String) -> Message {
        Message(
            "xml.attribute.invalid", zh: "元素 <\(element)> 的属性 \(attribute) 取值不对：“\(value)”",
            en: "element <\(element)> has an attribute \(attribute) with the wrong value \"\(value)\"")
    }

    public static func attributeIsUnexpected(_ attribute: String, of element: String) -> Message {
        Message(
            "xml.attribute.unexpected", zh: "元素 <\(element)> 不应有属性 \(attribute)",
            en: "element <\(element)> takes no attribute \(attribute)")
    }

    public static func elementIsUnexpected(_ element: String, in parent: String) -> Message {
        Message(
            "xml.element.unexpected", zh: "<\(parent)> 中此处不应出现元素 <\(element)>",
            en: "element <\(element)> is not expected here in <\(parent)>")
    }

    public static func elementIsMissing(_ element: String, in parent: String) -> Message {
        Message(
            "xml.element.missing", zh: "<\(parent)> 缺少元素 <\(element)>", en: "element <\(element)> is missing in <\(parent)>")
    }

    public static func textIsUnexpected(in parent: String) -> Message {
        Message("xml.text.unexpected", zh: "<\(parent)> 中不应直接有文字", en: "<\(parent)> takes no text of its own")
    }

    public static func rootIsUnexpected(_ name: String, namespace: String?, wanted: String, wantedNamespace: String) -> Message {
        Message(
            "xml.root",
            zh: "根元素是 {\(namespace ?? "无命名空间")}\(name)，应为 {\(wantedNamespace)}\(wanted)",
            en: "the root element is {\(namespace ?? "no namespace")}\(name), it should be {\(wantedNamespace)}\(wanted)")
    }
}

/// What is said of XPath (路径查询).
extension Message {
    public static func xpathIsWrong(_ reason: String) -> Message {
        Message("xpath.wrong", zh: "不是正确的 XPath：\(reason)", en: "no correct XPath: \(reason)")
    }

    public static func xpathFailed(_ reason: String) -> Message {
        Message("xpath.failed", zh: "XPath 无法求值：\(reason)", en: "the XPath cannot be evaluated: \(reason)")
    }

    public static let xpathAdvice = Message(
        "xpath.advice", zh: "请核对前缀（p: 元素，s: 函数）和函数名，或缩小范围。", en: "Check prefixes (p: for elements, s: for functions) and function names, or ask for less.")

    public static func queryTookTooLong(_ seconds: String) -> Message {
        Message("xpath.time", zh: "超过 \(seconds) 秒，已停止", en: "stopped after \(seconds) seconds")
    }
}
