/// A body whose name does not compose from division and function (专名机构): an enterprise, a school, a leading group.
public struct NamedBody: Hashable, Sendable {
    public let id: String
    /// `enterprise`, `school`, `institution`, `group` …
    public let kind: String
    public let name: String
    public let alternatives: [String]
    /// Ids of the bodies or functions that took its place.
    public let successors: [String]

    public init(id: String, kind: String, name: String, alternatives: [String] = [], successors: [String] = []) {
        self.id = id
        self.kind = kind
        self.name = name
        self.alternatives = alternatives
        self.successors = successors
    }
}

/// How names of an open class of bodies end (类名词尾): 领导小组, 有限公司, 大学.
public struct BodyEnding: Hashable, Sendable {
    public let text: String
    public let kind: String
    /// The name is of one body wherever it has something before it; else it may as well be a class (技师工作站).
    public let isSpecific: Bool

    public init(text: String, kind: String, isSpecific: Bool) {
        self.text = text
        self.kind = kind
        self.isSpecific = isSpecific
    }
}

/// Words that make classes of bodies (集体名称): heads, what may stand before them, whole names, names for members.
public struct BodyClasses: Hashable, Sendable {
    /// 企业, 部门, 工会.
    public var heads: [String]
    /// 各, 有关, 国有, 百人以上.
    public var modifiers: [String]
    /// 各州（市）人民政府.
    public var wholes: [String]
    /// Heads that the members of a list share: 教育、民政|部门.
    public var shared: [String]

    public init(heads: [String] = [], modifiers: [String] = [], wholes: [String] = [], shared: [String] = []) {
        self.heads = heads
        self.modifiers = modifiers
        self.wholes = wholes
        self.shared = shared
    }
}
