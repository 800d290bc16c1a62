import Foundation
import Links
import Provenance
import Queries
import Testing

@testable import Web

/// What people come for, done in a real browser on the Corpus. Where no Chromium is installed they are skipped, and say so.
@Suite(.serialized, .enabled(if: Chromium.path != nil, "no Chromium is installed: the journeys through a browser are skipped"))
struct JourneyTests {
    /// A site on a port of its own, and a tab that looks at it.
    private func visit(_ site: Site? = nil, _ journey: (BrowserPage, String, Site) async throws -> Void) async throws {
        let served: Site
        if let site { served = site } else { served = try await CorpusSite.made() }
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let server = Task {
            try await WebServer(served, host: "127.0.0.1", port: 0).run { told.yield($0) }
        }
        defer { server.cancel() }
        var port = 0
        for await one in ports {
            port = one
            break
        }
        let browser = try Chromium()
        defer { browser.end() }
        let page = try await browser.page()
        try await page.resize(1440, 900)
        try await journey(page, "http://127.0.0.1:\(port)", served)
        let complaints = browser.complaints.filter { !$0.contains("\"level\":\"info\"") && !$0.contains("403 (Forbidden)") }
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test func findAGapAndTraceIt() async throws {
        try await visit { page, root, site in
            try await page.open(root + "/")
            let gaps = try site.inquiry.clauses(QuestionForm(FormValues([("gap", "bare")])).question)
            #expect(gaps.total > 0)
            try await page.click(".tiles a[href*='gap=bare']")
            #expect(try await page.count("table.clauses td.task") == gaps.total)
            try await page.click("table.clauses a.words")
            #expect(try await page.text("h1") == gaps.rows[0].requirement.text)
            // Its words stand marked in their clause, and a click away in their document.
            #expect(try await page.text("blockquote mark") == gaps.rows[0].requirement.text)
            try await page.click(".subject dd a")
            #expect(try await page.evaluate("location.pathname").hasPrefix("/documents/"))
            #expect(try await page.evaluate("Array.from(document.querySelectorAll('mark')).map(m => m.textContent).join('')") == gaps.rows[0].requirement.text)
            // The span is in sight.
            #expect(try await page.evaluate("(() => { const b = document.getElementById('span').getBoundingClientRect(); return b.top >= 0 && b.top < innerHeight })()") == "true")
        }
    }

    @Test func confirmEvidenceWithOneKeyAndUndoIt() async throws {
        try await visit { page, root, site in
            try await page.open(root + "/review")
            let first = try #require(try site.inquiry.waiting(limit: 1).rows.first)
            #expect(try await page.text(".pair .words") == first.requirement.text)
            try await page.leaving { try await page.press("y") }
            #expect(try site.inquiry.reviewLog().entries.map(\.logged.review.decision) == [.confirm])
            #expect(try await page.count("[data-undo]") == 1)
            try await page.leaving { try await page.press("z") }
            #expect(try site.inquiry.reviewLog().entries.map(\.logged.review.decision) == [.confirm, .withdraw])
            try await page.leaving { try await page.press("s") }
            #expect(try await page.evaluate("location.search").contains("skip=1"))
        }
    }

    @Test func seeTheStateChangeWhereEvidenceIsRejected() async throws {
        try await visit { page, root, site in
            let row = try #require(try site.inquiry.clauses(ClauseQuestion(), limit: 500).rows.first { $0.state == .done && $0.counts.claimed == 1 })
            try await page.open(root + Address.trace(row.requirement.id))
            #expect(try await page.text(".verdict .state b") == "已完成")
            try await page.press("j")
            try await page.leaving { try await page.press("n") }
            let state = try await page.text(".verdict .state b")
            #expect(state == "无报送" || state == "逾期")
            #expect(try site.inquiry.trace(row.requirement.id).requirements.first?.row.counts.claimed == 0)
        }
    }

    @Test func printTheMatrixOnA3() async throws {
        try await visit { page, root, _ in
            try await page.open(root + "/matrix")
            // The heads stay in sight where the table is scrolled.
            #expect(
                try await page.evaluate(
                    "(() => { const g = document.querySelector('.grid'); g.scrollTop = 600; g.scrollLeft = 300; const h = g.querySelector('thead th').getBoundingClientRect(), b = g.getBoundingClientRect(); return Math.abs(h.top - b.top) < 4 && Math.abs(h.left - b.left) < 4 })()"
                ) == "true")
            let pdf = try await page.pdf()
            let text = String(decoding: pdf, as: UTF8.self)
            // 420 × 297 mm in points.
            let boxes = text.split(separator: "/MediaBox [").dropFirst().map { $0.prefix { $0 != "]" }.split(separator: " ").compactMap { Double($0) } }
            #expect(!boxes.isEmpty)
            for box in boxes { #expect(box.count == 4 && abs(box[2] - 1190.55) < 2 && abs(box[3] - 841.89) < 2, "\(box)") }
        }
    }

    @Test func uploadABulletinAndSeeWhichGapsClose() async throws {
        try await visit { page, root, site in
            let file = FileManager.default.temporaryDirectory.appending(path: "2024-03-01 产改工作简报.txt")
            defer { try? FileManager.default.removeItem(at: file) }
            let gap = try #require(try site.inquiry.gaps().bare.first)
            let before = try site.inquiry.gaps().bare.count + site.inquiry.gaps().indirectOnly.count
            try Data(Self.bulletin(on: gap.requirement.text).utf8).write(to: file)
            try await page.open(root + "/import")
            try await page.choose([file.path], in: "input[type=file]")
            try await page.click("form.upload button.main")
            #expect(try await page.text(".preview h3").contains("新文件"))
            // Nothing is kept before somebody says so.
            #expect(try site.inquiry.documents().count == 12)
            try await page.click("form[action$='/keep'] button")
            try await page.until("document.querySelector('.notice.good') !== null")
            #expect(try site.inquiry.documents().count == 13)
            let closed = try await page.count("ol.closed li")
            #expect(closed > 0)
            #expect(try site.inquiry.gaps().bare.count + site.inquiry.gaps().indirectOnly.count <= before - closed)
        }
    }

    private static func bulletin(on requirement: String) -> String {
        """
        云南产改工作简报

        第9期

        云南省推进产业工人队伍建设改革协调小组办公室　　　2024年3月1日

        有关任务落实情况

        截至2024年2月底，\(requirement)该项工作已全部完成，省总工会举办培训班12期，培训职工1800人。

        """
    }

    @Test func exportForAPartner() async throws {
        try await visit { page, root, _ in
            try await page.open(root + "/export")
            let answer = try await page.evaluate(
                "fetch(document.querySelector('form[action=\"/export/package.zip\"]').action + '?sources=yes').then(r => r.arrayBuffer().then(b => r.status + ' ' + new TextDecoder().decode(b.slice(0, 2)) + ' ' + (b.byteLength > 20000)))"
            )
            #expect(answer == "200 PK true")
        }
    }

    @Test func findABodysArrears() async throws {
        try await visit { page, root, site in
            try await page.open(root + "/")
            let most = try #require(try site.glance.overview().bodies.first)
            try await page.click("table.tight tbody td a")
            #expect(try await page.text("h1") == most.body.official ?? most.body.name)
            let report = try site.inquiry.gaps(Filter(body: most.body.id ?? most.body.name))
            let rows = report.bodies.reduce(0) { $0 + $1.bare.count + $1.indirectOnly.count + $1.notByThisBody.count }
            #expect(try await page.count("#gaps .gaps-list li") == rows)
            #expect(rows > 0)
        }
    }

    @Test func searchAPhraseByKeyboard() async throws {
        try await visit { page, root, site in
            try await page.open(root + "/")
            try await page.press("/")
            try await page.type("先服务后建会")
            try await page.leaving { try await page.press("Enter") }
            #expect(try await page.text("mark") == "先服务后建会")
            #expect(try await page.count(".hits li") == (try site.inquiry.search("先服务后建会").passages))
            try await page.click(".hits .more-places a")
            #expect(try await page.evaluate("location.hash") == "#span")
        }
    }

    @Test func aWrongLoginIsDenied() async throws {
        let corpus = try await CorpusSite.get()
        var settings = CorpusSite.settings
        let accounts = try AccountBook(path: nil)
        try accounts.set("admin", role: .administer, password: "a good long password")
        settings.accounts = accounts
        try await visit(Site(corpus.base, ontology: corpus.ontology, settings: settings)) { page, root, _ in
            try await page.open(root + "/clauses")
            #expect(try await page.evaluate("location.pathname") == "/login")
            for (password, isRight) in [("a wrong password", false), ("a good long password", true)] {
                try await page.evaluate("document.querySelector('[name=name]').value = 'admin'")
                try await page.evaluate("document.querySelector('[name=password]').value = \(BrowserPage.quoted(password))")
                try await page.click(".login button")
                #expect(try await page.evaluate("location.pathname") == (isRight ? "/clauses" : "/login"))
                if !isRight { #expect(try await page.text(".notice.bad").contains("不正确")) }
            }
        }
    }

    /// At both widths nothing goes beyond the screen, and Chinese is drawn with fonts made for it.
    @Test func everyPageFitsBothScreens() async throws {
        let site = try await CorpusSite.get()
        let row = try #require(try site.inquiry.clauses(ClauseQuestion(), limit: 30).rows.first { !$0.progress.isEmpty })
        let shots = ProcessInfo.processInfo.environment["SUYUAN_SHOTS"]
        try await visit(site) { page, root, _ in
            let pages = [
                ("overview", "/"), ("clauses", "/clauses"), ("trace", Address.trace(row.requirement.id)), ("matrix", "/matrix"), ("region", "/matrix?by=region"),
                ("bodies", "/bodies"), ("body", "/bodies/of?body=%E7%9C%81%E6%80%BB%E5%B7%A5%E4%BC%9A"), ("documents", "/documents"),
                ("document", Address.document(row.requirement.place.document.id)), ("search", "/search?q=%E5%B7%A5%E5%8C%A0"), ("review", "/review"),
                ("import", "/import"), ("export", "/export"), ("log", "/review/log"),
            ]
            for width in [1440, 390] {
                try await page.resize(width, 900)
                for (name, address) in pages {
                    try await page.open(root + address)
                    let wide = try await page.evaluate(
                        "Array.from(document.querySelectorAll('body *')).filter(e => !e.closest('.grid, .wide, nav, .skip') && e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')"
                    )
                    #expect(wide.isEmpty, "\(name) at \(width): \(wide)")
                    #expect(try await page.number("document.documentElement.scrollWidth") <= Double(width), "\(name) at \(width)")
                    if let shots { try await page.screenshot().write(to: URL(filePath: shots).appending(path: "\(name)-\(width).png")) }
                }
            }
            let fonts = try await page.fonts("h1")
            #expect(fonts.contains { $0.contains("CJK") } || !FileManager.default.fileExists(atPath: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"), "\(fonts)")
        }
    }
}
