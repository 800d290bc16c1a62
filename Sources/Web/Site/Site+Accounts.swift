import Exports
import Provenance
import Store

extension Site {
    func login(_ visit: Visit, back: String? = nil, message: Message? = nil, status: Int = 200) -> WebResponse {
        guard settings.accounts != nil else { return .redirect("/") }
        let back = back ?? visit.request.query["back"] ?? "/"
        return .page(LoginPage(frame: visit.frame, token: visit.token, back: back, message: message).render(), status: status)
    }

    func logIn(_ form: FormValues, _ visit: Visit) async throws -> WebResponse {
        guard let accounts = settings.accounts else { throw WebRefusal.notFound }
        let name = form["name"] ?? ""
        // A password may begin and end with a space.
        let password = form.pairs.first { $0.name == "password" }?.value ?? ""
        let keys = ["n:" + name, "p:" + visit.request.peer]
        guard throttle.mayTry(keys) else {
            try audit(Self.shown(name), "login.throttled", "", visit)
            return login(visit, back: form["back"], message: .webThrottled, status: 429)
        }
        let account = try await Workers.run { accounts.verified(name, password) }
        guard let account else {
            throttle.failed(keys)
            try audit(Self.shown(name), "login.refused", "", visit)
            return login(visit, back: form["back"], message: .webWrongLogin, status: 403)
        }
        throttle.succeeded(["n:" + name])
        try audit(account.name, "login", "", visit)
        let back = form["back"] ?? "/"
        var response = WebResponse.redirect(Visit.isOwnAddress(back) ? back : "/")
        // Never the name that the browser had before: somebody else may have given it.
        response.setCookie("session", sessions.begin(account.name, account.role), seconds: nil)
        return response
    }

    func logOut(_ visit: Visit) -> WebResponse {
        sessions.end(visit.session)
        var response = WebResponse.redirect("/")
        response.setCookie("session", "", seconds: 0)
        return response
    }

    func accounts(_ visit: Visit, message: Message? = nil, fault: Fault? = nil) throws -> WebResponse {
        _ = try visit.allowed(.administer)
        guard let accounts = settings.accounts else { throw WebRefusal.notFound }
        return .page(
            AccountsPage(frame: visit.frame, accounts: accounts.all, message: message, fault: fault).render(), status: fault == nil ? 200 : 400)
    }

    func changeAccount(_ form: FormValues, _ visit: Visit) async throws -> WebResponse {
        let administrator = try visit.allowed(.administer)
        guard let accounts = settings.accounts, let name = form["name"] else { throw WebRefusal.notFound }
        let password = form.pairs.first { $0.name == "password" }?.value
        let action = form["action"]
        let role = form["role"].flatMap(AccessRole.init(rawValue:))
        do {
            try await Workers.run {
                if action == "remove" {
                    try accounts.remove(name)
                } else {
                    guard let role else { throw Fault(.webMalformed) }
                    try accounts.set(name, role: role, password: password.flatMap { $0.isEmpty ? nil : $0 })
                }
            }
        } catch let fault as Fault {
            return try self.accounts(visit, fault: fault)
        }
        // What somebody may do changes at once.
        if name != administrator.name || action == "remove" { sessions.end(user: name) }
        try audit(administrator.name, action == "remove" ? "account.remove" : "account.set", name + " " + (role?.rawValue ?? ""), visit)
        return try self.accounts(visit, message: .webSaved)
    }

    func audit(_ visit: Visit) async throws -> WebResponse {
        _ = try visit.allowed(.administer)
        return try await Workers.run {
            let entries = try base.read { reader throws in try reader.auditLog() }
            return .page(AuditPage(frame: visit.frame, entries: entries).render())
        }
    }

    /// What was typed as a name may be a password by mistake: no more than its beginning is kept.
    private static func shown(_ name: String) -> String {
        let scalars = name.unicodeScalars
        return scalars.count <= AccountBook.longestName ? name : String(String.UnicodeScalarView(scalars.prefix(AccountBook.longestName)))
    }
}
