import Exports
import Links
import Provenance
import Queries

/// 条款: all requirements, narrowed, sorted, paged, and to be taken away as they stand.
struct ClausesPage {
    let frame: PageFrame
    let fields: QuestionFields
    let question: ClauseQuestion
    let answer: Result<ClausePage, Fault>

    static let size = 50

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.webClauses), in: .clauses) { html in
            let page = try? answer.get()
            frame.title(
                wording(.webClauses), today: page?.today,
                facts: page.map { [(label: wording(.summaryRequirements), value: String($0.total))] } ?? [], to: &html)
            fields.write(to: &html)
            switch answer {
            case .failure(let fault): frame.fault(fault, to: &html)
            case .success(let page): write(page, to: &html)
            }
        }
    }

    private func write(_ page: ClausePage, to html: inout HTMLWriter) {
        html.raw("<div class=\"bar-line\">")
        var anyState = question
        anyState.filter.states = []
        frame.states(page.states, question: anyState, to: &html)
        exports(to: &html)
        html.raw("</div>\n")
        let table = ClauseTable(
            frame: frame, sorted: { order in address(order) }, order: question.order, isDescending: question.isDescending)
        table.write(page.rows, from: page.offset, to: &html)
        Pager(frame: frame, total: page.total, offset: page.offset, size: Self.size) { number in
            Address.clauses + QuestionForm(question).values.setting("page", number > 1 ? String(number) : nil).query
        }.write(to: &html)
    }

    private func exports(to html: inout HTMLWriter) {
        let query = QuestionForm(question).values.query
        html.raw("<span class=\"exports\">")
        html.element("span", [.class("note")], text: frame.wording(.webTakeAway))
        for (name, format) in [("Excel", "xlsx"), ("CSV", "csv"), ("XML", "xml"), ("JSON", "json")] {
            html.element("a", [.init("href", Address.clauses + "." + format + query), .init("download", "")], text: name)
        }
        html.element("a", [.init("href", Address.matrix + query)], text: frame.wording(.webMatrix))
        html.raw("</span>")
    }

    /// By the same head again: the other way round.
    private func address(_ order: ClauseQuestion.Order) -> String {
        var next = question
        next.isDescending = order == question.order && !question.isDescending
        next.order = order
        return Address.clauses(next)
    }
}
