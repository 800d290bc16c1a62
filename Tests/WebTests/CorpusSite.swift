import Exports
import Foundation
import Ingest
import Provenance
import Queries
import Store
import Vocabulary

@testable import Web

/// The Corpus on a site, read once for all tests that change nothing.
enum CorpusSite {
    static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")
    static let ontology = Result { () throws(Fault) in try Ontology.load() }
    private static let shared = Task { try await made() }

    static func get() async throws -> Site { try await shared.value }

    /// One of its own, for tests that change something.
    static func made() async throws -> Site {
        let base = try KnowledgeBase.inMemory()
        let ontology = try ontology.get()
        _ = try await Pipeline(ontology: ontology).fill(base, with: [corpus.path])
        return Site(base, ontology: ontology, settings: settings)
    }

    static let settings = SiteSettings(localUser: "张敏", day: { "2024-01-15" }, moment: { "2024-01-15T08:00:00Z" })
}

extension WebRequest {
    /// As a browser on this machine sends it.
    static func get(_ address: String, cookies: [String: String] = [:], headers: [String: String] = [:]) throws -> WebRequest {
        guard let (path, query) = parts(of: address) else { throw WebRefusal.malformed }
        return WebRequest(
            path: path, query: query, cookies: cookies, headers: ["host": "127.0.0.1:8360", "accept-language": "en-US"].merging(headers) { $1 })
    }
}

extension WebResponse {
    var text: String { String(decoding: bytes, as: UTF8.self) }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// What links and forms of the page lead to, escapes of HTML undone.
    var links: [String] {
        text.split(separator: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }).replacing("&amp;", with: "&").replacing("&#39;", with: "'") }
    }

    /// The value of a cookie that is set.
    func cookie(_ name: String) -> String? {
        headers.filter { $0.name == "Set-Cookie" && $0.value.hasPrefix(name + "=") }.first.map { String($0.value.dropFirst(name.utf8.count + 1).prefix { $0 != ";" }) }
    }
}
