/// Where a requirement stands on a day (落实状态). Labels, colours and the words of offices: `Ontology/states.xml`, by this name.
public enum RequirementState: String, Sendable, CaseIterable {
    /// 无报送
    case noReport
    /// 未启动, reported as such
    case notStarted
    /// 推进中
    case underWay
    /// 已完成, said by evidence
    case done
    /// 存在问题
    case problem
    /// 逾期: the deadline has passed, nothing says done
    case overdue
    /// 久无更新: no evidence for long, not done
    case stale
    /// 待复核: a linked text has changed since it was reviewed
    case suspect

    /// Worst first, for summaries and cascades: what needs a person, what is late, what is wrong, what is missing.
    public static let worstFirst: [RequirementState] = allCases.sorted { $0.rank < $1.rank }

    /// 0 is the worst.
    public var rank: Int {
        switch self {
        case .suspect: 0
        case .overdue: 1
        case .problem: 2
        case .notStarted: 3
        case .noReport: 4
        case .stale: 5
        case .underWay: 6
        case .done: 7
        }
    }
}
