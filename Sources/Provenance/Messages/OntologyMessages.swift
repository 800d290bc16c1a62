/// What the loader and checker of the ontology say.
extension Message {
    public static func ontologyMissing(_ folders: [String]) -> Message {
        Message(
            "ontology.missing", zh: "找不到随程序安装的本体目录（已查找：\(folders.joined(separator: "、"))）。",
            en: "The ontology that comes with the program was not found (looked in \(folders.joined(separator: ", "))).")
    }

    public static let ontologyInstallAdvice = Message(
        "ontology.install", zh: "请将 Ontology 目录放在程序旁边，或用 --ontology 指定。",
        en: "Put the folder Ontology beside the program, or name one with --ontology.")

    public static func ontologyUnreadable(_ reason: String) -> Message {
        Message("ontology.unreadable", zh: "无法读取本体文件：\(reason)。", en: "The ontology file cannot be read: \(reason).")
    }

    public static func ontologyFolderEmpty(_ folder: String) -> Message {
        Message("ontology.empty", zh: "目录 \(folder) 中没有本体文件（*.xml）。", en: "The folder \(folder) holds no ontology file (*.xml).")
    }

    public static func ontologyRootBad(_ name: String) -> Message {
        Message(
            "ontology.root", zh: "这不是本体文件：根元素是 <\(name)>，应为命名空间 urn:suyuan:ontology:1 的 <ontology>。",
            en: "This is no ontology file: its root is <\(name)>, not <ontology> of namespace urn:suyuan:ontology:1.")
    }

    public static func ontologyElementUnknown(_ name: String) -> Message {
        Message("ontology.element", zh: "本体文件中不应有元素 <\(name)>。", en: "An ontology file holds no element <\(name)>.")
    }

    public static func ontologyAttributeMissing(_ attribute: String, element: String) -> Message {
        Message(
            "ontology.attribute", zh: "<\(element)> 缺少属性 \(attribute)。", en: "<\(element)> lacks its attribute \(attribute).")
    }

    public static func ontologyValueBad(_ attribute: String, _ value: String, element: String) -> Message {
        Message(
            "ontology.value", zh: "<\(element)> 的属性 \(attribute) 不能是“\(value)”。",
            en: "<\(element)> cannot have “\(value)” as its \(attribute).")
    }

    public static func ontologyTextMissing(element: String) -> Message {
        Message("ontology.text", zh: "<\(element)> 没有内容。", en: "<\(element)> is empty.")
    }

    public static let ontologySeeSchema = Message(
        "ontology.schema", zh: "格式见 Ontology/schema/ontology.xsd。", en: "Ontology/schema/ontology.xsd describes the format.")

    public static func ontologyDuplicate(_ id: String, kind: String) -> Message {
        Message(
            "ontology.duplicate", zh: "标识 \(id) 在同一目录中出现两次（\(kind)）。", en: "The id \(id) is given twice in one folder (\(kind)).")
    }

    public static func ontologyBodyComposes(_ name: String, as id: String) -> Message {
        Message(
            "ontology.composes", zh: "机构“\(name)”可由行政区划和职能组合得出（\(id)），不应列为专名机构。",
            en: "The body “\(name)” composes from a division and a function (\(id)): it must not be listed.")
    }

    public static func ontologyDangling(_ reference: String, from id: String) -> Message {
        Message("ontology.dangling", zh: "\(id) 引用的 \(reference) 不存在。", en: "\(id) refers to \(reference), which is not there.")
    }

    public static func ontologyLabelTwice(_ label: String, _ first: String, _ second: String) -> Message {
        Message(
            "ontology.label", zh: "标签“\(label)”同时属于概念 \(first) 和 \(second)。",
            en: "The label “\(label)” belongs to both concepts \(first) and \(second).")
    }

    public static func ontologyBroaderCycle(_ id: String) -> Message {
        Message("ontology.cycle", zh: "概念 \(id) 是自身的上位概念。", en: "The concept \(id) is broader than itself.")
    }

    public static func ontologyFunctionWithoutForm(_ id: String) -> Message {
        Message("ontology.form", zh: "职能 \(id) 在任何层级都没有名称。", en: "The function \(id) has no name at any level.")
    }
}
