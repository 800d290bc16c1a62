import Exports
import Provenance

/// What the interface for programs offers (接口操作): the site answers by this table and describes itself by it, so that the description is
/// what is done.
struct APIOperation: Sendable {
    struct Parameter: Sendable {
        let name: String
        let summary: String
        enum Place: String { case path, query, header }
        var place = Place.query
        var isRequired = false
        var type = "string"
    }

    let id: String
    let method: WebRequest.Method
    /// `{name}` stands for a parameter.
    let path: String
    let summary: String
    let role: AccessRole
    let parameters: [Parameter]
    /// Name of the schema of the answer, and of what is sent.
    let answer: String
    var sent: String?
    /// How it is sent.
    var sentAs = "application/json"

    static let filter: [Parameter] = [
        Parameter(name: "document", summary: "Id of a document, the beginning of it, or a part of its title."),
        Parameter(name: "body", summary: "A body that owes it: id, name, or a part of a printed name."),
        Parameter(name: "region", summary: "A division: code, id or name."),
        Parameter(name: "state", summary: "Only in this state; may be given several times."),
        Parameter(name: "text", summary: "Words that the requirement or its headings hold."),
        Parameter(name: "asOf", summary: "Answer as of this day, YYYY-MM-DD."),
    ]

    private static let narrowing: [Parameter] =
        filter + [
            Parameter(name: "field", summary: "Id of a field of the thesaurus."),
            Parameter(name: "verified", summary: "yes: a person has confirmed some of its evidence; no: nobody has."),
            Parameter(name: "gap", summary: "none, bare or indirectOnly."),
            Parameter(name: "dueFrom", summary: "Its last deadline is this day or later, YYYY-MM-DD."),
            Parameter(name: "dueTo", summary: "Its last deadline is this day or earlier, YYYY-MM-DD."),
            Parameter(name: "open", summary: "yes: without what is done."),
            Parameter(name: "order", summary: "place, deadline, latest or state."),
            Parameter(name: "descending", summary: "yes: the other way round."),
            Parameter(name: "offset", summary: "Place of the first row, from 0.", type: "integer"),
            Parameter(name: "limit", summary: "How many rows, at most 500.", type: "integer"),
        ]

    static let tokenHeader = "X-Suyuan-Token"

    private static let token = Parameter(
        name: tokenHeader, summary: "The token of /api/session, asked for with the same session cookie: without it nothing is changed (403).",
        place: .header, isRequired: true)
    private static let upload = Parameter(name: "upload", summary: "Its id.", place: .path, isRequired: true)

    static let all: [APIOperation] = [
        APIOperation(id: "summary", method: .get, path: "/api/summary", summary: "The base in numbers.", role: .read, parameters: filter, answer: "Summary"),
        APIOperation(
            id: "requirements", method: .get, path: "/api/requirements", summary: "Requirements, narrowed, sorted, by the page.", role: .read,
            parameters: narrowing, answer: "Rows"),
        APIOperation(
            id: "trace", method: .get, path: "/api/facts/{document}/{element}", summary: "Everything known of a requirement or of evidence.",
            role: .read,
            parameters: [
                Parameter(name: "document", summary: "Id of its document.", place: .path, isRequired: true),
                Parameter(name: "element", summary: "Its id in the document.", place: .path, isRequired: true),
            ], answer: "Trace"),
        APIOperation(
            id: "traceWords", method: .get, path: "/api/trace", summary: "Requirements and evidence by their subject.", role: .read,
            parameters: [Parameter(name: "q", summary: "Words.", isRequired: true)] + filter, answer: "Trace"),
        APIOperation(id: "documents", method: .get, path: "/api/documents", summary: "The documents.", role: .read, parameters: [], answer: "Documents"),
        APIOperation(
            id: "document", method: .get, path: "/api/documents/{document}", summary: "One document with its passages and findings.", role: .read,
            parameters: [Parameter(name: "document", summary: "Its id.", place: .path, isRequired: true)], answer: "WholeDocument"),
        APIOperation(id: "gaps", method: .get, path: "/api/gaps", summary: "Requirements without progress.", role: .read, parameters: filter, answer: "Gaps"),
        APIOperation(
            id: "problems", method: .get, path: "/api/problems", summary: "Reported problems that are not settled.", role: .read, parameters: filter,
            answer: "Problems"),
        APIOperation(
            id: "search", method: .get, path: "/api/search", summary: "Where words stand, literally.", role: .read,
            parameters: [Parameter(name: "q", summary: "Words.", isRequired: true)] + filter, answer: "Found"),
        APIOperation(id: "queue", method: .get, path: "/api/review", summary: "What waits for a person.", role: .review, parameters: filter, answer: "Queue"),
        APIOperation(
            id: "reviewLog", method: .get, path: "/api/review/log", summary: "Every decision ever taken.", role: .read,
            parameters: [Parameter(name: "by", summary: "A part of the name of who decided.")], answer: "ReviewLog"),
        APIOperation(
            id: "session", method: .get, path: "/api/session", summary: "Who asks, and the token that changes need in the header X-Suyuan-Token.",
            role: .read, parameters: [], answer: "Session"),
        APIOperation(
            id: "decide", method: .post, path: "/api/review", summary: "Decides on a link: confirm, reject, clear, withdraw or note.", role: .review,
            parameters: [token], answer: "Recorded", sent: "Decision"),
        APIOperation(
            id: "uploads", method: .get, path: "/api/imports", summary: "What was sent in since the program began, the latest first.", role: .administer,
            parameters: [], answer: "Uploads"),
        APIOperation(
            id: "upload", method: .post, path: "/api/imports",
            summary: "Takes documents, packages or filled-in sheets and tells what was read of them. Nothing is kept before its sender says so.",
            role: .administer, parameters: [token], answer: "Upload", sent: "Files", sentAs: "multipart/form-data"),
        APIOperation(
            id: "uploaded", method: .get, path: "/api/imports/{upload}", summary: "How far it is: previewed, running or finished.", role: .administer,
            parameters: [upload], answer: "Upload"),
        APIOperation(
            id: "decideUpload", method: .post, path: "/api/imports/{upload}", summary: "Keeps what was sent, or drops it.", role: .administer,
            parameters: [upload, token], answer: "Upload", sent: "UploadDecision"),
    ]

    /// The operation that a path names, with what stands in it.
    static func named(_ path: [String], _ method: WebRequest.Method) -> (operation: APIOperation, values: [String: String])? {
        for operation in all where operation.method == method {
            let steps = operation.path.split(separator: "/")
            guard steps.count == path.count else { continue }
            var values: [String: String] = [:]
            let fits = zip(steps, path).allSatisfy { step, part in
                guard step.hasPrefix("{") else { return step == part }
                values[String(step.dropFirst().dropLast())] = part
                return true
            }
            if fits { return (operation, values) }
        }
        return nil
    }
}
