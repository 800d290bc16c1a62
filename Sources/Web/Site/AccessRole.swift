/// What somebody may do (权限), each more than the one before.
public enum AccessRole: String, Sendable, CaseIterable, Comparable {
    /// Look at everything (查看).
    case read
    /// Decide on links (核实).
    case review
    /// Bring documents in and manage accounts (管理).
    case administer

    public static func < (left: AccessRole, right: AccessRole) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// Who asks (访问者).
struct Visitor: Sendable, Hashable {
    var name: String
    var role: AccessRole
    /// Shows that a form came from a page of ours.
    var csrfToken: String

    func may(_ role: AccessRole) -> Bool { self.role >= role }
}
