import Exports
import Links
import Provenance
import Queries

/// The buttons by which a person decides on a link (核实操作); each has its key.
struct DecisionForm {
    let frame: PageFrame
    let link: LinkRow
    /// Where it leads to afterwards; nil: back to the link on this page.
    var back: String?

    func write(to html: inout HTMLWriter) {
        guard let requirement = link.requirement else { return }
        let wording = frame.wording
        html.open("form", [.class("decide"), .init("method", "post"), .init("action", "/review/decide")])
        frame.token(to: &html)
        for (name, value) in [("requirement", requirement.description), ("evidence", link.evidence.id), ("back", back ?? frame.address + "#link-" + link.id)] {
            html.open("input", [.init("type", "hidden"), .init("name", name), .init("value", value)])
        }
        html.open(
            "input",
            [
                .init("type", "text"), .init("name", "note"), .init("placeholder", wording(.colNote)), .init("aria-label", wording(.colNote)),
                .init("maxlength", "500"), .init("autocomplete", "off"),
            ])
        for (decision, key) in choices {
            html.element(
                "button",
                [
                    .init("name", "decision"), .init("value", decision.rawValue), .init("data-key", key), .init("aria-keyshortcuts", key),
                    .class("decision-" + decision.rawValue),
                ]
            ) { html in
                html.text(wording(wording.message(decision)))
                html.element("kbd", text: key)
            }
        }
        html.raw("</form>")
    }

    private var choices: [(Review.Decision, String)] {
        var choices: [(Review.Decision, String)] = []
        if link.status != .confirmed { choices.append((.confirm, "y")) }
        if link.status != .rejected { choices.append((.reject, "n")) }
        if !link.changes.isEmpty { choices.append((.clear, "c")) }
        choices.append((.note, "m"))
        if link.status == .confirmed || link.status == .rejected || link.status == .suspect { choices.append((.withdraw, "u")) }
        return choices
    }
}
