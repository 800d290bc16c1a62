import Vocabulary

/// What kind of document it is (文种): as printed, and what it does.
public struct Genre: Sendable, Hashable {
    /// Directing text demands where it says nothing else, reporting text reports.
    public enum Purpose: String, Sendable { case directive, bulletin, report, letter, regulation, table, other }

    public var purpose: Purpose
    /// 意见, 通知, 实施方案, 简报 …, where it was found.
    public var type: String?

    public init(_ purpose: Purpose, type: String? = nil) {
        self.purpose = purpose
        self.type = type
    }
}
