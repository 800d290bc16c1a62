import NIOPosix

/// Threads for what takes its time (工作线程): questions to the base block, and the threads that answer connections must not.
enum Workers {
    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }
}
