import Foundation
import Provenance
import Testing

@testable import Web

/// Logging in, and what each role may do.
struct AccountTests {
    static let password = "correct horse 电池"

    /// One account of each role; made once, since making them takes its time on purpose.
    private static let shared = Task { () throws -> AccountBook in
        let book = try AccountBook(path: nil)
        for role in AccessRole.allCases { try book.set(role.rawValue, role: role, password: password) }
        return book
    }

    private func site() async throws -> Site {
        let site = try await CorpusSite.get()
        var settings = CorpusSite.settings
        settings.accounts = try await Self.shared.value
        return Site(site.base, ontology: site.ontology, settings: settings)
    }

    private func login(_ name: String, _ site: Site, password: String = password) async throws -> (browser: Browser, response: WebResponse) {
        let browser = Browser(site)
        let page = try await browser.get("/")
        let response = try await browser.post(
            "/login", [("token", Browser.token(page)), ("name", name), ("password", password), ("back", "/clauses")])
        return (browser, response)
    }

    @Test(arguments: ["/", "/clauses", "/review", "/documents", "/clauses.csv", "/accounts", "/audit", "/trace/a/b"])
    func nothingIsShownBeforeLogin(_ address: String) async throws {
        let response = await (try site()).respond(to: try .get(address))
        #expect(response.status == 303)
        #expect(response.header("Location")?.hasPrefix("/login?back=") == true)
    }

    @Test func aRightPasswordLeadsWhereOneWanted() async throws {
        let (browser, response) = try await login("review", try await site())
        #expect(response.status == 200 && response.text.contains("<h1>条款</h1>"))
        #expect(try await browser.get("/").text.contains("<span>review</span>"))
    }

    @Test(arguments: [("review", "wrong password"), ("nobody", password), ("", ""), ("review' OR '1'='1", password), ("review", "")])
    func aWrongOneDoesNot(_ name: String, _ password: String) async throws {
        let (browser, response) = try await login(name, try await site(), password: password)
        #expect(response.status == 403)
        #expect(response.text.contains("用户名或口令不正确"))
        #expect(try await browser.get("/").text.contains("name=\"password\""))
    }

    @Test func loggingInGivesAnotherSession() async throws {
        let site = try await site()
        let browser = Browser(site, cookies: ["session": String(repeating: "a", count: 64)])
        let page = try await browser.get("/login")
        _ = try await browser.post("/login", [("token", Browser.token(page)), ("name", "read"), ("password", Self.password)])
        #expect(await browser.cookies["session"] != String(repeating: "a", count: 64))
        // The old name of the browser has no rights.
        #expect(await site.respond(to: try .get("/", cookies: ["session": String(repeating: "a", count: 64)])).status == 303)
    }

    @Test func rolesMayWhatTheyMay() async throws {
        let site = try await site()
        let expected: [(AccessRole, [String: Int])] = [
            (.read, ["/clauses": 200, "/review": 403, "/accounts": 403, "/audit": 403]),
            (.review, ["/clauses": 200, "/review": 200, "/accounts": 403, "/audit": 403]),
            (.administer, ["/clauses": 200, "/review": 200, "/accounts": 200, "/audit": 200]),
        ]
        for (role, pages) in expected {
            let (browser, _) = try await login(role.rawValue, site)
            for (address, status) in pages { #expect(try await browser.get(address).status == status, "\(role) \(address)") }
            let token = Browser.token(try await browser.get("/"))
            let decision = try await browser.post("/review/decide", [("token", token), ("requirement", "a#b"), ("evidence", "c#d"), ("decision", "confirm")])
            #expect(decision.status == (role == .read ? 403 : 404))
            let account = try await browser.post("/accounts", [("token", token), ("name", "x y"), ("role", "administer"), ("password", "long enough password")])
            #expect(account.status == (role == .administer ? 400 : 403))
        }
    }

    @Test func loggingOutEndsTheSession() async throws {
        let site = try await site()
        let (browser, _) = try await login("read", site)
        let cookie = await browser.cookies["session"] ?? ""
        _ = try await browser.post("/logout", [("token", Browser.token(try await browser.get("/")))])
        #expect(await site.respond(to: try .get("/", cookies: ["session": cookie])).status == 303)
    }

    @Test func tryingManyPasswordsIsSlowedDown() async throws {
        let throttle = LoginThrottle()
        let now = ContinuousClock.now
        for _ in 0..<LoginThrottle.free {
            #expect(throttle.mayTry(["n:a", "p:1"], now: now))
            throttle.failed(["n:a", "p:1"], now: now)
        }
        #expect(!throttle.mayTry(["n:a"], now: now))
        #expect(!throttle.mayTry(["n:b", "p:1"], now: now))
        #expect(throttle.mayTry(["n:b", "p:2"], now: now))
        #expect(throttle.mayTry(["n:a"], now: now + .seconds(3)))
        for _ in 0..<40 { throttle.failed(["n:a"], now: now) }
        #expect(!throttle.mayTry(["n:a"], now: now + .seconds(LoginThrottle.longest - 1)))
        #expect(throttle.mayTry(["n:a"], now: now + .seconds(LoginThrottle.longest + 1)))
        throttle.succeeded(["n:a"])
        #expect(throttle.mayTry(["n:a"], now: now))
        for index in 0..<(LoginThrottle.most + 100) { throttle.failed(["n:\(index)"], now: now) }
        #expect(throttle.mayTry(["n:fresh"], now: now))
    }

    @Test func sessionsEndByThemselves() {
        let book = SessionBook()
        let now = ContinuousClock.now
        let id = book.begin("a", .read, now: now)
        #expect(book.session(id, now: now + .seconds(3_600)) != nil)
        #expect(book.session(id, now: now + .seconds(3_600) + SessionBook.rest) == nil)
        #expect(book.session(id, now: now) == nil)
        let busy = book.begin("a", .read, now: now)
        for hour in 1..<24 { #expect(book.session(busy, now: now + .seconds(3_600 * hour)) != nil) }
        #expect(book.session(busy, now: now + SessionBook.longest) == nil)
    }

    @Test func accountsAreKeptInAFileOfTheirOwner() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "accounts-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let book = try AccountBook(path: path)
        try book.set("王芳", role: .administer, password: Self.password)
        try book.set("reader", role: .read, password: "another long one")
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(!(try String(contentsOfFile: path, encoding: .utf8)).contains("horse"))
        let again = try AccountBook(path: path)
        #expect(again.all.map(\.name) == ["reader", "王芳"])
        #expect(again.verified("王芳", Self.password)?.role == .administer)
        #expect(again.verified("王芳", "another long one") == nil)
        // A role alone may change; the last that administers stays.
        try again.set("reader", role: .review, password: nil)
        #expect(try AccountBook(path: path).role(of: "reader") == .review)
        #expect(throws: Fault.self) { try again.remove("王芳") }
        #expect(throws: Fault.self) { try again.set("王芳", role: .read, password: nil) }
        #expect(throws: Fault.self) { try again.set("short", role: .read, password: "123456789") }
        for name in ["", "a b", "a\tb", "a\nb", "a/b", "<b>", String(repeating: "a", count: 41)] {
            #expect(throws: Fault.self) { try again.set(name, role: .read, password: Self.password) }
        }
        try "broken line\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: Fault.self) { try AccountBook(path: path) }
    }
}
