import CLibXML2

/// Chinese for the errors that people meet most, by libxml2's codes (`xmlParserErrors` in xmlerror.h); the English is
/// libxml2's own.
enum XMLReasons {
    static let syntax: [Int32: String] = [
        4: "没有根元素，不是 XML", 5: "根元素之后还有内容", 9: "含有 XML 不允许的字符", 26: "使用了未定义的实体",
        31: "编码名称不认识", 32: "不支持所声明的编码", 38: "属性值中有“<”", 39: "属性值没有引号",
        40: "属性值没有结束", 41: "属性没有值", 42: "属性重复", 65: "缺少空格", 68: "名称不合法", 73: "标签没有用“>”结束",
        76: "起止标签不配对", 77: "元素没有结束，文件可能被截断", 79: "声明的编码与内容不符", 81: "不是有效的 UTF-8",
        201: "命名空间前缀没有声明",
    ]

    static let schema: [Int32: String] = [
        1824: "取值不合类型", 1829: "长度不对", 1830: "长度不足", 1831: "长度超出", 1832: "过小", 1833: "过大",
        1839: "取值不合格式", 1840: "取值不在允许之列", 1841: "此元素不应有内容", 1842: "此元素应为空", 1843: "此处不应有文字",
        1845: "根元素没有定义", 1866: "此处不应有该属性", 1867: "此处不应有该属性", 1868: "缺少必需的属性",
        1871: "此处不应出现该元素或缺少元素", 1875: "标识重复", 1877: "引用的标识不存在",
    ]

    /// libxml2's sentence in one line, without the schema's namespace in every name.
    static func detail(_ error: xmlError) -> String {
        guard let message = error.message else { return "error \(error.code)" }
        var text = String(cString: message).replacing("{urn:suyuan:policy:1}", with: "").replacing("{urn:suyuan:ontology:1}", with: "")
        while text.last?.isWhitespace == true { text.removeLast() }
        return text.replacing("\n", with: " ")
    }
}
