import Foundation
import Glibc
import Synchronization

/// A headless browser driven through the DevTools protocol (无头浏览器): messages go over a pipe, so that it takes neither a port nor a library.
final class Chromium: Sendable {
    enum Failure: Error, CustomStringConvertible {
        case gone
        case refused(String)
        case timedOut(String)

        var description: String {
            switch self {
            case .gone: "the browser has ended"
            case .refused(let message): message
            case .timedOut(let what): "waited too long for: \(what)"
            }
        }
    }

    /// The program, where one is installed.
    static let path = ["chromium", "chromium-browser", "google-chrome"].map { "/usr/bin/" + $0 }.first { access($0, X_OK) == 0 }

    private struct Shared {
        var next = 1
        var waiting: [Int: CheckedContinuation<Data, any Error>] = [:]
        var complaints: [String] = []
        var isGone = false
    }

    private let process: pid_t
    private let commands: Int32
    private let folder: String
    private let shared = Mutex(Shared())

    init() throws {
        let path = try Self.path ?? { throw Failure.gone }()
        folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-browser-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func pipe() throws -> (read: Int32, write: Int32) {
            var ends: [Int32] = [0, 0]
            guard Glibc.pipe(&ends) == 0 else { throw Failure.gone }
            // Out of the way of 3 and 4, which the browser is given.
            let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 30) }
            for end in ends { close(end) }
            return (moved[0], moved[1])
        }
        let (toBrowser, fromBrowser) = (try pipe(), try pipe())
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toBrowser.read, 3)
        posix_spawn_file_actions_adddup2(&actions, fromBrowser.write, 4)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let arguments = [
            path, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--hide-scrollbars", "--lang=zh-CN", "--accept-lang=zh-CN", "--remote-debugging-pipe",
            "--user-data-dir=" + folder, "about:blank",
        ]
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, path, &actions, nil, &pointers, environ)
        close(toBrowser.read)
        close(fromBrowser.write)
        guard code == 0 else { throw Failure.gone }
        process = pid
        commands = toBrowser.write
        let input = fromBrowser.read
        // A thread of its own: reading blocks.
        Thread.detachNewThread { [weak self] in Self.read(input) { self?.took($0) ?? () } }
    }

    func end() {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        close(commands)
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func read(_ input: Int32, _ message: (Data?) -> Void) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var pending: [UInt8] = []
        while true {
            let count = Glibc.read(input, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            var start = 0
            for index in 0..<count where buffer[index] == 0 {
                message(Data(pending + buffer[start..<index]))
                pending = []
                start = index + 1
            }
            pending += buffer[start..<count]
        }
        close(input)
        message(nil)
    }

    private func took(_ message: Data?) {
        guard let message else {
            let left = shared.withLock { shared in
                shared.isGone = true
                defer { shared.waiting = [:] }
                return Array(shared.waiting.values)
            }
            for one in left { one.resume(throwing: Failure.gone) }
            return
        }
        guard let object = try? JSONSerialization.jsonObject(with: message) as? [String: Any] else { return }
        if let id = object["id"] as? Int {
            shared.withLock { $0.waiting.removeValue(forKey: id) }?.resume(returning: message)
        } else if let method = object["method"] as? String, method == "Log.entryAdded" || method == "Runtime.exceptionThrown" {
            shared.withLock { $0.complaints.append(String(decoding: message, as: UTF8.self)) }
        }
    }

    /// Errors of pages: scripts that failed, what the policy stopped, what was not found.
    var complaints: [String] { shared.withLock(\.complaints) }

    /// - Parameter parameters: JSON.
    func send(_ method: String, _ parameters: String = "{}", session: String? = nil) async throws -> Data {
        let answer: Data = try await withCheckedThrowingContinuation { continuation in
            let id: Int? = shared.withLock { shared in
                guard !shared.isGone else { return nil }
                shared.next += 1
                shared.waiting[shared.next] = continuation
                return shared.next
            }
            guard let id else { return continuation.resume(throwing: Failure.gone) }
            let of = session.map { ",\"sessionId\":\"\($0)\"" } ?? ""
            write("{\"id\":\(id),\"method\":\"\(method)\",\"params\":\(parameters)\(of)}")
        }
        if let object = try JSONSerialization.jsonObject(with: answer) as? [String: Any], let error = object["error"] as? [String: Any] {
            throw Failure.refused("\(method): \(error["message"] ?? "")")
        }
        return answer
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8) + [0]
        shared.withLock { _ in
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes { Glibc.write(commands, $0.baseAddress?.advanced(by: written), bytes.count - written) }
                guard count > 0 else { return }
                written += count
            }
        }
    }

    /// A new tab of its own cookies.
    func page() async throws -> BrowserPage {
        let context = try value("browserContextId", of: await send("Target.createBrowserContext"))
        let target = try value("targetId", of: await send("Target.createTarget", "{\"url\":\"about:blank\",\"browserContextId\":\"\(context)\"}"))
        let session = try value("sessionId", of: await send("Target.attachToTarget", "{\"targetId\":\"\(target)\",\"flatten\":true}"))
        for domain in ["Page", "Runtime", "Log", "DOM"] { _ = try await send(domain + ".enable", session: session) }
        return BrowserPage(browser: self, session: session)
    }

    private func value(_ key: String, of answer: Data) throws -> String {
        let object = try JSONSerialization.jsonObject(with: answer) as? [String: Any]
        return try (object?["result"] as? [String: Any])?[key] as? String ?? { throw Failure.refused(String(decoding: answer, as: UTF8.self)) }()
    }
}

/// One tab.
struct BrowserPage: Sendable {
    let browser: Chromium
    let session: String

    static func quoted(_ text: String) -> String {
        let data = (try? JSONSerialization.data(withJSONObject: [text], options: [.withoutEscapingSlashes])) ?? Data()
        return String(String(decoding: data, as: UTF8.self).dropFirst().dropLast())
    }

    func send(_ method: String, _ parameters: String = "{}") async throws -> [String: Any] {
        let answer = try await browser.send(method, parameters, session: session)
        return (try JSONSerialization.jsonObject(with: answer) as? [String: Any])?["result"] as? [String: Any] ?? [:]
    }

    /// What an expression gives, as a string.
    @discardableResult
    func evaluate(_ expression: String) async throws -> String {
        let wrapped = "(async () => String(await (\(expression))))()"
        let result = try await send(
            "Runtime.evaluate", "{\"expression\":\(Self.quoted(wrapped)),\"returnByValue\":true,\"awaitPromise\":true}")
        if let details = result["exceptionDetails"] as? [String: Any] { throw Chromium.Failure.refused("\(expression): \(details)") }
        return (result["result"] as? [String: Any])?["value"] as? String ?? ""
    }

    func number(_ expression: String) async throws -> Double { Double(try await evaluate(expression)) ?? .nan }

    func open(_ address: String) async throws {
        try await leaving { _ = try await send("Page.navigate", "{\"url\":\(Self.quoted(address))}") }
    }

    /// Does something that leads to another page, and waits for that.
    func leaving(_ action: () async throws -> Void) async throws {
        try await evaluate("window.__before = true")
        try await action()
        try await until("document.readyState === 'complete' && window.__before === undefined && location.href !== 'about:blank'")
    }

    func until(_ condition: String) async throws {
        for _ in 0..<600 {
            if let found = try? await evaluate(condition), found == "true" { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Chromium.Failure.timedOut(condition)
    }

    func click(_ selector: String) async throws {
        try await leaving { try await evaluate("document.querySelector(\(Self.quoted(selector))).click()") }
    }

    /// One key, as somebody presses it.
    func press(_ key: String) async throws {
        let code = key == "Enter" ? ",\"windowsVirtualKeyCode\":13,\"text\":\"\\r\"" : ",\"text\":\(Self.quoted(key))"
        for type in ["keyDown", "keyUp"] {
            _ = try await send("Input.dispatchKeyEvent", "{\"type\":\"\(type)\",\"key\":\(Self.quoted(key))\(type == "keyDown" ? code : "")}")
        }
    }

    func type(_ text: String) async throws { _ = try await send("Input.insertText", "{\"text\":\(Self.quoted(text))}") }

    func choose(_ files: [String], in selector: String) async throws {
        let document = try await send("DOM.getDocument")
        let root = (document["root"] as? [String: Any])?["nodeId"] as? Int ?? 0
        let node = try await send("DOM.querySelector", "{\"nodeId\":\(root),\"selector\":\(Self.quoted(selector))}")["nodeId"] as? Int ?? 0
        let list = files.map(Self.quoted).joined(separator: ",")
        _ = try await send("DOM.setFileInputFiles", "{\"files\":[\(list)],\"nodeId\":\(node)}")
    }

    func resize(_ width: Int, _ height: Int) async throws {
        _ = try await send(
            "Emulation.setDeviceMetricsOverride", "{\"width\":\(width),\"height\":\(height),\"deviceScaleFactor\":1,\"mobile\":\(width < 600)}")
    }

    func text(_ selector: String) async throws -> String {
        try await evaluate("(document.querySelector(\(Self.quoted(selector))) || {textContent: ''}).textContent")
    }

    func count(_ selector: String) async throws -> Int { Int(try await number("document.querySelectorAll(\(Self.quoted(selector))).length")) }

    func screenshot() async throws -> Data {
        Data(base64Encoded: try await send("Page.captureScreenshot", "{\"format\":\"png\",\"captureBeyondViewport\":true}")["data"] as? String ?? "") ?? Data()
    }

    func pdf() async throws -> Data {
        Data(base64Encoded: try await send("Page.printToPDF", "{\"preferCSSPageSize\":true,\"printBackground\":true}")["data"] as? String ?? "") ?? Data()
    }

    /// The fonts that a piece of the page is really drawn with.
    func fonts(_ selector: String) async throws -> [String] {
        _ = try await send("CSS.enable")
        let root = (try await send("DOM.getDocument")["root"] as? [String: Any])?["nodeId"] as? Int ?? 0
        let node = try await send("DOM.querySelector", "{\"nodeId\":\(root),\"selector\":\(Self.quoted(selector))}")["nodeId"] as? Int ?? 0
        let fonts = try await send("CSS.getPlatformFontsForNode", "{\"nodeId\":\(node)}")["fonts"] as? [[String: Any]] ?? []
        return fonts.compactMap { $0["familyName"] as? String }
    }
}
