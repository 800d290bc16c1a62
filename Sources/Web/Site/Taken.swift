import Exports
import Provenance
import Queries

/// What can be taken away as a file (带走): `clauses.xlsx`, `matrix.html` …
struct Taken {
    enum What: String { case clauses, matrix }

    let what: What
    let format: ReportFormat

    init?(_ name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let what = What(rawValue: String(parts[0])), let format = ReportFormat(rawValue: String(parts[1])), format != .table
        else { return nil }
        self.what = what
        self.format = format
    }

    var type: String {
        switch format {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .xml: "application/xml"
        case .json: "application/json"
        case .html, .table: "text/html; charset=utf-8"
        }
    }
}

extension Site {
    func take(_ taken: Taken, _ visit: Visit) async throws -> WebResponse {
        let question = QuestionForm(visit.request.query).question
        return try await Workers.run {
            let matrix = try inquiry.matrix(question)
            let gaps = try inquiry.gaps(question.filter)
            let printer = AnswerPrinter(visit.wording, directory: directory)
            let bytes = try printer.print(.matrix(matrix, gaps, try inquiry.documents(question.filter)), as: taken.format)
            let name = visit.wording(.matrixTitle) + (matrix.today.day.map { " " + $0.description } ?? "") + "." + taken.format.rawValue
            // Also the page: its own style and script are inline, which the site itself allows nowhere.
            return .download(bytes, type: taken.type, name: name)
        }
    }
}
