import ArgumentParser
import Glibc
import Provenance

/// Where answers and messages go (控制台): answers to standard output, messages to standard error, progress there too where
/// somebody watches.
struct Console: Sendable {
    let language: Language

    /// Runs a command: a fault becomes one message and exit code 2.
    func guarding(_ body: () async throws -> Int32) async throws {
        let code: Int32
        do {
            code = try await body()
        } catch let fault as Fault {
            report(fault)
            code = 2
        }
        if code != 0 { throw ExitCode(code) }
    }

    func print(_ text: String) { print(Array((text + "\n").utf8)) }
    func print(_ bytes: [UInt8]) { Self.write(bytes, to: STDOUT_FILENO) }
    func report(_ fault: Fault) { report(fault.text(language)) }
    func report(_ message: Message) { report(message.text(language)) }
    func report(_ text: String) {
        clearProgress()
        Self.write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// One line that the next one replaces; nothing where standard error is no terminal.
    func progress(_ message: Message) {
        guard Self.isWatched else { return }
        Self.write(Array(("\r\u{1B}[K" + message.text(language)).utf8), to: STDERR_FILENO)
    }

    func clearProgress() {
        if Self.isWatched { Self.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
    }

    /// Standard output is read by a person.
    var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    private static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Cells of a line: the terminal's, else 120.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 120 }
        return Int(size.ws_col)
    }

    /// What cannot be written since the reader is gone is dropped.
    private static func write(_ bytes: [UInt8], to file: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            written += count
        }
    }
}
