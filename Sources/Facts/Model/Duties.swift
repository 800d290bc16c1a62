/// What part a body has in a duty (责任角色).
public enum Role: String, Sendable, CaseIterable {
    case lead, responsible, support
}

/// A body that owes a directive (责任单位), named in it or inherited.
public struct Assignment: Hashable, Sendable {
    /// Id in the ontology, where it resolves.
    public var body: String?
    /// As printed, with an elided prefix restored: 省财政厅.
    public var name: String
    public var role: Role
    /// Mark id of the words that state it.
    public var basis: String?
    /// The list goes on beyond what it names (等部门).
    public var isOpen: Bool

    public init(body: String? = nil, name: String, role: Role, basis: String? = nil, isOpen: Bool = false) {
        self.body = body
        self.name = name
        self.role = role
        self.basis = basis
        self.isOpen = isOpen
    }
}

/// When a directive falls due (完成时限).
public struct Deadline: Hashable, Sendable {
    /// ISO 8601 day.
    public var when: String
    public var basis: String?

    public init(when: String, basis: String? = nil) {
        self.when = when
        self.basis = basis
    }
}

/// A figure to be reached (量化目标).
public struct Target: Hashable, Sendable {
    public var indicator: String
    /// Decimal.
    public var value: String
    public var unit: String
    /// `>=`, `<=`, `>`, `<`, `=`, `~`.
    public var comparator: String
    public var when: String?
    /// What the figure is measured against, where the text says so (参照): 上年, 全省平均水平, 省定任务.
    public var reference: String?
    public var basis: String?

    public init(
        indicator: String, value: String, unit: String, comparator: String, when: String? = nil, reference: String? = nil, basis: String? = nil
    ) {
        self.indicator = indicator
        self.value = value
        self.unit = unit
        self.comparator = comparator
        self.when = when
        self.reference = reference
        self.basis = basis
    }
}
