extension Message {
    public static func queryNoDocument(_ name: String) -> Message {
        Message("query.noDocument", zh: "知识库中没有文件“\(name)”", en: "no document in the base is called “\(name)”")
    }

    public static let queryNoDocumentAdvice = Message(
        "query.noDocument.advice", zh: "可用 suyuan documents 查看全部文件的标识。", en: "suyuan documents lists the ids of all documents.")

    public static func queryNoElement(_ id: String) -> Message {
        Message("query.noElement", zh: "没有标识为“\(id)”的内容", en: "nothing has the id “\(id)”")
    }

    public static func queryManyElements(_ id: String, _ found: [String]) -> Message {
        let list = found.joined(separator: " ")
        return Message("query.manyElements", zh: "标识“\(id)”不唯一：\(list)", en: "the id “\(id)” is not unique: \(list)")
    }

    public static func queryNoRegion(_ name: String) -> Message {
        Message("query.noRegion", zh: "没有名为“\(name)”的行政区划", en: "no division is called “\(name)”")
    }

    public static let queryNoRegionAdvice = Message(
        "query.noRegion.advice", zh: "请用行政区划的名称（云南省、昆明）或代码（530000）。", en: "Give the name of a division (云南省, 昆明) or its code (530000).")

    public static func queryNoField(_ name: String) -> Message {
        Message("query.noField", zh: "主题词表中没有“\(name)”领域", en: "the thesaurus has no field '\(name)'")
    }

    public static func queryNoFieldAdvice(_ labels: [String]) -> Message {
        Message("query.noField.advice", zh: "可用的领域：" + labels.joined(separator: "、"), en: "fields: " + labels.joined(separator: ", "))
    }
}
