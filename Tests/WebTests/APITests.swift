import Foundation
import Links
import Provenance
import Queries
import Testing

@testable import Web

/// The interface for programs does what its description says.
struct APITests {
    /// Holds a value against a schema of the description; what it finds wrong.
    struct Checker {
        let components: [String: Any]

        func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
            if let reference = schema["$ref"] as? String {
                let name = reference.split(separator: "/").last.map(String.init) ?? ""
                guard let named = components[name] as? [String: Any] else { return ["\(path): no schema \(name)"] }
                return faults(value, named, at: path)
            }
            if let any = schema["anyOf"] as? [[String: Any]] {
                let found = any.map { faults(value, $0, at: path) }
                return found.contains(where: \.isEmpty) ? [] : found[0]
            }
            let types = schema["type"] as? [String] ?? [schema["type"] as? String ?? ""]
            if value is NSNull { return types.contains("null") ? [] : ["\(path): null"] }
            switch types[0] {
            case "object":
                guard let object = value as? [String: Any] else { return ["\(path): no object"] }
                let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
                let required = Set(schema["required"] as? [String] ?? [])
                return required.subtracting(object.keys).map { "\(path).\($0) is missing" }
                    + Set(object.keys).subtracting(properties.keys).map { "\(path).\($0) is not described" }
                    + properties.flatMap { name, schema in object[name].map { faults($0, schema, at: path + "." + name) } ?? [] }
            case "array":
                guard let list = value as? [Any], let items = schema["items"] as? [String: Any] else { return ["\(path): no list"] }
                return list.enumerated().flatMap { faults($0.element, items, at: path + "[\($0.offset)]") }
            case "string": return value is String ? [] : ["\(path): no string"]
            case "boolean": return value is Bool ? [] : ["\(path): no boolean"]
            case "integer": return value is Int ? [] : ["\(path): no integer"]
            case "number": return value is Double || value is Int ? [] : ["\(path): no number"]
            default: return ["\(path): unknown type \(types)"]
            }
        }
    }

    private func description(_ site: Site) async throws -> [String: Any] {
        let response = await site.respond(to: try .get("/api/openapi.json"))
        #expect(response.status == 200)
        return try #require(try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any])
    }

    @Test func everyOperationAnswersAsDescribed() async throws {
        let site = try await CorpusSite.get()
        let description = try await description(site)
        let components = try #require((description["components"] as? [String: Any])?["schemas"] as? [String: Any])
        let checker = Checker(components: components)
        let paths = try #require(description["paths"] as? [String: [String: [String: Any]]])
        let row = try #require(try site.inquiry.clauses(ClauseQuestion(), limit: 20).rows.first { !$0.progress.isEmpty && !$0.requirement.owners.isEmpty })
        let upload = try await Self.uploaded(try Self.multipart([("a.txt", Array("云南省人民政府关于办好职工技能培训的意见\n一、提升技能\n".utf8)), ("b.png", [0x89, 0x50, 0x4E, 0x47])]), Browser(site))
        let examples = [
            "{upload}": try #require(upload["id"] as? String),
            "{document}": PercentCoding.encoded(row.requirement.place.document.id), "{element}": PercentCoding.encoded(row.requirement.place.element),
        ]
        var answered = 0
        for (path, operations) in paths {
            for (method, operation) in operations where method == "get" {
                var address = path
                for (name, value) in examples { address = address.replacing(name, with: value) }
                let parameters = operation["parameters"] as? [[String: Any]] ?? []
                if parameters.contains(where: { $0["name"] as? String == "q" }) { address += "?q=" + PercentCoding.encoded("工匠") }
                let response = await site.respond(to: try .get(address))
                #expect(response.status == 200 && response.header("Content-Type") == "application/json", "\(address): \(response.status)")
                let content = ((operation["responses"] as? [String: Any])?["200"] as? [String: Any])?["content"] as? [String: Any]
                let schema = try #require((content?["application/json"] as? [String: Any])?["schema"] as? [String: Any])
                let value = try JSONSerialization.jsonObject(with: Data(response.bytes))
                let faults = checker.faults(value, schema, at: path)
                #expect(faults.isEmpty, "\(faults.prefix(5))")
                answered += 1
            }
        }
        #expect(answered == APIOperation.all.count { $0.method == .get })
    }

    /// The checker is no rubber stamp.
    @Test func aWrongAnswerIsFound() async throws {
        let site = try await CorpusSite.get()
        let components = try #require(((try await description(site))["components"] as? [String: Any])?["schemas"] as? [String: Any])
        let checker = Checker(components: components)
        let schema: [String: Any] = ["$ref": "#/components/schemas/AsOf"]
        #expect(checker.faults(["day": "2023-01-01", "given": true], schema, at: "").isEmpty)
        #expect(checker.faults(["day": NSNull(), "given": true], schema, at: "").isEmpty)
        #expect(!checker.faults(["day": 5, "given": true], schema, at: "").isEmpty)
        #expect(!checker.faults(["given": true], schema, at: "").isEmpty)
        #expect(!checker.faults(["day": "x", "given": true, "more": 1], schema, at: "").isEmpty)
        #expect(!checker.faults([1], schema, at: "").isEmpty)
    }

    @Test func whatIsMissingOrWrongIsSaidAsData() async throws {
        let site = try await CorpusSite.get()
        for (address, status) in [("/api/none", 404), ("/api/search", 400), ("/api/facts/a/b", 404), ("/api/documents/none", 404), ("/api/requirements?document=none", 404)] {
            let response = await site.respond(to: try .get(address))
            #expect(response.status == status, "\(address): \(response.status)")
            let object = try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any]
            #expect(object?["error"] is String)
        }
    }

    @Test func aDecisionNeedsTheToken() async throws {
        let site = try await CorpusSite.made()
        let browser = Browser(site)
        let session = try await browser.get("/api/session")
        let token = try #require((try JSONSerialization.jsonObject(with: Data(session.bytes)) as? [String: Any])?["token"] as? String)
        let row = try #require(try site.inquiry.waiting(limit: 1).rows.first)
        var request = try WebRequest.get("/api/review")
        request.method = .post
        let body = try JSONSerialization.data(withJSONObject: ["requirement": row.requirement.id, "evidence": row.link.evidence.id, "decision": "confirm"])
        request.body = WebBody(bytes: Array(body), pieces: 10)
        request.headers["content-type"] = "application/json"
        #expect(try await browser.send(request).status == 403)
        request.headers["x-suyuan-token"] = token
        request.headers["content-type"] = "text/plain"
        #expect(try await browser.send(request).status == 400)
        request.headers["content-type"] = "application/json"
        #expect(try await browser.send(request).status == 200)
        #expect(try site.inquiry.reviewLog().entries.map(\.logged.review.by) == ["张敏"])
        request.body = WebBody(bytes: Array("{\"requirement\":5}".utf8))
        #expect(try await browser.send(request).status == 400)
    }

    // MARK: Uploads

    private static func multipart(_ files: [(name: String, bytes: [UInt8])]) throws -> WebRequest {
        var request = try WebRequest.get("/api/imports")
        request.method = .post
        request.headers["content-type"] = "multipart/form-data; boundary=----x"
        var body: [UInt8] = []
        for (name, bytes) in files {
            body += Array("------x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n\r\n".utf8) + bytes + Array("\r\n".utf8)
        }
        request.body = WebBody(bytes: body + Array("------x--\r\n".utf8), pieces: 5)
        return request
    }

    private static func token(_ browser: Browser) async throws -> String {
        let session = try await browser.get("/api/session")
        return try #require((try JSONSerialization.jsonObject(with: Data(session.bytes)) as? [String: Any])?["token"] as? String)
    }

    private static func uploaded(_ request: WebRequest, _ browser: Browser) async throws -> [String: Any] {
        var request = request
        request.headers["x-suyuan-token"] = try await token(browser)
        let response = try await browser.send(request)
        #expect(response.status == 200)
        return try #require(try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any])
    }

    @Test func filesAreSentReadAndKept() async throws {
        let site = try await CorpusSite.made()
        let browser = Browser(site)
        let text = "云南省总工会关于办好职工夜校的通知\n云工发〔2024〕9号\n一、办好夜校\n（一）各州（市）总工会要在2024年6月底前各建成1所职工夜校。\n云南省总工会\n2024年1月10日\n"
        let made = try Self.multipart([("通知.txt", Array(text.utf8)), ("图.png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10])])
        // Nobody else's page can do it: there is no token in a form that it makes.
        let documents = try site.inquiry.documents().count
        _ = try await browser.get("/api/session")
        #expect(try await browser.send(made).status == 403)
        var foreign = made
        foreign.headers["x-suyuan-token"] = try await Self.token(browser)
        foreign.headers["origin"] = "http://other.example"
        #expect(try await browser.send(foreign).status == 403)
        #expect(await site.desk.all.isEmpty)
        let batch = try await Self.uploaded(made, browser)
        let files = try #require(batch["files"] as? [[String: Any]])
        #expect(files.map { $0["kind"] as? String } == ["document", "unreadable"])
        #expect(files[0]["title"] as? String == "云南省总工会关于办好职工夜校的通知" && files[0]["fate"] as? String == "new")
        #expect(files[1]["fault"] is String)
        #expect(batch["stage"] as? String == "previewed")
        #expect(try site.inquiry.documents().count == documents)
        // Kept only when its sender says so.
        let id = try #require(batch["id"] as? String)
        var decision = try WebRequest.get("/api/imports/" + id)
        decision.method = .post
        decision.headers["content-type"] = "application/json"
        decision.body = WebBody(bytes: Array("{\"action\":\"keep\"}".utf8))
        #expect(try await browser.send(decision).status == 403)
        decision.headers["x-suyuan-token"] = try await Self.token(browser)
        #expect(try await browser.send(decision).status == 200)
        await site.desk.settled()
        let after = try await browser.get("/api/imports/" + id)
        let finished = try #require(try JSONSerialization.jsonObject(with: Data(after.bytes)) as? [String: Any])
        #expect(finished["stage"] as? String == "finished")
        #expect((finished["results"] as? [[String: Any]])?.map { $0["good"] as? Bool } == [true, false])
        #expect(try site.inquiry.documents().count == documents + 1)
        // What is done is not done again, and what is none is told.
        #expect(try await browser.send(decision).status == 404)
        decision.body = WebBody(bytes: Array("{\"action\":\"burn\"}".utf8))
        #expect(try await browser.send(decision).status == 400)
        decision.path = ["api", "imports", "none"]
        decision.body = WebBody(bytes: Array("{\"action\":\"drop\"}".utf8))
        #expect(try await browser.send(decision).status == 404)
        #expect(try site.base.read { try $0.auditLog() }.contains { $0.action == "import" && $0.subject.contains("通知.txt") })
    }

    /// Whoever changes something by the description alone learns of the token there.
    @Test func everyChangeNamesItsToken() async throws {
        let description = try await description(try await CorpusSite.get())
        let paths = try #require(description["paths"] as? [String: [String: [String: Any]]])
        let changes = paths.values.compactMap { $0["post"] }
        #expect(changes.count == APIOperation.all.count { $0.method == .post } && changes.count > 2)
        for change in changes {
            let headers = (change["parameters"] as? [[String: Any]] ?? []).filter { $0["in"] as? String == "header" }
            #expect(headers.map { $0["name"] as? String } == ["X-Suyuan-Token"] && headers.first?["required"] as? Bool == true)
        }
        #expect(((description["info"] as? [String: Any])?["description"] as? String)?.contains("X-Suyuan-Token") ?? false)
    }
}
