import Provenance

/// How the site is run (网站设置).
public struct SiteSettings: Sendable {
    /// Who works here where nobody logs in.
    public var localUser: String
    /// Where a browser says nothing.
    public var language: Language
    /// Names by which the site may be asked for; nil: any. Without accounts only this machine's own, so that no page from elsewhere
    /// reaches it under another name.
    public var hosts: Set<String>?
    /// The day on which something is decided, ISO 8601.
    public var day: @Sendable () -> String

    public static let ownHosts: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    public init(localUser: String, language: Language = .zh, hosts: Set<String>? = SiteSettings.ownHosts, day: @escaping @Sendable () -> String) {
        self.localUser = localUser
        self.language = language
        self.hosts = hosts
        self.day = day
    }
}
