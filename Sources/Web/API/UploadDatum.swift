import Exports
import Provenance

extension ImportDesk.Batch {
    /// As programs are told of it.
    func datum(_ language: Language) -> Datum {
        var stage = "previewed"
        var (done, total) = (0, preview.items.count)
        var report = ImportReport()
        switch self.stage {
        case .previewed: break
        case .running(let settled, let all): (stage, done, total) = ("running", settled, all)
        case .finished(let made): (stage, done, report) = ("finished", total, made)
        }
        return .record([
            .init("id", .text(id)), .init("user", .text(user)), .init("stage", .text(stage)), .init("canBeKept", .flag(stage == "previewed" && preview.canBeKept)),
            .init("done", .integer(done)), .init("of", .integer(total)), .init("files", .list(of: "file", preview.items.map { $0.datum(language) })),
            .init("results", .list(of: "result", report.lines.map(\.datum))), .init("closed", .texts(of: "requirement", report.closed.map(\.id))),
        ])
    }
}

extension ImportPreview.Item {
    fileprivate func datum(_ language: Language) -> Datum {
        var kind = ""
        var read: ImportPreview.Read?
        var fate: String?
        var count: Int?
        var fault: String?
        switch self.kind {
        case .document(let found, let becomes):
            (kind, read) = ("document", found)
            switch becomes {
            case .new: fate = "new"
            case .version: fate = "version"
            case .known: fate = "known"
            }
        case .package(let documents, _): (kind, count) = ("package", documents)
        case .sheet(let changes): (kind, count) = ("sheet", changes)
        case .unreadable(let found): (kind, fault) = ("unreadable", found.text(language))
        }
        return .record([
            .init("name", .text(name)), .init("kind", .text(kind)), .init("canBeKept", .flag(canBeKept)), .init("fate", .optional(fate)),
            .init("title", .optional(read?.title)), .init("number", .optional(read?.number)), .init("date", .optional(read?.date)),
            .init("count", .optional(count)), .init("fault", .optional(fault)), .init("findings", .texts(of: "finding", findings.map { $0.text(language) })),
        ])
    }
}

extension ImportReport.Line {
    fileprivate var datum: Datum {
        .record([.init("name", .text(name)), .init("document", .optional(document)), .init("text", .text(text)), .init("good", .flag(isGood))])
    }
}

extension WebResponse {
    static func data(_ datum: Datum) -> WebResponse { WebResponse(type: "application/json", JSONPrinter.print(datum)) }
}
