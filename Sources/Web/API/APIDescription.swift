import Exports
import Provenance

/// The interface for programs, described by OpenAPI 3.1 (接口说明).
enum APIDescription {
    static func bytes(version: String) -> [UInt8] { JSONPrinter.print(datum(version: version)) }

    private static func datum(version: String) -> Datum {
        var paths: [(name: String, value: Datum)] = []
        for operation in APIOperation.all {
            let one: (name: String, value: Datum) = (operation.method == .get ? "get" : "post", describe(operation))
            if let index = paths.firstIndex(where: { $0.name == operation.path }), case .named(let before) = paths[index].value {
                paths[index].value = .named(before + [one])
            } else {
                paths.append((operation.path, .named([one])))
            }
        }
        return .record([
            .init("openapi", .text("3.1.0")),
            .init("info", .record([.init("title", .text("Suyuan")), .init("version", .text(version)), .init("description", .text(rules))])),
            .init("paths", .named(paths)), .init("components", .record([.init("schemas", APISchema.datum)])),
        ])
    }

    private static func describe(_ operation: APIOperation) -> Datum {
        var entries: [Datum.Entry] = [
            .init("operationId", .text(operation.id)), .init("summary", .text(operation.summary)),
            .init("parameters", .list(of: "parameter", operation.parameters.map(describe))),
        ]
        if let sent = operation.sent {
            entries.append(.init("requestBody", .record([.init("required", .flag(true)), .init("content", content(sent, as: operation.sentAs))])))
        }
        func answer(_ status: String, _ summary: String, _ schema: String) -> (name: String, value: Datum) {
            (status, .record([.init("description", .text(summary)), .init("content", content(schema))]))
        }
        entries.append(
            .init(
                "responses",
                .named([
                    answer("200", "The answer.", operation.answer), answer("400", "The question is malformed.", "Failure"),
                    answer("401", "Nobody is logged in.", "Failure"), answer("403", "Not allowed.", "Failure"),
                    answer("404", "There is no such thing.", "Failure"),
                ])))
        return .record(entries)
    }

    private static func describe(_ parameter: APIOperation.Parameter) -> Datum {
        .record([
            .init("name", .text(parameter.name)), .init("in", .text(parameter.place.rawValue)),
            .init("required", .flag(parameter.isRequired)), .init("description", .text(parameter.summary)),
            .init("schema", .record([.init("type", .text(parameter.type))])),
        ])
    }

    private static func content(_ schema: String, as type: String = "application/json") -> Datum {
        .named([(type, .record([.init("schema", APISchema.reference(schema))]))])
    }

    private static let rules = """
        Where the site has accounts, a session begins with POST /login (a form with name, password and the token that GET /login shows) and its \
        cookie goes with every request; roles are read, review and administer. What changes something needs the token of that session: GET \
        /api/session tells it, the header \(APIOperation.tokenHeader) sends it back; requests that another site has a browser make are refused. \
        Uploads are multipart/form-data, limited in number and size, and are kept only after POST /api/imports/{upload} with "keep".
        """
}
