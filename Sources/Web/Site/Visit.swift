import Exports
import Provenance
import Queries

/// One request and who makes it (一次访问).
struct Visit: Sendable {
    let request: WebRequest
    let site: Site
    let language: Language
    /// Names the browser; new ones get it with the answer.
    let session: String
    private let isNew: Bool
    let visitor: Visitor?
    /// What forms of this browser carry.
    let token: String

    init(_ request: WebRequest, _ site: Site) {
        self.request = request
        self.site = site
        language = Self.language(request, site.settings.language)
        let known = request.cookies["session"].flatMap { $0.utf8.count == 64 ? $0 : nil }
        isNew = known == nil
        session = known ?? SessionBook.newID()
        let token = site.sessions.token(for: session)
        self.token = token
        if let accounts = site.settings.accounts {
            // The role of today: an account may have been changed since.
            visitor = known.flatMap { site.sessions.session($0) }.flatMap { one in
                accounts.role(of: one.user).map { Visitor(name: one.user, role: min($0, one.role), csrfToken: token) }
            }
        } else {
            visitor = Visitor(name: site.settings.localUser, role: .administer, csrfToken: token)
        }
    }

    /// What was chosen, else the site's: browsers in Chinese offices are often set up in English.
    private static func language(_ request: WebRequest, _ standard: Language) -> Language {
        request.cookies["lang"].flatMap(Language.init(rawValue:)) ?? standard
    }

    var wording: Wording { site.wording(language) }

    var frame: PageFrame {
        PageFrame(wording: wording, visitor: visitor, hasAccounts: site.settings.accounts != nil, address: request.address, assets: site.assets)
    }

    var wantsData: Bool { request.path.first == "api" }

    /// Whether the site was asked for by a name of its own.
    var isOwnHost: Bool {
        guard let hosts = site.settings.hosts else { return true }
        guard let host = request.headers["host"] else { return false }
        let name = host.last == "]" ? Substring(host) : host.lastIndex(of: ":").map { host[..<$0] } ?? Substring(host)
        return hosts.contains(name.lowercased())
    }

    /// A form of ours, sent by this browser from one of our pages.
    func isOwnForm(_ form: FormValues) -> Bool {
        if let origin = request.headers["origin"] {
            guard let host = request.headers["host"], origin == "http://" + host || origin == "https://" + host else { return false }
        }
        if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" { return false }
        return form["token"].map { site.sessions.isToken($0, for: session) } ?? false
    }

    /// Who is allowed to; turned away otherwise.
    func allowed(_ role: AccessRole) throws(WebRefusal) -> Visitor {
        guard let visitor else { throw .needsLogin }
        guard visitor.may(role) else { throw .forbidden }
        return visitor
    }

    static func isOwnAddress(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        return bytes.first == UInt8(ascii: "/") && bytes.dropFirst().first != UInt8(ascii: "/") && !bytes.contains { $0 == UInt8(ascii: "\\") || $0 < 0x20 }
    }

    /// Gives a new browser its name.
    func remember(in response: inout WebResponse) {
        if isNew, request.path.first != "assets", !response.headers.contains(where: { $0.name == "Set-Cookie" && $0.value.hasPrefix("session=") }) {
            response.setCookie("session", session, seconds: nil)
        }
    }

    // MARK: Since the last visit

    /// How far this browser had seen the base when it was opened; of a new one everything is old.
    var seen: Changes.Mark? { (request.cookies["since"] ?? request.cookies["seen"]).flatMap(Self.mark) }

    /// Keeps where the base stands now for the next time that the browser is opened, and where it stood for this one.
    func see(_ mark: Changes.Mark, in response: inout WebResponse) {
        if request.cookies["since"] == nil { response.setCookie("since", Self.text(seen ?? mark), seconds: nil) }
        response.setCookie("seen", Self.text(mark), seconds: 365 * 86_400)
    }

    private static func text(_ mark: Changes.Mark) -> String { "\(mark.document).\(mark.decision)" }

    private static func mark(_ text: String) -> Changes.Mark? {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let document = Int64(parts[0]), let decision = Int(parts[1]), document >= 0, decision >= 0 else { return nil }
        return Changes.Mark(document: document, decision: decision)
    }
}
