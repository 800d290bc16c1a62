import Exports
import Links
import Provenance
import Queries

/// The fields by which a person narrows a list (筛选栏); sent by GET, so that an address holds the whole question.
struct QuestionFields {
    let frame: PageFrame
    let question: ClauseQuestion
    let action: String
    /// The documents that demand something, with their ids.
    let documents: [DocumentLabel]
    let bodies: [BodyName]
    let fields: [(id: String, label: String)]
    /// Further values to keep.
    var kept: [(name: String, value: String)] = []

    func write(to html: inout HTMLWriter) {
        let wording = frame.wording
        let filter = question.filter
        html.open("form", [.class("filter"), .init("action", action), .init("role", "search")])
        select("document", .colDocument, .pageAllDocuments, documents.map { ($0.id, shortened($0)) }, filter.document, to: &html)
        text("body", .colBody, filter.body, list: "bodies", to: &html)
        text("region", .webRegion, filter.region, to: &html)
        select("field", .webField, .webAllFields, fields.map { ($0.id, $0.label) }, question.field, to: &html)
        select(
            "state", .colState, .pageAllStates, RequirementState.allCases.map { ($0.rawValue, wording.label($0)) }, filter.states.first?.rawValue,
            to: &html)
        select(
            "gap", .colGap, .webAny, [("bare", wording(.gapsBare)), ("indirectOnly", wording(.gapsIndirect)), ("none", wording(.webHasProgress))],
            question.gap?.rawValue, to: &html)
        select(
            "verified", .colVerified, .webAny, [("yes", wording(.statusConfirmed)), ("no", wording(.webNotVerified))],
            question.isVerified.map { $0 ? "yes" : "no" }, to: &html)
        day("dueFrom", .webDueFrom, question.dueFrom, to: &html)
        day("dueTo", .webDueTo, question.dueTo, to: &html)
        text("text", .pageText, filter.text, to: &html)
        day("asOf", .asOf, filter.asOf, to: &html)
        if question.order != .place { hidden("order", question.order.rawValue, to: &html) }
        if question.isDescending { hidden("descending", "yes", to: &html) }
        if question.isOpen { hidden("open", "yes", to: &html) }
        for one in kept { hidden(one.name, one.value, to: &html) }
        html.raw("<div class=\"buttons\">")
        html.element("button", [.init("type", "submit"), .class("main")], text: wording(.pageFilter))
        html.element("a", [.class("button"), .init("href", action)], text: wording(.pageReset))
        html.raw("</div>")
        html.open("datalist", [.init("id", "bodies")])
        for body in bodies { html.open("option", [.init("value", wording.name(body))]) }
        html.raw("</datalist></form>\n")
    }

    private func shortened(_ label: DocumentLabel) -> String { [label.date, label.number, label.title].compactMap(\.self).joined(separator: " ") }

    private func select(
        _ name: String, _ label: Message, _ all: Message, _ options: [(value: String, label: String)], _ chosen: String?, to html: inout HTMLWriter
    ) {
        html.raw("<label>")
        html.element("span", text: frame.wording(label))
        html.open("select", [.init("name", name)])
        html.element("option", [.init("value", "")], text: frame.wording(all))
        for option in options {
            html.element("option", [.init("value", option.value)] + (option.value == chosen ? [.init("selected", "")] : []), text: option.label)
        }
        // A document may be asked for by a part of its title.
        if let chosen, !options.contains(where: { $0.value == chosen }) {
            html.element("option", [.init("value", chosen), .init("selected", "")], text: chosen)
        }
        html.raw("</select></label>\n")
    }

    private func text(_ name: String, _ label: Message, _ value: String?, list: String? = nil, to html: inout HTMLWriter) {
        html.raw("<label>")
        html.element("span", text: frame.wording(label))
        html.open(
            "input",
            [.init("type", "text"), .init("name", name), .init("value", value ?? ""), .init("autocomplete", "off")]
                + (list.map { [.init("list", $0)] } ?? []))
        html.raw("</label>\n")
    }

    private func day(_ name: String, _ label: Message, _ value: CalendarDay?, to html: inout HTMLWriter) {
        html.raw("<label>")
        html.element("span", text: frame.wording(label))
        html.open("input", [.init("type", "date"), .init("name", name), .init("value", value?.description ?? "")])
        html.raw("</label>\n")
    }

    private func hidden(_ name: String, _ value: String, to html: inout HTMLWriter) {
        html.open("input", [.init("type", "hidden"), .init("name", name), .init("value", value)])
    }
}
