import Glibc
import Provenance

/// Serves a site on a port (网页服务).
public struct WebServer: Sendable {
    private let server: HTTPServer
    private let site: Site

    /// What the program keeps for the base and for files that it sends.
    private static let reserved = 256

    /// As many connections as the system lets a process have. More wait in the backlog of the system until others have ended; idle ones
    /// are closed.
    private static func mostConnections() -> Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(kind, &limit) == 0 else { return 512 }
        limit.rlim_cur = limit.rlim_max
        setrlimit(kind, &limit)
        getrlimit(kind, &limit)
        return max(64, min(50_000, Int(clamping: limit.rlim_cur) - reserved))
    }

    /// - Parameter port: 0: any that is free.
    public init(_ site: Site, host: String, port: Int) {
        self.site = site
        server = HTTPServer(host: host, port: port, mostConnections: Self.mostConnections()) { await site.respond(to: $0) }
    }

    /// Serves until the process is told to end (SIGINT, SIGTERM) or the task is cancelled.
    /// - Parameter started: told the port once it listens.
    /// - Throws: where the port is taken or may not be used.
    public func run(started: @escaping @Sendable (Int) async -> Void) async throws(Fault) {
        do {
            try await server.run { [site] port in
                Task.detached(priority: .utility) { try? await Workers.run { site.warm() } }
                await started(port)
            }
        } catch {
            throw Fault(.webCannotListen("\(server.host):\(server.port)"), advice: .webCannotListenAdvice)
        }
    }
}
