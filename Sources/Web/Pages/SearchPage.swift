import Exports
import Provenance
import Queries

/// 检索: where words stand, literally, each place a click away.
struct SearchPage {
    let frame: PageFrame
    let words: String
    let answer: Result<SearchReport, Fault>?

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.searchTitle), in: .search) { html in
            let report = try? answer?.get()
            frame.title(
                wording(.searchTitle), today: report?.today,
                facts: report.map {
                    [(label: wording(.searchCount), value: wording(.exportHits(passages: $0.passages, occurrences: $0.occurrences)))]
                } ?? [], to: &html)
            SearchForm(frame: frame, words: words).write(to: &html)
            switch answer {
            case nil: html.element("p", [.class("note")], text: wording(.webSearchHelp))
            case .failure(let fault): frame.fault(fault, to: &html)
            case .success(let report): write(report, to: &html)
            }
        }
    }

    private func write(_ report: SearchReport, to html: inout HTMLWriter) {
        let wording = frame.wording
        if report.hits.isEmpty { html.element("p", [.class("none")], text: wording(.searchEmpty)) }
        html.raw("<ol class=\"hits\">")
        for hit in report.hits {
            html.raw("<li>")
            html.element("p", [.class("crumbs")]) { html in
                html.element("a", [.init("href", Address.document(hit.place.document.id))], text: hit.place.document.title)
                for heading in hit.headings { html.text(" › " + heading) }
            }
            html.element("p", [.class("passage")]) { marked(hit, to: &$0) }
            html.element("p", [.class("more-places")]) { html in
                frame.place(hit.place, to: &html)
                for fact in hit.facts { html.element("a", [.class("at"), .init("href", Address.trace(fact))], text: wording(.traceTitle) + " " + (fact.split(separator: "#").last.map(String.init) ?? "")) }
            }
            html.raw("</li>")
        }
        html.raw("</ol>\n")
        if report.passages > report.hits.count { html.element("p", [.class("note")], text: wording(.exportMore(report.passages - report.hits.count))) }
    }

    private func marked(_ hit: SearchHit, to html: inout HTMLWriter) {
        let scalars = Array(hit.text.unicodeScalars)
        var position = 0
        for match in hit.matches where match.lowerBound >= position && match.upperBound <= scalars.count {
            html.text(String(scalars: scalars[position..<match.lowerBound]))
            html.element("mark", text: String(scalars: scalars[match]))
            position = match.upperBound
        }
        html.text(String(scalars: scalars[position...]))
    }
}

struct SearchForm {
    let frame: PageFrame
    let words: String
    var isTrace = false

    func write(to html: inout HTMLWriter) {
        let wording = frame.wording
        html.open("form", [.class("search-form"), .init("action", Address.search), .init("role", "search")])
        html.open(
            "input",
            [
                .init("type", "search"), .init("name", "q"), .init("value", words), .init("aria-label", wording(.webFindWords)), .init("required", ""),
                .init("maxlength", "200"),
            ])
        html.element("button", [.class(isTrace ? "" : "main")], text: wording(.searchTitle))
        html.element("button", [.class(isTrace ? "main" : ""), .init("formaction", "/trace")], text: wording(.webTraceWords))
        html.raw("</form>\n")
    }
}
