import Exports
import FoundationEssentials
import Links
import Provenance
import Queries
import Store

extension Site {
    func api(_ path: [String], _ visit: Visit) async throws -> WebResponse {
        if path == ["api", "openapi.json"], visit.request.method == .get {
            return WebResponse(type: "application/json", APIDescription.bytes(version: settings.version))
        }
        guard let (operation, values) = APIOperation.named(path, visit.request.method) else { throw WebRefusal.notFound }
        let visitor = try visit.allowed(operation.role)
        // What changes something needs the token, before anything of it is read.
        if operation.method == .post, !visit.isOwnForm(FormValues([("token", visit.request.headers[APIOperation.tokenHeader.lowercased()] ?? "")])) { throw WebRefusal.forged }
        switch operation.id {
        case "decide": return try await decide(visit, visitor)
        case "upload": return try await upload(visit, visitor)
        case "uploads": return .data(.record([.init("uploads", .list(of: "upload", await desk.all.map { $0.datum(visit.language) }))]))
        case "uploaded":
            guard let batch = await desk.batch(values["upload"] ?? "") else { throw WebRefusal.notFound }
            return .data(batch.datum(visit.language))
        case "decideUpload": return try await decideUpload(values["upload"] ?? "", visit, visitor)
        default: break
        }
        if operation.parameters.contains(where: { $0.isRequired && $0.place == .query && visit.request.query[$0.name] == nil }) { throw WebRefusal.malformed }
        return try await Workers.run { WebResponse(type: "application/json", try answer(operation, values, visit, visitor)) }
    }

    private func answer(_ operation: APIOperation, _ values: [String: String], _ visit: Visit, _ visitor: Visitor) throws -> [UInt8] {
        let query = visit.request.query
        let question = QuestionForm(query).question
        let filter = question.filter
        let wording = visit.wording
        let answer: Answer
        switch operation.id {
        case "summary": answer = .summary(try inquiry.summary(filter))
        case "requirements":
            let limit = max(0, min(500, query["limit"].flatMap(Int.init) ?? 50))
            let page = try inquiry.clauses(question, offset: max(0, query["offset"].flatMap(Int.init) ?? 0), limit: limit)
            return JSONPrinter.print(.clauses(page, wording))
        case "trace":
            let report = try inquiry.trace((values["document"] ?? "") + "#" + (values["element"] ?? ""))
            guard !report.requirements.isEmpty || !report.evidence.isEmpty else { throw WebRefusal.notFound }
            answer = .trace(report)
        case "traceWords": answer = .trace(try inquiry.trace(query["q"] ?? "", filter))
        case "documents": answer = .documents(try inquiry.documents())
        case "document": answer = .shown(try inquiry.show(values["document"] ?? ""))
        case "gaps": answer = .gaps(try inquiry.gaps(filter))
        case "problems": answer = .problems(try inquiry.problems(filter))
        case "search": answer = .search(try inquiry.search(query["q"] ?? "", filter))
        case "queue": answer = .review(try inquiry.waiting(filter))
        case "reviewLog": answer = .reviewLog(try inquiry.reviewLog(filter, by: query["by"]))
        case "session":
            return JSONPrinter.print(
                .record([
                    .init("user", .text(visitor.name)), .init("role", .text(visitor.role.rawValue)), .init("token", .text(visitor.csrfToken)),
                ]))
        default: throw WebRefusal.notFound
        }
        return try AnswerPrinter(wording, directory: directory).print(answer, as: .json)
    }

    private struct SentDecision: Decodable {
        let requirement: String
        let evidence: String
        let decision: String
        let note: String?
    }

    private func decide(_ visit: Visit, _ visitor: Visitor) async throws -> WebResponse {
        let sent: SentDecision = try await sent(visit)
        _ = try await record(
            FormValues([
                ("requirement", sent.requirement), ("evidence", sent.evidence), ("decision", sent.decision), ("note", sent.note ?? ""),
            ]), by: visitor, visit)
        return .data(.record([.init("recorded", .flag(true))]))
    }

    private func sent<Value: Decodable>(_ visit: Visit) async throws -> Value {
        guard visit.request.headers["content-type"]?.lowercased().hasPrefix("application/json") ?? false else { throw WebRefusal.malformed }
        let bytes = try await visit.request.body.collected(upTo: 64 * 1024)
        guard let sent = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else { throw WebRefusal.malformed }
        return sent
    }

    // MARK: Uploads

    private struct SentAction: Decodable { let action: String }

    /// The token came in the header, so that no field of the form has to bear it.
    private func upload(_ visit: Visit, _ visitor: Visitor) async throws -> WebResponse {
        let id = try await received(visit, by: visitor) { _ in true }
        guard let batch = await desk.batch(id) else { throw WebRefusal.notFound }
        return .data(batch.datum(visit.language))
    }

    private func decideUpload(_ id: String, _ visit: Visit, _ visitor: Visitor) async throws -> WebResponse {
        let sent: SentAction = try await sent(visit)
        guard let action = BatchAction(rawValue: sent.action) else { throw WebRefusal.malformed }
        guard let before = await desk.batch(id) else { throw WebRefusal.notFound }
        try await decide(batch: id, action, visit, by: visitor)
        return .data((await desk.batch(id) ?? before).datum(visit.language))
    }
}
