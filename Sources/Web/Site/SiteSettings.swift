import Provenance

/// How the site is run (网站设置).
public struct SiteSettings: Sendable {
    /// Who works here where nobody logs in.
    public var localUser: String
    /// Who may log in; nil: one person works on this machine, and nobody has to.
    public var accounts: AccountBook?
    /// Where a browser says nothing.
    public var language: Language
    /// Names by which the site may be asked for; nil: any. Without accounts only this machine's own, so that no page from elsewhere
    /// reaches it under another name.
    public var hosts: Set<String>?
    /// Cookies go over TLS only: something in front of the site ends it.
    public var isSecure = false
    public var uploads = UploadLimits()
    /// Where uploaded files are kept; nil: beside the base, or in the temporary folder where that is in memory.
    public var uploadFolder: String?
    /// Of the program, for what it exports.
    public var version = "0"
    /// The day on which something is decided, ISO 8601.
    public var day: @Sendable () -> String
    /// The moment for the audit log, ISO 8601.
    public var moment: @Sendable () -> String

    public static let ownHosts: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    public init(
        localUser: String, accounts: AccountBook? = nil, language: Language = .zh, hosts: Set<String>? = SiteSettings.ownHosts,
        day: @escaping @Sendable () -> String, moment: @escaping @Sendable () -> String
    ) {
        self.localUser = localUser
        self.accounts = accounts
        self.language = language
        self.hosts = hosts
        self.day = day
        self.moment = moment
    }
}
