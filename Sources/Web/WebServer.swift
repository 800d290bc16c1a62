import Provenance

/// Serves a site on a port (网页服务).
public struct WebServer: Sendable {
    private let server: HTTPServer

    /// More wait in the backlog of the system until others have ended.
    static let mostConnections = 4_000

    /// - Parameter port: 0: any that is free.
    public init(_ site: Site, host: String, port: Int) {
        server = HTTPServer(host: host, port: port, mostConnections: Self.mostConnections) { await site.respond(to: $0) }
    }

    /// Serves until the process is told to end (SIGINT, SIGTERM) or the task is cancelled.
    /// - Parameter started: told the port once it listens.
    /// - Throws: where the port is taken or may not be used.
    public func run(started: @escaping @Sendable (Int) async -> Void) async throws(Fault) {
        do {
            try await server.run(started: started)
        } catch {
            throw Fault(.webCannotListen("\(server.host):\(server.port)"), advice: .webCannotListenAdvice)
        }
    }
}
