import Glibc
import Provenance
import Synchronization

/// Another program that is run for a format that this one does not read itself (外部程序): found when it is needed, run without a shell,
/// without network of its own asking, with limits on time, memory and what it may say.
struct ExternalProgram: Sendable {
    struct Limits: Sendable {
        /// Wall time in seconds.
        var seconds = 60
        /// Bytes of standard output.
        var output = 256 << 20
        /// Bytes of memory that it may address.
        var memory = 4 << 30
        /// Bytes of any file that it may write.
        var file = 1 << 30
    }

    struct Outcome: Sendable {
        var status: Int32
        var output: [UInt8]
        /// The first 64 KB of what it complained of.
        var errors: String
    }

    let path: String

    /// - Parameter name: searched for in `PATH`, then where systems keep programs.
    /// - Returns: nil where it is not installed.
    init?(_ name: String) {
        let given = getenv("PATH").map { String(cString: $0) } ?? ""
        let folders = given.split(separator: ":").map(String.init) + ["/usr/local/bin", "/usr/bin", "/bin", "/opt/libreoffice/program"]
        // Relative folders would run whatever lies beside the documents.
        guard let found = folders.filter({ $0.hasPrefix("/") }).map({ $0 + "/" + name }).first(where: { access($0, X_OK) == 0 }) else { return nil }
        path = found
    }

    /// - Throws: where it cannot be started, takes too long or says too much. What it returns is for the caller to judge.
    func run(_ arguments: [String], home: String, limits: Limits = Limits(), file: String) throws(Fault) -> Outcome {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let started = try Self.starting.withLock { _ throws(Fault) in try start(arguments, home: home, limits, name, file) }
        let (process, out, err) = started
        defer {
            close(out)
            close(err)
        }
        let (output, errors, reason) = gather(out, err, limits)
        if reason != nil { kill(-process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        // What it left running.
        kill(-process, SIGKILL)
        switch reason {
        case .time: throw Fault(.programTookTooLong(name, seconds: limits.seconds), at: Place(file: file), advice: .splitSource)
        case .size: throw Fault(.programSaidTooMuch(name), at: Place(file: file), advice: .splitSource)
        case nil: break
        }
        // Ended by a signal counts as failed: 128 and its number, as shells say it.
        let result = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
        return Outcome(status: result, output: output, errors: String(decoding: errors, as: UTF8.self))
    }

    /// What it calls itself, for the description of a source: `pdftotext 22.12.0`.
    func version(_ option: String, home: String, file: String) throws(Fault) -> String {
        let outcome = try run([option], home: home, limits: Limits(seconds: 20, output: 1 << 16), file: file)
        let words = (String(decoding: outcome.output, as: UTF8.self) + "\n" + outcome.errors).split(whereSeparator: { $0 == " " || $0 == "\n" })
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let number = words.first { $0.first?.isNumber == true && $0.contains(".") }
        return number.map { name + " " + $0 } ?? name
    }

    private enum Excess { case time, size }

    /// While one is started no other may be: it would take over the ends of its pipes.
    private static let starting = Mutex(())

    /// - Returns: the process, and the ends of its output and errors.
    private func start(_ arguments: [String], home: String, _ limits: Limits, _ name: String, _ file: String) throws(Fault) -> (pid_t, Int32, Int32) {
        var out: [Int32] = [-1, -1]
        var err: [Int32] = [-1, -1]
        guard pipe(&out) == 0 else { throw failed(name, errno, file) }
        guard pipe(&err) == 0 else {
            close(out[0])
            close(out[1])
            throw failed(name, errno, file)
        }
        // Only the copies made for it are its own.
        for end in out + err { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, out[1], 1)
        posix_spawn_file_actions_adddup2(&actions, err[1], 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that what it starts ends with it.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "HOME=" + home, "TMPDIR=" + home, "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"]
        let command = restricted(limits) + [path] + arguments
        var process: pid_t = 0
        let code = withCStrings(command) { arguments in
            withCStrings(environment) { posix_spawn(&process, command[0], &actions, &attributes, arguments, $0) }
        }
        close(out[1])
        close(err[1])
        guard code == 0 else {
            close(out[0])
            close(err[0])
            throw failed(name, code, file)
        }
        return (process, out[0], err[0])
    }

    /// `prlimit` of util-linux, which every Debian has, sets the limits before the program starts; without it time and output are limited.
    private func restricted(_ limits: Limits) -> [String] {
        guard let program = Self.limiter else { return [] }
        return [
            program, "--as=\(limits.memory)", "--fsize=\(limits.file)", "--cpu=\(limits.seconds * 2)", "--core=0",
        ]
    }

    private static let limiter = ExternalProgram("prlimit")?.path

    private func gather(_ out: Int32, _ err: Int32, _ limits: Limits) -> (output: [UInt8], errors: [UInt8], reason: Excess?) {
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var open: Set<Int32> = [out, err]
        let deadline = Self.now + limits.seconds * 1000
        while !open.isEmpty {
            let left = deadline - Self.now
            guard left > 0 else { return (output, errors, .time) }
            var polls = open.sorted().map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let ready = poll(&polls, nfds_t(polls.count), Int32(min(left, 60_000)))
            if ready < 0, errno != EINTR { break }
            for one in polls where one.revents != 0 {
                let count = read(one.fd, &buffer, buffer.count)
                if count <= 0 {
                    if count == 0 || errno != EINTR { open.remove(one.fd) }
                } else if one.fd == out {
                    output += buffer[..<count]
                    if output.count > limits.output { return (output, errors, .size) }
                } else if errors.count < 1 << 16 {
                    errors += buffer[..<count]
                }
            }
        }
        return (output, errors, nil)
    }

    /// Milliseconds of a clock that only goes forward; nothing that is read depends on it.
    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    private func withCStrings<Result>(_ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result) -> Result {
        var copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
        copies.append(nil)
        defer { for copy in copies { free(copy) } }
        return copies.withUnsafeBufferPointer { buffer in
            // The array has the terminator at least.
            body(buffer.baseAddress.unsafelyUnwrapped)
        }
    }

    private func failed(_ name: String, _ code: Int32, _ file: String) -> Fault {
        Fault(.programFailed(name, reason: String(cString: strerror(code))), at: Place(file: file))
    }
}
