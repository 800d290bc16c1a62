import Exports
import Provenance

struct LoginPage {
    let frame: PageFrame
    let token: String
    let back: String
    let message: Message?

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.webLogin), in: nil) { html in
            html.raw("<div class=\"login\">")
            html.element("h1", text: wording(.webLogin))
            if let message {
                html.raw("<div class=\"notice bad\" role=\"alert\">")
                html.element("p", text: wording(message))
                html.raw("</div>")
            }
            html.raw("<form method=\"post\" action=\"/login\">")
            html.open("input", [.init("type", "hidden"), .init("name", "token"), .init("value", token)])
            html.open("input", [.init("type", "hidden"), .init("name", "back"), .init("value", back)])
            field("name", .webUserName, "text", "username", to: &html)
            field("password", .webPassword, "password", "current-password", to: &html)
            html.element("button", [.class("main")], text: wording(.webLogin))
            html.raw("</form></div>\n")
        }
    }

    private func field(_ name: String, _ label: Message, _ type: String, _ kind: String, to html: inout HTMLWriter) {
        html.raw("<label>")
        html.element("span", text: frame.wording(label))
        html.open("input", [.init("type", type), .init("name", name), .init("autocomplete", kind), .init("required", ""), .init("maxlength", "200")])
        html.raw("</label>")
    }
}
