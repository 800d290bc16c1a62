import Links
import Provenance
import Queries

/// The gaps below the table (空白清单): by the body that owes them, those with indirect material only apart.
struct GapSection {
    let wording: Wording
    let shell: PageShell
    let keys: FilterKeys

    func write(_ report: GapReport, to html: inout HTMLWriter) {
        html.raw("<section class=\"gaps\" id=\"gaps\">\n")
        html.element("h2", text: wording(.gapsTitle) + wording.bracketed(String(report.bare.count)))
        html.element("p", [.class("note")], text: wording(.gapsPermissions))
        var isEmpty = true
        for body in report.bodies where !body.bare.isEmpty || !body.notByThisBody.isEmpty {
            isEmpty = false
            write(body, to: &html)
        }
        if isEmpty { html.element("p", [.class("none")], text: wording(.gapsEmpty)) }
        html.raw("</section>\n<section class=\"gaps\" id=\"indirect\">\n")
        html.element("h2", text: wording(.gapsIndirect) + wording.bracketed(String(report.indirectOnly.count)))
        html.element("p", [.class("note")], text: wording(.gapsIndirectNote))
        if report.indirectOnly.isEmpty { html.element("p", [.class("none")], text: wording(.gapsEmpty)) }
        list(report.indirectOnly, body: nil, showsIndirect: true, to: &html)
        html.raw("</section>\n")
    }

    private func write(_ body: BodyGaps, to html: inout HTMLWriter) {
        html.raw("<details open data-group>\n<summary>")
        html.text(body.body.map(wording.name) ?? wording(.gapsNobody))
        html.element(
            "small",
            text: wording(.exportBodyGaps(bare: body.bare.count, indirect: body.indirectOnly.count, others: body.notByThisBody.count)))
        html.raw("</summary>\n")
        list(body.bare, body: body.body, showsIndirect: false, to: &html)
        if !body.notByThisBody.isEmpty {
            html.element("h4", text: wording(.gapsNotByThisBody))
            list(body.notByThisBody, body: body.body, showsIndirect: false, to: &html)
        }
        html.raw("</details>\n")
    }

    private func list(_ gaps: [GapRow], body: BodyName?, showsIndirect: Bool, to html: inout HTMLWriter) {
        guard !gaps.isEmpty else { return }
        html.raw("<ol>\n")
        for gap in gaps {
            let requirement = gap.requirement
            html.open("li", [.init("data-row", "")] + keys.attributes(requirement, gap.state, body: body))
            shell.state(gap.state, label: false, to: &html)
            html.raw(" ")
            html.element("span", [.class("task")], text: requirement.text)
            var more = [wording.clause(requirement), wording.list(requirement.deadlines), wording.place(requirement.place)]
            if body == nil { more.insert(wording.owners(requirement), at: 1) }
            html.element("span", [.class("at")], text: more.filter { !$0.isEmpty }.joined(separator: "　"))
            if showsIndirect {
                for link in gap.indirect.prefix(2) {
                    html.element("div", [.class("less")]) { html in
                        html.element("span", [.class("when")], text: wording.day(link.evidence))
                        html.element("q", text: link.evidence.text)
                        html.element("span", [.class("at")], text: wording.place(link.evidence.place) + "　" + wording.strength(link))
                    }
                }
            }
            html.raw("</li>\n")
        }
        html.raw("</ol>\n")
    }
}
