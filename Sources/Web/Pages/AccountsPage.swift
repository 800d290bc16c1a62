import Exports
import Provenance
import Store

/// 账户: who may do what.
struct AccountsPage {
    let frame: PageFrame
    let accounts: [AccountBook.Account]
    let message: Message?
    let fault: Fault?

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.webAccounts), in: nil) { html in
            frame.title(wording(.webAccounts), to: &html)
            if let fault { frame.fault(fault, to: &html) }
            if let message {
                html.raw("<div class=\"notice good\" role=\"status\">")
                html.element("p", text: wording(message))
                html.raw("</div>")
            }
            html.raw("<table class=\"cards accounts\"><thead><tr>")
            for column in [Message.webUserName, .webRole, .webNewPassword, .webRemove] { html.element("th", [.init("scope", "col")], text: wording(column)) }
            html.raw("</tr></thead><tbody>\n")
            for account in accounts { write(account, to: &html) }
            html.raw("</tbody></table>\n")
            html.element("h2", text: wording(.webNewAccount))
            html.raw("<form method=\"post\" action=\"/accounts\" class=\"row\">")
            frame.token(to: &html)
            html.open(
                "input",
                [.init("name", "name"), .init("placeholder", wording(.webUserName)), .init("aria-label", wording(.webUserName)), .init("required", ""), .init("autocomplete", "off")])
            roles(nil, to: &html)
            password(isRequired: true, to: &html)
            html.element("button", [.class("main")], text: wording(.webNewAccount))
            html.raw("</form>\n<p class=\"links\">")
            html.element("a", [.class("button"), .init("href", "/audit")], text: wording(.webAudit))
            html.raw("</p>")
        }
    }

    private func write(_ account: AccountBook.Account, to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<tr>")
        html.element("td", [.class("name")], text: account.name)
        html.element("td", [.init("data-label", wording(.webRole))], text: wording(Self.title(account.role)))
        html.element("td", [.init("data-label", wording(.webNewPassword))]) { html in
            html.raw("<form method=\"post\" action=\"/accounts\" class=\"row\">")
            frame.token(to: &html)
            html.open("input", [.init("type", "hidden"), .init("name", "name"), .init("value", account.name)])
            roles(account.role, to: &html)
            password(isRequired: false, to: &html)
            html.element("button", text: wording(.webSave))
            html.raw("</form>")
        }
        html.element("td", [.init("data-label", wording(.webRemove))]) { html in
            html.raw("<form method=\"post\" action=\"/accounts\">")
            frame.token(to: &html)
            html.open("input", [.init("type", "hidden"), .init("name", "name"), .init("value", account.name)])
            html.element("button", [.init("name", "action"), .init("value", "remove")], text: wording(.webRemove))
            html.raw("</form>")
        }
        html.raw("</tr>\n")
    }

    private func roles(_ chosen: AccessRole?, to html: inout HTMLWriter) {
        html.open("select", [.init("name", "role"), .init("aria-label", frame.wording(.webRole))])
        for role in AccessRole.allCases {
            html.element(
                "option", [.init("value", role.rawValue)] + (role == chosen ? [.init("selected", "")] : []), text: frame.wording(Self.title(role)))
        }
        html.raw("</select>")
    }

    private func password(isRequired: Bool, to html: inout HTMLWriter) {
        let label = frame.wording(isRequired ? .webPassword : .webNewPassword)
        html.open(
            "input",
            [
                .init("type", "password"), .init("name", "password"), .init("placeholder", label), .init("aria-label", label),
                .init("minlength", String(AccountBook.shortestPassword)), .init("maxlength", "200"), .init("autocomplete", "new-password"),
            ] + (isRequired ? [.init("required", "")] : []))
    }

    static func title(_ role: AccessRole) -> Message {
        switch role {
        case .read: .webRoleRead
        case .review: .webRoleReview
        case .administer: .webRoleAdminister
        }
    }
}

/// 审计日志: who did what when.
struct AuditPage {
    let frame: PageFrame
    let entries: [AuditEntry]

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.webAudit), in: nil) { html in
            frame.title(wording(.webAudit), facts: [(wording(.colCount), String(entries.count))], to: &html)
            html.raw("<table class=\"tight cards\"><thead><tr>")
            for column in [Message.colDate, .webUserName, .webPeer, .webAction, .webSubject] { html.element("th", [.init("scope", "col")], text: wording(column)) }
            html.raw("</tr></thead><tbody>\n")
            for entry in entries {
                html.raw("<tr>")
                for (label, text) in [(Message.colDate, entry.at), (.webUserName, entry.user), (.webPeer, entry.peer), (.webAction, entry.action), (.webSubject, entry.subject)] {
                    html.element("td", [.init("data-label", wording(label))], text: text)
                }
                html.raw("</tr>\n")
            }
            html.raw("</tbody></table>\n")
        }
    }
}
