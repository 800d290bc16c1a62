import Exports
import Facts
import Links
import Provenance
import Queries

extension Site {
    func overview(_ visit: Visit) async throws -> WebResponse {
        let (bytes, mark) = try await Workers.run {
            let overview = try glance.overview()
            var question = ClauseQuestion()
            question.isOpen = true
            question.order = .deadline
            question.dueFrom = overview.today.day
            question.dueTo = overview.today.day.flatMap { CalendarDay(ordinal: $0.ordinal + 30) }
            let due = overview.today.day == nil ? nil : try inquiry.clauses(question, limit: 8, extent: .states)
            let none = ClausePage(today: overview.today, rows: [], total: 0, states: [], offset: 0)
            // A browser that comes for the first time is told of nothing: all of it is new.
            let now = try inquiry.changes(since: visit.seen ?? Changes.Mark(), limit: 10)
            let changes = visit.seen == nil ? Changes(documents: [], decisions: [], mark: now.mark) : now
            return (
                OverviewPage(frame: visit.frame, overview: overview, due: due ?? none, dueQuestion: question, changes: changes).render(), now.mark
            )
        }
        var response = WebResponse.page(bytes)
        visit.see(mark, in: &response)
        return response
    }

    func clauses(_ visit: Visit) async throws -> WebResponse {
        let question = QuestionForm(visit.request.query).question
        let offset = Pager.offset(visit.request.query, size: ClausesPage.size)
        return try await Workers.run {
            let answer: Result<ClausePage, Fault> = try glance.answer("clauses \(offset) " + QuestionForm(question).values.query) {
                Result { () throws(Fault) in try inquiry.clauses(question, offset: offset, limit: ClausesPage.size, extent: .latest) }
            }
            let page = ClausesPage(frame: visit.frame, fields: try fields(question, Address.clauses, visit), question: question, answer: answer)
            return .page(page.render(), status: Self.status(of: answer))
        }
    }

    func matrix(_ visit: Visit) async throws -> WebResponse {
        let question = QuestionForm(visit.request.query).question
        let kind = visit.request.query["by"].flatMap(MatrixGrid.Columns.init(rawValue:)) ?? .body
        let offset = Pager.offset(visit.request.query, size: MatrixGridPage.size)
        return try await Workers.run {
            let answer: Result<ClausePage, Fault> = try glance.answer("matrix \(kind) \(offset) " + QuestionForm(question).values.query) {
                Result { () throws(Fault) in
                    try inquiry.clauses(question, offset: offset, limit: MatrixGridPage.size, extent: kind == .period ? .days : .states)
                }
            }
            var fields = try fields(question, Address.matrix, visit)
            if kind != .body { fields.kept = [("by", kind.rawValue)] }
            let page = MatrixGridPage(
                frame: visit.frame, fields: fields, question: question, kind: kind, directory: directory, answer: answer)
            return .page(page.render(), status: Self.status(of: answer))
        }
    }

    private func fields(_ question: ClauseQuestion, _ action: String, _ visit: Visit) throws -> QuestionFields {
        let overview = try glance.recent()
        return QuestionFields(
            // Lists to choose from: the latest documents, the bodies with most gaps. Others are come to by links, or may be typed.
            frame: visit.frame, question: question, action: action, documents: overview.documents.suffix(300).map(\.label),
            bodies: overview.bodies.prefix(300).map(\.body), fields: ontology.thesaurus.fields.map { ($0.id, $0.label) })
    }

    static func status<Value>(of answer: Result<Value, Fault>) -> Int {
        if case .failure = answer { return 400 }
        return 200
    }

    // MARK: One thing

    func trace(_ parts: [String], _ visit: Visit) async throws -> WebResponse {
        let words = visit.request.query["q"]
        let query = parts.isEmpty ? words ?? "" : parts.joined(separator: "#")
        guard !query.isEmpty else { return .redirect(Address.search) }
        return try await Workers.run {
            let most = visit.request.query["all"] == "yes" ? nil : RequirementPage.mostLinks
            let report = try inquiry.trace(query, QuestionForm(visit.request.query).question.filter, most: most)
            if !parts.isEmpty, report.requirements.isEmpty, report.evidence.isEmpty { throw WebRefusal.notFound }
            let page = RequirementPage(
                frame: visit.frame, report: report, passages: try passages(report),
                title: visit.wording(.traceTitle) + " " + Self.shortened(parts.isEmpty ? query : report.requirements.first?.row.requirement.text ?? query))
            return .page(page.render())
        }
    }

    private static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count <= 24 ? text : String(String.UnicodeScalarView(scalars.prefix(24))) + "…"
    }

    /// The passages that the requirements stand in; of one, so that a page of many reads no documents.
    private func passages(_ report: TraceReport) throws -> [String: ShownPassage] {
        guard report.requirements.count == 1, let row = report.requirements.first?.row.requirement else { return [:] }
        let document = try inquiry.show(row.place.document.id).document
        let block = DocumentBlocks.all(of: document).first { $0.marks.contains { $0.id == row.place.element } }
        return block.map { [row.id: ShownPassage(block: $0, span: row.place.span)] } ?? [:]
    }

    func documents(_ visit: Visit) async throws -> WebResponse {
        try await Workers.run {
            let offset = Pager.offset(visit.request.query, size: DocumentsPage.size)
            return .page(DocumentsPage(frame: visit.frame, rows: try inquiry.documents(), missing: try glance.missing(), offset: offset).render())
        }
    }

    /// `documents/ID`, `documents/ID/START-END`, `documents/ID.xml`.
    func document(_ parts: [String], _ visit: Visit) async throws -> WebResponse {
        guard let name = parts.first else { throw WebRefusal.notFound }
        let span = parts.count == 2 ? try Self.span(parts[1]) : nil
        return try await Workers.run {
            if parts.count == 1, name.hasSuffix(".xml") {
                let shown = try inquiry.show(String(name.dropLast(4)))
                return .download(shown.xml, type: "application/xml", name: shown.row.label.id + ".xml")
            }
            return .page(DocumentPage(frame: visit.frame, shown: try inquiry.show(name), span: span).render())
        }
    }

    /// `12-40`.
    private static func span(_ text: String) throws -> Span {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start >= 0, start <= end else { throw WebRefusal.notFound }
        return Span(start, end)
    }

    func bodies(_ visit: Visit) async throws -> WebResponse {
        try await Workers.run { .page(BodiesPage(frame: visit.frame, overview: try glance.overview(), directory: directory).render()) }
    }

    func body(_ visit: Visit) async throws -> WebResponse {
        guard let name = visit.request.query["body"] else { return .redirect(Address.bodies) }
        return try await Workers.run {
            let answer: BodyAnswer = try glance.answer("body " + name) {
                var question = ClauseQuestion(Filter(body: name))
                let all = try inquiry.clauses(question, limit: BodyPage.size, extent: .latest)
                let arrears = try inquiry.arrears(question.filter, limit: BodyPage.size)
                let problems = try problems(question.filter)
                question.filter.states = [.overdue]
                return BodyAnswer(
                    all: all, overdue: try inquiry.clauses(question, limit: BodyPage.size, extent: .latest), arrears: arrears, problems: problems)
            }
            let known = try glance.overview().bodies.first { $0.body.id == name || $0.body.name == name }?.body
            return .page(
                BodyPage(frame: visit.frame, name: name, body: known, answer: answer).render())
        }
    }

    /// More problems than these are not read for a page.
    private static let mostProblems = 500

    private func problems(_ filter: Filter) throws -> [ProblemRow] {
        if try glance.overview().summary.problems > Self.mostProblems { return try inquiry.latestProblems(filter, limit: BodyPage.size) }
        return try inquiry.problems(filter).bodies.flatMap(\.problems)
    }

    func search(_ visit: Visit) async throws -> WebResponse {
        let words = visit.request.query["q"] ?? ""
        return try await Workers.run {
            var answer: Result<SearchReport, Fault>?
            if !words.isEmpty {
                let filter = QuestionForm(visit.request.query).question.filter
                let found: Result<SearchReport, Fault> = try glance.answer("search " + visit.request.query.query) {
                    Result { () throws(Fault) in try inquiry.search(words, filter) }
                }
                answer = found
            }
            return .page(SearchPage(frame: visit.frame, words: words, answer: answer).render(), status: answer.map(Self.status) ?? 200)
        }
    }
}
