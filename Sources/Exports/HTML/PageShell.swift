import Links
import Provenance

/// What every page has (页面框架): one file without anything from the network, a title block, the marks of states.
package struct PageShell {
    let wording: Wording

    package init(wording: Wording) { self.wording = wording }

    /// - Parameter isInteractive: the page brings the script that filters its rows.
    func page(_ title: String, isInteractive: Bool = false, _ content: (inout HTMLWriter) -> Void) -> [UInt8] {
        var html = HTMLWriter()
        begin(title, isInteractive: isInteractive, to: &html)
        content(&html)
        end(isInteractive: isInteractive, to: &html)
        return html.bytes
    }

    /// What stands before the content.
    func begin(_ title: String, isInteractive: Bool, to html: inout HTMLWriter) {
        html.raw("<!DOCTYPE html>\n")
        html.open("html", [.init("lang", wording.language == .zh ? "zh-Hans" : "en")])
        html.raw("\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        // Nothing is fetched and nothing but the page's own script runs, whatever a document's text may hold.
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'")
        if isInteractive { html.raw("; script-src 'unsafe-inline'") }
        html.raw("\">\n<meta name=\"generator\" content=\"suyuan\">\n")
        html.element("title", text: title)
        html.raw("\n<style>\n")
        html.raw(PageStyle.common)
        html.raw(PageStyle.print)
        html.raw("</style>\n</head>\n<body>\n<main>\n")
    }

    /// What stands behind it.
    func end(isInteractive: Bool, to html: inout HTMLWriter) {
        html.raw("\n<footer>")
        html.text(wording(.pageMadeBy))
        html.raw("</footer>\n</main>\n")
        if isInteractive {
            html.raw("<script>\n")
            html.raw(PageScript.filter)
            html.raw("</script>\n")
        }
        html.raw("</body>\n</html>\n")
    }

    /// The title, a red rule as below the masthead of an official document, and the facts that date the page.
    func masthead(_ title: String, facts: [(label: String, value: String)], to html: inout HTMLWriter) {
        html.raw("<header class=\"masthead\">\n")
        html.element("h1", text: title)
        html.raw("\n<div class=\"facts\">")
        for fact in facts where !fact.value.isEmpty {
            html.raw("<span>")
            html.element("b", text: fact.label)
            html.text(fact.value)
            html.raw("</span>")
        }
        html.raw("</div>\n</header>\n")
    }

    /// A state as colour and letter together, with its label where there is room.
    package func state(_ state: RequirementState, label: Bool = true, to html: inout HTMLWriter) {
        html.element("span", [.class("state s-" + state.rawValue), .init("title", wording.label(state))]) { html in
            html.element("i", text: wording.mark(state))
            if label { html.element("b", text: wording.label(state)) }
        }
    }
}
