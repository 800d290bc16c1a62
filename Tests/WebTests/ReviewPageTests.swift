import Links
import Provenance
import Queries
import Testing

@testable import Web

/// Decisions made on pages: they are kept with who made them, seen at once, and taken back.
struct ReviewPageTests {
    private func waiting(_ site: Site) throws -> WaitingRow { try #require(try site.inquiry.waiting(limit: 1).rows.first) }

    private func form(_ row: WaitingRow, _ decision: String, _ token: String, note: String = "", back: String = "/review") -> [(name: String, value: String)] {
        [
            ("token", token), ("requirement", row.requirement.id), ("evidence", row.link.evidence.id), ("decision", decision), ("note", note),
            ("back", back),
        ]
    }

    @Test func aDecisionIsKeptAndTheNextComesAndItIsUndone() async throws {
        let site = try await CorpusSite.made()
        let browser = Browser(site)
        let first = try waiting(site)
        let before = try site.inquiry.waiting(limit: 0).waiting
        let page = try await browser.get("/review")
        #expect(page.status == 200)
        // Both words stand marked in their clauses.
        #expect(page.text.contains("<mark>" + first.requirement.text.replacing("\"", with: "&quot;") + "</mark>"))
        let next = try await browser.post("/review/decide", form(first, "confirm", Browser.token(page), note: "见附件"))
        #expect(next.status == 200)
        #expect(try site.inquiry.waiting(limit: 0).waiting == before - 1)
        let logged = try #require(try site.inquiry.reviewLog().entries.last)
        #expect(logged.logged.review.by == "张敏" && logged.logged.review.at == "2024-01-15" && logged.logged.review.note == "见附件")
        #expect(logged.status == .confirmed)
        #expect(next.text.contains("data-undo"))
        let trace = try await browser.get(Address.trace(first.requirement.id))
        #expect(trace.text.contains("已核实") && trace.text.contains("2024-01-15 张敏 核实：见附件"))
        _ = try await browser.post("/review/decide", form(first, "withdraw", Browser.token(next)))
        #expect(try site.inquiry.waiting(limit: 0).waiting == before)
        // The log forgets nothing.
        #expect(try site.inquiry.reviewLog().entries.count == 2)
        let audit = try site.base.read { reader throws in try reader.auditLog() }
        #expect(audit.map(\.action) == ["review.withdraw", "review.confirm"])
        #expect(audit.allSatisfy { $0.user == "张敏" && $0.at == "2024-01-15T08:00:00Z" && $0.peer == "127.0.0.1" })
        let log = try await browser.get("/review/log")
        #expect(log.status == 200 && log.text.contains("撤销"))
    }

    @Test func theStateOfARequirementFollowsADecision() async throws {
        let site = try await CorpusSite.made()
        let browser = Browser(site)
        // One that rests on a single link.
        let row = try #require(try site.inquiry.clauses(ClauseQuestion(), limit: 500).rows.first { $0.state == .done && $0.counts.claimed == 1 })
        let link = try #require(row.progress.first)
        let page = try await browser.get(Address.trace(row.requirement.id))
        let after = try await browser.post(
            "/review/decide",
            [
                ("token", Browser.token(page)), ("requirement", row.requirement.id), ("evidence", link.evidence.id), ("decision", "reject"),
                ("back", Address.trace(row.requirement.id)),
            ])
        #expect(after.status == 200 && after.text.contains("status-rejected") == false)
        let now = try #require(try site.inquiry.trace(row.requirement.id).requirements.first?.row)
        #expect(now.state == .noReport || now.state == .overdue)
        #expect(now.counts.claimed == 0)
    }

    @Test(arguments: [
        ("no token", ["token": ""], [:]), ("another's token", ["token": String(repeating: "ab", count: 32)], [:]),
        ("from elsewhere", [:], ["origin": "https://evil.example"]), ("from elsewhere, told by the browser", [:], ["sec-fetch-site": "cross-site"]),
        ("from a file", [:], ["origin": "null"]),
    ])
    func forgedFormsChangeNothing(_ name: String, _ fields: [String: String], _ headers: [String: String]) async throws {
        let site = try await CorpusSite.get()
        let browser = Browser(site)
        let row = try waiting(site)
        let page = try await browser.get("/review")
        let form = form(row, "confirm", Browser.token(page)).map { (name: $0.name, value: fields[$0.name] ?? $0.value) }
        let response = try await browser.post("/review/decide", form, headers: headers)
        #expect(response.status == 403)
        #expect(try site.inquiry.reviewLog().entries.isEmpty)
    }

    @Test func aTokenOfAnotherBrowserIsNone() async throws {
        let site = try await CorpusSite.get()
        let (one, other) = (Browser(site), Browser(site))
        let token = Browser.token(try await one.get("/review"))
        _ = try await other.get("/review")
        #expect(try await other.post("/review/decide", form(try waiting(site), "confirm", token)).status == 403)
        // Nor without the cookie that it was made for.
        #expect(try await Browser(site).post("/review/decide", form(try waiting(site), "confirm", token)).status == 403)
    }

    @Test(arguments: ["decide", "add", "", "drop table"])
    func otherDecisionsAreRefused(_ decision: String) async throws {
        let site = try await CorpusSite.get()
        let browser = Browser(site)
        let page = try await browser.get("/review")
        #expect(try await browser.post("/review/decide", form(try waiting(site), decision, Browser.token(page))).status == 400)
    }

    @Test func aFormLeadsNowhereElse() async throws {
        let site = try await CorpusSite.made()
        let browser = Browser(site)
        let page = try await browser.get("/review")
        let response = try await browser.post(
            "/review/decide", form(try waiting(site), "note", Browser.token(page), note: "x", back: "//evil.example/"), follow: false)
        #expect(response.status == 303 && response.header("Location") == "/review")
    }
}
