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

    // MARK: How a name is read

    public static func explainedName(_ name: String, official: String?, id: String?) -> Message {
        let text = name + " → " + (official ?? name) + (id.map { " (\($0))" } ?? "")
        return Message("explain.name", zh: text, en: text)
    }

    public static func explainedPart(_ text: String, _ meaning: String) -> Message {
        Message("explain.part", zh: "  \(text) → \(meaning)", en: "  \(text) → \(meaning)")
    }

    public static func explainedUnknownArea(_ text: String) -> Message {
        Message(
            "explain.area", zh: "  \(text) → 所指地区取决于发文机关，可用 --scope 指定（如 --scope 云南省）",
            en: "  \(text) → the place depends on who speaks: name it with --scope (--scope 云南省)")
    }

    /// - Parameters:
    ///   - branch: as `functions.xml` has it: `government`, `party` ….
    ///   - level: `centre`, `province`, `prefecture`, `county`.
    public static func explainedKind(_ branch: String, level: String?) -> Message {
        let (zhBranch, enBranch) =
            switch branch {
            case "government": ("政府部门", "government")
            case "party": ("党委机构", "party")
            case "congress": ("人大机构", "people's congress")
            case "cppcc": ("政协机构", "consultative conference")
            case "court": ("法院", "court")
            case "procuratorate": ("检察院", "procuratorate")
            case "supervision": ("纪检监察机关", "supervision")
            case "mass": ("群团组织", "mass organisation")
            case "managed": ("中央垂直管理单位", "centrally managed")
            case "commission": ("议事协调机构", "coordinating commission")
            default: (branch, branch)
            }
        let (zhLevel, enLevel): (String?, String?) =
            switch level {
            case "centre": ("中央", "centre")
            case "province": ("省级", "province")
            case "prefecture": ("市（州）级", "prefecture")
            case "county": ("县（区）级", "county")
            default: (nil, nil)
            }
        return Message(
            "explain.kind", zh: "  类别：\(zhBranch)" + (zhLevel.map { "；层级：\($0)" } ?? ""),
            en: "  kind: \(enBranch)" + (enLevel.map { "; level: \($0)" } ?? ""))
    }

    public static func explainedTime(from: Int?, until: Int?) -> Message {
        switch (from, until) {
        case (let from?, let until?): Message("explain.time", zh: "  名称使用时间：\(from)—\(until)年", en: "  name in use: \(from)–\(until)")
        case (let from?, nil): Message("explain.time", zh: "  名称使用时间：\(from)年至今", en: "  name in use: since \(from)")
        case (nil, let until?): Message("explain.time", zh: "  名称使用时间：至\(until)年机构改革前", en: "  name in use: until the reform of \(until)")
        case (nil, nil): Message("explain.time", zh: "  名称使用时间：未见变更", en: "  name in use: no change on record")
        }
    }

    public static func explainedBefore(_ names: [String]) -> Message {
        Message("explain.before", zh: "  此前：\(names.joined(separator: "、"))", en: "  before: \(names.joined(separator: ", "))")
    }

    public static func explainedAfter(_ names: [String]) -> Message {
        Message("explain.after", zh: "  此后由其承担：\(names.joined(separator: "、"))", en: "  taken over by: \(names.joined(separator: ", "))")
    }

    public static func explainedClass(_ name: String) -> Message {
        Message("explain.class", zh: "\(name) → 一类机构，不指单一机构", en: "\(name) → a class of bodies, no single one")
    }

    /// - Parameter kind: of the ending, as `bodies.xml` has it.
    public static func explainedEnding(_ kind: String, division: String?) -> Message {
        let (zh, en) =
            switch kind {
            case "group": ("议事协调机构", "group")
            case "enterprise": ("企业", "enterprise")
            case "school": ("学校", "school")
            case "institution": ("单位", "institution")
            case "place": ("园区等地域单位", "place")
            default: ("机构", "body")
            }
        return Message(
            "explain.ending", zh: "  按名称结尾认定：\(zh)" + (division.map { "；所属地区：\($0)" } ?? "") + "；不在本体中，可补入 bodies.xml",
            en: "  told by its ending: \(en)" + (division.map { "; in \($0)" } ?? "") + "; not in the ontology, to which bodies.xml may add it")
    }
}
