import Foundation
import Ingest
import Store
import Synchronization
import Testing

@testable import Web

/// An import goes on, and pages answer all the same.
struct ImportingTests {
    private static let pages = ["/", "/clauses", "/matrix", "/bodies", "/documents", "/review", "/search?q=%E5%9F%B9%E8%AE%AD", "/api/gaps"]

    private static func opinion(_ number: Int) -> String {
        "甲省人民政府关于加强第\(number)批培训工作的意见\n甲政发〔2030〕\(number)号\n一、工作任务\n　　（一）办好培训。各地要建立第\(number)批培训中心。"
            + "（省财政厅牵头，2030年底前完成）\n　　（二）严格管理。不得挪用资金。\n2030年3月1日\n"
    }

    @Test func pagesAnswerWhileDocumentsAreAdded() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "importing-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let ontology = try CorpusSite.ontology.get()
        let base = try KnowledgeBase.create(folder.appending(path: "base.db").path)
        let site = Site(base, ontology: ontology, settings: CorpusSite.settings)
        for batch in 0..<3 {
            let paths = try (1...12).map { number in
                let file = folder.appending(path: "\(100 + batch * 12 + number).txt")
                try Data(Self.opinion(batch * 12 + number).utf8).write(to: file)
                return file.path
            }
            let progress = Progress()
            let run = Task.detached {
                let report = await Pipeline(ontology: ontology, workers: 1).add(paths, to: base)
                progress.isOver.withLock { $0 = true }
                return report
            }
            repeat {
                for page in Self.pages { #expect(await site.respond(to: try .get(page)).status == 200, "\(page)") }
            } while !progress.isOver.withLock { $0 }
            #expect(await run.value.added == 12)
            // What was asked meanwhile keeps nobody from seeing the last of them.
            let last = batch * 12 + 12
            #expect(await site.respond(to: try .get("/search?q=%E7%AC%AC\(last)%E6%89%B9%E5%9F%B9%E8%AE%AD%E4%B8%AD%E5%BF%83")).text.contains("加强第\(last)批培训工作"))
        }
        try base.close()
    }

    private final class Progress: Sendable {
        let isOver = Mutex(false)
    }
}
