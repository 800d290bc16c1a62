import Exports
import Provenance
import Queries

/// 导出: the table to hand in, and the package for a partner.
struct ExportPage {
    let frame: PageFrame
    let overview: Overview

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.webExport), in: .exporting) { html in
            frame.title(wording(.webExport), today: overview.today, to: &html)
            html.raw("<section class=\"offers\">")
            offer(.webMatrixBook, .webMatrixBookNote, [("Excel", "/matrix.xlsx"), ("HTML", "/matrix.html"), ("CSV", "/matrix.csv")], to: &html)
            html.raw("<article>")
            html.element("h2", text: wording(.webPackage))
            html.element("p", text: wording(.webPackageNote))
            html.raw("<form action=\"/export/package.zip\">")
            html.raw("<label class=\"check\"><input type=\"checkbox\" name=\"sources\" value=\"yes\"> ")
            html.text(wording(.webWithSources))
            html.raw("</label>")
            html.element("button", [.class("main")], text: wording(.webPackage) + " ZIP")
            html.raw("</form></article>")
            html.raw("</section>\n")
        }
    }

    private func offer(_ title: Message, _ note: Message, _ links: [(String, String)], to html: inout HTMLWriter) {
        html.raw("<article>")
        html.element("h2", text: frame.wording(title))
        html.element("p", text: frame.wording(note))
        html.raw("<p class=\"links\">")
        for (name, address) in links { html.element("a", [.class("button"), .init("href", address), .init("download", "")], text: name) }
        html.raw("</p></article>")
    }
}
