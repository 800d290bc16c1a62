import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// Puts a site on a port (网页服务): the one place that knows the server's library.
struct HTTPServer: Sendable {
    let host: String
    let port: Int
    /// How many connections are served at once; more wait in the backlog of the system, idle ones are closed.
    let mostConnections: Int
    let respond: @Sendable (WebRequest) async -> WebResponse

    /// Serves until the task is cancelled or the process is told to end (SIGINT, SIGTERM).
    /// - Parameter started: told the port once it listens.
    func run(started: @escaping @Sendable (Int) async -> Void) async throws {
        // What goes wrong in a connection is the other side's business: the log of the site is its audit log.
        var logger = Logger(label: "suyuan.web", factory: { _ in SwiftLogNoOpLogHandler() })
        logger.logLevel = .critical
        let application = Application(
            responder: CallbackResponder { request, context in await answer(request, context) },
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(mostConnections, logger: logger)),
            onServerRunning: { channel in await started(channel.localAddress?.port ?? port) }, logger: logger)
        try await application.runService()
    }

    private func answer(_ request: Request, _ context: ServerContext) async -> Response {
        let isHead = request.method == .head
        guard let method: WebRequest.Method = request.method == .get || isHead ? .get : request.method == .post ? .post : nil else {
            return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD, POST"])
        }
        guard let (path, query) = WebRequest.parts(of: request.head.path ?? "") else { return Response(status: .badRequest) }
        var headers: [String: String] = [:]
        if let authority = request.head.authority { headers["host"] = authority }
        for field in request.headers where headers[field.name.canonicalName] == nil { headers[field.name.canonicalName] = field.value }
        let body = request.body
        let asked = WebRequest(
            method, path: path, query: query, cookies: WebRequest.cookies(request.headers[.cookie] ?? ""), headers: headers, peer: context.peer,
            body: WebBody { take in
                for try await piece in body { try await take(Array(piece.readableBytesView)) }
            })
        let answer = await respond(asked)
        return response(answer, isHead: isHead)
    }

    private func response(_ answer: WebResponse, isHead: Bool) -> Response {
        var headers = HTTPFields()
        for header in answer.headers { if let name = HTTPField.Name(header.name) { headers.append(HTTPField(name: name, value: header.value)) } }
        let body: ResponseBody
        switch answer.body {
        case .bytes(let bytes): body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .file(let path): body = FileBody(path: path).responseBody
        }
        let response = Response(status: .init(code: answer.status), headers: headers, body: body)
        return isHead ? response.createHeadResponse() : response
    }
}

/// Who asks: the address is all that the site wants of a connection.
struct ServerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let peer: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

/// Sends a file piece by piece and removes it.
private struct FileBody: Sendable {
    let path: String

    var responseBody: ResponseBody {
        let path = path
        return ResponseBody { writer in
            let files = FileSystemIO()
            do {
                var place: Int64 = 0
                while let piece = try await files.read(path, from: place), !piece.isEmpty {
                    place += Int64(piece.count)
                    try await writer.write(ByteBuffer(bytes: piece))
                }
                files.remove(path)
                try await writer.finish(nil)
            } catch {
                files.remove(path)
                throw error
            }
        }
    }
}
