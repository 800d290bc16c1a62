import Exports
import Links
import Provenance
import Queries

/// A linked piece of evidence on the time line (佐证条目): its words, where they stand, why it is linked, and what may be decided.
struct EvidenceItem {
    let frame: PageFrame
    let link: LinkRow

    func write(to html: inout HTMLWriter) {
        let wording = frame.wording
        let evidence = link.evidence
        let kind = link.verdict == .contradicts || evidence.kind == .problem ? "against" : "for"
        html.open("li", [.class("evidence-item " + kind + " status-" + link.status.rawValue), .init("id", "link-" + link.id), .init("data-link", link.id), .init("tabindex", "0")])
        html.element("div", [.class("day")], text: wording.day(evidence))
        html.raw("<div class=\"said\">")
        html.element("q") { html in
            html.element("a", [.init("href", Address.place(evidence.place))], text: evidence.text)
        }
        html.element("p", [.class("badges")]) { html in
            html.element("span", [.class("badge strength")], text: wording.strength(link))
            if kind == "against" { html.element("span", [.class("badge bad")], text: evidence.kind == .problem ? wording.name(evidence.kind) : wording.name(link.verdict)) }
            for figure in evidence.figures where figure.isComputed { html.element("span", [.class("badge")], text: wording.figure(figure)) }
            if !link.changes.isEmpty { html.element("span", [.class("badge bad")], text: wording(.colChange) + wording(.labelColon) + wording.changes(link.changes)) }
        }
        html.element("p", [.class("at")]) { html in
            html.text([wording.list(evidence.actors.map(wording.name)), wording.document(evidence.place.document), evidence.headings.joined(separator: " › ")]
                .filter { !$0.isEmpty }.joined(separator: " · "))
        }
        frame.place(evidence.place, to: &html)
        details(to: &html)
        if frame.visitor?.may(.review) ?? false { DecisionForm(frame: frame, link: link).write(to: &html) }
        html.raw("</div></li>\n")
    }

    private func details(to html: inout HTMLWriter) {
        let wording = frame.wording
        guard !link.reasons.isEmpty || !link.reviews.isEmpty else { return }
        html.raw("<details>")
        html.element("summary", text: wording(.webWhyLinked))
        html.raw("<ul>")
        for reason in link.reasons { html.element("li", text: wording.reason(reason)) }
        html.raw("</ul></details>")
        if !link.reviews.isEmpty {
            html.raw("<ul class=\"reviews\">")
            for review in link.reviews { html.element("li", text: wording.review(review)) }
            html.raw("</ul>")
        }
    }
}
