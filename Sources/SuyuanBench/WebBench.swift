import Foundation
import Glibc
import Ingest
import Provenance
import Queries
import Store
import Synchronization
import Vocabulary
import Web

/// The web pages over a generated base: how long each takes when asked for alone, and by 32 clients at once; memory.
struct WebBench {
    let ontology: Ontology
    let documents: Int
    /// A base that is there already; nil: one is generated.
    let kept: String?
    /// How many documents are added while pages are asked for; 0: none.
    var adding = 0
    static let clients = 32
    /// MSG_NOSIGNAL
    private static let noSignal: Int32 = 0x4000

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("suyuan-bench-web-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let base: KnowledgeBase
        if let kept { base = try KnowledgeBase.open(kept) } else { base = try await generated(folder) }
        let settings = SiteSettings(localUser: "bench", day: { "2030-01-01" }, moment: { "2030-01-01T00:00:00Z" })
        let site = Site(base, ontology: ontology, settings: settings)
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let server = Task { try await WebServer(site, host: "127.0.0.1", port: 0).run { told.yield($0) } }
        for await port in ports {
            if adding > 0 {
                try await measureAdding(port, base, folder)
            } else {
                try measure(port, Inquiry(base, ontology: ontology))
            }
            break
        }
        server.cancel()
    }

    /// The pages that most are looked at, one after the other, until all documents are added.
    private func measureAdding(_ port: Int, _ base: KnowledgeBase, _ folder: URL) async throws {
        let addresses = try addresses(Inquiry(base, ontology: ontology))
        let size = try base.read { reader throws in try reader.documents().count }
        let sources = folder.appendingPathComponent("adding")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        var generator = GeneratedOffice(ontology, seed: 99)
        for index in size..<size + adding {
            let document = generator.document(index)
            try Data(document.text.utf8).write(to: sources.appendingPathComponent(document.name))
        }
        for (_, address) in addresses { _ = ask(port, address, times: 1) }
        let progress = Progress()
        let pipeline = Pipeline(ontology: ontology, workers: 1)
        let run = Task.detached(priority: .background) { [path = sources.path] in
            let start = ContinuousClock.now
            let report = await pipeline.add([path], to: base)
            progress.isOver.withLock { $0 = true }
            return (report.added, ContinuousClock.now - start)
        }
        let asked = await Task.detached {
            var times = [[Double]](repeating: [], count: addresses.count)
            var failed = 0
            while !progress.isOver.withLock({ $0 }) {
                for (place, one) in addresses.enumerated() {
                    let answer = ask(port, one.address, times: 1)
                    times[place] += answer.times
                    if answer.bytes < 1_000 { failed += 1 }
                }
            }
            return (times, failed)
        }.value
        let (added, time) = await run.value
        print("\(added) documents added to \(size) in \(time) while \(asked.0.joined().count) pages were asked for, of which \(asked.1) failed")
        for (place, one) in addresses.enumerated() {
            let times = asked.0[place]
            print(
                one.name.padding(toLength: 24, withPad: " ", startingAt: 0)
                    + String(
                        format: " median %8.1f   95 %% %8.1f   worst %8.1f ms", Self.quantile(times, 0.5) * 1_000, Self.quantile(times, 0.95) * 1_000,
                        (times.max() ?? .nan) * 1_000))
        }
    }

    private func generated(_ folder: URL) async throws -> KnowledgeBase {
        let sources = folder.appendingPathComponent("sources")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        var generator = GeneratedOffice(ontology)
        for index in 0..<documents {
            let document = generator.document(index)
            try Data(document.text.utf8).write(to: sources.appendingPathComponent(document.name))
        }
        let base = try KnowledgeBase.create(folder.appendingPathComponent("bench.db").path)
        _ = try await Stopwatch.report("base of \(documents) documents, linked", per: "documents/s", amount: Double(documents)) {
            try await Pipeline(ontology: ontology).fill(base, with: [sources.path])
        }
        return base
    }

    private final class Progress: Sendable {
        let isOver = Mutex(false)
    }

    private func addresses(_ inquiry: Inquiry) throws -> [(name: String, address: String)] {
        let page = try inquiry.clauses(ClauseQuestion(), limit: 200)
        print("\(page.total) requirements")
        guard let row = page.rows.first(where: { !$0.requirement.owners.isEmpty }), let body = row.requirement.owners.first?.body else { return [] }
        func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
        let document = encoded(row.requirement.place.document.id)
        return [
            ("overview", "/"), ("clauses", "/clauses"), ("clauses, a body", "/clauses?body=" + encoded(body.id ?? body.name)),
            ("clauses, a word", "/clauses?text=" + encoded("技能")), ("clauses, worst first", "/clauses?order=state&state=overdue"),
            ("trace", "/trace/" + document + "/" + encoded(row.requirement.place.element)), ("matrix", "/matrix"), ("document", "/documents/" + document),
            ("bodies", "/bodies"), ("a body", "/bodies/of?body=" + encoded(body.id ?? body.name)), ("search", "/search?q=" + encoded("技能竞赛")),
            ("review", "/review"),
        ]
    }

    private func measure(_ port: Int, _ inquiry: Inquiry) throws {
        let pages = try addresses(inquiry)
        print("page".padding(toLength: 24, withPad: " ", startingAt: 0) + "   first ms    again ms    bytes    32 clients: median, 95 % ms   processor ms a page")
        for (name, address) in pages {
            let first = ask(port, address, times: 1)
            let again = ask(port, address, times: 10)
            let begun = Stopwatch.processor
            let many = crowd(port, address)
            let processor = (Stopwatch.processor - begun) / Double(max(1, many.count))
            let line = String(
                format: "%10.1f  %10.1f %8d          %10.1f %10.1f   %10.1f", first.times[0] * 1_000, Self.quantile(again.times, 0.5) * 1_000, first.bytes,
                Self.quantile(many, 0.5) * 1_000, Self.quantile(many, 0.95) * 1_000, processor * 1_000)
            print(name.padding(toLength: 24, withPad: " ", startingAt: 0) + line)
        }
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        for line in status.split(separator: "\n") where line.hasPrefix("VmRSS") || line.hasPrefix("VmHWM") { print(line) }
    }

    private func crowd(_ port: Int, _ address: String) -> [Double] {
        let times = Mutex<[Double]>([])
        let group = DispatchGroup()
        for _ in 0..<Self.clients {
            group.enter()
            Thread.detachNewThread {
                let found = ask(port, address, times: 6).times
                times.withLock { $0 += found }
                group.leave()
            }
        }
        group.wait()
        return times.withLock { $0 }
    }

    private static func quantile(_ times: [Double], _ share: Double) -> Double {
        let sorted = times.sorted()
        return sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    /// Over one connection, one after the other.
    private func ask(_ port: Int, _ address: String, times: Int) -> (times: [Double], bytes: Int) {
        var seconds: [Double] = []
        var bytes = 0
        for _ in 0..<times {
            let start = ContinuousClock.now
            let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var target = sockaddr_in()
            target.sin_family = sa_family_t(AF_INET)
            target.sin_port = in_port_t(port).bigEndian
            target.sin_addr.s_addr = inet_addr("127.0.0.1")
            _ = withUnsafePointer(to: &target) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
            }
            let request = "GET \(address) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
            _ = request.withCString { send(handle, $0, strlen($0), Self.noSignal) }
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            bytes = 0
            while case let count = recv(handle, &buffer, buffer.count, 0), count > 0 { bytes += count }
            close(handle)
            let time = ContinuousClock.now - start
            seconds.append(Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
        }
        return (seconds, bytes)
    }
}
