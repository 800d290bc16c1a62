import Links
import Provenance
import Queries
import Testing

@testable import Web

/// Every page answers, and says what the base says.
struct PageTests {
    @Test(arguments: [
        "/", "/clauses", "/matrix", "/matrix?by=region", "/matrix?by=period", "/bodies", "/bodies/of?body=CN-53%2Fftu", "/documents", "/search",
        "/search?q=%E5%B7%A5%E4%BC%9A", "/trace?q=%E5%85%BC%E8%81%8C%E5%89%AF%E4%B8%BB%E5%B8%AD",
    ], Language.allCases)
    func answers(_ address: String, _ language: Language) async throws {
        let site = try await CorpusSite.get()
        let response = await site.respond(to: try .get(address, cookies: ["lang": language.rawValue]))
        #expect(response.status == 200)
        #expect(response.text.contains("<html lang=\"" + (language == .zh ? "zh-Hans" : "en")))
        #expect(response.text.hasSuffix("</html>\n"))
        let policy = try #require(response.header("Content-Security-Policy"))
        #expect(!policy.contains("unsafe"))
        // Nothing that the policy would stop.
        for inline in ["<style", " style=", "<script>", " onclick="] { #expect(!response.text.contains(inline)) }
    }

    @Test func everyLinkOfThePagesLeadsSomewhere() async throws {
        let site = try await CorpusSite.get()
        var seen: Set<String> = []
        var front = ["/"]
        // Links of links; of the many of one kind some.
        var kinds: [String: Int] = [:]
        while let next = front.popLast() {
            let address = String(next.prefix { $0 != "#" })
            guard address.hasPrefix("/"), !address.isEmpty, seen.insert(address).inserted else { continue }
            let kind = address.split(whereSeparator: { $0 == "/" || $0 == "?" }).first.map(String.init) ?? ""
            kinds[kind, default: 0] += 1
            guard kinds[kind, default: 0] <= 12 else { continue }
            let response = await site.respond(to: try .get(address))
            #expect(response.status == 200 || response.status == 303, "\(address): \(response.status)")
            if response.header("Content-Type")?.hasPrefix("text/html") == true { front += response.links }
        }
        #expect(kinds.count >= 8)
    }

    @Test func figuresOfTheOverviewAreTheRowsBehindThem() async throws {
        let site = try await CorpusSite.get()
        let page = await site.respond(to: try .get("/")).text
        // `<a href="…"><b>14</b>` of the tiles.
        let tiles = page.split(separator: "<ul class=\"tiles\">")[1].split(separator: "</ul>")[0].split(separator: "<a href=\"").dropFirst()
        var compared = 0
        for tile in tiles {
            let address = String(tile.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
            let count = try #require(Int(tile.split(separator: "<b>")[1].prefix { $0 != "<" }))
            guard address.hasPrefix("/clauses"), let (_, query) = WebRequest.parts(of: address) else { continue }
            #expect(try site.inquiry.clauses(QuestionForm(query).question, limit: 0).total == count, "\(address)")
            compared += 1
        }
        #expect(compared == 6)
        for document in try site.glance.overview().documents {
            var question = ClauseQuestion()
            question.filter.document = document.label.id
            let rows = try site.inquiry.clauses(question)
            #expect(rows.total == document.requirements)
            #expect(rows.states == document.states)
        }
    }

    @Test func aBodysGapsOnTheOverviewAreItsRows() async throws {
        let site = try await CorpusSite.get()
        for one in try site.glance.overview().bodies {
            var question = ClauseQuestion()
            question.filter.body = one.body.id ?? one.body.name
            // A part of a name finds more than the body itself.
            #expect(try site.inquiry.clauses(question, limit: 0).total >= one.requirements, "\(one.body.name)")
        }
    }

    @Test func sortingAndPagingLoseNoRow() async throws {
        let site = try await CorpusSite.get()
        var all: Set<String> = []
        for order in ClauseQuestion.Order.allCases {
            var question = ClauseQuestion()
            question.order = order
            let first = try site.inquiry.clauses(question, limit: 70)
            let second = try site.inquiry.clauses(question, offset: 70, limit: 500)
            let ids = (first.rows + second.rows).map(\.requirement.id)
            #expect(Set(ids).count == ids.count && ids.count == first.total)
            if all.isEmpty { all = Set(ids) }
            #expect(all == Set(ids))
            question.isDescending = true
            #expect(try site.inquiry.clauses(question, limit: 500).total == ids.count)
        }
        var due = ClauseQuestion()
        due.order = .deadline
        let days = try site.inquiry.clauses(due, limit: 500).rows.compactMap(\.requirement.deadlines.last)
        #expect(days == days.sorted() && !days.isEmpty)
    }

    @Test func whatIsExportedIsWhatIsShown() async throws {
        let site = try await CorpusSite.get()
        let response = await site.respond(to: try .get("/clauses.csv?state=overdue"))
        #expect(response.status == 200)
        #expect(response.header("Content-Disposition")?.hasPrefix("attachment; filename*=UTF-8''%E6%94%BF") == true)
        var question = ClauseQuestion()
        question.filter.states = [.overdue]
        for row in try site.inquiry.clauses(question).rows { #expect(response.text.contains(row.requirement.id)) }
        let workbook = await site.respond(to: try .get("/matrix.xlsx?state=overdue"))
        #expect(workbook.status == 200 && workbook.bytes.starts(with: Array("PK".utf8)))
    }

    @Test func aSpanIsMarkedInItsDocument() async throws {
        let site = try await CorpusSite.get()
        let rows = try site.inquiry.clauses(ClauseQuestion(), limit: 200).rows
        for (index, row) in rows.enumerated() where index % 6 == 0 {
            let page = await site.respond(to: try .get(String(Address.place(row.requirement.place).prefix { $0 != "#" }))).text
            let marked = page.split(separator: "<mark").dropFirst().map { $0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" } }.joined()
            #expect(marked.replacing("&quot;", with: "\"") == row.requirement.text.replacing("&quot;", with: "\""), "\(row.requirement.id)")
        }
    }

    @Test(arguments: ["/nothing", "/documents/none", "/trace/none/none", "/documents/none/1-2", "/clauses.exe", "/assets/none", "/documents/a/b/c"])
    func whatIsNotThereIsSaidSo(_ address: String) async throws {
        let response = await (try CorpusSite.get()).respond(to: try .get(address))
        #expect(response.status == 404)
    }

    @Test func aFilterThatNamesNothingSaysSo() async throws {
        let response = await (try CorpusSite.get()).respond(to: try .get("/clauses?document=nosuch"))
        #expect(response.status == 400)
        #expect(response.text.contains("知识库中没有文件“nosuch”"))
        #expect(response.text.contains("role=\"alert\""))
    }

    @Test func anotherNameOfTheMachineIsRefused() async throws {
        let site = try await CorpusSite.get()
        for host in ["evil.example", "evil.example:8360", "127.0.0.1.evil.example"] {
            #expect(await site.respond(to: try .get("/", headers: ["host": host])).status == 403)
        }
        for host in ["localhost", "localhost:80", "127.0.0.1", "[::1]", "[::1]:8360"] {
            #expect(await site.respond(to: try .get("/", headers: ["host": host])).status == 200)
        }
    }

    @Test func theLanguageIsKeptAndLeadsBackToOurselvesOnly() async throws {
        let site = try await CorpusSite.get()
        let response = await site.respond(to: try .get("/language?to=en&back=%2Fclauses%3Fstate%3Ddone"))
        #expect(response.status == 303 && response.header("Location") == "/clauses?state=done" && response.cookie("lang") == "en")
        for address in ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"] {
            let response = await site.respond(to: try .get("/language?to=en&back=" + PercentCoding.encoded(address)))
            #expect(response.header("Location") == "/")
        }
    }

    @Test func aSecondVisitTellsWhatHasCome() async throws {
        let site = try await CorpusSite.get()
        let first = await site.respond(to: try .get("/"))
        #expect(first.text.contains("没有变动"))
        let seen = try #require(first.cookie("seen"))
        let again = await site.respond(to: try .get("/", cookies: ["seen": seen]))
        #expect(again.text.contains("没有变动"))
        let later = await site.respond(to: try .get("/", cookies: ["seen": "3.0"]))
        #expect(!later.text.contains("没有变动"))
        #expect(later.cookie("since") == "3.0" && later.cookie("seen") == seen)
    }
}
