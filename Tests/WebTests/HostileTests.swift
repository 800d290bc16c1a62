import Foundation
import Glibc
import Ingest
import Links
import Provenance
import Queries
import Store
import Testing

@testable import Web

/// What people with bad intentions send: no page breaks, nothing of theirs runs, nothing leaks.
struct HostileTests {
    static let payloads = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "</title><script>alert(2)</script>", "]]><b>x</b>&lt;"]

    /// Documents whose titles, clauses, issuers and file names are attacks.
    private func poisoned() async throws -> (site: Site, folder: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "suyuan-hostile-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder + "/documents", withIntermediateDirectories: true)
        for (index, payload) in Self.payloads.enumerated() {
            let name = "\(index)<img src=x onerror=alert(1)>.txt"
            let text = """
                云南省人民政府关于\(payload)工作的意见

                云政发〔2030〕\(index + 1)号

                各州（市）人民政府：

                一、提升技能\(payload)

                （一）建设培训中心\(payload)。支持企业建设技能培训中心\(payload)，2030年底前建成92个。（省人力资源社会保障厅\(payload)牵头，省财政厅配合）

                云南省人民政府\(payload)

                2030年3月1日

                """
            try text.write(toFile: folder + "/documents/" + name, atomically: true, encoding: .utf8)
            let report = """
                工作简报\(payload)

                第\(index + 1)期

                云南省总工会办公室　　　2031年6月30日

                技能培训中心建设加快\(payload)

                截至2031年6月，全省企业已建成技能培训中心82个\(payload)，省人力资源社会保障厅举办培训班40期。

                """
            try report.write(toFile: folder + "/documents/b" + name, atomically: true, encoding: .utf8)
        }
        let base = try KnowledgeBase.inMemory()
        let ontology = try CorpusSite.ontology.get()
        let added = try await Pipeline(ontology: ontology).fill(base, with: [folder + "/documents"])
        #expect(added.faults.isEmpty)
        var settings = CorpusSite.settings
        settings.localUser = "<script>alert(3)</script>"
        settings.uploadFolder = folder + "/uploads"
        return (Site(base, ontology: ontology, settings: settings), folder)
    }

    private func isClean(_ page: WebResponse, _ name: String) {
        let text = page.text
        for bad in ["<script>alert", "<img src=x", "<svg/onload", "onerror=alert(1)>", "<b>x</b>"] { #expect(!text.contains(bad), "\(name) lets \(bad) through") }
        #expect(page.status < 500, "\(name): \(page.status)")
    }

    @Test func nothingStoredRuns() async throws {
        let (site, folder) = try await poisoned()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let browser = Browser(site)
        let row = try #require(try site.inquiry.waiting(limit: 1).rows.first, "the documents give no link: the test shows nothing")
        let review = try await browser.get("/review")
        for payload in Self.payloads {
            _ = try await browser.post(
                "/review/decide",
                [("token", Browser.token(review)), ("requirement", row.requirement.id), ("evidence", row.link.evidence.id), ("decision", "note"), ("note", payload)])
        }
        _ = try await browser.post(
            "/review/decide",
            [("token", Browser.token(review)), ("requirement", row.requirement.id), ("evidence", row.link.evidence.id), ("decision", "confirm"), ("note", Self.payloads[0])])
        var pages = ["/", "/clauses", "/matrix", "/matrix?by=region", "/bodies", "/documents", "/review", "/review/log", "/audit", "/import", "/export", Address.trace(row.requirement.id), Address.trace(row.link.evidence.id)]
        pages += try site.inquiry.documents().map { Address.document($0.label.id) }
        pages += try site.glance.overview().bodies.map { Address.body($0.body) }
        pages += Self.payloads.flatMap { payload in
            let encoded = PercentCoding.encoded(payload)
            return ["/search?q=" + encoded, "/trace?q=" + encoded, "/clauses?text=" + encoded, "/clauses?document=" + encoded, "/clauses?body=" + encoded + "&region=" + encoded, "/bodies/of?body=" + encoded, "/" + encoded, "/review?last=" + encoded, "/language?to=en&back=" + encoded]
        }
        for page in pages { isClean(try await browser.get(page), page) }
        // They are shown, as words.
        #expect(try await browser.get("/clauses").text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(try await browser.get(Address.trace(row.requirement.id)).text.contains("&lt;script&gt;"))
        let preview = try await upload(site, browser, [("<img src=x onerror=alert(1)>.txt", Array("云南省人民政府关于<script>alert(1)</script>的通知\n\n一、要做好<script>alert(1)</script>工作。\n".utf8))])
        isClean(preview, "preview")
        #expect(preview.status == 200)
    }

    @Test(arguments: ["document", "body", "region", "field", "state", "dueTo", "text", "asOf", "order", "page", "q", "by", "last"])
    func metacharactersInFiltersAreWords(_ name: String) async throws {
        let site = try await CorpusSite.get()
        let values = [
            "' OR '1'='1", "'; DROP TABLE document; --", "\"", "%", "_", "\\", "*", "\" OR NEAR(a b)", "a* AND b", "//p:*[1]", "']|//*|['", "${jndi:x}", "{{7*7}}",
            "\u{0}", "\u{202E}", "-1", "99999999999999999999", "0x10", "1e309", "NaN", "2023-02-30", String(repeating: "工", count: 1_000),
        ]
        let addresses = ["/clauses", "/matrix", "/bodies/of", "/search", "/trace", "/review", "/review/log", "/api/requirements", "/api/gaps", "/api/search", "/api/review", "/api/problems"]
        let documents = try site.inquiry.documents().count
        for (index, value) in values.enumerated() {
            // Every value on a page, and every page with some values.
            for (place, address) in addresses.enumerated() where (index + place) % 12 == 0 {
                let response = await site.respond(to: try .get(address + "?" + name + "=" + PercentCoding.encoded(value)))
                #expect([200, 303, 400, 404].contains(response.status), "\(address) \(name)=\(value.prefix(30)): \(response.status)")
                #expect(!response.text.contains("SQLITE") && !response.text.contains("SELECT "))
            }
        }
        #expect(try site.inquiry.documents().count == documents)
        if name == "text" { #expect(try site.inquiry.clauses(ClauseQuestion(Filter(text: "' OR '1'='1"))).total == 0) }
        if name == "body" { #expect(try site.inquiry.clauses(ClauseQuestion(Filter(body: "%"))).total == 0) }
    }

    // MARK: Uploads

    private func upload(
        _ site: Site, _ browser: Browser, _ files: [(name: String, bytes: [UInt8])], token: String? = nil, tokenLast: Bool = false, piece: Int = 1_000
    ) async throws -> WebResponse {
        let page = try await browser.get("/import")
        let field = MultipartTests.Sent(part: .init(name: "token", file: nil), bytes: Array((token ?? Browser.token(page)).utf8))
        let sent = files.map { MultipartTests.Sent(part: .init(name: "files", file: $0.name.replacing("\"", with: "%22")), bytes: $0.bytes) }
        var request = try WebRequest.get("/import")
        request.method = .post
        request.headers["content-type"] = "multipart/form-data; boundary=XyZ123"
        request.body = WebBody(bytes: MultipartTests.encode(tokenLast ? sent + [field] : [field] + sent, boundary: "XyZ123"), pieces: piece)
        let response = try await browser.send(request)
        guard response.status == 303, let address = response.header("Location") else { return response }
        return try await browser.get(address)
    }

    private func site(_ folder: String, limits: UploadLimits = UploadLimits()) async throws -> Site {
        var settings = CorpusSite.settings
        settings.uploadFolder = folder
        settings.uploads = limits
        let corpus = try await CorpusSite.get()
        return Site(try KnowledgeBase.inMemory(), ontology: corpus.ontology, settings: settings)
    }

    private func files(_ folder: String) -> [String] { (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).filter { $0.contains(".") } }

    @Test func pathsInNamesLeadNowhere() async throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "suyuan-upload-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let site = try await site(root + "/deep/uploads")
        let text = Array("关于做好工作的通知\n\n一、要做好工作。\n".utf8)
        let response = try await upload(site, Browser(site), [("../../../evil.txt", text), ("..\\..\\evil2.txt", text), ("/etc/evil3.txt", text), ("....//evil4.txt", text)])
        #expect(response.status == 200)
        let kept = files(root)
        #expect(kept.count == 4 && kept.allSatisfy { $0.hasPrefix("deep/uploads/") }, "\(kept)")
        #expect(!FileManager.default.fileExists(atPath: "/etc/evil3.txt"))
    }

    @Test func aForgedUploadIsNotEvenWritten() async throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "suyuan-upload-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let site = try await site(root)
        let text = Array("关于做好工作的通知".utf8)
        for (token, last) in [("", false), (String(repeating: "0", count: 64), false), (nil, true)] as [(String?, Bool)] {
            let response = try await upload(site, Browser(site), [("a.txt", text)], token: token, tokenLast: last)
            #expect(response.status == 403)
        }
        #expect(files(root).isEmpty)
    }

    @Test func tooMuchIsRefusedAndRemoved() async throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "suyuan-upload-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let site = try await site(root, limits: UploadLimits(files: 3, fileBytes: 10_000, totalBytes: 25_000))
        let cases: [[(String, [UInt8])]] = [
            [("big.txt", [UInt8](repeating: 65, count: 10_001))], (0..<4).map { ("\($0).txt", [65]) }, (0..<3).map { ("\($0).txt", [UInt8](repeating: 65, count: 9_000)) },
        ]
        for files in cases { #expect(try await upload(site, Browser(site), files).status == 413) }
        #expect(files(root).isEmpty)
        #expect(try await upload(site, Browser(site), []).status == 404)
    }

    @Test func othersSeeNoBatch() async throws {
        let site = try await CorpusSite.get()
        for id in ["x", "..", "%2e%2e", String(repeating: "0", count: 24)] {
            guard let request = try? WebRequest.get("/import/" + id) else { continue }
            #expect(await site.respond(to: request).status == 404)
        }
    }

    @Test func onlyFormsAreTaken() async throws {
        let site = try await CorpusSite.get()
        for type in ["application/json", "text/plain", "multipart/form-data; boundary=b", ""] {
            var request = try WebRequest.get("/review/decide")
            request.method = .post
            request.headers["content-type"] = type
            request.body = WebBody(bytes: Array("decision=confirm".utf8))
            #expect([400, 403].contains(await site.respond(to: request).status))
        }
        var large = try WebRequest.get("/review/decide")
        large.method = .post
        large.headers["content-type"] = "application/x-www-form-urlencoded"
        large.body = WebBody(bytes: [UInt8](repeating: 65, count: 70_000), pieces: 4_096)
        #expect(await site.respond(to: large).status == 413)
    }
}

/// The server itself, over real connections.
@Suite(.serialized)
struct ServerTests {
    /// MSG_NOSIGNAL
    private static let noSignal: Int32 = 0x4000

    private func serving(_ body: (Int) async throws -> Void) async throws {
        let site = try await CorpusSite.get()
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let server = Task { try await WebServer(site, host: "127.0.0.1", port: 0).run { told.yield($0) } }
        defer { server.cancel() }
        for await port in ports {
            try await body(port)
            break
        }
    }

    private func connect(_ port: Int) -> Int32 {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        if code != 0 { close(handle) }
        return code == 0 ? handle : -1
    }

    /// Off the threads that answer.
    private func ask(_ port: Int, _ text: String) async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let handle = self.connect(port)
                guard handle >= 0 else { return continuation.resume(returning: "") }
                var wait = timeval(tv_sec: 30, tv_usec: 0)
                setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
                _ = text.withCString { send(handle, $0, strlen($0), Self.noSignal) }
                var bytes: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = recv(handle, &buffer, buffer.count, 0)
                    guard count > 0 else { break }
                    bytes += buffer[..<count]
                }
                close(handle)
                continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    private func request(_ line: String, _ headers: String = "") -> String { line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers + "\r\n" }

    @Test func headAnswersWithoutABody() async throws {
        try await serving { port in
            let page = await ask(port, request("GET /clauses"))
            let head = await ask(port, request("HEAD /clauses"))
            #expect(page.hasPrefix("HTTP/1.1 200") && page.contains("</html>"))
            #expect(head.hasPrefix("HTTP/1.1 200") && !head.contains("<html") && head.lowercased().contains("content-security-policy"))
            let length = head.lowercased().split(separator: "content-length: ").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
            #expect((length ?? 0) > 1_000)
        }
    }

    @Test func brokenRequestsBreakNothing() async throws {
        try await serving { port in
            for text in [
                "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "GET /../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
                "DELETE /clauses HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + String(repeating: "X-A: b\r\n", count: 5_000) + "\r\n",
                "POST /review/decide HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
            ] {
                let answer = await ask(port, text)
                #expect(!answer.hasPrefix("HTTP/1.1 200") && !answer.contains("root:"), "\(text.prefix(40))")
            }
            #expect(await ask(port, request("GET /")).hasPrefix("HTTP/1.1 200"))
        }
    }

    /// As many as this machine lets one process open on both sides, up to 10,000: those who want a page still get it.
    @Test func manyOpenConnectionsStopNobody() async throws {
        try await serving { port in
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            let count = max(100, min(10_000, (Int(limit.rlim_cur) - 600) / 2))
            print("holding \(count) connections open")
            var open: [Int32] = []
            defer { for handle in open { close(handle) } }
            for index in 0..<count {
                let handle = connect(port)
                if handle >= 0 { open.append(handle) }
                // Half of them begin a request and never end it.
                if handle >= 0, index % 2 == 0 { _ = "GET /slow HTTP/1.1\r\nHost: ".withCString { send(handle, $0, strlen($0), Self.noSignal) } }
                if index % 200 == 0 { try await Task.sleep(for: .milliseconds(2)) }
            }
            #expect(open.count == count)
            for address in ["/", "/clauses", "/search?q=%E5%B7%A5%E5%8C%A0"] {
                #expect(await ask(port, request("GET " + address)).hasPrefix("HTTP/1.1 200"), "\(address)")
            }
        }
    }
}
