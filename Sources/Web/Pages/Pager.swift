import Exports
import Provenance

/// Steps through the pages of a list (分页).
struct Pager {
    let frame: PageFrame
    let total: Int
    let offset: Int
    let size: Int
    /// The address of a page, from 1.
    let address: (Int) -> String

    private var pages: Int { max(1, (total + size - 1) / size) }
    private var page: Int { offset / size + 1 }

    func write(to html: inout HTMLWriter) {
        guard total > size else { return }
        let wording = frame.wording
        html.open("nav", [.class("pager"), .init("aria-label", wording(.webPages))])
        if page > 1 { html.element("a", [.init("href", address(page - 1)), .init("rel", "prev")], text: wording(.webPrevious)) }
        var last = 0
        for number in 1...pages where number == 1 || number == pages || (number - page).magnitude <= 2 {
            if number > last + 1 { html.element("span", text: "…") }
            last = number
            if number == page {
                html.element("b", [.init("aria-current", "page")], text: String(number))
            } else {
                html.element("a", [.init("href", address(number))], text: String(number))
            }
        }
        if page < pages { html.element("a", [.init("href", address(page + 1)), .init("rel", "next")], text: wording(.webNext)) }
        html.element("span", [.class("note")], text: wording(.webShownOf(offset + 1, min(total, offset + size), total)))
        html.raw("</nav>\n")
    }

    /// The place of the first row of the page asked for.
    static func offset(_ values: FormValues, size: Int) -> Int {
        let page = values["page"].flatMap(Int.init) ?? 1
        return page > 1 && page < 1_000_000 ? (page - 1) * size : 0
    }
}
